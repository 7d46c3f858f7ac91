package fr.accroche.scenarios.probe;

import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.doctor.Examined;
import fr.accroche.wire.Response;
import java.util.Optional;

/**
 * What a token endpoint answers to a request without a grant: an error of RFC 6749 §5.2. One that tells {@code invalid_client}
 * does not know the client by the certificate that was presented (RFC 8705 §2).
 *
 * @param clientId the client of the request
 */
record TokenAnswer(String clientId) implements Probe.Expectation {

    private static final Text ERROR = Text.of(
            "400 et une erreur OAuth en JSON pour une demande sans grant_type (RFC 6749 §5.2)",
            "400 and an OAuth error in JSON for a request without grant_type (RFC 6749 §5.2)");
    private static final Text STATUS = Text.of("HTTP {0}, sans erreur OAuth", "HTTP {0}, without an OAuth error");
    private static final Text ENDPOINT = Text.of(
            "vérifier que l'adresse est celle du point d'échange de jeton, qui reçoit des POST",
            "check that the address is that of the token endpoint, which takes POST");
    private static final Text KNOWN = Text.of(
            "que le client {0} soit reconnu à son certificat (RFC 8705 §2)",
            "that client {0} be known by its certificate (RFC 8705 §2)");
    private static final Text UNKNOWN = Text.verbatim("HTTP {0} invalid_client");
    private static final Text REFUSED =
            Text.of("HTTP {0}, un refus sans autre mot", "HTTP {0}, a refusal without a word");
    private static final Text REGISTER = Text.of(
            "y enregistrer ce client_id, et y reconnaître l'autorité de son certificat ; ou déclarer sous operations[].files celui"
                    + " que ce serveur connaît",
            "register this client_id there, and have the authority of its certificate trusted; or declare under operations[].files"
                    + " the one that this server knows");
    private static final Text SOUND = Text.of("répond {0} {1}", "answers {0} {1}");

    @Override
    public Examined judge(Text subject, Response answer) {
        Optional<String> error = DiscoveryAnswer.document(answer)
                .flatMap(document -> document.text("error"))
                .filter(word -> word.matches("[a-z_]{1,64}"));
        if (error.isEmpty() && (answer.status() == 401 || answer.status() == 403)) {
            return Difference.fail(subject, KNOWN.with(clientId), REFUSED.with(answer.status()), REGISTER);
        }
        if (answer.status() < 400 || answer.status() >= 500 || error.isEmpty()) {
            return Difference.fail(subject, ERROR, STATUS.with(answer.status()), ENDPOINT);
        }
        return error.get().equals("invalid_client")
                ? Difference.fail(subject, KNOWN.with(clientId), UNKNOWN.with(answer.status()), REGISTER)
                : Examined.ok(subject, SOUND.with(answer.status(), error.get()));
    }
}
