package fr.accroche.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.exchange.Stage;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.Json;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultsOnDemandTest {

    private static final Headers FORM = Headers.of("Content-Type", "application/x-www-form-urlencoded");

    private final Chain chain = Chain.sound();
    private final Lps lps = chain.lps();

    @AfterEach
    void close() {
        chain.close();
    }

    @Test
    void refusesToConnectTheClientThatIsNamed() throws IOException {
        ask("endpoint=connect&do=refuse&clientId=" + Chain.ALPHA);

        assertThat(chain.lps().connect(Chain.BETA).status()).isEqualTo(200);
        Response refused = lps.connect(Chain.ALPHA);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("\"code\":\"403\"", "\"message\":\"access_denied\"");
        assertThat(chain.lastHop().stage()).isEqualTo(Stage.FAULT_ON_DEMAND);
        assertThat(lps.connect(Chain.ALPHA).status()).isEqualTo(200);
    }

    @Test
    void failsABusinessRequestAndSendsNothing() throws IOException {
        lps.connect(Chain.ALPHA);
        ask("endpoint=send&do=status:502");

        assertThat(lps.post("/send/dmp/patients", "<a/>").status()).isEqualTo(502);
        assertThat(lps.post("/send/dmp/patients", "<a/>").status()).isEqualTo(200);
    }

    @Test
    void resetEndsTheSessions() throws IOException {
        lps.connect(Chain.ALPHA);
        assertThat(sessions()).isEqualTo(1);

        assertThat(lps.call("POST", "/__accroche/reset", FORM, "").status()).isEqualTo(204);

        assertThat(sessions()).isZero();
        assertThat(lps.post("/send/dmp/patients", "<a/>").status()).isEqualTo(401);
    }

    private void ask(String form) throws IOException {
        assertThat(lps.call("POST", "/__accroche/faults", FORM, form).status()).isEqualTo(201);
    }

    private long sessions() throws IOException {
        return Json.parseObject(lps.get("/__accroche/state").body())
                .integer("sessions")
                .orElseThrow();
    }
}
