package fr.accroche.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.certs.HeldCertificate;
import fr.accroche.certs.SubjectName;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.wire.ClientAuthentication;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A proxy that knows one of its LPS by a certificate, and believes the other without any proof. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LpsCertificateTest {

    private final Chain chain = new Chain()
            .open(
                    new ClientAuthentication.Pedagogic(Certificates.JUDGE),
                    settings -> settings.withLps(
                            Map.of(Chain.ALPHA, new LpsProof.Certificate(subject(Certificates.ALPHA_LPS)))));

    private static SubjectName subject(HeldCertificate held) {
        return SubjectName.parse(held.certificate().getSubjectX500Principal().getName());
    }

    @BeforeEach
    void forget() {
        chain.forget();
    }

    @AfterAll
    void close() {
        chain.close();
    }

    @Test
    void itsCertificateOpensItsSession() throws IOException {
        Lps alpha = chain.lps(Certificates.ALPHA_LPS);

        assertThat(alpha.connect(Chain.ALPHA).status()).isEqualTo(200);
        assertThat(alpha.post("/send/dmp/patients", "<a/>").status()).isEqualTo(200);
        assertThat(alpha.disconnect().status()).isEqualTo(200);
        assertThat(chain.hops).allSatisfy(hop -> {
            assertThat(hop.breaches()).isEmpty();
            assertThat(hop.value(Fact.PROXY_CALLER)).contains(Chain.ALPHA);
        });
    }

    @Test
    void noOtherCertificateConnectsAsAlpha() throws IOException {
        assertThat(chain.lps(Certificates.BETA_LPS).connect(Chain.ALPHA).status())
                .isEqualTo(401);
        assertThat(chain.lastHop().value(Fact.PROXY_CALLER)).contains("unproved");
        assertThat(chain.lps(Certificates.UNTRUSTED_LPS).connect(Chain.ALPHA).status())
                .as("the same subject from another authority")
                .isEqualTo(401);
        assertThat(chain.lps(Certificates.ALPHA).connect(Chain.ALPHA).status())
                .as("the certificate that the proxy presents for it")
                .isEqualTo(401);
        assertThat(chain.lps().connect(Chain.ALPHA).headers().first("WWW-Authenticate"))
                .as("no secret would help")
                .isEmpty();
    }

    @Test
    void noOtherSendsInItsSession() throws IOException {
        Lps alpha = chain.lps(Certificates.ALPHA_LPS);
        alpha.connect(Chain.ALPHA);
        Lps thief = chain.lps(Certificates.BETA_LPS).holding(alpha.cookie().orElseThrow());

        assertThat(thief.post("/send/dmp/patients", "<a/>").status()).isEqualTo(401);
        assertThat(thief.holding(alpha.cookie().orElseThrow()).disconnect().status())
                .isEqualTo(401);
        assertThat(alpha.post("/send/dmp/patients", "<a/>").status()).isEqualTo(200);
    }

    @Test
    void theOtherIsBelievedAsByTheDemonstrator() throws IOException {
        Lps beta = chain.lps();

        assertThat(beta.connect(Chain.BETA).status()).isEqualTo(200);
        assertThat(chain.lps()
                        .holding(beta.cookie().orElseThrow())
                        .post("/send/dmp/patients", "<a/>")
                        .status())
                .isEqualTo(200);
        assertThat(chain.lastHop().value(Fact.PROXY_CALLER)).isEmpty();
    }
}
