package fr.accroche.authserver.psc;

import fr.accroche.authserver.Call;
import fr.accroche.authserver.ClientAuthenticator;
import fr.accroche.authserver.FormGuard;
import fr.accroche.authserver.Ids;
import fr.accroche.authserver.Reply;
import fr.accroche.authserver.Rules;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.identity.Professional;
import fr.accroche.wire.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** The backchannel authentication endpoint (CIBA Core §7). */
final class CibaEndpoint {

    private static final String DEFAULT_CHANNEL = "MOBILE";

    /** As Keycloak and the ANS proxy's own tests have it. */
    private static final Duration REQUEST_LIFE = Duration.ofSeconds(120);

    private final PscSettings settings;
    private final ClientAuthenticator authenticator;
    private final CibaRequests requests;
    private final Supplier<ECps> eCps;
    private final Ids ids;
    private final Clock clock;

    CibaEndpoint(
            PscSettings settings,
            ClientAuthenticator authenticator,
            CibaRequests requests,
            Supplier<ECps> eCps,
            Ids ids,
            Clock clock) {
        this.settings = settings;
        this.authenticator = authenticator;
        this.requests = requests;
        this.eCps = eCps;
        this.ids = ids;
        this.clock = clock;
    }

    Reply answer(Call call) {
        note(call);
        FormGuard.check(call, Rules.CIBA_REQUEST);
        Optional<String> clientId = authenticator.authenticate(call);
        Optional<Professional> person = CibaGuard.check(call);
        return call.refusal().orElseGet(() -> acknowledge(call, clientId.orElseThrow(), person.orElseThrow()));
    }

    private static void note(Call call) {
        call.note(Fact.SCOPE, "scope");
        call.note(Fact.ACR_VALUES, "acr_values");
        call.note(Fact.LOGIN_HINT, "login_hint");
        call.note(Fact.BINDING_MESSAGE, "binding_message");
        call.note(Fact.CHANNEL, "channel");
    }

    private Reply acknowledge(Call call, String clientId, Professional person) {
        String channel = call.parameter("channel").orElse(DEFAULT_CHANNEL);
        ECps.Demand demand = new ECps.Demand(
                clientId, person.nationalId(), call.parameter("binding_message").orElseThrow(), channel);
        String authReqId = ids.opaque();
        Instant now = clock.instant();
        requests.open(
                authReqId,
                new CibaRequest(
                        clientId,
                        person,
                        call.parameter("scope").orElseThrow(),
                        channel,
                        now.plus(REQUEST_LIFE),
                        settings.interval(),
                        now,
                        eCps.get().answer(demand)));
        long interval = settings.interval().toSeconds();
        call.notes()
                .note(Fact.AUTH_REQ_ID, authReqId, "answer/auth_req_id")
                .note(Fact.POLL_INTERVAL, String.valueOf(interval), "answer/interval");
        return Reply.json(
                200,
                JsonObject.EMPTY
                        .with("auth_req_id", authReqId)
                        .with("expires_in", REQUEST_LIFE.toSeconds())
                        .with("interval", interval));
    }
}
