package fr.accroche.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DaemonThreadsTest {

    @Test
    void threadsOfAPoolCanBeToldApart() {
        DaemonThreads threads = new DaemonThreads("pool");

        List<Thread> made =
                Stream.generate(() -> threads.newThread(() -> {})).limit(2).toList();

        assertThat(made).extracting(Thread::getName).containsExactly("pool-1", "pool-2");
        assertThat(made).allMatch(Thread::isDaemon);
    }
}
