package fr.accroche.wire;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.certs.Judgement;
import fr.accroche.certs.SubjectName;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

class PresentationTest {

    private final X509Certificate leaf = TestAuthority.ROOT.client("alpha").certificate();
    private final AtomicInteger judged = new AtomicInteger();

    @Test
    void readsAndJudgesTheClientOnceForAllRequestsOfItsConnection() throws Exception {
        Presentation presentation = presentation();
        presentation.show(List.of(leaf));
        presentation.seal();

        Peer first = presentation.judged();

        assertThat(presentation.judged()).isSameAs(first);
        assertThat(judged).hasValue(1);
        assertThat(first.subject()).contains(SubjectName.of(leaf.getSubjectX500Principal()));
    }

    @Test
    void keepsNothingBeforeTheHandshakeIsOver() throws Exception {
        Presentation presentation = presentation();
        assertThat(presentation.judged().negotiated()).isEmpty();

        presentation.nothingInCommon(Negotiated.NO_SUITE);

        assertThat(presentation.judged().negotiated()).contains(Negotiated.NO_SUITE);
    }

    private Presentation presentation() throws Exception {
        return new Presentation(
                SSLContext.getDefault().createSSLEngine(), new InetSocketAddress("127.0.0.1", 1), Optional.of(chain -> {
                    judged.incrementAndGet();
                    return new Judgement(List.of());
                }));
    }
}
