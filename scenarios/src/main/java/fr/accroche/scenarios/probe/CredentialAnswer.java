package fr.accroche.scenarios.probe;

import fr.accroche.compliance.declaration.CredentialChoices;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.doctor.Examined;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.JsonObject;
import java.util.Optional;

/**
 * What an API Credential answers about a client that nobody registered: a refusal, in JSON.
 *
 * @param contract how it says that it grants
 */
record CredentialAnswer(CredentialChoices contract) implements Probe.Expectation {

    private static final Text REFUSAL = Text.of(
            "400 ou 403 et un objet JSON pour un client inconnu", "400 or 403 and a JSON object for an unknown client");
    private static final Text STATUS = Text.verbatim("HTTP {0}");
    private static final Text NO_JSON = Text.of("HTTP {0} sans objet JSON", "HTTP {0} without a JSON object");
    private static final Text GRANTED =
            Text.of("200 et {0} = {1} : il est accordé", "200 and {0} = {1}: it is granted");
    private static final Text CONTRACT = Text.of(
            "vérifier l'adresse et settings.credentialApi (docs/settings.md) ; un client inconnu doit être refusé",
            "check the address and settings.credentialApi (docs/settings.md); an unknown client must be refused");
    private static final Text CALLER = Text.of(
            "que le serveur d'autorisation soit reconnu à son certificat",
            "that the authorization server be known by its certificate");
    private static final Text KNOW_CALLER = Text.of(
            "y reconnaître ce certificat, ou déclarer sous participants.credentialApi.certificate celui que ce serveur connaît",
            "have this certificate known there, or declare under participants.credentialApi.certificate the one that it knows");
    private static final Text SOUND = Text.of("refuse un client inconnu ({0})", "refuses an unknown client ({0})");

    @Override
    public Examined judge(Text subject, Response answer) {
        int status = answer.status();
        Optional<JsonObject> json = DiscoveryAnswer.document(answer);
        if (status == 401 || status == 403 && json.isEmpty()) {
            return Difference.fail(subject, CALLER, STATUS.with(status), KNOW_CALLER);
        }
        boolean granted = json.flatMap(said -> said.text(contract.decisionField()))
                .filter(contract.granted()::equals)
                .isPresent();
        if (status == 200 && granted) {
            Text observed = GRANTED.with(contract.decisionField(), contract.granted());
            return Difference.fail(subject, REFUSAL, observed, CONTRACT);
        }
        if (status != 400 && status != 403) {
            return Difference.fail(subject, REFUSAL, STATUS.with(status), CONTRACT);
        }
        return json.isPresent()
                ? Examined.ok(subject, SOUND.with(status))
                : Difference.fail(subject, REFUSAL, NO_JSON.with(status), CONTRACT);
    }
}
