package fr.accroche.certs;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.Consumer;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.PolicyConstraints;
import org.junit.jupiter.api.Test;

/** What an authority forbids below it counts, whether or not it is marked critical. */
class PermittedNamesTest {

    @Test
    void comparesTheNamesBelow() throws Exception {
        for (boolean critical : new boolean[] {true, false}) {
            assertThat(judged(permitting("C=FR", critical)).sound()).isTrue();
            Judgement outside = judged(permitting("C=BE", critical));

            assertThat(Fixtures.english(outside.defects()))
                    .containsExactly(new Defect(
                            DefectCode.FORBIDDEN_NAME,
                            "a name within the nameConstraints of CN=Intermediate 1, serial 0xbad",
                            "CN=odd, serial 0xbad"));
        }
    }

    @Test
    void leavesThoseOfAStrangerAlone() throws Exception {
        List<X509Certificate> chain = PathPeers.parse(Ladder.three()
                .root(root -> root.key(PathKeys.STRANGER))
                .intermediate(permitting("C=BE", true))
                .shown());
        X509Certificate trusted = PathPeers.parse(Ladder.three().shown()).get(2);

        assertThat(PathPeers.judgement(chain, trusted).defects())
                .extracting(Defect::code)
                .containsExactly(DefectCode.UNTRUSTED_AUTHORITY);
    }

    @Test
    void refusesConstraintsThatCannotBeRead() throws Exception {
        assertThat(judged(middle -> middle.with(Extension.nameConstraints, false, DERNull.INSTANCE))
                        .has(DefectCode.FORBIDDEN_NAME))
                .isTrue();
    }

    @Test
    void refusesConstraintsOnPolicies() throws Exception {
        PolicyConstraints required = new PolicyConstraints(BigInteger.ZERO, null);
        for (boolean critical : new boolean[] {true, false}) {
            assertThat(judged(middle -> middle.with(Extension.policyConstraints, critical, required))
                            .defects())
                    .extracting(Defect::code)
                    .containsExactly(DefectCode.CRITICAL_EXTENSION);
        }
    }

    private static Consumer<PathCertificate> permitting(String name, boolean critical) {
        GeneralSubtree[] permitted = {new GeneralSubtree(new GeneralName(new X500Name(name)))};
        return middle -> middle.with(Extension.nameConstraints, critical, new NameConstraints(permitted, null));
    }

    private static Judgement judged(Consumer<PathCertificate> change) throws Exception {
        List<X509Certificate> chain =
                PathPeers.parse(Ladder.three().intermediate(change).shown());
        return PathPeers.judgement(chain, chain.get(2));
    }
}
