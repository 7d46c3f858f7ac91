package fr.accroche.scenarios.lps;

import fr.accroche.compliance.declaration.ProxyTemplate;
import fr.accroche.compliance.declaration.ProxyTemplate.Body;
import fr.accroche.compliance.declaration.ProxyTemplate.Place;
import fr.accroche.compliance.declaration.ProxyTemplate.SessionPlace;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The contract of a vendor's own proxy, as its template writes it.
 *
 * @param proxy its address
 * @param template its requests
 */
public record TemplateContract(URI proxy, ProxyTemplate template) implements ProxyContract {

    /** What a header or a cookie can hold, and no more of it than a session is. */
    private static final String CARRIED = "[\\x21-\\x7e]([\\x20-\\x7e]{0,4094}[\\x21-\\x7e])?";

    /** Of a JSON body whose places are filled with harmless values: where it is no JSON; for who wrote the template. */
    public static Map<String, String> notJson(ProxyTemplate template) {
        Map<String, String> wrong = new LinkedHashMap<>();
        Map<Place, String> harmless = new LinkedHashMap<>();
        for (Place place : Place.values()) {
            harmless.put(place, "1");
        }
        Filling filling = new Filling(harmless);
        requests(template)
                .forEach(request -> request.body()
                        .filter(Body.Json.class::isInstance)
                        .flatMap(body -> complaint(filling.body(body)))
                        .ifPresent(what -> wrong.put(request.at() + ".json", what)));
        return wrong;
    }

    private static Stream<ProxyTemplate.Request> requests(ProxyTemplate template) {
        return Stream.of(
                        Stream.of(template.connect()),
                        template.sends().values().stream(),
                        template.disconnect().stream())
                .flatMap(each -> each);
    }

    private static Optional<String> complaint(byte[] json) {
        try {
            Json.parse(json);
            return Optional.empty();
        } catch (JsonException wrong) {
            return Optional.of(String.valueOf(wrong.getMessage()));
        }
    }

    @Override
    public Call connect(Login login) {
        Filling filling = new Filling(Map.of(
                Place.NATIONAL_ID, login.nationalId(),
                Place.CLIENT_ID, login.clientId(),
                Place.BINDING_MESSAGE, login.bindingMessage(),
                Place.CHANNEL, login.channel()));
        return call(template.connect(), filling, Optional.empty());
    }

    @Override
    public Optional<Session> session(Response answer) {
        SessionPlace place = template.session();
        Optional<Json> body = json(answer);
        Optional<String> id = switch (place.kind()) {
            case COOKIE -> Cookies.named(place.name(), answer);
            case HEADER -> answer.headers().first(place.name());
            case POINTER -> body.flatMap(new JsonPointer(place.name())::in);
        };
        Optional<String> state = place.sessionState().flatMap(pointer -> body.flatMap(new JsonPointer(pointer)::in));
        return id.filter(text -> text.matches(CARRIED)).map(text -> new Session(text, state));
    }

    private static Optional<Json> json(Response answer) {
        try {
            return Optional.of(Json.parse(answer.body()));
        } catch (JsonException none) {
            return Optional.empty();
        }
    }

    @Override
    public String unsaid() {
        SessionPlace place = template.session();
        return switch (place.kind()) {
            case COOKIE -> "no cookie " + place.name();
            case HEADER -> "no header " + place.name();
            case POINTER -> "nothing at " + place.name();
        };
    }

    @Override
    public Optional<Call> send(Session session, Message message) {
        Filling filling = in(session)
                .with(Place.TELESERVICE, message.service().label())
                .with(Place.BODY, new String(message.body(), StandardCharsets.UTF_8))
                .with(Place.BODY64, Base64.getEncoder().encodeToString(message.body()));
        return Optional.ofNullable(template.sends().get(message.service()))
                .map(request -> call(request, filling, Optional.of(message)))
                .map(call -> carrying(session, call));
    }

    @Override
    public Optional<Call> disconnect(Session session) {
        return template.disconnect()
                .map(request -> call(request, in(session), Optional.empty()))
                .map(call -> carrying(session, call));
    }

    private static Filling in(Session session) {
        return new Filling(Map.of(
                Place.SESSION,
                session.id(),
                Place.SESSION_STATE,
                session.sessionState().orElse("")));
    }

    private Call carrying(Session session, Call call) {
        SessionPlace place = template.session();
        return place.kind() == SessionPlace.Kind.COOKIE
                ? new Call(
                        call.name(),
                        call.request().with("Cookie", place.name() + "=" + session.id()),
                        call.right(),
                        call.expected())
                : call;
    }

    /** @param raw what goes as it is where the template writes no body */
    private Call call(ProxyTemplate.Request written, Filling filling, Optional<Message> raw) {
        Optional<String> type = written.contentType()
                .or(() -> written.body().map(TemplateContract::type))
                .or(() -> raw.map(Message::contentType));
        Headers headers = type.map(value -> Headers.of("Content-Type", value)).orElse(Headers.EMPTY);
        for (Map.Entry<String, String> header : written.headers().entrySet()) {
            headers = headers.with(header.getKey(), filling.plain(header.getValue()));
        }
        byte[] body = written.body()
                .map(filling::body)
                .or(() -> raw.map(Message::body))
                .orElse(new byte[0]);
        URI target = Addressed.under(proxy, filling.path(written.path()));
        String name = written.method() + " " + written.path().split("\\?", 2)[0];
        return new Call(
                name, new ClientRequest(written.method(), target, headers, body), written::expects, written.expected());
    }

    private static String type(Body body) {
        if (body instanceof Body.Json) {
            return "application/json";
        }
        return body instanceof Body.Form ? "application/x-www-form-urlencoded" : "text/plain; charset=utf-8";
    }
}
