package fr.accroche.scenarios.probe;

import fr.accroche.certs.Branch;
import fr.accroche.certs.TestIgc;
import fr.accroche.certs.file.CertificateFileReader;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.certificate.CertificateCheck;
import fr.accroche.scenarios.certificate.CertificateFinding;
import fr.accroche.scenarios.certificate.CertificateFinding.Level;
import fr.accroche.scenarios.certificate.Use;
import fr.accroche.scenarios.certificate.Use.Part;
import fr.accroche.scenarios.doctor.Examined;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The certificate of a server of the vendor's, which TLS took: what a SERV SSL of the IGC-Santé has and it has not is worth
 * knowing, and keeps nothing from running.
 *
 * @param igc whose profiles and chains it is compared with
 * @param branch of the environment
 * @param clock says what expires soon
 */
record ShownCertificate(TestIgc igc, Branch branch, Clock clock) {

    /** Of authorities and their lists: whom to believe is declared, and TLS has judged it. */
    private static final Set<String> JUDGED = Set.of("F10", "F14", "F16", "F30", "F41");

    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});
    private static final Text SUBJECT = Text.of("{0} : certificat du serveur", "{0}: server certificate");
    private static final Text OTHER = Text.of(
            "TLS l'accepte ; ce n'est pas un SERV SSL comme l'IGC-Santé en émet",
            "TLS takes it; it is no SERV SSL as the IGC-Santé issues them");

    Optional<Examined> examined(Probe probe, List<X509Certificate> shown) {
        Use use = new Use(
                Part.SSL_SERV,
                branch,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(probe.request().uri().getHost()));
        List<CertificateFinding> findings = new CertificateCheck(igc, clock)
                .check(CertificateFileReader.read(probe.server().path(), pem(shown), Optional.empty()), use).stream()
                        .filter(finding -> !JUDGED.contains(finding.error().id()))
                        .map(finding -> new CertificateFinding(finding.error(), Level.WARNING, finding.observations()))
                        .toList();
        return findings.isEmpty()
                ? Optional.empty()
                : Optional.of(new Examined(
                        SUBJECT.with(probe.subject()), Examined.Level.WARNING, OTHER, Optional.empty(), findings));
    }

    private static byte[] pem(List<X509Certificate> chain) {
        StringBuilder pem = new StringBuilder();
        for (X509Certificate certificate : chain) {
            pem.append("-----BEGIN CERTIFICATE-----\n")
                    .append(LINES.encodeToString(encoded(certificate)))
                    .append("\n-----END CERTIFICATE-----\n");
        }
        return pem.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException("a certificate that was parsed can be encoded", impossible);
        }
    }
}
