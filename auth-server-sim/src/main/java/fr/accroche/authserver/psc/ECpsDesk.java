package fr.accroche.authserver.psc;

import fr.accroche.wire.Form;
import fr.accroche.wire.Handler;
import fr.accroche.wire.Request;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.JsonObject;
import java.util.Map;
import java.util.Optional;

/**
 * {@code POST /__accroche/ecps}: the person at the device, for whoever tests. Form {@code action=allow|deny|silent}; with {@code
 * auth_req_id}, about that request only; without, about every request under way and every one to come. Answers 204. It is no
 * part of PSC, so no hop is recorded.
 */
final class ECpsDesk implements Handler {

    private static final Map<String, ECps.Answer> ACTIONS =
            Map.of("allow", ECps.Answer.APPROVE, "deny", ECps.Answer.REFUSE, "silent", ECps.Answer.SILENT);

    private final CibaRequests requests;
    private volatile ECps device;

    ECpsDesk(ECps device, CibaRequests requests) {
        this.device = device;
        this.requests = requests;
    }

    /** The device as it is now. */
    ECps device() {
        return device;
    }

    @Override
    public Response handle(Request request) {
        Form form;
        try {
            form = Form.parse(request.text());
        } catch (IllegalArgumentException e) {
            return problem(400, "the form cannot be read");
        }
        Optional<ECps.Answer> answer = form.first("action").map(ACTIONS::get);
        if (answer.isEmpty()) {
            return problem(400, "action is allow, deny or silent");
        }
        Optional<String> authReqId = form.first("auth_req_id");
        if (authReqId.isEmpty()) {
            device = ECps.always(answer.get());
            requests.answerAll(answer.get());
        } else if (!requests.answer(authReqId.get(), answer.get())) {
            return problem(404, "no such auth_req_id");
        }
        return Response.of(204);
    }

    private static Response problem(int status, String detail) {
        JsonObject body = JsonObject.EMPTY
                .with("type", "about:blank")
                .with("status", status)
                .with("detail", detail);
        return Response.of(status, "application/problem+json", body.compact());
    }
}
