package fr.accroche.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.ContainerLaunchException;

class PortBlockTest {

    private static final long SEED = 9;

    @Test
    void looksElsewhereWhereOneOfTheNineIsTaken() throws IOException {
        PortBlock first = PortBlock.free(new Random(SEED));

        try (ServerSocket taken = new ServerSocket(first.first() + 4)) {
            assertThat(PortBlock.free(new Random(SEED)).all()).hasSize(9).doesNotContain(taken.getLocalPort());
        }
    }

    @Test
    void knowsAStartThatAnotherProgramSpoiled() {
        Exception cause = new IllegalStateException("Bind for 127.0.0.1:21000 failed: port is already allocated");

        assertThat(PortBlock.taken(new ContainerLaunchException("not started", cause)))
                .isTrue();
        assertThat(PortBlock.taken(new ContainerLaunchException("not started"))).isFalse();
    }
}
