package fr.accroche.teleservice.stub;

import fr.accroche.wire.Request;
import fr.accroche.wire.Response;
import fr.accroche.wire.Routes;
import java.util.Optional;

/** Answers that a user has prepared for calls that passed every check. They win over the built-in ones. */
public interface Stubs extends AutoCloseable {

    /** No answer is prepared. Costs nothing: WireMock does not start. */
    Stubs NONE = (request, caller) -> Optional.empty();

    /**
     * The prepared answer to a call.
     *
     * @param request as it was received
     * @param caller what the checks learnt; whatever the caller itself sent under a name {@code X-Accroche-…} is not shown to
     *     stubs
     * @return empty when no stub matches
     */
    Optional<Response> answer(Request request, Caller caller);

    /** Is told of a call that no stub answered and that was served all the same, so that it can become one. */
    default void answered(Request request, Caller caller, Response response) {}

    /** These routes, and the doors by which stubs are changed, if there are any. */
    default Routes beside(Routes routes) {
        return routes;
    }

    @Override
    default void close() {}
}
