package fr.accroche.authserver.psc;

import com.nimbusds.jose.JWSAlgorithm;
import fr.accroche.authserver.Call;
import fr.accroche.authserver.Client;
import fr.accroche.authserver.OAuthError;
import fr.accroche.authserver.psc.RequestObject.Flaw;
import fr.accroche.compliance.declaration.PscRegistration;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.wire.admin.Held;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.state.Shape;
import fr.accroche.wire.state.State;
import fr.accroche.wire.state.Store;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where the parameters of an authentication request are read: in the form, or in a signed request object where the client
 * registered that it sends one (CIBA Core §7.1.1), each of which serves once. One way for each client: what is signed for one
 * that did not register it, and what is plain for one that did, is refused. Thread-safe.
 */
final class RequestObjects {

    private static final String SIGNED = "CIBA Core §7.1.1";
    private static final int CAPACITY = 100_000;

    private final Supplier<URI> issuer;
    private final Duration skew;
    private final Clock clock;

    /** The ids of those that were good; beyond the capacity the oldest could come again. */
    private final Store<Boolean> seen;

    /**
     * @param issuer PSC's, once it is started
     * @param skew tolerated in dates
     */
    RequestObjects(Supplier<URI> issuer, Duration skew, Clock clock, State state) {
        this.issuer = issuer;
        this.skew = skew;
        this.clock = clock;
        this.seen = state.store("requestObjects", Shape.of(Boolean.class), CAPACITY);
    }

    /** The parameters; empty if no request object could be read where there must be one. */
    Optional<CibaParameters> parameters(Call call, Optional<Client> client) {
        Optional<String> request = call.parameter("request");
        if (call.parameter("request_uri").isPresent()) {
            refuse(
                    call,
                    "request_uri",
                    "none",
                    new Observed("present", "form/request_uri"),
                    "request_uri is not supported");
        }
        PscRegistration.RequestObject registered =
                client.map(Client::registration).orElse(PscRegistration.DEFAULT).requestObject();
        if (registered != PscRegistration.RequestObject.NONE) {
            return signed(call, client.orElseThrow(), request, registered);
        }
        call.notes().note(Fact.REQUEST_OBJECT, request.isPresent() ? "unregistered" : "none", "form/request");
        if (request.isPresent()) {
            refuse(
                    call,
                    "request",
                    "none: the client registered no request object",
                    new Observed("present", "form/request"),
                    "request is not registered for this client");
            return plainAllTheSame(call);
        }
        return Optional.of(CibaParameters.plain(call));
    }

    private Optional<CibaParameters> signed(
            Call call, Client client, Optional<String> request, PscRegistration.RequestObject registered) {
        requireInside(call);
        if (request.isEmpty()) {
            call.notes().note(Fact.REQUEST_OBJECT, "none", "form/request");
            refuse(
                    call,
                    "request",
                    "a request object signed " + registered.written(),
                    new Observed(Observed.NOTHING.value(), "form/request"),
                    "the request must be signed");
            return plainAllTheSame(call);
        }
        RequestObject object =
                RequestObject.judge(request.get(), JWSAlgorithm.parse(registered.written()), client.keys());
        call.notes().note(Fact.REQUEST_OBJECT, object.algorithm(), "request/header.alg");
        object.flaws().forEach(flaw -> refuse(call, flaw));
        return object.claims().map(claims -> claimed(call, client.clientId(), claims));
    }

    /** No parameter of the request may be beside the object; those of client authentication must. */
    private static void requireInside(Call call) {
        List<String> names = beside(call);
        if (!names.isEmpty()) {
            refuse(
                    call,
                    "request",
                    "every parameter inside",
                    new Observed(String.join(" ", names), "form"),
                    "parameters must be inside the request object");
        }
    }

    private static List<String> beside(Call call) {
        return CibaParameters.NAMES.stream()
                .filter(name -> call.parameter(name).isPresent())
                .toList();
    }

    /** What is plain, where that is refused and the call only to be explained: if there is any, there is something to go on with. */
    private static Optional<CibaParameters> plainAllTheSame(Call call) {
        return call.explains() && !beside(call).isEmpty() ? Optional.of(CibaParameters.plain(call)) : Optional.empty();
    }

    private CibaParameters claimed(Call call, String clientId, JsonObject claims) {
        RequestObjectClaims judge = new RequestObjectClaims(issuer.get().toString(), clientId, clock.instant(), skew);
        List<Flaw> flaws = judge.flaws(claims);
        flaws.forEach(flaw -> refuse(call, flaw));
        if (flaws.isEmpty() && call.sound()) {
            once(call, clientId + '\n' + claims.text("jti").orElseThrow(), judge);
        }
        return CibaParameters.signed(claims);
    }

    private void once(Call call, String id, RequestObjectClaims judge) {
        if (!seen.putNew(id, true, judge.remembered())) {
            refuse(call, new Flaw("jti", "one that did not come yet", "one that came already"));
        }
    }

    private static void refuse(Call call, Flaw flaw) {
        refuse(
                call,
                flaw.part(),
                flaw.expected(),
                new Observed(flaw.observed(), "request/" + flaw.part()),
                "Invalid request object: " + flaw.part());
    }

    private static void refuse(Call call, String part, String expected, Observed observed, String description) {
        CibaRefusal.refuse(call, part, expected, SIGNED, observed, OAuthError.invalidRequest(description));
    }

    Held held() {
        return seen;
    }
}
