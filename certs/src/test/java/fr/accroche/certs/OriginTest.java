package fr.accroche.certs;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.certs.Origin.Tree;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.Test;

/** No real certificate is here: authorities are faked by name, and by a table of digests. */
class OriginTest {
    private static final String REAL_PRODUCTION =
            "C=FR,O=ASIP-SANTE,OU=0002 187512751,OU=IGC-SANTE,CN=AC IGC-SANTE ELEMENTAIRE ORGANISATIONS";
    private static final String REAL_TEST =
            "C=FR,O=ASIP-SANTE,OU=0002 187512751,OU=IGC-SANTE TEST,CN=TEST AC IGC-SANTE ELEMENTAIRE ORGANISATIONS";

    @Test
    void whatSaysItIsOfTheRealProductionIsRefusedWithTheReason() {
        Origin origin = Origin.of(List.of(named(REAL_PRODUCTION)));

        assertThat(origin.proven()).isFalse();
        Wording refusal = origin.refusal().orElseThrow();
        assertThat(refusal.en())
                .contains("says, by its issuer's name, that it is of an authority of the real IGC-Santé for PRODUCTION")
                .contains("(CN=AC IGC-SANTE ELEMENTAIRE ORGANISATIONS)")
                .contains("use a test certificate");
        assertThat(refusal.fr())
                .contains("se dit, par le nom de son émetteur, signé par une autorité de la vraie IGC-Santé");
    }

    @Test
    void whatIsProvenByTheDigestOfAnIssuerIsRefusedWhateverItsNameSays() throws Exception {
        List<X509Certificate> chain = Fixtures.chain(Fixtures.authCli());
        Map<String, Tree> published = Map.of(digest(chain.get(1)), Tree.IGC_SANTE_PRODUCTION);

        Origin origin = Origin.of(chain, published);

        assertThat(origin.proven()).isTrue();
        assertThat(origin.refusal().orElseThrow().en())
                .contains("chains to an authority of the real IGC-Santé for PRODUCTION")
                .contains("(CN=TEST AC SIMULEE ELEMENTAIRE ORGANISATIONS)");
        assertThat(Origin.of(chain, Map.of(digest(chain.get(1)), Tree.IGC_SANTE_TEST))
                        .refusal())
                .isEmpty();
        assertThat(Origin.of(chain).refusal()).as("by the true table").isEmpty();
    }

    @Test
    void anAuthorityThatSignedNothingOfTheChainProvesNothing() throws Exception {
        X509Certificate leaf = Fixtures.chain(Fixtures.authCli()).get(0);
        X509Certificate stranger = Fixtures.STRANGER.roots(Branch.TEST).get(0);
        Map<String, Tree> published = Map.of(digest(stranger), Tree.IGC_SANTE_PRODUCTION);

        assertThat(Origin.of(List.of(leaf, stranger), published).tree()).isEqualTo(Tree.SIMULATED_TEST);
    }

    @Test
    void noAuthorityOrMarkPutBesideARealOneHidesIt() {
        X509Certificate real = named(REAL_PRODUCTION);
        X509Certificate simulated = Fixtures.IGC.roots(Branch.TEST).get(0);
        X509Certificate marked = OddCertificate.of(
                        new X500Name("CN=x"),
                        new X500Name("CN=x"),
                        Fixtures.KEY.getPublic(),
                        Fixtures.NOW,
                        Fixtures.NOW.plusSeconds(1))
                .with(new ASN1ObjectIdentifier(Oids.LOOK_ALIKE), false, new DERUTF8String("x"))
                .by(Fixtures.STRANGER.issue(Fixtures.sign(), Fixtures.KEY).key());

        assertThat(Origin.of(List.of(real, simulated)).tree()).isEqualTo(Tree.IGC_SANTE_PRODUCTION);
        assertThat(Origin.of(List.of(real, simulated)).refusal()).isPresent();
        assertThat(Origin.of(List.of(marked)).tree()).isEqualTo(Tree.SIMULATED_LOOK_ALIKE);
    }

    @Test
    void aMarkDoesNotHideWhatADigestProves() throws Exception {
        X509Certificate marked = OddCertificate.of(
                        new X500Name("CN=x"),
                        new X500Name("CN=x"),
                        Fixtures.KEY.getPublic(),
                        Fixtures.NOW,
                        Fixtures.NOW.plusSeconds(1))
                .with(new ASN1ObjectIdentifier(Oids.LOOK_ALIKE), false, new DERUTF8String("x"))
                .by(Fixtures.KEY.getPrivate());

        assertThat(Origin.of(List.of(marked), Map.of(digest(marked), Tree.IGC_SANTE_PRODUCTION))
                        .refusal())
                .isPresent();
    }

    @Test
    void aRealTestCertificateMayBeUsed() {
        Origin origin = Origin.of(List.of(named(REAL_TEST)));

        assertThat(origin.tree()).isEqualTo(Tree.IGC_SANTE_TEST);
        assertThat(origin.refusal()).isEmpty();
    }

    @Test
    void aServerThatIsShownOneSaysWhyItRefuses() {
        List<Defect> defects = Fixtures.judge(List.of(named(REAL_PRODUCTION))).defects();

        assertThat(defects)
                .filteredOn(defect -> defect.code() == DefectCode.REAL_PRODUCTION)
                .singleElement()
                .satisfies(defect ->
                        assertThat(defect.observed()).contains("AC IGC-SANTE ELEMENTAIRE ORGANISATIONS", "is refused"));
        assertThat(Fixtures.judge(List.of(named(REAL_TEST))).has(DefectCode.REAL_PRODUCTION))
                .isFalse();
    }

    private static X509Certificate named(String issuer) {
        return OddCertificate.of(
                        new X500Name(issuer),
                        new X500Name(OddCertificate.SUBJECT),
                        Fixtures.KEY.getPublic(),
                        Fixtures.NOW,
                        Fixtures.NOW.plusSeconds(1))
                .by(Fixtures.KEY.getPrivate());
    }

    private static String digest(X509Certificate certificate) throws Exception {
        String hex =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        return hex.substring(0, 16) + "…" + hex.substring(56);
    }
}
