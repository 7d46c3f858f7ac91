package fr.accroche.authserver.psc;

import fr.accroche.authserver.psc.browser.Interaction.PhoneAnswer;
import fr.accroche.authserver.psc.browser.Interactions;
import fr.accroche.wire.Form;
import fr.accroche.wire.Handler;
import fr.accroche.wire.Request;
import fr.accroche.wire.Response;
import java.util.Map;
import java.util.Optional;

/** {@code POST /__accroche/ecps} for the logins by browser too: their auth_req_id is on the waiting page. */
final class LoginDesk implements Handler {

    private static final Map<String, PhoneAnswer> ACTIONS =
            Map.of("allow", PhoneAnswer.APPROVED, "deny", PhoneAnswer.REFUSED);

    private final Handler desk;
    private final Interactions interactions;

    LoginDesk(Handler desk, Interactions interactions) {
        this.desk = desk;
        this.interactions = interactions;
    }

    @Override
    public Response handle(Request request) throws Exception {
        Optional<Form> form = form(request);
        Optional<PhoneAnswer> answer =
                form.flatMap(read -> read.first("action")).map(ACTIONS::get);
        Optional<String> authReqId = form.flatMap(read -> read.first("auth_req_id"));
        if (answer.isPresent() && authReqId.isPresent() && interactions.answer(authReqId.get(), answer.get())) {
            return Response.of(204);
        }
        Response answered = desk.handle(request);
        if (answer.isPresent() && authReqId.isEmpty() && answered.status() == 204) {
            interactions.answerAll(answer.get());
        }
        return answered;
    }

    private static Optional<Form> form(Request request) {
        try {
            return Optional.of(Form.parse(request.text()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
