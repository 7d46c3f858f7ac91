package fr.accroche.certs;

import static fr.accroche.certs.Fixtures.CLOCK;
import static fr.accroche.certs.Fixtures.IGC;
import static fr.accroche.certs.Fixtures.KEY;
import static fr.accroche.certs.Fixtures.NOW;
import static fr.accroche.certs.Fixtures.STRANGER;
import static fr.accroche.certs.Fixtures.authCli;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigInteger;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the judge makes of what authorities publish. */
class RevocationJudgeTest {

    private final List<X509Certificate> chain = IGC.issue(authCli(), KEY).chain();
    private final RevocationRegister register = IGC.revocations().apart();

    @ParameterizedTest
    @EnumSource(Branch.class)
    void aSoundChainStaysSoundEitherWay(Branch branch) {
        List<X509Certificate> sound =
                IGC.issue(authCli().withBranch(branch), KEY).chain();

        assertThat(IGC.judge(Profile.ORG_AUTH_CLI, branch, RevocationCheck.of(register.lists(branch)))
                        .judge(sound)
                        .defects())
                .isEmpty();
        assertThat(IGC.judge(Profile.ORG_AUTH_CLI, branch, RevocationCheck.of(register.responder(branch)))
                        .judge(sound)
                        .defects())
                .isEmpty();
    }

    @Test
    void refusesARevokedLeafByListAndByOcsp() {
        register.revoke(Branch.TEST, chain.get(0).getSerialNumber());
        String leaf = "revoked on 2026-11-22T10:00:00Z: CN=alpha-edc-bas, serial 0x"
                + chain.get(0).getSerialNumber().toString(16);

        assertThat(Fixtures.english(byLists()))
                .containsExactly(new Defect(
                        DefectCode.REVOKED,
                        "not in the list of revoked certificates of CN=TEST AC SIMULEE ELEMENTAIRE ORGANISATIONS,"
                                + " made on 2026-11-22T10:00:00Z (ACI-EL-ORG-TEST.crl)",
                        leaf));
        assertThat(Fixtures.english(byOcsp()))
                .containsExactly(new Defect(
                        DefectCode.REVOKED,
                        "good, from the OCSP responder (http://ocsp-simule.accroche.invalid)",
                        leaf));
    }

    @Test
    void makesItGoodAgain() {
        register.revoke(Branch.TEST, chain.get(0).getSerialNumber());
        register.restore(Branch.TEST, chain.get(0).getSerialNumber());

        assertThat(byLists()).isEmpty();
        assertThat(byOcsp()).isEmpty();
    }

    @Test
    void looksAtEveryLevelByListsAndAtTheLeafAloneByOcsp() {
        register.revoke(Branch.TEST, chain.get(1).getSerialNumber());

        assertThat(byLists())
                .extracting(Defect::code, defect -> defect.observed().replaceAll(".*: (CN=[^,]*),.*", "$1"))
                .containsExactly(tuple(DefectCode.REVOKED, "CN=TEST AC SIMULEE ELEMENTAIRE ORGANISATIONS"));
        assertThat(byOcsp()).isEmpty();
    }

    @Test
    void refusesWhatCannotBeTold() {
        register.set(Branch.TEST, IgcAuthority.ROOT, RevocationListState.MISSING);
        assertThat(Fixtures.english(byLists()))
                .containsExactly(new Defect(
                        DefectCode.REVOCATION_UNKNOWN,
                        "a list of revoked certificates of CN=TEST AC RACINE SIMULEE ELEMENTAIRE",
                        "none (ACR-EL-TEST.crl): CN=TEST AC SIMULEE ELEMENTAIRE ORGANISATIONS, serial 0x"
                                + chain.get(1).getSerialNumber().toString(16)));

        Map.of(OcspState.UNKNOWN, "unknown", OcspState.TRY_LATER, "tryLater", OcspState.SILENT, "no answer")
                .forEach((state, observed) -> {
                    register.set(Branch.TEST, state);
                    assertThat(byOcsp()).singleElement().satisfies(defect -> {
                        assertThat(defect.code()).isEqualTo(DefectCode.REVOCATION_UNKNOWN);
                        assertThat(defect.observed()).startsWith(observed + ": CN=alpha-edc-bas");
                    });
                });
    }

    @Test
    void refusesAListOfLastTime() {
        register.set(Branch.TEST, IgcAuthority.INTERMEDIATE, RevocationListState.EXPIRED);
        register.revoke(Branch.TEST, chain.get(0).getSerialNumber());

        assertThat(byLists()).singleElement().satisfies(defect -> {
            assertThat(defect.code()).isEqualTo(DefectCode.REVOCATION_OUTDATED);
            assertThat(defect.expected()).isEqualTo("nextUpdate >= 2026-11-22T10:00:00Z");
            assertThat(defect.observed()).startsWith("nextUpdate = 2026-11-21T10:00:00Z: list of revoked");
        });
    }

    @Test
    void theSwitchAcceptsWhatCannotBeToldAndNeverWhatIsRevoked() {
        RevocationCheck lists = RevocationCheck.of(register.lists(Branch.TEST)).acceptingUnavailable();
        RevocationCheck ocsp =
                RevocationCheck.of(register.responder(Branch.TEST)).acceptingUnavailable();
        register.set(Branch.TEST, IgcAuthority.ROOT, RevocationListState.MISSING);
        register.set(Branch.TEST, IgcAuthority.INTERMEDIATE, RevocationListState.EXPIRED);
        register.set(Branch.TEST, OcspState.SILENT);
        assertThat(judged(lists)).isEmpty();
        assertThat(judged(ocsp)).isEmpty();

        register.set(Branch.TEST, IgcAuthority.INTERMEDIATE, RevocationListState.FRESH);
        register.set(Branch.TEST, OcspState.ANSWERING);
        register.revoke(Branch.TEST, chain.get(0).getSerialNumber());
        assertThat(judged(lists)).extracting(Defect::code).containsExactly(DefectCode.REVOKED);
        assertThat(judged(ocsp)).extracting(Defect::code).containsExactly(DefectCode.REVOKED);
    }

    @Test
    void believesNoListThatTheIssuerHasNotSigned() {
        RevocationRegister stranger = STRANGER.revocations().apart();
        List<X509CRL> namesakes = List.of(
                stranger.list(Branch.TEST, IgcAuthority.INTERMEDIATE).orElseThrow(),
                register.list(Branch.TEST, IgcAuthority.ROOT).orElseThrow());

        List<Defect> defects = given(namesakes);

        assertThat(defects).singleElement().satisfies(defect -> {
            assertThat(defect.code()).isEqualTo(DefectCode.REVOCATION_UNTRUSTED);
            assertThat(defect.expected())
                    .startsWith("a list signed by CN=TEST AC SIMULEE ELEMENTAIRE ORGANISATIONS, key SHA-256 ");
            assertThat(defect.observed()).isEqualTo("another signature (lists.pem)");
        });
    }

    @Test
    void takesTheLatestOfSeveralGivenLists() {
        X509CRL before = register.list(Branch.TEST, IgcAuthority.INTERMEDIATE).orElseThrow();
        register.revoke(Branch.TEST, chain.get(0).getSerialNumber());
        X509CRL root = register.list(Branch.TEST, IgcAuthority.ROOT).orElseThrow();
        X509CRL later = RevocationListMint.make(
                IGC.authorities(Branch.TEST).intermediate(),
                Map.of(chain.get(0).getSerialNumber(), NOW),
                BigInteger.TEN,
                NOW.plusSeconds(1),
                NOW.plusSeconds(60),
                IGC.random());

        assertThat(given(List.of(before, root))).isEmpty();
        assertThat(given(List.of(before, later, root)))
                .extracting(Defect::code)
                .containsExactly(DefectCode.REVOKED, DefectCode.REVOCATION_OUTDATED);
        assertThat(given(List.of(root)))
                .singleElement()
                .extracting(Defect::observed)
                .asString()
                .startsWith("only of CN=TEST AC RACINE SIMULEE ELEMENTAIRE (lists.pem): CN=alpha-edc-bas");
    }

    @Test
    void believesNoListOfAnIssuerWithoutTheRightToSignLists() {
        X509Certificate leafAsIssuer = chain.get(0);
        X509CRL list = RevocationListMint.make(
                new HeldCertificate(KEY.getPrivate(), chain), Map.of(), BigInteger.ONE, NOW, NOW, IGC.random());

        assertThat(new ListVerdict(
                                chain.get(0),
                                leafAsIssuer,
                                new RevocationEvidence.Lists(List.of(list), "lists.pem"),
                                NOW)
                        .defects())
                .singleElement()
                .satisfies(defect -> {
                    assertThat(defect.code()).isEqualTo(DefectCode.REVOCATION_UNTRUSTED);
                    assertThat(defect.expected()).isEqualTo("cRLSign");
                    assertThat(defect.observed()).startsWith("digitalSignature: CN=alpha-edc-bas");
                });
    }

    @Test
    void believesNoOcspResponseOfAnotherNorAnyBytes() {
        byte[] strange = STRANGER.revocations()
                .respond(new OcspRequest(
                        List.of(OcspMint.certificateId(
                                chain.get(0), STRANGER.authorities(Branch.TEST).intermediateCertificate())),
                        Optional.empty()))
                .orElseThrow();

        for (byte[] response : List.of(strange, new byte[0], "no".getBytes(), new byte[] {0x30, (byte) 0x80})) {
            assertThat(answered(response)).containsExactly(DefectCode.REVOCATION_UNTRUSTED);
        }
        assertThat(answered(RevocationRegister.malformedRequest())).containsExactly(DefectCode.REVOCATION_UNKNOWN);
    }

    @Test
    void anOcspResponseIsAboutOneCertificateAndOneDay() {
        byte[] good = register.respond(
                        new OcspRequest(List.of(OcspMint.certificateId(chain.get(0), chain.get(1))), Optional.empty()))
                .orElseThrow();
        X509Certificate another = IGC.issue(authCli(), KEY).certificate();
        RevocationEvidence.Answer answer = new RevocationEvidence.Answer(Optional.of(good), "OCSP");

        assertThat(answered(good)).isEmpty();
        assertThat(new OcspVerdict(another, chain.get(1), answer, NOW).defects())
                .singleElement()
                .extracting(Defect::code)
                .isEqualTo(DefectCode.REVOCATION_UNKNOWN);
        assertThat(new OcspVerdict(chain.get(0), chain.get(1), answer, NOW.plus(Duration.ofDays(2))).defects())
                .singleElement()
                .extracting(Defect::code)
                .isEqualTo(DefectCode.REVOCATION_OUTDATED);
        assertThat(new OcspVerdict(chain.get(0), chain.get(1), answer, NOW.plus(Duration.ofDays(31))).defects())
                .singleElement()
                .extracting(Defect::code)
                .isEqualTo(DefectCode.REVOCATION_UNTRUSTED);
    }

    @Test
    void whatIsMadeWhileItJudgesIsNotOfTheFuture() {
        AtomicReference<Instant> now = new AtomicReference<>(NOW);
        RevocationSource slow = (certificate, issuer) -> {
            Instant later = now.updateAndGet(before -> before.plusSeconds(1));
            HeldCertificate signer = issuer.equals(chain.get(1))
                    ? IGC.authorities(Branch.TEST).intermediate()
                    : IGC.authorities(Branch.TEST).root();
            X509CRL list = RevocationListMint.make(
                    signer, Map.of(), BigInteger.ONE, later, later.plusSeconds(60), IGC.random());
            return new RevocationEvidence.Lists(List.of(list), "made now");
        };

        assertThat(RevocationCheck.of(slow).defects(chain.get(0), chain.get(1), now::get))
                .isEmpty();
        assertThat(RevocationCheck.of(slow).defects(chain.get(1), chain.get(2), now::get))
                .isEmpty();
    }

    @Test
    void saysNothingOfRevocationWhereTheAuthorityIsAnother() {
        List<X509Certificate> stranger = STRANGER.issue(authCli(), KEY).chain();
        List<X509Certificate> production =
                IGC.issue(authCli().withBranch(Branch.PRODUCTION), KEY).chain();

        assertThat(judge(RevocationCheck.of(register.lists(Branch.TEST)), stranger))
                .extracting(Defect::code)
                .containsExactly(DefectCode.UNTRUSTED_AUTHORITY);
        assertThat(judge(RevocationCheck.of(register.lists(Branch.TEST)), production))
                .extracting(Defect::code)
                .containsExactly(DefectCode.WRONG_BRANCH);
    }

    private List<DefectCode> answered(byte[] response) {
        RevocationEvidence.Answer answer = new RevocationEvidence.Answer(Optional.of(response), "OCSP");
        return new OcspVerdict(chain.get(0), chain.get(1), answer, CLOCK.instant())
                .defects().stream().map(Defect::code).toList();
    }

    private List<Defect> given(List<X509CRL> lists) {
        return judged(RevocationCheck.of(RevocationSource.ofLists(lists, "lists.pem")));
    }

    private List<Defect> byLists() {
        return judged(RevocationCheck.of(register.lists(Branch.TEST)));
    }

    private List<Defect> byOcsp() {
        return judged(RevocationCheck.of(register.responder(Branch.TEST)));
    }

    private List<Defect> judged(RevocationCheck check) {
        return judge(check, chain);
    }

    private static List<Defect> judge(RevocationCheck check, List<X509Certificate> presented) {
        return IGC.judge(Profile.ORG_AUTH_CLI, Branch.TEST, check)
                .judge(presented)
                .defects();
    }
}
