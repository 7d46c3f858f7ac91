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

import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The leaf against its profile. */
class LeafJudgeTest {

    @Test
    void seesAServerCertificateUsedAsClient() {
        Judgement judgement = judge(chain(servSsl()));

        assertThat(Fixtures.english(judgement.defects()))
                .containsExactly(
                        new Defect(
                                DefectCode.EXTENDED_KEY_USAGE,
                                "clientAuth (1.3.6.1.5.5.7.3.2) only",
                                "serverAuth (1.3.6.1.5.5.7.3.1), clientAuth (1.3.6.1.5.5.7.3.2)"),
                        new Defect(
                                DefectCode.UNEXPECTED_SUBJECT_ALTERNATIVE_NAME,
                                "no DNS name",
                                "DNS: psc.accroche.invalid, localhost"));
    }

    @Test
    void seesASealUsedAsClientAndAClientUsedAsSeal() {
        assertThat(codes(judge(chain(sign())))).containsExactly(DefectCode.EXTENDED_KEY_USAGE);
        assertThat(codes(IGC.judge(Profile.ORG_SIGN, Branch.TEST).judge(chain(authCli()))))
                .containsExactly(DefectCode.KEY_USAGE, DefectCode.EXTENDED_KEY_USAGE);
        assertThat(codes(IGC.judge(Profile.SERV_SSL, Branch.TEST).judge(chain(authCli()))))
                .containsExactly(DefectCode.KEY_USAGE, DefectCode.EXTENDED_KEY_USAGE);
    }

    @Test
    void asksForBothUsages() {
        X509Certificate without = OddCertificate.authCli(OddCertificate.SUBJECT, KEY.getPublic())
                .without(Extension.keyUsage)
                .without(Extension.extendedKeyUsage)
                .byTestIntermediate();

        assertThat(Fixtures.english(judge(withAuthorities(without)).defects()))
                .containsExactly(
                        new Defect(DefectCode.KEY_USAGE, "digitalSignature", "none"),
                        new Defect(DefectCode.EXTENDED_KEY_USAGE, "clientAuth (1.3.6.1.5.5.7.3.2) only", "none"));
    }

    @Test
    void toleratesAnotherKeyUsageBitButNotThatOfAnAuthority() {
        OddCertificate odd = OddCertificate.authCli(OddCertificate.SUBJECT, KEY.getPublic());
        X509Certificate more = odd.with(
                        Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyAgreement))
                .byTestIntermediate();
        X509Certificate authority = odd.with(
                        Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyCertSign))
                .byTestIntermediate();

        assertThat(judge(withAuthorities(more)).sound()).isTrue();
        assertThat(Fixtures.english(judge(withAuthorities(authority)).defects()))
                .containsExactly(new Defect(DefectCode.KEY_USAGE, "digitalSignature", "digitalSignature, keyCertSign"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C=FR,O=X,OU=300000000020002,CN=a",
                "C=FR,L=Paris,O=X,OU=300000000020002,CN=a",
                "CN=a,OU=300000000020002,O=X,ST=Paris (75),C=FR",
                "C=FR,ST=Paris (75),O=X,OU=300000000020002+CN=a",
                "C=FR,ST=Paris (75),O=X,OU=300000000020002,CN=a,CN=b",
                "C=FR,ST=\\ ,O=X,OU=300000000020002,CN=a",
                "C=FR,T=Infirmier,CN=00B6077602"
            })
    void seesASubjectOfAnotherShape(String subject) {
        Judgement judgement = judge(
                withAuthorities(OddCertificate.authCli(subject, KEY.getPublic()).byTestIntermediate()));

        assertThat(codes(judgement)).containsExactly(DefectCode.SUBJECT_SHAPE);
        assertThat(judgement.defects().get(0).expected()).isEqualTo("C, ST, O, OU, CN, each once");
    }

    @Test
    void judgesTheIdNatStructInEveryProfile() {
        assertThat(Fixtures.english(judge(chain(authCli().withIdNatStruct("18751275100020")))
                        .defects()))
                .containsExactly(
                        new Defect(DefectCode.IDNATSTRUCT_SYNTAX, "1 + FINESS (9 digits, A or B)", "18751275100020"));
        assertThat(codes(IGC.judge(Profile.SERV_SSL, Branch.TEST)
                        .judge(chain(servSsl().withIdNatStruct("none")))))
                .containsExactly(DefectCode.IDNATSTRUCT_SYNTAX);
        assertThat(codes(judge(chain(authCli().withIdNatStruct(""))))).containsExactly(DefectCode.SUBJECT_SHAPE);
    }

    @Test
    void seesAWeakKeyAndAWeakDigest() {
        X509Certificate weak = OddCertificate.authCli(
                        OddCertificate.SUBJECT,
                        RsaKeys.generate(1024, new SecureRandom()).getPublic())
                .signedWith("SHA1withRSA")
                .byTestIntermediate();

        assertThat(Fixtures.english(judge(withAuthorities(weak)).defects()))
                .containsExactly(
                        new Defect(DefectCode.WEAK_KEY, "RSA >= 2048", "RSA 1024: CN=odd, serial 0xbad"),
                        new Defect(DefectCode.WEAK_DIGEST, "SHA-256", "SHA1withRSA: CN=odd, serial 0xbad"));
    }

    @Test
    void readsTheDigestOfPss() {
        OddCertificate odd = OddCertificate.authCli(OddCertificate.SUBJECT, KEY.getPublic());

        assertThat(judge(withAuthorities(odd.signedWith("SHA256withRSAandMGF1").byTestIntermediate()))
                        .sound())
                .isTrue();
        assertThat(codes(judge(
                        withAuthorities(odd.signedWith("SHA1withRSAandMGF1").byTestIntermediate()))))
                .containsExactly(DefectCode.WEAK_DIGEST);
    }

    @Test
    void refusesAnUnknownCriticalExtension() {
        X509Certificate odd = OddCertificate.authCli(OddCertificate.SUBJECT, KEY.getPublic())
                .with(new ASN1ObjectIdentifier("1.2.3.4"), true, DERNull.INSTANCE)
                .byTestIntermediate();

        Judgement judgement = judge(withAuthorities(odd));

        assertThat(codes(judgement)).containsExactly(DefectCode.CRITICAL_EXTENSION);
        assertThat(judgement.defects().get(0).observed()).isEqualTo("critical: 1.2.3.4: CN=odd, serial 0xbad");
    }

    @Test
    void reportsEverythingAtOnce() {
        Order worst = servSsl()
                .withBranch(Branch.PRODUCTION)
                .withIdNatStruct("SIRET")
                .withValidity(NOW.minus(Duration.ofDays(9)), NOW.minus(Duration.ofDays(8)));
        List<X509Certificate> chain = STRANGER.issue(worst, KEY).chain();

        assertThat(codes(judge(chain)))
                .containsExactly(
                        DefectCode.UNTRUSTED_AUTHORITY,
                        DefectCode.WRONG_BRANCH,
                        DefectCode.EXPIRED,
                        DefectCode.EXTENDED_KEY_USAGE,
                        DefectCode.UNEXPECTED_SUBJECT_ALTERNATIVE_NAME,
                        DefectCode.IDNATSTRUCT_SYNTAX);
    }

    @Test
    void survivesExtensionsThatAreNotWhatTheySay() {
        X509Certificate odd = OddCertificate.authCli(OddCertificate.SUBJECT, KEY.getPublic())
                .with(Extension.extendedKeyUsage, false, new DERUTF8String("x"))
                .with(Extension.subjectAlternativeName, false, DERNull.INSTANCE)
                .with(Extension.authorityKeyIdentifier, false, DERNull.INSTANCE)
                .with(new ASN1ObjectIdentifier(Oids.PRODUCT_CATEGORY), false, DERNull.INSTANCE)
                .byTestIntermediate();

        assertThat(codes(judge(withAuthorities(odd)))).contains(DefectCode.EXTENDED_KEY_USAGE);
    }

    private static List<X509Certificate> withAuthorities(X509Certificate leaf) {
        Authorities authorities = IGC.authorities(Branch.TEST);
        return List.of(leaf, authorities.intermediateCertificate(), authorities.rootCertificate());
    }

    private static List<DefectCode> codes(Judgement judgement) {
        return judgement.defects().stream().map(Defect::code).toList();
    }
}
