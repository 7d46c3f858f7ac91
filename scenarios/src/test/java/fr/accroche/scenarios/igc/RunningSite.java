package fr.accroche.scenarios.igc;

import fr.accroche.certs.Branch;
import fr.accroche.certs.HeldCertificate;
import fr.accroche.certs.Order;
import fr.accroche.certs.Profile;
import fr.accroche.certs.Profiles;
import fr.accroche.certs.RevocationRegister;
import fr.accroche.certs.TestIgc;
import fr.accroche.wire.Routes;
import fr.accroche.wire.WireRuntime;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A site of a test IGC in memory, with one client, {@code alpha}. */
final class RunningSite implements AutoCloseable {

    static final TestIgc IGC = TestIgc.inMemory(Clock.systemUTC());
    static final HeldCertificate ALPHA = IGC.issue(order());
    static final BigInteger SERIAL = ALPHA.certificate().getSerialNumber();

    private final WireRuntime runtime = WireRuntime.start();
    private final IgcSite site;
    private final HttpClient http = HttpClient.newHttpClient();

    RunningSite() {
        RevocationRegister register = IGC.revocations().apart();
        RevocationDesk desk = new RevocationDesk(
                register, Branch.TEST, name -> name.equals("alpha") ? Optional.of(SERIAL) : Optional.empty());
        InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        this.site = new IgcSite("igc", free, OptionalInt.empty(), register, IGC, desk, false, Routes.none(), runtime)
                .start();
    }

    private static Order order() {
        Instant yesterday =
                Clock.systemUTC().instant().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(1));
        return new Order(
                Profile.ORG_AUTH_CLI,
                Branch.TEST,
                "Paris (75)",
                "ALPHA",
                "300000000010009",
                "alpha",
                List.of(),
                yesterday,
                Profiles.SHIPPED.settings(Profile.ORG_AUTH_CLI).until(yesterday));
    }

    URI uri() {
        return site.uri();
    }

    HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return http.send(request(path).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    HttpResponse<String> desk(String form) throws IOException, InterruptedException {
        return http.send(
                request("/__accroche/revocation")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<byte[]> ocsp(byte[] body, Duration patience) throws IOException, InterruptedException {
        return http.send(
                request("/ocsp")
                        .timeout(patience)
                        .header("Content-Type", "application/ocsp-request")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(uri() + path)).version(HttpClient.Version.HTTP_1_1);
    }

    @Override
    public void close() {
        site.close();
        runtime.close();
    }
}
