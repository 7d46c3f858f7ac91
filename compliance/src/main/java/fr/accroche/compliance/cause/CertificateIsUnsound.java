package fr.accroche.compliance.cause;

import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.ObservedCertificate;
import fr.accroche.compliance.exchange.ObservedCertificate.CertificateDefect;
import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The client certificate itself is wrong, or there is none: one cause for each certificate, named by its first defect. */
final class CertificateIsUnsound implements Recogniser {

    private static final Text CERTIFICATE = Text.of("certificat client", "client certificate");
    private static final Text NONE = Text.of(
            "Le proxy ne présente aucun certificat : son client TLS n'en a pas, ou n'en trouve pas des autorités que le serveur demande.",
            "The proxy presents no certificate: its TLS client has none, or finds none of the authorities that the server asks for.");
    private static final Text SECRET = Text.of(
            "Le proxy se prouve par un secret, là où l'espace de confiance veut un certificat.",
            "The proxy proves itself by a secret, where the espace de confiance wants a certificate.");
    private static final Text CONFIGURE = Text.of(
            "Configurer dans le client TLS du proxy le certificat ORG AUTH_CLI de {0}, sa clé et sa chaîne.",
            "Set up in the proxy's TLS client the ORG AUTH_CLI certificate of {0}, its key and its chain.");
    private static final Text AND_MORE = Text.of("{0} Autres défauts : {1}.", "{0} Other defects: {1}.");

    /** Which certificate of the path a defect is of; the place says it already. */
    private static final Pattern WHICH = Pattern.compile(": (GN=|CN=)[^;]*$");

    private static final Pattern TAIL = Pattern.compile(", serial 0x[0-9a-f]+|, made on .*");

    private static final Pattern NAME = Pattern.compile("^(critical|notAfter|notBefore|basicConstraints)( =|:)? ");

    private static final Pattern OID = Pattern.compile(" \\([0-2](\\.\\d+)+\\)");

    @Override
    public List<Suspicion> recognise(Clues clues) {
        return Clues.by(clues.of("MTL-01"), finding -> finding.observed().where()).stream()
                .map(findings -> suspicion(clues, findings))
                .toList();
    }

    private static Suspicion suspicion(Clues clues, List<Finding> findings) {
        Finding telling = findings.get(0);
        List<CertificateDefect> defects = defects(clues, telling);
        if (defects.isEmpty()) {
            String client = clues.exchange().clientId().orElse("—");
            boolean secret = telling.observed().value().startsWith("client_secret");
            return new Suspicion(
                    CERTIFICATE,
                    telling,
                    Owner.OPERATEUR_PROXY,
                    secret ? SECRET : NONE,
                    CONFIGURE.with(client),
                    findings);
        }
        CertificateDefect first = defects.get(0);
        DefectCause cause = DefectCause.of(first);
        List<String> more = defects.stream()
                .map(CertificateDefect::code)
                .filter(code -> !code.equals(first.code()))
                .distinct()
                .toList();
        return new Suspicion(
                        cause.field(),
                        telling,
                        Owner.OPERATEUR_PROXY,
                        more.isEmpty() ? cause.likely() : AND_MORE.with(cause.likely(), String.join(", ", more)),
                        cause.repair().with(clues.order()),
                        findings)
                .reading(plain(first.expected()), plain(first.observed()));
    }

    /** Without what the headline says beside it: the field, and which certificate. */
    private static String plain(String value) {
        String bare = OID.matcher(WHICH.matcher(value).replaceFirst("")).replaceAll("");
        return NAME.matcher(TAIL.matcher(bare).replaceAll("")).replaceFirst("");
    }

    /** Those of the certificate that the finding is of. */
    private static List<CertificateDefect> defects(Clues clues, Finding finding) {
        Optional<ObservedCertificate> shown = clues.hops(finding)
                .map(Hop::client)
                .flatMap(client -> client.presented().stream())
                .filter(certificate -> finding.observed().where().startsWith(certificate.where()))
                .findFirst();
        return shown.map(ObservedCertificate::defects).orElse(List.of()).stream()
                .filter(defect -> !defect.code().equals("WRONG_BRANCH"))
                .toList();
    }
}
