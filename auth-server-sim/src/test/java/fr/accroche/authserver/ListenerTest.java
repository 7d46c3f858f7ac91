package fr.accroche.authserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.accroche.authserver.psc.ProSanteConnectSim;
import fr.accroche.certs.Branch;
import fr.accroche.certs.Profile;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.wire.ClientAuthentication;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.ConnectionFailedException;
import fr.accroche.wire.Limits;
import fr.accroche.wire.ServerSettings;
import fr.accroche.wire.WireRuntime;
import fr.accroche.wire.admin.MovableClock;
import fr.accroche.wire.state.MemoryState;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ListenerTest {

    @Test
    void strictListenerRefusesInTheHandshakeWhatItNotes() throws Exception {
        ServerSettings strict = new ServerSettings(
                "psc",
                new InetSocketAddress("127.0.0.1", 0),
                Identities.SERVER,
                new ClientAuthentication.Strict(Identities.IGC.judge(Profile.ORG_AUTH_CLI, Branch.TEST), false),
                Limits.DEFAULT);
        Hops journal = new Hops();
        try (WireRuntime runtime = WireRuntime.start();
                Browser browser = new Browser(runtime);
                ProSanteConnectSim psc = new ProSanteConnectSim(
                                strict,
                                PscBench.settings(),
                                Identities.signing(),
                                journal,
                                new MemoryState(Clock.systemUTC()),
                                MovableClock.running(Clock.systemUTC()),
                                new SecureRandom(),
                                runtime)
                        .start()) {

            assertThatThrownBy(() -> browser.send(Optional.of(Identities.EXPIRED), ClientRequest.get(psc.discovery())))
                    .isInstanceOf(ConnectionFailedException.class);

            Hop hop = journal.await(Stage.HANDSHAKE_FAILED);
            assertThat(Wrong.rules(hop)).containsExactly("MTL-01");
            assertThat(hop.client().presented().orElseThrow().commonName()).contains(Identities.ALPHA_ID);
            assertThat(browser.send(Optional.empty(), ClientRequest.get(psc.discovery()))
                            .status())
                    .isEqualTo(200);
        }
    }
}
