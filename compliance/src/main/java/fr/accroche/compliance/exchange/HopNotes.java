package fr.accroche.compliance.exchange;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A server's notes while it handles one call; they become a {@link Hop} once it is answered. Of one call, so of one
 * thread.
 */
public final class HopNotes {

    private static final int LONGEST = 500;

    /** Room for each {@link Variant} with its place: one that is cut off is a warning that nobody gets. */
    private static final int LONGEST_OF_LISTS = 1_500;

    private static final Set<Fact> LISTS = Set.of(Fact.VARIANTS, Fact.REFUSED_FORMS, Fact.PS_ATTRIBUTES);

    private final Clock clock;
    private final Instant at;
    private final Stage stage;
    private final String server;
    private final String call;
    private final Map<Fact, Observed> facts = new EnumMap<>(Fact.class);
    private final List<Breach> breaches = new ArrayList<>();
    private ClientCertificate client = new ClientCertificate.NotAsked();

    private HopNotes(Clock clock, Stage stage, String server, String call) {
        this.clock = clock;
        this.at = clock.instant();
        this.stage = stage;
        this.server = server;
        this.call = call;
    }

    /** Opens the notes of a call that has just come. */
    public static HopNotes open(Clock clock, Stage stage, String server, String call) {
        return new HopNotes(clock, stage, server, call);
    }

    public HopNotes client(ClientCertificate certificate) {
        this.client = certificate;
        return this;
    }

    /**
     * Notes a fact, redacted if it must be, and cut to {@value #LONGEST} characters: a stranger wrote it. Lists of what the server
     * names itself, as variants are, are cut to {@value #LONGEST_OF_LISTS}.
     */
    public HopNotes note(Fact fact, String value, String where) {
        String kept = fact.redact(value);
        int longest = LISTS.contains(fact) ? LONGEST_OF_LISTS : LONGEST;
        facts.put(fact, new Observed(kept.length() <= longest ? kept : kept.substring(0, longest) + "…", where));
        return this;
    }

    /** Notes a fact if there is a value. */
    public HopNotes note(Fact fact, Optional<String> value, String where) {
        value.ifPresent(present -> note(fact, present, where));
        return this;
    }

    /** Notes a digest of a body, so that what came can be compared with what was sent. */
    public HopNotes noteBody(byte[] body) {
        return note(Fact.BODY_SHA256, Sha256.hex(body), "HTTP/body");
    }

    /**
     * Notes a digest of a body that was never at hand whole.
     *
     * @param digest of {@link Sha256#begin}, fed with all of it; spent by this
     */
    public HopNotes noteBody(MessageDigest digest) {
        return note(Fact.BODY_SHA256, HexFormat.of().formatHex(digest.digest()), "HTTP/body");
    }

    /** Notes what a body is said to be: the type alone, without its parameters (RFC 9110 §8.3.1). */
    public HopNotes noteMediaType(Optional<String> contentType) {
        return note(
                Fact.BODY_TYPE,
                contentType.map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT)),
                "header/Content-Type");
    }

    public HopNotes breach(Breach breach) {
        breaches.add(breach);
        return this;
    }

    /**
     * Notes what this call would have been refused with, and was not: the first refusal that was withheld stays.
     *
     * @param answer the terse wire error
     */
    public HopNotes withheld(int status, String answer) {
        return facts.containsKey(Fact.REFUSAL_WITHHELD)
                ? this
                : note(Fact.REFUSAL_WITHHELD, status + " " + answer, "settings.enforcement");
    }

    public List<Breach> breaches() {
        return List.copyOf(breaches);
    }

    /** The hop, answered with success or without a wire error of its own. */
    public Hop answered(int status) {
        return hop(status, Optional.empty());
    }

    /** The hop, answered with this terse wire error. */
    public Hop refused(int status, String answer) {
        return hop(status, Optional.of(answer));
    }

    private Hop hop(int status, Optional<String> answer) {
        Duration took = Duration.between(at, clock.instant());
        if (took.isNegative()) {
            took = Duration.ZERO; // the clock was set back meanwhile
        }
        return new Hop(at, took, stage, server, call, status, answer, client, facts, breaches);
    }
}
