package fr.accroche.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.accroche.certs.OrderingPlatform.Packing;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookAlikeTest {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final TestIgc.KeySizes SIZES = new TestIgc.KeySizes(2048, 2048);

    @TempDir
    private static Path work;

    private static TestIgc before;
    private static TestIgc lookAlike;
    private static TestIgc after;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() {
        before = TestIgc.in(work, Fixtures.CLOCK, SIZES);
        lookAlike = TestIgc.in(work, Fixtures.CLOCK, SIZES, Issuers.LOOK_ALIKE);
        after = TestIgc.in(work, Fixtures.CLOCK, SIZES);
    }

    @Test
    void theIssuerIsNamedAsTheRealOneWithAMarkBesideIt() {
        X509Certificate leaf = leaf();
        SubjectName issuer = SubjectName.of(leaf.getIssuerX500Principal());

        assertThat(issuer.commonName()).contains("TEST AC IGC-SANTE ELEMENTAIRE ORGANISATIONS");
        assertThat(issuer)
                .hasToString(
                        "CN=TEST AC IGC-SANTE ELEMENTAIRE ORGANISATIONS,OU=ACCROCHE SIMULATEUR - CERTIFICAT FACTICE,"
                                + "OU=IGC-SANTE TEST,OU=0002 187512751,O=ASIP-SANTE,C=FR");
        assertThat(SubjectName.of(leaf.getSubjectX500Principal()))
                .hasToString(SubjectName.of(before.issue(Fixtures.authCli(), Fixtures.KEY)
                                .certificate()
                                .getSubjectX500Principal())
                        .toString());
        assertThat(lookAlike.issue(Fixtures.authCli(), Fixtures.KEY).chain()).allSatisfy(certificate -> {
            assertThat(certificate.getNonCriticalExtensionOIDs()).contains(Oids.LOOK_ALIKE);
            assertThat(SubjectName.of(certificate.getIssuerX500Principal()).organisationalUnits())
                    .contains(IgcNames.MARK);
        });
    }

    @Test
    void itIsNeverTakenForTheRealOne() {
        List<CertificateFacts> facts = CertificateFacts.of(
                lookAlike.issue(Fixtures.authCli(), Fixtures.KEY).chain());

        assertThat(facts).hasSize(3).allSatisfy(each -> {
            assertThat(each.origin().tree()).isEqualTo(Origin.Tree.SIMULATED_LOOK_ALIKE);
            assertThat(each.origin().tree().branch()).contains(Branch.TEST);
            assertThat(each.origin().refusal()).isEmpty();
        });
        assertThat(CertificateFacts.of(List.of(leaf())).get(0).origin().tree())
                .as("without its chain")
                .isEqualTo(Origin.Tree.SIMULATED_LOOK_ALIKE);
        assertThat(facts.get(0).extensions())
                .filteredOn(extension -> extension.oid().equals(Oids.LOOK_ALIKE))
                .singleElement()
                .satisfies(mark -> {
                    assertThat(mark.name().en()).isEqualTo("look-alike (accroche)");
                    assertThat(mark.values()).containsExactly(Wording.verbatim(IgcNames.MARK));
                });
    }

    @Test
    void oncePresentItIsTrustedInTheTestBranchOnly() {
        List<X509Certificate> chain =
                lookAlike.issue(Fixtures.authCli(), Fixtures.KEY).chain();

        for (TestIgc igc : List.of(lookAlike, after)) {
            assertThat(igc.judge(Profile.ORG_AUTH_CLI, Branch.TEST).judge(chain).defects())
                    .isEmpty();
            assertThat(igc.judge(Profile.ORG_AUTH_CLI, Branch.PRODUCTION)
                            .judge(chain)
                            .defects())
                    .extracting(Defect::code)
                    .containsExactly(DefectCode.WRONG_BRANCH);
            assertThat(igc.roots(Branch.TEST)).hasSize(2).contains(chain.get(2));
            assertThat(igc.roots(Branch.PRODUCTION)).hasSize(1);
        }
        assertThat(before.judge(Profile.ORG_AUTH_CLI, Branch.TEST).judge(chain).defects())
                .extracting(Defect::code)
                .contains(DefectCode.UNTRUSTED_AUTHORITY);
    }

    @Test
    void unlessAskedForThePlainOnesSignAsBefore() {
        X509Certificate plain = after.issue(Fixtures.authCli(), Fixtures.KEY).certificate();

        assertThat(after.roots(Branch.TEST).get(0))
                .isEqualTo(before.roots(Branch.TEST).get(0));
        assertThat(plain.getExtensionValue(Oids.LOOK_ALIKE)).isNull();
        assertThat(CertificateText.name(plain.getIssuerX500Principal()))
                .isEqualTo("CN=TEST AC SIMULEE ELEMENTAIRE ORGANISATIONS");
        assertThat(lookAlike
                        .judge(Profile.ORG_AUTH_CLI, Branch.TEST)
                        .judge(after.issue(Fixtures.authCli(), Fixtures.KEY).chain())
                        .defects())
                .isEmpty();
    }

    @Test
    void revocationIsLookedUpAtWhoeverIssuedWhicheverSignsInThisRun() {
        for (TestIgc ordered : List.of(lookAlike, after)) {
            List<X509Certificate> chain =
                    ordered.issue(Fixtures.authCli(), Fixtures.KEY).chain();
            for (TestIgc judging : List.of(lookAlike, after)) {
                RevocationRegister register = judging.revocations().apart();
                for (RevocationSource source : List.of(register.lists(Branch.TEST), register.responder(Branch.TEST))) {
                    assertThat(codes(judging, source, chain)).isEmpty();
                    register.revoke(Branch.TEST, chain.get(0).getSerialNumber());
                    assertThat(codes(judging, source, chain)).containsExactly(DefectCode.REVOKED);
                    register.restore(Branch.TEST, chain.get(0).getSerialNumber());
                }
            }
        }
    }

    /** The mark is on all that they sign, who answers for revocations included. */
    @Test
    void theResponderBearsTheMark() throws Exception {
        List<X509Certificate> chain =
                lookAlike.issue(Fixtures.authCli(), Fixtures.KEY).chain();

        byte[] answer = lookAlike
                .revocations()
                .respond(new OcspRequest(List.of(OcspMint.certificateId(chain.get(0), chain.get(1))), Optional.empty()))
                .orElseThrow();
        X509CertificateHolder responder = ((BasicOCSPResp) new OCSPResp(answer).getResponseObject()).getCerts()[0];

        assertThat(responder.getExtension(new ASN1ObjectIdentifier(Oids.LOOK_ALIKE)))
                .isNotNull();
        assertThat(responder.getSubject().toString()).contains("CERTIFICAT FACTICE");
    }

    @Test
    void whatIsPublishedIsInTheStateThatWasSetWhoeverIssued() {
        List<X509Certificate> chain =
                lookAlike.issue(Fixtures.authCli(), Fixtures.KEY).chain();
        RevocationRegister register = after.revocations().apart();
        register.set(Branch.TEST, IgcAuthority.INTERMEDIATE, RevocationListState.EXPIRED);
        register.set(Branch.TEST, OcspState.TRY_LATER);

        assertThat(codes(after, register.lists(Branch.TEST), chain)).containsExactly(DefectCode.REVOCATION_OUTDATED);
        assertThat(codes(after, register.responder(Branch.TEST), chain)).containsExactly(DefectCode.REVOCATION_UNKNOWN);
    }

    @Test
    void theListOnLineIsOfThoseThatSign() {
        for (TestIgc igc : List.of(lookAlike, after)) {
            for (IgcAuthority authority : IgcAuthority.values()) {
                X509Certificate publisher = igc.authorityChain(Branch.TEST).get(authority == IgcAuthority.ROOT ? 1 : 0);
                assertThat(igc.revocations()
                                .list(Branch.TEST, authority)
                                .orElseThrow()
                                .getIssuerX500Principal())
                        .isEqualTo(publisher.getSubjectX500Principal());
            }
        }
    }

    private static List<DefectCode> codes(TestIgc judging, RevocationSource source, List<X509Certificate> chain) {
        return judging
                .judge(Profile.ORG_AUTH_CLI, Branch.TEST, RevocationCheck.of(source))
                .judge(chain)
                .defects()
                .stream()
                .map(Defect::code)
                .toList();
    }

    @Test
    void thereIsNoneOfProduction() {
        Order order = Fixtures.authCli().withBranch(Branch.PRODUCTION);

        assertThatThrownBy(() -> new OrderingPlatform(lookAlike, PASSWORD)
                        .certify(order, folder, new SigningRequest(Fixtures.KEY.getPublic(), "CN=x")))
                .isInstanceOf(OrderException.class)
                .hasMessageContaining("imitates the test IGC-Santé only");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void itsTruststoreStandsBesideThePlainOneAndHoldsBothRoots() {
        Packing packing = new Packing(2048, Pkcs12Dialect.MODERN, Optional.of(PASSWORD));
        List<Path> plain = new OrderingPlatform(after, PASSWORD)
                .deliver(Fixtures.authCli(), folder, packing)
                .trust();
        List<Path> both = new OrderingPlatform(lookAlike, PASSWORD)
                .deliver(Fixtures.sign(), folder, packing)
                .trust();

        assertThat(plain.get(0)).hasFileName("truststore-EL-TEST.p12");
        assertThat(both.get(0)).hasFileName("truststore-EL-TEST-sosie.p12");
        assertThat(JavaKeyStores.trusts(plain.get(0), before.roots(Branch.TEST), PASSWORD))
                .isTrue();
        assertThat(JavaKeyStores.trusts(both.get(0), lookAlike.roots(Branch.TEST), PASSWORD))
                .isTrue();
        TrustFiles chain = new CertificateFolder(folder, after).trust("trust", Branch.TEST, PASSWORD);
        assertThat(JavaKeyStores.trusts(chain.p12(), lookAlike.roots(Branch.TEST), PASSWORD))
                .isTrue();
    }

    @Test
    void itIsKeptFromOneRunToTheNext() {
        TestIgc again = TestIgc.in(work, Fixtures.CLOCK, SIZES, Issuers.LOOK_ALIKE, new SecureRandom());

        assertThat(again.roots(Branch.TEST)).isEqualTo(lookAlike.roots(Branch.TEST));
        assertThat(work.resolve("igc/test-sosie").toFile().list())
                .containsExactlyInAnyOrder(
                        "racine.pem", "racine.key.pem", "intermediaire.pem", "intermediaire.key.pem");
    }

    private static X509Certificate leaf() {
        return lookAlike.issue(Fixtures.authCli(), Fixtures.KEY).certificate();
    }
}
