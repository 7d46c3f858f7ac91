package fr.accroche.scenarios.report.suite;

import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.report.Words;
import fr.accroche.scenarios.suite.ProxyCase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * All there is to say of a case before it is played.
 *
 * @param played the case
 */
public record CaseSheet(ProxyCase played) {

    /** A heading and what stands under it. */
    public record Part(Text name, String text) {}

    /** In one language, in the order of reading; parts without a text are left out. */
    public List<Part> parts(Language language) {
        List<Part> parts = new ArrayList<>(List.of(
                new Part(SuiteWords.LEVEL, SuiteWords.level(played.level()).in(language)),
                new Part(SuiteWords.DONE, played.done().in(language)),
                new Part(Words.EXPECTED, played.expected().in(language)),
                new Part(SuiteWords.WHY, played.why().in(language)),
                new Part(SuiteWords.RULES, rules()),
                new Part(Words.SOURCE, played.citation().line().in(language)),
                new Part(Words.FIDELITY, played.likeness().line().in(language)),
                new Part(Words.REMEDY, played.remedy().in(language)),
                new Part(Words.OWNER, played.owner().title().in(language))));
        parts.removeIf(part -> part.text().isEmpty());
        return parts;
    }

    /** The rules that it is about, separated by spaces. */
    public String rules() {
        return played.rules().stream().sorted().map(RuleId::value).collect(Collectors.joining(" "));
    }
}
