package fr.accroche.compliance.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SessionsTest {

    private record Gathered(int times) {}

    @Test
    void whatARuleGathersFromAllSessionsIsGatheredOnce() {
        Sessions sessions = new Sessions(List.of());
        AtomicInteger times = new AtomicInteger();

        sessions.gathered(Gathered.class, all -> new Gathered(times.incrementAndGet()));

        assertThat(sessions.gathered(Gathered.class, all -> new Gathered(times.incrementAndGet())))
                .isEqualTo(new Gathered(1));
    }
}
