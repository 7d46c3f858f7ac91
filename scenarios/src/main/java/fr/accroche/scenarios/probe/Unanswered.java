package fr.accroche.scenarios.probe;

import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.diagnosis.CertificateError;
import fr.accroche.scenarios.doctor.CallFailure;
import fr.accroche.scenarios.doctor.Examined;
import fr.accroche.wire.ConnectionFailedException;
import java.util.Optional;
import java.util.Set;

/** Why a probe got no answer, and what to do about it where the server is the vendor's. */
final class Unanswered {

    /** RFC 8446 §6.2, RFC 5246 §7.2.2: a server has nothing but these to say of a client's certificate. */
    private static final Set<String> OF_OUR_CERTIFICATE = Set.of(
            "bad_certificate",
            "unsupported_certificate",
            "certificate_revoked",
            "certificate_expired",
            "certificate_unknown",
            "certificate_required",
            "unknown_ca",
            "access_denied");

    /** The authority of the server's certificate is not known, or not this one, of the same name. */
    private static final Set<String> UNKNOWN_AUTHORITY = Set.of("F13", "F14", "F42");

    private static final Text HANDSHAKE = Text.of("la connexion TLS échoue : « {0} »", "the TLS handshake fails: {0}");
    private static final Text REFUSED = Text.of(
            "le serveur refuse le certificat client qui lui est présenté : « {0} »",
            "the server refuses the client certificate that is presented to it: {0}");
    private static final Text KNOW_US = Text.of(
            "y reconnaître l'autorité d'accroche (le dossier de travail la contient : trust.pem), ou déclarer sous"
                    + " operations[].files ou {0}.certificate un certificat d'une autorité que ce serveur connaît",
            "have accroche's authority trusted there (it is in the work folder: trust.pem), or declare under operations[].files or"
                    + " {0}.certificate a certificate of an authority that this server knows");
    private static final Text TRUST = Text.of(
            "déclarer sous {0}.trust le certificat de l'autorité qui a émis celui de ce serveur",
            "declare under {0}.trust the certificate of the authority that issued this server's");

    private Unanswered() {}

    static Examined examined(Probe probe, ConnectionFailedException failed) {
        String message = String.valueOf(failed.getMessage());
        if (OF_OUR_CERTIFICATE.stream().anyMatch(alert -> message.contains("alert " + alert))) {
            return Examined.fail(
                    probe.subject(),
                    REFUSED.with(message),
                    Difference.theirs(KNOW_US.with(probe.server().path())));
        }
        Examined found = CallFailure.examined(probe.subject(), failed, HANDSHAKE);
        Optional<CertificateError> error = CallFailure.error(failed);
        return error.map(CertificateError::id)
                        .filter(UNKNOWN_AUTHORITY::contains)
                        .isPresent()
                ? Examined.fail(
                        probe.subject(), found.said(), TRUST.with(probe.server().path()))
                : Examined.fail(probe.subject(), found.said(), found.remedy().map(Difference::theirs));
    }
}
