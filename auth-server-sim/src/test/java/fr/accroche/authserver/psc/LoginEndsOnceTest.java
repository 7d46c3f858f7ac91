package fr.accroche.authserver.psc;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.authserver.CodeBench;
import fr.accroche.authserver.Identities;
import fr.accroche.authserver.PscBench;
import fr.accroche.authserver.Surfer;
import fr.accroche.wire.Form;
import java.net.URI;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A person clicks twice: both calls find the login, and wait for each other at the card. */
class LoginEndsOnceTest {

    private final CyclicBarrier card = new CyclicBarrier(2);
    private final CodeBench code = new CodeBench(CodeBench.settings("").withECps(demand -> {
        meet();
        return ECps.Answer.APPROVE;
    }));
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    private void meet() {
        try {
            card.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        code.close();
    }

    @Test
    void theFirstCallGetsTheCodeAndTheSecondAPage() throws Exception {
        Surfer first = code.surfer().open(code.authorization(CodeBench.request(Identities.ALPHA_ID)));
        Form form = first.filled("login-form", "person", PscBench.PERSON, "method", "card", "action", "login");
        Surfer second = code.surfer();
        second.cookies().putAll(first.cookies());

        List<Future<Surfer>> both =
                threads.invokeAll(List.of(() -> first.post(login(), form), () -> second.post(login(), form)));

        assertThat(List.of(status(both.get(0)), status(both.get(1)))).containsExactlyInAnyOrder(303, 400);
    }

    private static int status(Future<Surfer> surfer) throws Exception {
        return surfer.get().page().status();
    }

    private URI login() {
        return URI.create(code.bench.psc.issuer() + Paths.LOGIN);
    }
}
