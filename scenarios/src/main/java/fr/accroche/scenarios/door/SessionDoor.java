package fr.accroche.scenarios.door;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.scenarios.RunningChain;
import fr.accroche.wire.Form;
import fr.accroche.wire.Problem;
import fr.accroche.wire.Request;
import fr.accroche.wire.Response;
import fr.accroche.wire.admin.Questions;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Sessions of the simulated LPS, through the chain's proxy or the vendor's. Each keeps a thread until it is over, so that only so
 * many run at once: the servers that they call need threads too.
 */
final class SessionDoor {

    private static final int AT_ONCE = 8;
    private static final List<String> NAMES = List.of("clientId");

    private final Semaphore free = new Semaphore(AT_ONCE);

    /** Answers once it is over, however it went: the verdict tells. */
    Response run(RunningChain chain, Request request) {
        Optional<String> clientId;
        try {
            clientId = of(Questions.of(request, NAMES), chain.declaration());
        } catch (IllegalArgumentException wrong) {
            return new Problem(400, wrong.getMessage()).response();
        }
        if (clientId.isEmpty()) {
            return new Problem(400, "expected clientId, which is declared").response();
        }
        if (!free.tryAcquire()) {
            return new Problem(503, AT_ONCE + " sessions run already: ask again").response();
        }
        try {
            chain.session(clientId.get());
            return Response.of(204);
        } catch (IOException unreachable) {
            return new Problem(502, "the proxy cannot be reached, or broke off").response();
        } finally {
            free.release();
        }
    }

    private static Optional<String> of(Form form, Declaration declaration) {
        return form.first("clientId").filter(name -> declaration.operation(name).isPresent());
    }
}
