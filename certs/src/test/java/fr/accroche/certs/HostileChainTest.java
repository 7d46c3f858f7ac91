package fr.accroche.certs;

import static fr.accroche.certs.Fixtures.KEY;
import static fr.accroche.certs.Fixtures.authCli;
import static fr.accroche.certs.Fixtures.chain;
import static fr.accroche.certs.Fixtures.judge;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.junit.jupiter.api.Test;

class HostileChainTest {
    private static final List<X509Certificate> SOUND = chain(authCli());

    @Test
    void endsOnAThousandCertificates() {
        List<X509Certificate> chain = new ArrayList<>(SOUND);
        chain.addAll(Collections.nCopies(997, SOUND.get(1)));

        Judgement judgement = judge(chain);

        assertThat(judgement.defects()).containsExactly(new Defect(DefectCode.CHAIN_TOO_LONG, "<= 10", "1000"));
    }

    @Test
    void endsOnAuthoritiesThatIssueEachOther() {
        X500Name left = new X500Name("CN=left");
        X500Name right = new X500Name("CN=right");
        List<X509Certificate> chain = new ArrayList<>();
        chain.add(odd(left, right));
        for (int i = 0; i < 4; i++) {
            chain.add(odd(right, left));
            chain.add(odd(left, right));
        }

        assertThat(judge(chain).has(DefectCode.UNTRUSTED_AUTHORITY)).isTrue();
        assertThat(judge(chain).has(DefectCode.CHAIN_TOO_LONG)).isFalse();
    }

    /** Ten certificates, more ways through them than could ever be walked. */
    @Test
    void endsOnAuthoritiesThatCertifyEachOtherAgainAndAgain() {
        X500Name left = new X500Name("CN=left");
        X500Name right = new X500Name("CN=right");
        List<X509Certificate> chain = new ArrayList<>();
        for (int serial = 1; serial <= 5; serial++) {
            chain.add(odd(left, right, serial));
            chain.add(odd(right, left, serial));
        }

        assertThat(judge(chain).has(DefectCode.UNTRUSTED_AUTHORITY)).isTrue();
    }

    @Test
    void survivesNullsDuplicatesAndAuthoritiesAlone() {
        assertThat(judge(Arrays.asList(null, null)).has(DefectCode.NOT_PRESENTED))
                .isTrue();
        assertThat(judge(Arrays.asList(SOUND.get(0), null, SOUND.get(1), SOUND.get(1), SOUND.get(0)))
                        .sound())
                .isTrue();
        assertThat(judge(List.of(SOUND.get(2))).has(DefectCode.KEY_USAGE)).isTrue();
        assertThat(judge(List.of(SOUND.get(1), SOUND.get(0), SOUND.get(2))).has(DefectCode.EXTENDED_KEY_USAGE))
                .isTrue();
    }

    @Test
    void keepsHostileNamesShortAndOnOneLine() {
        X509Certificate hostile = OddCertificate.authCli(
                        "CN=" + "x".repeat(20_000) + "\\0A\u202e" + ",OU=a\\0D\\0Ab", KEY.getPublic())
                .by(KEY.getPrivate());

        assertThat(judge(List.of(hostile)).defects())
                .isNotEmpty()
                .allSatisfy(defect -> assertThat(defect.expected() + defect.observed())
                        .hasSizeLessThan(1000)
                        .doesNotContain("\n", "\r", "\u202e"));
    }

    @Test
    void keepsHostileNumbersShort() {
        X500Name name = new X500Name("CN=odd");
        Instant past = Fixtures.NOW.minusSeconds(9);
        X509Certificate hostile = OddCertificate.of(
                        new X500Name("CN=other"), BigInteger.ONE.shiftLeft(80_000), name, KEY.getPublic(), past, past)
                .with(Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(new byte[10_000]))
                .by(KEY.getPrivate());

        assertThat(judge(List.of(hostile)).defects())
                .extracting(Defect::code)
                .contains(DefectCode.EXPIRED, DefectCode.UNTRUSTED_AUTHORITY);
        assertThat(judge(List.of(hostile)).defects())
                .allSatisfy(defect -> assertThat(defect.observed()).hasSizeLessThan(1000));
    }

    @Test
    void neverFindsAChangedCertificateSoundAndNeverThrows() throws Exception {
        byte[] sound = SOUND.get(0).getEncoded();
        Random random = new Random(42);
        int parsed = 0;
        for (int at = 0; at < sound.length; at++) {
            byte[] changed = sound.clone();
            changed[at] ^= (byte) (1 << random.nextInt(8));
            try {
                X509Certificate leaf = OddCertificate.parse(changed);
                parsed++;
                assertThat(judge(List.of(leaf, SOUND.get(1), SOUND.get(2))).sound())
                        .as("byte %d changed", at)
                        .isFalse();
            } catch (CertificateException unreadable) {
                assertThat(unreadable).isNotNull();
            }
        }
        assertThat(parsed).isGreaterThan(sound.length / 4);
    }

    private static X509Certificate odd(X500Name issuer, X500Name subject) {
        return odd(issuer, subject, 0xbad);
    }

    private static X509Certificate odd(X500Name issuer, X500Name subject, long serial) {
        return OddCertificate.of(
                        issuer,
                        BigInteger.valueOf(serial),
                        subject,
                        KEY.getPublic(),
                        Fixtures.NOW.minusSeconds(1),
                        Fixtures.NOW.plusSeconds(1))
                .asAuthority()
                .by(KEY.getPrivate());
    }
}
