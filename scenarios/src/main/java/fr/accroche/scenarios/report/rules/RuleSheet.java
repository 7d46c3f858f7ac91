package fr.accroche.scenarios.report.rules;

import fr.accroche.compliance.catalogue.RuleBook;
import fr.accroche.compliance.catalogue.fault.DeclaredFault;
import fr.accroche.compliance.catalogue.fault.DeclaredFaults;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.fault.Fault;
import fr.accroche.scenarios.fault.Faults;
import fr.accroche.scenarios.report.Words;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything there is to say of one rule.
 *
 * @param card what the rule says of itself
 * @param exchanges the faults that break it in a chain
 * @param declarations the faulty declarations that break it
 */
public record RuleSheet(RuleCard card, List<Fault> exchanges, List<DeclaredFault> declarations) {

    private static final Text SEVERAL = Text.of(" (et {0} autres lignes)", " (and {0} more lines)");
    private static final Text WHERE = Text.of("{0} — dans {1}.yaml :", "{0} — in {1}.yaml:");

    public RuleSheet {
        exchanges = List.copyOf(exchanges);
        declarations = List.copyOf(declarations);
    }

    /** Of every rule, by id. */
    public static List<RuleSheet> all() {
        return RuleBook.CARDS.stream().map(RuleSheet::of).toList();
    }

    static RuleSheet of(RuleCard card) {
        List<Fault> exchanges = Faults.ALL.stream()
                .filter(fault -> fault.breaks().contains(card.id()))
                .toList();
        return new RuleSheet(card, exchanges, DeclaredFaults.of(card.id()));
    }

    /**
     * One thing to say.
     *
     * @param name what it is
     * @param lines what is said
     */
    public record Part(Text name, List<String> lines) {}

    /** What there is to say in one language, the title left out. */
    public List<Part> parts(Language language) {
        Stream<Part> fixed = Stream.of(
                new Part(Text.of("niveau", "level"), List.of(level().in(language))),
                new Part(Text.verbatim("source"), List.of(card.citation().line().in(language))),
                new Part(Words.FIDELITY, List.of(card.likeness().line().in(language))),
                new Part(Text.of("pourquoi", "why"), List.of(card.why().in(language))),
                new Part(Text.of("exemple", "example"), examples(language)),
                new Part(Text.of("remède", "remedy"), List.of(remedy().in(language))),
                new Part(
                        Text.of("par", "by"),
                        List.of(card.owners().stream()
                                .map(Owner::title)
                                .map(title -> title.in(language))
                                .collect(Collectors.joining(", ")))));
        return fixed.filter(part -> !String.join("", part.lines()).isBlank()).toList();
    }

    private Text level() {
        return switch (card.level()) {
            case VIOLATION ->
                Text.of(
                        "violation : la vraie chaîne ou un guichet refuse",
                        "violation: the real chain or a guichet refuses");
            case WARNING -> Text.of("avertissement : un risque", "warning: a risk");
            case INFO -> Text.verbatim("information");
        };
    }

    /** The remedy has places for what a finding expected and observed; here there is none. */
    private Text remedy() {
        return card.remedyFor(Text.of("(attendu)", "(expected)"), Text.of("(observé)", "(observed)"));
    }

    private List<String> examples(Language language) {
        return Stream.concat(
                        declarations.stream().flatMap(fault -> lines(fault, language)),
                        exchanges.stream()
                                .map(fault -> fault.title().in(language) + " — accroche test --fault " + fault.id()))
                .toList();
    }

    private static Stream<String> lines(DeclaredFault fault, Language language) {
        Stream<String> head =
                Stream.of(WHERE.with(fault.title(), fault.base().id()).in(language));
        return Stream.concat(
                head,
                fault.edits().stream()
                        .flatMap(edit -> Stream.of(
                                "  - " + shown(edit.sound(), language), "  + " + shown(edit.faulty(), language))));
    }

    /** The first line of a text, and how many follow. */
    private static String shown(String text, Language language) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        if (lines.isEmpty()) {
            return "";
        }
        return lines.get(0).strip()
                + (lines.size() == 1 ? "" : SEVERAL.with(lines.size() - 1).in(language));
    }
}
