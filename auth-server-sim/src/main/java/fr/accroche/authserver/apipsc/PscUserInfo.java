package fr.accroche.authserver.apipsc;

import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Response;
import fr.accroche.wire.TraceParent;
import fr.accroche.wire.json.JsonObject;
import java.util.Optional;

/**
 * Calls PSC's userinfo with the subject token, as Keycloak does of another provider's access token: if PSC answers, the token
 * lives. Userinfo says nothing of the token itself, so its other claims are read from the token that PSC has just taken.
 */
final class PscUserInfo implements SubjectTokenCheck {

    private static final String WHERE = "PSC/userinfo";

    private final PscServer psc;

    PscUserInfo(PscServer psc) {
        this.psc = psc;
    }

    @Override
    public PscSays ask(String token, TraceParent trace) throws UpstreamFailure {
        Optional<JsonObject> claims = CompactJws.claims(token);
        if (claims.isEmpty()) {
            return PscSays.dead(WHERE);
        }
        Response response = psc.send(
                ClientRequest.get(psc.at(PscEndpoint.USERINFO, trace)).with("Authorization", "Bearer " + token), trace);
        return switch (response.status()) {
            case 200 -> new PscSays(true, claims.get(), WHERE);
            case 400, 401, 403 -> PscSays.dead(WHERE);
            default -> throw PscServer.failure("PSC userinfo answered " + response.status(), null);
        };
    }
}
