package fr.accroche.wire.admin;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;

/** What a fault on demand does to a call. */
public sealed interface FaultAct {

    /** How people write it, after {@code do=}. */
    String text();

    /** What takes the place of the answer. */
    sealed interface Answering extends FaultAct {}

    /** What happens before the call is served as usual. */
    sealed interface Passing extends FaultAct {}

    /**
     * The server answers this status, with the error body that it has for it.
     *
     * @param code from 400 to 599
     */
    record Status(int code) implements Answering {
        public Status {
            if (code < 400 || code > 599) {
                throw new IllegalArgumentException("status:… is from 400 to 599");
            }
        }

        @Override
        public String text() {
            return "status:" + code;
        }
    }

    /** The refusal that the protocol has for this endpoint. */
    record Refuse() implements Answering {
        @Override
        public String text() {
            return "refuse";
        }
    }

    /** The connection is closed without an answer. */
    record Close() implements Answering {
        @Override
        public String text() {
            return "close";
        }
    }

    /** 200 with a body that says JSON and is none. */
    record Garbage() implements Answering {
        @Override
        public String text() {
            return "garbage";
        }
    }

    /** 200 without a body. */
    record Empty() implements Answering {
        @Override
        public String text() {
            return "empty";
        }
    }

    /**
     * The answer comes late.
     *
     * @param by in real time, {@link #LONGEST} at most
     */
    record Delay(Duration by) implements Passing {

        /** What a client must bear of a server; each delayed call holds a thread. */
        public static final Duration LONGEST = Duration.ofSeconds(60);

        public Delay {
            if (by.isNegative() || by.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("delay:… is from 0s to " + LONGEST.toSeconds() + "s");
            }
        }

        @Override
        public String text() {
            return "delay:" + by;
        }
    }

    /**
     * The clock moves on before the call is looked at, as if its client had waited.
     *
     * @param by by how much, 0 or more
     */
    record Advance(Duration by) implements Passing {
        public Advance {
            if (by.isNegative()) {
                throw new IllegalArgumentException("the clock goes forward only: advance:… is 0s or more");
            }
        }

        @Override
        public String text() {
            return "advance:" + by;
        }
    }

    /**
     * Something that this kind of server does, such as {@code rotate-keys}.
     *
     * @param name what the server calls it
     */
    record Deed(String name) implements Passing {
        public Deed {
            Objects.requireNonNull(name, "name");
        }

        @Override
        public String text() {
            return name;
        }
    }

    /**
     * Something that this kind of server does to the next thing it makes, such as {@code expired-token}.
     *
     * @param name what the server calls it
     */
    record Mark(String name) implements FaultAct {
        public Mark {
            Objects.requireNonNull(name, "name");
        }

        @Override
        public String text() {
            return name;
        }
    }

    /**
     * Reads one.
     *
     * @param deeds the names of the server's own deeds
     * @param marks the names of the server's own marks
     * @throws IllegalArgumentException saying what would have been understood
     */
    static FaultAct parse(String text, Set<String> deeds, Set<String> marks) {
        if (deeds.contains(text)) {
            return new Deed(text);
        }
        if (marks.contains(text)) {
            return new Mark(text);
        }
        String[] parts = text.split(":", 2);
        boolean bare = parts.length == 1;
        return switch (parts[0] + (bare ? "" : ":")) {
            case "status:" -> new Status(code(parts[1]));
            case "refuse" -> new Refuse();
            case "close" -> new Close();
            case "garbage" -> new Garbage();
            case "empty" -> new Empty();
            case "delay:" -> new Delay(DurationText.parse(parts[1]));
            case "advance:" -> new Advance(DurationText.parse(parts[1]));
            default -> throw new IllegalArgumentException("do is " + FaultBook.joined(FaultBook.acts(deeds, marks)));
        };
    }

    private static int code(String digits) {
        if (!digits.matches("[0-9]{3}")) {
            throw new IllegalArgumentException("status:… is from 400 to 599");
        }
        return Integer.parseInt(digits);
    }
}
