package fr.accroche.scenarios.report.certificate;

import fr.accroche.certs.CertificateFacts;
import fr.accroche.certs.Origin;
import fr.accroche.certs.file.FileContent;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.certificate.Words;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a report on a certificate file tells of.
 *
 * @param content what the file holds
 * @param clock what the days left are counted from
 * @param warnings what a person should know first
 */
public record InspectedFile(FileContent content, Clock clock, List<Text> warnings) {

    private static final Text REAL = Text.of(
            "{0} : ce certificat {1} de la vraie IGC-Santé de PRODUCTION ({2}). accroche n'en a pas besoin et ne doit pas"
                    + " en recevoir : ne pas le copier, ne pas partager ce fichier ni son mot de passe.",
            "{0}: this certificate {1} of the real IGC-Santé for PRODUCTION ({2}). accroche does not need it and must not be"
                    + " given it: do not copy it, and share neither this file nor its password.");
    private static final Text PROVEN = Text.of("remonte à une autorité", "chains to an authority");
    private static final Text NAMED = Text.of(
            "se dit, par le nom de son émetteur, signé par une autorité",
            "says, by its issuer's name, that it is signed by an authority");
    private static final Text CONTRADICTED = Text.of(
            "{0} : le nom de l'émetteur dit une branche, l'extension 1.2.250.1.71.1.2.5 dit l'autre.",
            "{0}: the issuer's name says one branch, the extension 1.2.250.1.71.1.2.5 says the other.");

    public InspectedFile {
        warnings = List.copyOf(warnings);
    }

    /** What was read, with what there is to be warned of. */
    public static InspectedFile of(FileContent content, Clock clock) {
        List<Text> warnings = new ArrayList<>();
        content.entries().stream()
                .flatMap(entry -> CertificateFacts.of(entry.certificates()).stream())
                .flatMap(facts -> warnings(facts))
                .distinct()
                .forEach(warnings::add);
        content.remarks().stream().map(Words::text).forEach(warnings::add);
        return new InspectedFile(content, clock, warnings);
    }

    private static Stream<Text> warnings(CertificateFacts facts) {
        Origin origin = facts.origin();
        Stream<Text> real = origin.tree() == Origin.Tree.IGC_SANTE_PRODUCTION
                ? Stream.of(REAL.with(facts.subject(), origin.proven() ? PROVEN : NAMED, origin.authority()))
                : Stream.empty();
        boolean contradicted = origin.tree()
                .branch()
                .flatMap(named -> origin.categoryBranch().map(said -> said != named))
                .orElse(false);
        return Stream.concat(real, contradicted ? Stream.of(CONTRADICTED.with(facts.subject())) : Stream.empty());
    }
}
