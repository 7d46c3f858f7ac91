package fr.accroche.scenarios.suite;

import fr.accroche.teleservice.stub.Caller;
import fr.accroche.teleservice.stub.Stubs;
import fr.accroche.wire.Request;
import fr.accroche.wire.Response;
import fr.accroche.wire.Routes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Sits behind the téléservices' checks: keeps the very requests that passed them, and answers what a case wants answered.
 * Thread-safe.
 */
final class ServiceDesk implements Stubs {

    private final Stubs users;
    private final List<Request> seen = new CopyOnWriteArrayList<>();
    private volatile Optional<Response> answer = Optional.empty();

    /** @param users the answers of the user, where a case wants none of its own */
    ServiceDesk(Stubs users) {
        this.users = users;
    }

    @Override
    public Optional<Response> answer(Request request, Caller caller) {
        seen.add(request);
        return answer.or(() -> users.answer(request, caller));
    }

    @Override
    public void answered(Request request, Caller caller, Response response) {
        users.answered(request, caller, response);
    }

    @Override
    public Routes beside(Routes routes) {
        return users.beside(routes);
    }

    void begin() {
        seen.clear();
        answer = Optional.empty();
    }

    /** Answers this from now on. */
    void answers(Response response) {
        answer = Optional.of(response);
    }

    /** The requests of this case that passed every check. */
    List<Request> seen() {
        return List.copyOf(seen);
    }
}
