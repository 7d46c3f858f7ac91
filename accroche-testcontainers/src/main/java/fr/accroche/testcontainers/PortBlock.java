package fr.accroche.testcontainers;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The ports of a chain, one beside the other.
 *
 * @param first that of PSC; the last one is that of the IGC-Santé's site
 */
record PortBlock(int first) {

    private static final int SIZE = 9;

    /** Below the ports that systems give away, and away from those that other tools take by default. */
    private static final int LOWEST = 21_000;

    private static final int HIGHEST = 32_000 - SIZE;
    private static final int LOOKS = 200;

    /**
     * One that was free a moment ago; any, so that builds beside this one look elsewhere.
     *
     * @throws IllegalStateException if there seems to be none
     */
    static PortBlock free(RandomGenerator random) {
        for (int look = 0; look < LOOKS; look++) {
            PortBlock block = new PortBlock(random.nextInt(LOWEST, HIGHEST));
            if (block.isFree()) {
                return block;
            }
        }
        throw new IllegalStateException("no nine free ports side by side between " + LOWEST + " and " + HIGHEST);
    }

    /** Whether a start failed because some port was not free any more, as engines say it. */
    static boolean taken(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .map(cause -> String.valueOf(cause.getMessage()))
                .anyMatch(
                        said -> said.contains("port is already allocated") || said.contains("address already in use"));
    }

    int last() {
        return first + SIZE - 1;
    }

    Stream<Integer> all() {
        return IntStream.rangeClosed(first, last()).boxed();
    }

    private boolean isFree() {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int port = first; port <= last(); port++) {
                held.add(new ServerSocket(port, 1));
            }
            return true;
        } catch (IOException busy) {
            return false;
        } finally {
            held.forEach(PortBlock::close);
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException stays) {
            // then the block is found to be taken at the start
        }
    }
}
