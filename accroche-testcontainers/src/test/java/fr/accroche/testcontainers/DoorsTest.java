package fr.accroche.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class DoorsTest {

    @Test
    void areCalledOverTheSameConnectionAgain() throws IOException {
        Set<InetSocketAddress> from = ConcurrentHashMap.newKeySet();
        HttpServer chain = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        chain.createContext("/", call -> {
            from.add(call.getRemoteAddress());
            call.sendResponseHeaders(204, -1);
            call.close();
        });
        chain.start();
        try {
            URI site = URI.create("http://localhost:" + chain.getAddress().getPort());
            for (int i = 0; i < 10; i++) {
                new Doors(site).forget();
            }
        } finally {
            chain.stop(0);
        }

        assertThat(from).isNotEmpty().hasSizeLessThan(10);
    }
}
