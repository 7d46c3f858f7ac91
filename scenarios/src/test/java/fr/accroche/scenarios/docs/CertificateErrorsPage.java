package fr.accroche.scenarios.docs;

import fr.accroche.certs.FaultyFiles;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.text.Language;
import fr.accroche.scenarios.certificate.Provocation;
import fr.accroche.scenarios.certificate.Provocations;
import fr.accroche.scenarios.diagnosis.CertificateError;
import fr.accroche.scenarios.diagnosis.CertificateErrors;
import fr.accroche.scenarios.report.diagnosis.ErrorSheet;
import fr.accroche.scenarios.report.rules.RuleSheet.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** {@code docs/certificate-errors.md}: the catalogue, for those who come with an error text and a search engine. */
final class CertificateErrorsPage {

    private CertificateErrorsPage() {}

    static String render() {
        StringBuilder page = new StringBuilder("""
                # Certificate errors · Erreurs de certificat

                Generated from the code; a test fails when it is stale. `accroche certs diagnose "ERROR TEXT"` finds the likely
                causes of what your program printed, `accroche certs diagnose - < file` those of a whole log. In the texts, `…`
                stands for what varies. · Page produite à partir du code ; un test échoue quand elle n'est plus à jour.
                `accroche certs diagnose "TEXTE D'ERREUR"` trouve les causes probables de ce que votre programme affiche,
                `accroche certs diagnose - < fichier` celles d'un journal entier. Dans les textes, `…` remplace ce qui varie.

                """);
        CertificateErrors.ALL.forEach(error -> page.append("- [%s](#%s) %s · %s%n"
                .formatted(
                        error.id(),
                        error.id().toLowerCase(Locale.ROOT),
                        error.title().en(),
                        error.title().fr())));
        CertificateErrors.ALL.forEach(error -> page.append(section(error)));
        return page.toString().replace("\r\n", "\n");
    }

    private static String section(CertificateError error) {
        return "\n## " + error.id() + "\n" + texts(error) + block(error, Language.EN) + block(error, Language.FR)
                + rules(error) + provocation(Provocations.of(error.id()).orElseThrow());
    }

    /** How to see it here, or why it cannot be seen. */
    private static String provocation(Provocation provocation) {
        List<String> commands = new ArrayList<>();
        if (provocation.files().isPresent()) {
            commands.add("accroche certs break %1$s --output %1$s && cd %1$s".formatted(provocation.error()));
            commands.add("ACCROCHE_PASSWORD=%s accroche certs check %s --work ../.accroche"
                    .formatted(FaultyFiles.PASSWORD, String.join(" ", provocation.check())));
        }
        provocation.shown().ifPresent(shown -> commands.add(shown.command() + "    # " + shown.prints()));
        provocation.chainFaults().forEach(fault -> commands.add("accroche test --fault " + fault));
        String limit = provocation
                .limit()
                .map(reason -> "\nNot shown · Non montré : " + reason.en() + " · " + reason.fr() + "\n")
                .orElse("");
        return (commands.isEmpty() ? "" : "\nProvoke it · La provoquer :\n\n" + fenced(commands, "")) + limit;
    }

    private static String texts(CertificateError error) {
        return error.symptoms().isEmpty() ? "" : "\n" + fenced(ErrorSheet.lines(error.symptoms()), "");
    }

    private static String block(CertificateError error, Language language) {
        StringBuilder block = new StringBuilder("\n**" + error.title().in(language) + "**\n\n");
        new ErrorSheet(error)
                .parts(language).stream()
                        .filter(part -> !part.name().equals(ErrorSheet.TEXTS)
                                || error.symptoms().isEmpty())
                        .filter(part -> !part.name().equals(ErrorSheet.RULE))
                        .forEach(part -> block.append(line(part, language)));
        return block.toString();
    }

    private static String line(Part part, Language language) {
        String name = "- *" + part.name().in(language) + "*:";
        return part.name().equals(ErrorSheet.COMMAND)
                ? name + "\n" + fenced(part.lines(), "  ")
                : name + " " + String.join(" ", part.lines()) + "\n";
    }

    private static String rules(CertificateError error) {
        return error.rules().isEmpty()
                ? ""
                : error.rules().stream()
                        .map(RuleId::value)
                        .map(id -> "[" + id + "](rules.md#" + id.toLowerCase(Locale.ROOT) + ")")
                        .collect(Collectors.joining(", ", "\nBreaks · Enfreint : ", "\n"));
    }

    private static String fenced(List<String> lines, String indent) {
        return lines.stream()
                .map(line -> indent + line)
                .collect(Collectors.joining("\n", indent + "```\n", "\n" + indent + "```\n"));
    }
}
