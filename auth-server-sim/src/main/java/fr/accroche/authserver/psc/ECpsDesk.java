package fr.accroche.authserver.psc;

import fr.accroche.authserver.psc.PhoneRequests.Target;
import fr.accroche.authserver.psc.browser.ECpsPage;
import fr.accroche.authserver.psc.browser.PhoneRequest;
import fr.accroche.compliance.identity.Professional;
import fr.accroche.compliance.identity.Professionals;
import fr.accroche.wire.Form;
import fr.accroche.wire.Handler;
import fr.accroche.wire.Problem;
import fr.accroche.wire.Request;
import fr.accroche.wire.Response;
import fr.accroche.wire.admin.Held;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.state.Shape;
import fr.accroche.wire.state.State;
import fr.accroche.wire.state.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code /__accroche/ecps}: the professionals at their devices, for whoever tests. GET shows what waits for them, to a browser as
 * a page, to a program as JSON. POST {@code action=allow|deny|silent|wrong-code}, in the form or the query, about one request ({@code auth_req_id}, or the
 * public {@code request} of the page), about every request of a professional and, but for a wrong code, those to come ({@code
 * login_hint}, or the short name of a test person), or about everybody. It is no part of PSC, so no hop is recorded.
 */
final class ECpsDesk implements Handler, Held {

    private static final String WRONG_CODE = "wrong-code";
    private static final Map<String, ECps.Answer> ACTIONS =
            Map.of("allow", ECps.Answer.APPROVE, "deny", ECps.Answer.REFUSE, "silent", ECps.Answer.SILENT);

    private final List<PhoneRequests> requests;
    private final Clock clock;

    private static final int MOST_TOLD = 10_000;

    /** Stands for all those of whom no call said anything by name. */
    private static final String OTHERS = "*";

    /** What those do of whom a call said so, by national identifier. */
    private final Store<ECps.Answer> told;

    private final ECps declared;

    /**
     * @param device what professionals do until a call says otherwise
     * @param requests what waits for them
     */
    ECpsDesk(ECps device, List<PhoneRequests> requests, Clock clock, State state) {
        this.declared = device;
        this.told = state.store("eCps", Shape.of(ECps.Answer.class), MOST_TOLD);
        this.requests = List.copyOf(requests);
        this.clock = clock;
    }

    /** The devices as they are now. */
    ECps device() {
        return new ECps() {
            @Override
            public Answer answer(Demand demand) {
                return of(demand).answer(demand);
            }

            @Override
            public Duration delay(Demand demand) {
                return of(demand).delay(demand);
            }
        };
    }

    private ECps of(ECps.Demand demand) {
        return told.get(demand.nationalId())
                .or(() -> told.get(OTHERS))
                .map(ECps::always)
                .orElse(declared);
    }

    @Override
    public Response handle(Request request) {
        if (!request.method().equals("POST")) {
            return show(request);
        }
        try {
            Form form = Form.parse(request.text());
            Form query = Form.parse(request.query());
            return act(new Order(form, query), accepts(request, "text/html"));
        } catch (IllegalArgumentException e) {
            return new Problem(400, "the form cannot be read").response();
        }
    }

    /** What a call asks for: of a name that is in the form and in the query, the form's. */
    private record Order(Form form, Form query) {

        Optional<String> first(String name) {
            return form.first(name).or(() -> query.first(name));
        }
    }

    private Response act(Order order, boolean browser) {
        String action = order.first("action").orElse("");
        if (!ACTIONS.containsKey(action) && !action.equals(WRONG_CODE)) {
            return new Problem(400, "action is allow, deny, silent or wrong-code").response();
        }
        Optional<String> named = order.first("login_hint");
        Optional<String> nationalId = named.flatMap(Professionals::named).map(Professional::nationalId);
        if (named.isPresent() && nationalId.isEmpty()) {
            return new Problem(404, "no such professional").response();
        }
        Target target = new Target(order.first("auth_req_id"), order.first("request"), nationalId);
        int meant = 0;
        for (PhoneRequests each : requests) {
            meant += action.equals(WRONG_CODE) ? each.mistake(target) : each.answer(target, ACTIONS.get(action));
        }
        if (target.one() && meant == 0 && !browser) {
            return new Problem(404, "no such auth_req_id").response();
        }
        if (!target.one() && ACTIONS.containsKey(action)) {
            fromNowOn(nationalId, ACTIONS.get(action));
        }
        return browser ? Response.of(303).with("Location", Paths.ECPS) : Response.of(204);
    }

    private void fromNowOn(Optional<String> nationalId, ECps.Answer answer) {
        if (nationalId.isEmpty()) {
            told.clear();
        }
        told.put(nationalId.orElse(OTHERS), answer, State.FOR_EVER);
    }

    private Response show(Request request) {
        List<PhoneRequest> waiting = requests.stream()
                .flatMap(each -> each.waiting().stream())
                .sorted(Comparator.comparing(PhoneRequest::since))
                .toList();
        return accepts(request, "text/html")
                ? new ECpsPage(Paths.ECPS).of(waiting, clock.instant(), request)
                : json(waiting);
    }

    private Response json(List<PhoneRequest> waiting) {
        List<JsonObject> rows = waiting.stream()
                .map(each -> JsonObject.EMPTY
                        .with("request", each.handle())
                        .with("login_hint", each.person().nationalId())
                        .with("name", each.person().displayName())
                        .with("client_id", each.clientId())
                        .with("binding_message", each.bindingMessage())
                        .with("channel", each.channel())
                        .with("wrong_codes", each.wrongCodes())
                        .with("expires_at", each.until().toString()))
                .toList();
        JsonObject body = JsonObject.EMPTY.with("requests", rows);
        return Response.of(200, "application/json", body.compact()).with("Cache-Control", "no-store");
    }

    private static boolean accepts(Request request, String type) {
        return request.headers().all("Accept").stream().anyMatch(value -> value.contains(type));
    }

    /** How many professionals do something else since a call said so. */
    @Override
    public int size() {
        Set<String> names = told.all().keySet();
        return names.size() - (names.contains(OTHERS) ? 1 : 0);
    }

    /** All professionals do again what they did at the start. */
    @Override
    public void clear() {
        told.clear();
    }
}
