package fr.accroche.authserver.psc;

import fr.accroche.authserver.Call;
import fr.accroche.authserver.Client;
import fr.accroche.authserver.ClientAuthenticator;
import fr.accroche.authserver.FormGuard;
import fr.accroche.authserver.Ids;
import fr.accroche.authserver.OAuthError;
import fr.accroche.authserver.OAuthRefusal;
import fr.accroche.authserver.Reply;
import fr.accroche.authserver.Rules;
import fr.accroche.compliance.declaration.PscChoices.FirstPoll;
import fr.accroche.compliance.declaration.PscRegistration;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.identity.Professional;
import fr.accroche.compliance.text.Text;
import fr.accroche.wire.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** The backchannel authentication endpoint (CIBA Core §7). */
final class CibaEndpoint {

    private static final String DEFAULT_CHANNEL = "MOBILE";

    /** How long a request may wait at most, whatever {@code requested_expiry} asks for. */
    static final Duration LONGEST_LIFE = Duration.ofMinutes(10);

    private final PscSettings settings;
    private final ClientAuthenticator authenticator;
    private final RequestObjects requestObjects;
    private final CibaGuard guard;
    private final CibaHint hint;
    private final CibaDesk desk;
    private final Ids ids;
    private final Clock clock;

    /**
     * What it opens requests in.
     *
     * @param requests those under way
     * @param devices what professionals do
     */
    record CibaDesk(CibaRequests requests, Supplier<ECps> devices) {}

    CibaEndpoint(
            PscSettings settings,
            ClientAuthenticator authenticator,
            RequestObjects requestObjects,
            CibaHint hint,
            CibaDesk desk,
            Ids ids,
            Clock clock) {
        this.settings = settings;
        this.authenticator = authenticator;
        this.requestObjects = requestObjects;
        this.guard = new CibaGuard(settings.choices());
        this.hint = hint;
        this.desk = desk;
        this.ids = ids;
        this.clock = clock;
    }

    Reply answer(Call call) {
        FormGuard.check(call, Rules.CIBA_REQUEST);
        Optional<String> clientId = authenticator.authenticate(call);
        Optional<Client> client = clientId.flatMap(authenticator::client);
        client.ifPresent(known -> allowed(call, known));
        Optional<CibaParameters> parameters = requestObjects.parameters(call, client);
        Optional<Professional> person = parameters.flatMap(given -> {
            note(call, given);
            guard.check(call, given, client.map(Client::registration).orElse(PscRegistration.DEFAULT));
            return hint.check(call, given, clientId.orElse(""));
        });
        return call.refusal(client.isPresent() && parameters.isPresent() && person.isPresent())
                .orElseGet(
                        () -> acknowledge(call, client.orElseThrow(), parameters.orElseThrow(), person.orElseThrow()));
    }

    private static void note(Call call, CibaParameters parameters) {
        parameters.note(call, Fact.SCOPE, "scope");
        parameters.note(call, Fact.ACR_VALUES, "acr_values");
        parameters.note(call, Fact.LOGIN_HINT, "login_hint");
        parameters.note(call, Fact.BINDING_MESSAGE, "binding_message");
        parameters.note(call, Fact.CHANNEL, "channel");
    }

    private static void allowed(Call call, Client client) {
        if (!client.registration().grants().contains(PscRegistration.Grant.CIBA)) {
            call.refuse(OAuthRefusal.of(
                    Rules.CIBA_REQUEST,
                    Text.of("{0} n'a pas enregistré CIBA.", "{0} did not register CIBA.")
                            .with(client.clientId()),
                    new Observed("grants: [ciba]", client.declaredAt()),
                    new Observed(client.registration().grants().toString(), client.declaredAt()),
                    new OAuthError(400, "unauthorized_client", "Client not allowed OIDC CIBA Grant")));
        }
    }

    private Reply acknowledge(Call call, Client client, CibaParameters parameters, Professional person) {
        Instant now = clock.instant();
        CibaRequest.Asked asked = new CibaRequest.Asked(
                ids.uuid(),
                client.clientId(),
                person,
                CibaGuard.granted(parameters),
                CibaGuard.channel(parameters).orElse(DEFAULT_CHANNEL),
                parameters.first("binding_message").map(Call::clipped).orElse(""),
                now,
                guard.pings(client.registration()) ? CibaGuard.notificationToken(parameters) : Optional.empty());
        Duration life = life(parameters);
        String authReqId = ids.opaque();
        boolean waits = settings.choices().firstPoll() == FirstPoll.STRICT;
        desk.requests()
                .open(
                        authReqId,
                        new CibaRequest(
                                asked,
                                now.plus(life),
                                settings.interval(),
                                waits ? Optional.of(now) : Optional.empty(),
                                decision(asked, now)));
        long interval = settings.interval().toSeconds();
        call.notes()
                .note(Fact.AUTH_REQ_ID, authReqId, "answer/auth_req_id")
                .note(Fact.POLL_INTERVAL, String.valueOf(interval), "answer/interval");
        return Reply.json(
                200,
                JsonObject.EMPTY
                        .with("auth_req_id", authReqId)
                        .with("expires_in", life.toSeconds())
                        .with("interval", interval));
    }

    private CibaRequest.Decision decision(CibaRequest.Asked asked, Instant now) {
        ECps.Demand demand =
                new ECps.Demand(asked.clientId(), asked.person().nationalId(), asked.bindingMessage(), asked.channel());
        ECps device = desk.devices().get();
        return new CibaRequest.Decision(device.answer(demand), now.plus(device.delay(demand)), 0, false);
    }

    /** What the client asks for, which it may shorten and lengthen (CIBA Core §7.1), or what is usual. */
    private Duration life(CibaParameters parameters) {
        return CibaGuard.requestedExpiry(parameters)
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .map(asked -> asked.compareTo(LONGEST_LIFE) < 0 ? asked : LONGEST_LIFE)
                .orElse(settings.choices().cibaExpiry());
    }
}
