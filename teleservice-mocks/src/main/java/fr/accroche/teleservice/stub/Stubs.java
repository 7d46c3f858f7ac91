package fr.accroche.teleservice.stub;

import fr.accroche.wire.Header;
import fr.accroche.wire.Request;
import fr.accroche.wire.Response;
import java.util.List;
import java.util.Optional;

/** Answers that a user has prepared for calls that passed every check. They win over the built-in ones. */
public interface Stubs extends AutoCloseable {

    /** No answer is prepared. Costs nothing: WireMock does not start. */
    Stubs NONE = (request, caller) -> Optional.empty();

    /**
     * The prepared answer to a call.
     *
     * @param request as it was received
     * @param caller what the checks learnt of the caller, as header fields named {@code X-Accroche-…} that the stubs may
     *     match on; whatever the caller itself sent under such a name is not shown to them
     * @return empty when no stub matches
     */
    Optional<Response> answer(Request request, List<Header> caller);

    @Override
    default void close() {}
}
