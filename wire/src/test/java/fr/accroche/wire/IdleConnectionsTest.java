package fr.accroche.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.UnixOperatingSystemMXBean;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufAllocatorMetric;
import io.netty.buffer.ByteBufAllocatorMetricProvider;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Connections that nobody uses cost little, and nobody else notices. */
class IdleConnectionsTest {

    private static final int WANTED = 10_000;
    private static final long SPARE_DESCRIPTORS = 500;
    private static final long EACH_AT_MOST = 32 * 1024;
    private static final Duration LONG = Duration.ofMinutes(5);

    @Test
    void bearsTenThousand() throws Exception {
        assumeTrue(
                descriptorsLeft() > WANTED + SPARE_DESCRIPTORS,
                "too few file descriptors for " + WANTED + " idle connections: see ulimit -n");
        Limits limits = new Limits(1024, 1024, WANTED + 1, LONG, LONG, LONG);
        try (WireRuntime runtime = WireRuntime.start();
                WireServer server = new WireServer(
                                runtime,
                                ServerSettings.plain(
                                        "idle", new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), limits),
                                request -> Response.of(200, "text/plain", "served"),
                                ConnectionObserver.SILENT)
                        .start()) {
            int port = server.uri().getPort();
            assertServed(port);
            long before = held();

            try (IdleCallers idle = IdleCallers.of(port, WANTED)) {
                assertServed(port);
                assertThat((held() - before) / WANTED).as("bytes for each").isLessThan(EACH_AT_MOST);
                assertThat(workers()).isLessThan(20);
                assertThat(idle.areThere()).isTrue();
            }
        }
    }

    private static void assertServed(int port) throws IOException {
        try (RawClient other = RawClient.over(new Socket(InetAddress.getLoopbackAddress(), port))) {
            assertThat(other.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n").readThrough("served"))
                    .startsWith("HTTP/1.1 200");
        }
    }

    private static long workers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("accroche-worker"))
                .count();
    }

    private static long descriptorsLeft() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getMaxFileDescriptorCount() - unix.getOpenFileDescriptorCount()
                : 0;
    }

    /** On the heap once what is garbage has gone, and in Netty's buffers outside of it. */
    private static long held() {
        System.gc();
        ByteBufAllocatorMetric metric = ((ByteBufAllocatorMetricProvider) ByteBufAllocator.DEFAULT).metric();
        Runtime jvm = Runtime.getRuntime();
        return jvm.totalMemory() - jvm.freeMemory() + metric.usedDirectMemory();
    }
}
