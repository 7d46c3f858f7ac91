package fr.accroche.scenarios.report.diagnosis;

import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.diagnosis.CertificateError;
import fr.accroche.scenarios.diagnosis.Symptom;
import fr.accroche.scenarios.report.rules.RuleSheet.Part;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What there is to say of a certificate error, for the command line and for {@code docs/certificate-errors.md}.
 *
 * @param error which
 */
public record ErrorSheet(CertificateError error) {

    /** The name of the part that says what programs print. */
    public static final Text TEXTS = Text.of("textes", "texts");

    /** The name of the part that holds commands. */
    public static final Text COMMAND = Text.of("commande", "command");

    /** The name of the part that names the rules it breaks. */
    public static final Text RULE = Text.of("règle", "rule");

    private static final Text ELSEWHERE = Text.of("ailleurs", "elsewhere");
    private static final Text NO_TEXT =
            Text.of("aucun texte qui lui soit propre ; voir le signe", "no text of its own; see the sign");
    private static final Text PLACE = Text.verbatim("{0}, {1}");

    /** What is to be said of an error that was found: its cause, what it looks like elsewhere, what to do, and who. */
    public List<Part> explained(Language language) {
        return said(Stream.of(
                cause(language), new Part(ELSEWHERE, lines(error.symptoms())), remedy(language), by(language), rule()));
    }

    /** Everything, the title left out; what is said of the symptoms comes after the cause. */
    public List<Part> parts(Language language) {
        return said(Stream.of(
                cause(language),
                part(Text.of("signe", "sign"), error.sign(), language),
                part(
                        Text.of("où", "where"),
                        PLACE.with(
                                error.place().layer().title(),
                                error.place().side().title()),
                        language),
                new Part(TEXTS, texts(language)),
                tellApart(language),
                new Part(COMMAND, error.check().commands()),
                remedy(language),
                by(language),
                rule(),
                part(Text.of("certitude", "certainty"), error.certainty().title(), language)));
    }

    private static List<Part> said(Stream<Part> parts) {
        return parts.filter(part -> !String.join("", part.lines()).isBlank()).toList();
    }

    private Part cause(Language language) {
        return part(Text.verbatim("cause"), error.cause(), language);
    }

    private Part remedy(Language language) {
        return part(Text.of("remède", "remedy"), error.fix(), language);
    }

    private Part by(Language language) {
        return new Part(Text.of("par", "by"), List.of(owners(language)));
    }

    private Part rule() {
        return new Part(RULE, List.of(error.rules().stream().map(RuleId::value).collect(Collectors.joining(", "))));
    }

    /** How to tell it from those that look like it. */
    Part tellApart(Language language) {
        return part(Text.of("distinguer", "tell apart"), error.check().question(), language);
    }

    /** What programs print, each after the name of the program. */
    public static List<String> lines(List<Symptom> symptoms) {
        return symptoms.stream()
                .map(symptom -> symptom.program() + ": " + symptom.text())
                .toList();
    }

    private List<String> texts(Language language) {
        return error.symptoms().isEmpty() ? List.of(NO_TEXT.in(language)) : lines(error.symptoms());
    }

    private String owners(Language language) {
        return error.owners().stream()
                .map(Owner::title)
                .map(title -> title.in(language))
                .collect(Collectors.joining(", "));
    }

    private static Part part(Text name, Text said, Language language) {
        return new Part(name, List.of(said.in(language)));
    }
}
