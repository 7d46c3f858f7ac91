package fr.accroche.certs;

import static fr.accroche.certs.Fixtures.IGC;
import static fr.accroche.certs.Fixtures.KEY;
import static fr.accroche.certs.Fixtures.NOW;
import static fr.accroche.certs.Fixtures.STRANGER;
import static fr.accroche.certs.Fixtures.authCli;
import static fr.accroche.certs.Fixtures.chain;
import static fr.accroche.certs.Fixtures.judge;
import static fr.accroche.certs.Fixtures.servSsl;
import static fr.accroche.certs.Fixtures.sign;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The way from the leaf to a root. */
class ChainJudgeTest {

    @ParameterizedTest
    @EnumSource(Branch.class)
    void findsASoundCertificateSound(Branch branch) {
        for (Order order : List.of(authCli(), servSsl(), sign())) {
            Order ordered = order.withBranch(branch);

            assertThat(IGC.judge(order.profile(), branch).judge(chain(ordered)).defects())
                    .isEmpty();
        }
    }

    @Test
    void asksForACertificate() {
        Judgement judgement = judge(List.of());

        assertThat(Fixtures.english(judgement.defects()))
                .containsExactly(new Defect(DefectCode.NOT_PRESENTED, "ORG_AUTH_CLI (TEST)", "none"));
    }

    @Test
    void acceptsAnyOrderAboveTheLeafAndAMissingRoot() {
        List<X509Certificate> chain = chain(authCli());

        assertThat(judge(List.of(chain.get(0), chain.get(2), chain.get(1))).sound())
                .isTrue();
        assertThat(judge(chain.subList(0, 2)).sound()).isTrue();
    }

    @Test
    void reportsTheMissingIntermediateAndGoesOn() {
        Judgement judgement =
                judge(chain(servSsl().withBranch(Branch.PRODUCTION)).subList(0, 1));

        Defect missing = judgement.defects().get(0);
        assertThat(missing.code()).isEqualTo(DefectCode.INCOMPLETE_CHAIN);
        assertThat(missing.expected()).isEqualTo("[CN=psc.accroche.invalid < CN=AC SIMULEE ELEMENTAIRE ORGANISATIONS]");
        assertThat(missing.observed()).isEqualTo("[CN=psc.accroche.invalid]");
        assertThat(codes(judgement))
                .contains(DefectCode.WRONG_BRANCH, DefectCode.EXTENDED_KEY_USAGE)
                .doesNotContain(DefectCode.UNTRUSTED_AUTHORITY);
    }

    @Test
    void knowsAnAuthorityByItsKeyNotByItsName() {
        HeldCertificate stranger = STRANGER.issue(authCli(), KEY);
        String sameName = "CN=TEST AC RACINE SIMULEE ELEMENTAIRE, key SHA-256 ";

        Judgement judgement = judge(stranger.chain());

        assertThat(codes(judgement)).containsExactly(DefectCode.UNTRUSTED_AUTHORITY);
        Defect untrusted = judgement.defects().get(0);
        assertThat(untrusted.expected()).startsWith(sameName);
        assertThat(untrusted.observed()).startsWith(sameName).isNotEqualTo(untrusted.expected());
    }

    @Test
    void distrustsAStrangerThatDoesNotShowItsRoot() {
        List<X509Certificate> stranger = STRANGER.issue(authCli(), KEY).chain();

        for (int shown = 1; shown <= 2; shown++) {
            Judgement judgement = judge(stranger.subList(0, shown));
            assertThat(codes(judgement)).containsExactly(DefectCode.UNTRUSTED_AUTHORITY);
            assertThat(judgement.defects().get(0).observed()).contains("authorityKeyIdentifier ");
        }
    }

    @Test
    void distrustsAStrangerThatBorrowsTheTrueAuthorities() {
        X509Certificate leaf = STRANGER.issue(authCli(), KEY).certificate();
        List<X509Certificate> borrowed = chain(authCli()).subList(1, 3);

        assertThat(codes(judge(List.of(leaf, borrowed.get(0), borrowed.get(1)))))
                .containsExactly(DefectCode.UNTRUSTED_AUTHORITY);
    }

    @Test
    void distrustsASelfSignedCertificate() {
        X500Name name = new X500Name(OddCertificate.SUBJECT);
        X509Certificate self = OddCertificate.of(name, name, KEY.getPublic(), NOW.minusSeconds(1), NOW.plusSeconds(1))
                .by(KEY.getPrivate());

        assertThat(codes(judge(List.of(self))))
                .contains(DefectCode.UNTRUSTED_AUTHORITY, DefectCode.KEY_USAGE, DefectCode.EXTENDED_KEY_USAGE);
    }

    @Test
    void distrustsACertificateThatOnlyBearsTheKeyOfARoot() {
        X509Certificate root = IGC.roots(Branch.TEST).get(0);
        X509Certificate forged = OddCertificate.authCli(OddCertificate.SUBJECT, root.getPublicKey())
                .by(KEY.getPrivate());

        assertThat(codes(judge(List.of(forged)))).contains(DefectCode.BAD_SIGNATURE);
    }

    @Test
    void seesASignatureThatIsNotTheIssuers() {
        X509Certificate forged =
                OddCertificate.authCli(OddCertificate.SUBJECT, KEY.getPublic()).by(KEY.getPrivate());
        List<X509Certificate> authorities = chain(authCli()).subList(1, 3);

        Judgement judgement = judge(List.of(forged, authorities.get(0), authorities.get(1)));

        assertThat(codes(judgement)).containsExactly(DefectCode.BAD_SIGNATURE);
        assertThat(judgement.defects().get(0).expected())
                .startsWith("a signature made by CN=TEST AC SIMULEE ELEMENTAIRE ORGANISATIONS, key SHA-256 ");
        assertThat(judgement.defects().get(0).observed()).isEqualTo("another signature on CN=odd, serial 0xbad");
    }

    @Test
    void seesALeafThatActsAsAnAuthority() {
        HeldCertificate leaf = IGC.issue(authCli(), KEY);
        X509Certificate below = OddCertificate.issuedBy(
                        leaf.certificate(), new X500Name(OddCertificate.SUBJECT), KEY.getPublic())
                .by(leaf.key());

        Judgement judgement = judge(List.of(
                below, leaf.chain().get(0), leaf.chain().get(1), leaf.chain().get(2)));

        assertThat(judgement.defects())
                .filteredOn(defect -> defect.code() == DefectCode.ISSUER_NOT_AUTHORITY)
                .extracting(Defect::observed)
                .satisfiesExactly(
                        observed -> assertThat(observed).startsWith("CA:FALSE: CN=alpha-edc-bas"),
                        observed -> assertThat(observed).startsWith("digitalSignature: CN=alpha-edc-bas"),
                        observed -> assertThat(observed).startsWith("pathlen 0: CN=TEST AC SIMULEE"));
    }

    @Test
    void tellsTheOtherBranchFromAnUnknownAuthority() {
        Judgement judgement = judge(chain(authCli().withBranch(Branch.PRODUCTION)));

        assertThat(codes(judgement)).containsExactly(DefectCode.WRONG_BRANCH);
        assertThat(judgement.defects().get(0).expected()).startsWith("TEST: CN=TEST AC RACINE SIMULEE ELEMENTAIRE");
        assertThat(judgement.defects().get(0).observed()).startsWith("PRODUCTION: CN=AC RACINE SIMULEE ELEMENTAIRE");
    }

    @Test
    void readsTheBranchFlagOfAStranger() {
        Judgement judgement = judge(
                STRANGER.issue(authCli().withBranch(Branch.PRODUCTION), KEY).chain());

        assertThat(codes(judgement)).containsExactly(DefectCode.UNTRUSTED_AUTHORITY, DefectCode.WRONG_BRANCH);
        assertThat(judgement.defects().get(1).expected()).isEqualTo("1.2.250.1.71.1.2.5 = 0x83");
        assertThat(judgement.defects().get(1).observed()).isEqualTo("1.2.250.1.71.1.2.5 = 0x03");
    }

    @Test
    void seesExpiryToTheSecond() {
        List<X509Certificate> chain = chain(authCli().withValidity(NOW.minusSeconds(10), NOW));

        assertThat(judge(chain).sound()).isTrue();
        Judgement judgement = at(NOW.plusSeconds(1), chain);
        assertThat(codes(judgement)).containsExactly(DefectCode.EXPIRED);
        assertThat(judgement.defects().get(0).expected()).isEqualTo("notAfter >= 2026-11-22T10:00:01Z");
        assertThat(judgement.defects().get(0).observed())
                .isEqualTo("notAfter = 2026-11-22T10:00:00Z: CN=alpha-edc-bas, serial 0x"
                        + chain.get(0).getSerialNumber().toString(16));
    }

    @Test
    void seesACertificateOfTomorrow() {
        List<X509Certificate> chain = chain(authCli().withValidity(NOW.plusSeconds(5), NOW.plusSeconds(10)));

        assertThat(codes(judge(chain))).containsExactly(DefectCode.NOT_YET_VALID);
        assertThat(judge(chain).defects().get(0).observed()).startsWith("notBefore = 2026-11-22T10:00:05Z");
    }

    @Test
    void checksDatesAtEveryLevel() {
        List<X509Certificate> chain = chain(authCli());

        assertThat(at(NOW.plus(Duration.ofDays(20 * 365)), chain).defects())
                .extracting(Defect::code, defect -> defect.observed().replaceAll(".*: (CN=[^,]*),.*", "$1"))
                .containsExactly(
                        tuple(DefectCode.EXPIRED, "CN=alpha-edc-bas"),
                        tuple(DefectCode.EXPIRED, "CN=TEST AC SIMULEE ELEMENTAIRE ORGANISATIONS"),
                        tuple(DefectCode.EXPIRED, "CN=TEST AC RACINE SIMULEE ELEMENTAIRE"));
    }

    private static Judgement at(Instant instant, List<X509Certificate> chain) {
        KnownAuthorities known = new KnownAuthorities(
                Map.of(Branch.TEST, IGC.authorities(Branch.TEST).intermediate().chain()));
        return new ChainJudge(
                        Clock.fixed(instant, ZoneOffset.UTC),
                        Profile.ORG_AUTH_CLI,
                        Branch.TEST,
                        known,
                        RevocationCheck.NONE)
                .judge(chain);
    }

    private static List<DefectCode> codes(Judgement judgement) {
        return judgement.defects().stream().map(Defect::code).toList();
    }
}
