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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Connections that nobody uses cost little, and nobody else notices. */
class IdleConnectionsTest {

    private static final int WANTED = 10_000;
    private static final long SPARE_DESCRIPTORS = 500;
    private static final long EACH_AT_MOST = 32 * 1024;
    private static final Duration LONG = Duration.ofMinutes(5);

    @Test
    void bearsAsManyAsItMayOpen() throws Exception {
        int many = (int) Math.min(WANTED, (descriptorsLeft() - SPARE_DESCRIPTORS) / 2);
        assumeTrue(many >= 100, "too few file descriptors for idle connections: see ulimit -n");
        Limits limits = new Limits(1024, 1024, WANTED + 1, LONG, LONG, LONG);
        List<Socket> idle = new ArrayList<>(many);
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

            for (int i = 0; i < many; i++) {
                idle.add(begun(port, i));
            }

            assertServed(port);
            assertThat((held() - before) / many).as("bytes for each of " + many).isLessThan(EACH_AT_MOST);
            assertThat(workers()).isLessThan(20);
        } finally {
            for (Socket each : idle) {
                each.close();
            }
        }
    }

    /** Every second one has had an answer, the others have sent half a head. */
    private static Socket begun(int port, int number) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        if (number % 2 == 0) {
            RawClient.over(socket).send("GET / HTTP/1.1\r\nHost: a\r\n\r\n").readThrough("served");
        } else {
            RawClient.over(socket).send("GET / HTTP/1.1\r\nHost:");
        }
        return socket;
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
