package fr.accroche.junit;

import static fr.accroche.junit.AccrocheAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.proxy.ClientIdentity;
import fr.accroche.proxy.ProxySettings;
import fr.accroche.proxy.ProxySim;
import fr.accroche.proxy.Route;
import fr.accroche.scenarios.chain.ProxyAddresses;
import fr.accroche.scenarios.report.Run;
import fr.accroche.wire.ClientAuthentication;
import fr.accroche.wire.Limits;
import fr.accroche.wire.ServerSettings;
import fr.accroche.wire.WireRuntime;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A proxy of one's own before the chain: found sound, then found to hold the certificate of another structure. */
class OwnProxyTest {

    private static final String CLIENT = "alpha-edc-bas";

    @RegisterExtension
    static final AccrocheExtension accroche = AccrocheExtension.architecture(ShippedDeclaration.PROXY_INTEGRE.id())
            .ownProxy();

    private static final WireRuntime RUNTIME = WireRuntime.start();

    @AfterAll
    static void stop() {
        RUNTIME.close();
    }

    private static ProxySim proxy(AccrocheChain chain, Material presented) {
        ProxyAddresses addresses = chain.addresses();
        List<Route> routes = addresses.routes().entrySet().stream()
                .map(route -> new Route(
                        route.getKey().route(),
                        route.getValue().target(),
                        route.getValue().token()))
                .toList();
        ServerSettings server = new ServerSettings(
                "own",
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                chain.issueServerCertificate("localhost").held(),
                new ClientAuthentication.None(),
                Limits.DEFAULT);
        ProxySettings settings = ProxySettings.of(
                addresses.discovery(),
                List.of(presented.held().chain().get(presented.held().chain().size() - 1)),
                Map.of(CLIENT, ClientIdentity.of(presented.held())),
                routes);
        return new ProxySim(
                        server, settings, hop -> {}, chain.clock(), new SecureRandom(), chain.clock()::pass, RUNTIME)
                .start();
    }

    @Test
    void conforms() {
        AccrocheChain chain = accroche.chain();
        try (ProxySim proxy = proxy(chain, chain.client(CLIENT))) {
            assertThat(chain.rehearse(proxy.uri(), CLIENT)).isConforming().holds("IDN-02");
            assertThat(chain.declaration().participants().proxy().orElseThrow().url())
                    .isEqualTo(proxy.uri());
        }
    }

    @Test
    void isRefusedForTheCertificateOfAnotherStructure() {
        AccrocheChain chain = accroche.chain();
        try (ProxySim proxy = proxy(chain, chain.issueClientCertificate(CLIENT, "1990000002"))) {
            Run run = chain.rehearse(proxy.uri(), CLIENT);

            assertThat(run).breaksExactly("IDN-02");
            assertThatThrownBy(() -> assertThat(run).isConforming())
                    .message()
                    .startsWith("OU: 1990000002 observed, 300000000010009 expected — IDN-02")
                    .contains("likely cause", "remedy", "FAIL IDN-02", "Expected a conforming run");
        }
    }
}
