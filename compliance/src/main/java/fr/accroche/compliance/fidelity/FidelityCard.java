package fr.accroche.compliance.fidelity;

import fr.accroche.compliance.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a simulator says of its messages: how near each is to the real one. Each simulator has its card beside what it
 * serves; {@code docs/fidelity.md} is printed from them.
 *
 * @param title the simulator
 * @param lines what it says, in the order of reading
 */
public record FidelityCard(Text title, List<Line> lines) {

    /**
     * One thing said.
     *
     * @param served the messages that it is about, as the wire or their specification names them, for example {@code TD0.2}
     *     or {@code POST /connect}; empty where it is about all of them
     * @param likeness how near
     */
    public record Line(List<String> served, Likeness likeness) {
        public Line {
            served = List.copyOf(served);
            Objects.requireNonNull(likeness, "likeness");
        }
    }

    public FidelityCard {
        Objects.requireNonNull(title, "title");
        lines = List.copyOf(lines);
    }

    /** Without a line yet. */
    public static FidelityCard of(String fr, String en) {
        return new FidelityCard(Text.of(fr, en), List.of());
    }

    public FidelityCard exact(Text what, Basis basis, String... served) {
        return plus(Likeness.exact(what, basis), served);
    }

    public FidelityCard standard(Text what, Basis basis, String... served) {
        return plus(Likeness.standard(what, basis), served);
    }

    public FidelityCard simplified(Text what, Basis basis, String... served) {
        return plus(Likeness.simplified(what, basis), served);
    }

    public FidelityCard invented(Text what, String... served) {
        return plus(Likeness.invented(what), served);
    }

    private FidelityCard plus(Likeness likeness, String... served) {
        List<Line> more = new ArrayList<>(lines);
        more.add(new Line(List.of(served), likeness));
        return new FidelityCard(title, more);
    }

    /** Every message that has a line. */
    public Set<String> served() {
        return lines.stream().flatMap(line -> line.served().stream()).collect(Collectors.toUnmodifiableSet());
    }
}
