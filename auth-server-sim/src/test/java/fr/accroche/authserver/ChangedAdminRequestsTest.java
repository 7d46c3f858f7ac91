package fr.accroche.authserver;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Response;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Changed orders to the doors of whoever tests: each is obeyed or refused with a reason, and PSC is there afterwards. */
@TestInstance(Lifecycle.PER_CLASS)
class ChangedAdminRequestsTest {

    private static final int SEEDS = Integer.getInteger("accroche.seeds", 200);
    private static final List<String> SOUND = List.of(
            "clock advance=PT2M",
            "clock set=2026-11-23T12:00:00Z",
            "clock freeze=true",
            "faults endpoint=ciba&do=status:503&times=2&clientId=alpha-edc-bas",
            "faults endpoint=token&do=delay:1s&times=1",
            "faults do=rotate-keys",
            "ecps action=allow&login_hint=899900000011",
            "ecps action=wrong-code&auth_req_id=abc",
            "reset all=true");

    private final PscBench bench = PscBench.sound();

    @AfterAll
    void close() {
        bench.close();
    }

    @Test
    void everyChangedOrderIsObeyedOrRefusedWithAReason() throws IOException {
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            String[] order = SOUND.get(random.nextInt(SOUND.size())).split(" ", 2);

            Response response = bench.browser.send(
                    Optional.empty(),
                    ClientRequest.post(
                            door(order[0]), "application/x-www-form-urlencoded", Changes.changed(order[1], random)));

            assertThat(response.status()).as("seed %d", seed).isBetween(200, 499);
            if (response.status() >= 400) {
                assertThat(response.headers().first("Content-Type"))
                        .as("seed %d", seed)
                        .contains("application/problem+json");
                assertThat(PscBench.json(response).text("detail"))
                        .as("seed %d", seed)
                        .isPresent();
            }
        }
        bench.browser.send(Optional.empty(), new ClientRequest("DELETE", door("faults"), Headers.EMPTY, new byte[0]));
        assertThat(bench.browser
                        .send(Optional.empty(), ClientRequest.get(bench.psc.discovery()))
                        .status())
                .isEqualTo(200);
    }

    private URI door(String name) {
        return bench.psc.uri().resolve("/__accroche/" + name);
    }
}
