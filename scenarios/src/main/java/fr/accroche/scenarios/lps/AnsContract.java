package fr.accroche.scenarios.lps;

import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonException;
import fr.accroche.wire.json.JsonObject;
import java.net.URI;
import java.util.Optional;

/**
 * The contract of the ANS demonstrator (docs/proxy-api.yaml): {@code POST /connect}, a cookie, {@code /send/<route>/…},
 * {@code DELETE /disconnect}.
 *
 * @param proxy its address
 */
public record AnsContract(URI proxy) implements ProxyContract {

    private static final String COOKIE = "proxy_session_id";

    @Override
    public Call connect(Login login) {
        JsonObject body = JsonObject.EMPTY
                .with("nationalId", login.nationalId())
                .with("bindingMessage", login.bindingMessage())
                .with("clientId", login.clientId())
                .with("channel", login.channel());
        ClientRequest request =
                ClientRequest.post(Addressed.under(proxy, "/connect"), "application/json", body.compact());
        return new Call("POST /connect", request, status -> status == 200, "200");
    }

    @Override
    public Optional<Session> session(Response answer) {
        try {
            Optional<String> state = Json.parseObject(answer.body()).text("session_state");
            return Cookies.named(COOKIE, answer).map(id -> new Session(id, state));
        } catch (JsonException noJson) {
            return Optional.empty();
        }
    }

    @Override
    public String unsaid() {
        return "no JSON body, or no cookie " + COOKIE;
    }

    @Override
    public Optional<Call> send(Session session, Message message) {
        URI target = Addressed.under(proxy, message.path() + message.query());
        ClientRequest request =
                new ClientRequest("POST", target, Headers.of("Content-Type", message.contentType()), message.body());
        return Optional.of(inSession("POST " + message.path(), request, session));
    }

    /** Where each téléservice takes its requests, behind the proxy. */
    static String path(Teleservice service) {
        String endpoint = switch (service) {
            case DMP -> "/patients";
            case INSI, ON -> "/lps";
            case MSSANTE -> throw new IllegalArgumentException("MSSanté is not simulated");
            case CONFORMITE -> "/signsessiondata";
        };
        return "/send/" + service.route() + endpoint;
    }

    @Override
    public Optional<Call> disconnect(Session session) {
        ClientRequest request =
                new ClientRequest("DELETE", Addressed.under(proxy, "/disconnect"), Headers.EMPTY, new byte[0]);
        return Optional.of(inSession("DELETE /disconnect", request, session));
    }

    /** Whatever the téléservice answers comes back: the journal has it, and no status is wrong for the proxy. */
    private static Call inSession(String name, ClientRequest request, Session session) {
        return new Call(name, request.with("Cookie", COOKIE + "=" + session.id()), status -> true, "any");
    }
}
