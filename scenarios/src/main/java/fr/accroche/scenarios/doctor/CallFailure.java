package fr.accroche.scenarios.doctor;

import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.diagnosis.CertificateError;
import fr.accroche.scenarios.diagnosis.CertificateErrors;
import fr.accroche.scenarios.diagnosis.Diagnosis;
import fr.accroche.wire.ConnectionFailedException;
import fr.accroche.wire.ConnectionFailedException.Reason;
import java.net.UnknownHostException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import java.util.Set;

/** Why a server that was called gave no answer, with the entry of the catalogue of errors that says so. */
public final class CallFailure {

    /** What servers answer to a client that shows nothing (RFC 8446 §6.2); after them, nothing else is wrong. */
    private static final Set<String> WANTS_CERTIFICATE = Set.of("alert certificate_required", "alert bad_certificate");

    private static final Text NO_HOST = Text.of("aucune machine de ce nom : « {0} »", "no host of that name: {0}");
    private static final Text CHECK_NAME =
            Text.of("vérifier le nom, le DNS ou le fichier hosts", "check the name, the DNS or the hosts file");
    private static final Text UNREACHABLE = Text.of("personne n'y répond : « {0} »", "nobody answers there: {0}");
    private static final Text START = Text.of(
            "démarrer le serveur, ou vérifier l'hôte et le port", "start the server, or check the host and the port");
    private static final Text LATE = Text.of("pas de réponse à temps : « {0} »", "no answer in time: {0}");
    private static final Text BROKEN = Text.of("pas de réponse HTTP entière : « {0} »", "no whole HTTP answer: {0}");
    private static final Text TOO_LARGE =
            Text.of("une réponse plus grande que ce qui est lu : « {0} »", "an answer larger than what is read: {0}");
    private static final Text LOOK = Text.of(
            "vérifier que c'est la bonne adresse, et ce que dit le journal du serveur",
            "check that it is the right address, and what the server's log says");
    private static final Text LIKELY = Text.verbatim("{0} — {1}. {2}");

    private CallFailure() {}

    /** Whether the server wants a client certificate, or another. */
    public static boolean wantsCertificate(ConnectionFailedException failed) {
        return WANTS_CERTIFICATE.stream().anyMatch(String.valueOf(failed.getMessage())::contains);
    }

    /**
     * What it was.
     *
     * @param handshake the sentence for a failed TLS handshake, which says whom the caller believes; {@code {0}} is the cause
     */
    public static Examined examined(Text subject, ConnectionFailedException failed, Text handshake) {
        String message = String.valueOf(failed.getMessage());
        if (failed.getCause() instanceof UnknownHostException) {
            return Examined.fail(subject, NO_HOST.with(message), CHECK_NAME);
        }
        Text sentence = failed.reason() == Reason.HANDSHAKE ? handshake : sentence(failed.reason());
        return Examined.fail(
                subject, sentence.with(message), likely(error(failed)).or(() -> otherwise(failed.reason())));
    }

    /** The most likely error: by its type where the JDK has one, which its message does not tell; else by what was printed. */
    public static Optional<CertificateError> error(ConnectionFailedException failed) {
        for (Throwable each = failed; each != null; each = each.getCause()) {
            if (each instanceof CertificateExpiredException) {
                return CertificateErrors.named("F28");
            }
            if (each instanceof CertificateNotYetValidException) {
                return CertificateErrors.named("F29");
            }
        }
        return Diagnosis.of(String.valueOf(failed.getMessage())).candidates().stream()
                .findFirst()
                .map(Diagnosis.Candidate::error);
    }

    private static Text sentence(Reason reason) {
        return switch (reason) {
            case UNREACHABLE -> UNREACHABLE;
            case TIMEOUT, BUSY -> LATE;
            case TOO_LARGE -> TOO_LARGE;
            case BROKEN, HANDSHAKE -> BROKEN;
        };
    }

    private static Optional<Text> otherwise(Reason reason) {
        return switch (reason) {
            case UNREACHABLE -> Optional.of(START);
            case TIMEOUT, BUSY, TOO_LARGE, BROKEN -> Optional.of(LOOK);
            case HANDSHAKE -> Optional.empty();
        };
    }

    static Optional<Text> likely(Optional<CertificateError> error) {
        return error.map(known -> LIKELY.with(known.id(), known.title(), known.fix()));
    }
}
