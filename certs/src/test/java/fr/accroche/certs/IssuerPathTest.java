package fr.accroche.certs;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.Consumer;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;

/** Of several ways up, one that holds is found wherever it is shown. */
class IssuerPathTest {
    private static final X509Certificate LEAF = sound().get(0);
    private static final X509Certificate INTERMEDIATE = sound().get(1);
    private static final X509Certificate ROOT = sound().get(2);

    @Test
    void passesByAnEndedCertificateOfTheSameAuthority() {
        X509Certificate ended =
                intermediate(middle -> middle.valid(Fixtures.NOW.minusSeconds(9), Fixtures.NOW.minusSeconds(1)));

        assertThat(codes(LEAF, ended, INTERMEDIATE, ROOT)).isEmpty();
        assertThat(codes(LEAF, INTERMEDIATE, ended, ROOT)).isEmpty();
        assertThat(codes(LEAF, ended, ROOT)).containsExactly(DefectCode.EXPIRED);
    }

    @Test
    void passesByAnAuthorityThatMayNotSign() {
        X509Certificate unfit =
                intermediate(middle -> middle.with(Extension.keyUsage, true, new KeyUsage(KeyUsage.cRLSign)));

        assertThat(codes(LEAF, unfit, INTERMEDIATE, ROOT)).isEmpty();
        assertThat(codes(LEAF, unfit, ROOT)).containsExactly(DefectCode.ISSUER_NOT_AUTHORITY);
    }

    @Test
    void passesByAStrangerThatCertifiedTheSameAuthority() throws Exception {
        List<X509Certificate> strangers = PathPeers.parse(
                Ladder.three().root(root -> root.key(PathKeys.STRANGER)).shown());

        assertThat(codes(LEAF, strangers.get(1), strangers.get(2), INTERMEDIATE, ROOT))
                .isEmpty();
        assertThat(codes(LEAF, strangers.get(1), strangers.get(2))).containsExactly(DefectCode.UNTRUSTED_AUTHORITY);
    }

    /** RFC 5280 §6.1.1 (d). */
    @Test
    void knowsARootByItsNameToo() throws Exception {
        List<X509Certificate> renamed = PathPeers.parse(Ladder.three()
                .root(root -> root.subject(new X500Name("CN=Renamed")))
                .shown());

        assertThat(codes(renamed.get(0), renamed.get(1), renamed.get(2)))
                .containsExactly(DefectCode.UNTRUSTED_AUTHORITY);
    }

    private static X509Certificate intermediate(Consumer<PathCertificate> change) {
        return parsed(Ladder.three().intermediate(change)).get(1);
    }

    private static List<X509Certificate> sound() {
        return parsed(Ladder.three());
    }

    private static List<X509Certificate> parsed(Ladder ladder) {
        try {
            return PathPeers.parse(ladder.shown());
        } catch (Exception impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static List<DefectCode> codes(X509Certificate... shown) {
        return PathPeers.judgement(List.of(shown), ROOT).defects().stream()
                .map(Defect::code)
                .toList();
    }
}
