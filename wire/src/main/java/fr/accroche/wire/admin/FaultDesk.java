package fr.accroche.wire.admin;

import fr.accroche.wire.Form;
import fr.accroche.wire.Problem;
import fr.accroche.wire.Request;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.json.JsonText;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * {@code /__accroche/faults}. GET lists the faults with how often each is still to be met, and what can be asked for. POST adds
 * one: {@code endpoint}, {@code do}, and if wanted {@code times} and {@code clientId}; a deed of the server without an endpoint
 * is done at once. DELETE forgets all, or the one of {@code id}.
 */
record FaultDesk(FaultBook book) {

    private static final List<String> NAMES = List.of("endpoint", "do", "times", "clientId");

    Response show(Request request) {
        return Answers.json(
                200,
                JsonObject.EMPTY
                        .with(
                                "faults",
                                book.entries().stream().map(FaultDesk::json).toList())
                        .with("endpoints", texts(book.endpoints()))
                        .with("do", texts(book.acts())));
    }

    Response add(Request request) {
        try {
            Form form = Questions.of(request, NAMES);
            FaultAct act = book.read(form.first("do")
                    .orElseThrow(() -> new IllegalArgumentException("do is " + FaultBook.joined(book.acts()))));
            Optional<String> endpoint = form.first("endpoint").or(() -> book.placeOf(act));
            if (endpoint.isEmpty() && act instanceof FaultAct.Deed deed) {
                book.perform(deed);
                return Answers.json(200, JsonObject.EMPTY.with("done", deed.name()));
            }
            FaultOrder order = new FaultOrder(
                    endpoint.orElse(""),
                    act,
                    form.first("times").map(FaultDesk::times).orElse(1),
                    form.first("clientId"));
            return Answers.json(201, json(book.added(order)));
        } catch (IllegalArgumentException wrong) {
            return new Problem(400, wrong.getMessage()).response();
        }
    }

    Response remove(Request request) {
        Optional<String> id;
        try {
            id = Questions.of(request, List.of("id")).first("id");
        } catch (IllegalArgumentException wrong) {
            return new Problem(400, wrong.getMessage()).response();
        }
        if (id.isEmpty()) {
            book.clear();
            return Response.of(204);
        }
        boolean removed = id.get().matches("[0-9]{1,9}") && book.remove(Integer.parseInt(id.get()));
        return removed ? Response.of(204) : new Problem(404, "no such fault: GET lists them with their id").response();
    }

    private static int times(String digits) {
        return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : 0;
    }

    private static JsonObject json(FaultList.Entry entry) {
        FaultOrder order = entry.order();
        return JsonObject.EMPTY
                .with("id", entry.id())
                .with("endpoint", order.endpoint())
                .with("do", order.act().text())
                .with("times", order.times())
                .with("left", entry.left())
                .with("clientId", order.clientId().orElse(null));
    }

    private static List<Json> texts(Collection<String> words) {
        return words.stream().<Json>map(JsonText::new).toList();
    }
}
