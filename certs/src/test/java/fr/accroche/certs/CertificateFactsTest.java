package fr.accroche.certs;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CertificateFactsTest {

    @Test
    void saysWhatTheCertificateSays() {
        CertificateFacts facts =
                CertificateFacts.of(Fixtures.chain(Fixtures.authCli())).get(0);

        assertThat(facts.subject()).startsWith("CN=alpha-edc-bas,OU=300000000020002,");
        assertThat(facts.identifier().orElseThrow().type()).isEqualTo(StructureIdentifier.Type.SIRET);
        assertThat(facts.profile()).isEqualTo(LikelyProfile.ORG_AUTH_CLI);
        assertThat(facts.key()).isEqualTo("RSA 2048");
        assertThat(facts.daysLeft(Fixtures.CLOCK)).isEqualTo(3 * 365);
        assertThat(facts.origin().tree()).isEqualTo(Origin.Tree.SIMULATED_TEST);
        assertThat(facts.origin().proven()).isFalse();
        assertThat(facts.origin().categoryBranch()).contains(Branch.TEST);
        assertThat(values(facts, "2.5.29.15")).containsExactly("digitalSignature");
        assertThat(values(facts, "2.5.29.37")).containsExactly("clientAuth (1.3.6.1.5.5.7.3.2)");
        assertThat(values(facts, "2.5.29.31"))
                .hasSize(2)
                .first()
                .asString()
                .isEqualTo("http://igc-simulee.accroche.invalid/CRL/ACI-EL-ORG-TEST.crl");
        assertThat(values(facts, "1.3.6.1.5.5.7.1.1"))
                .containsExactly(
                        "OCSP : http://ocsp-simule.accroche.invalid",
                        "caIssuers : http://igc-simulee.accroche.invalid/AC%20TEST/ACI-EL-ORG-TEST.cer");
        assertThat(values(facts, Oids.PRODUCT_CATEGORY)).containsExactly("0x83 : certificat logiciel de test");
        assertThat(values(facts, "2.5.29.32"))
                .containsExactly("1.2.250.1.213.1.7.2.1.1.1.1 (IGC-Santé de test, tous les types)");
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void recognisesTheProfilesThatItMints(Profile profile) {
        Order order = (profile == Profile.SERV_SSL ? Fixtures.servSsl() : Fixtures.authCli()).withProfile(profile);
        List<CertificateFacts> facts = CertificateFacts.of(Fixtures.chain(order));

        assertThat(facts)
                .extracting(CertificateFacts::profile)
                .containsExactly(LikelyProfile.valueOf(profile.name()), LikelyProfile.INTERMEDIATE, LikelyProfile.ROOT);
    }

    @Test
    void recognisesACardAndReadsItsExtensions() {
        X509Certificate card = OddCertificate.authCli("C=FR,CN=00B6077602", Fixtures.KEY.getPublic())
                .with(new ASN1ObjectIdentifier(Oids.CARD_TYPE), false, new ASN1Integer(0))
                .with(
                        new ASN1ObjectIdentifier(Oids.CARD_NUMBER),
                        false,
                        new DERPrintableString("8025000001/2600301752"))
                .with(new ASN1ObjectIdentifier(Oids.PROFESSION), false, new ASN1Integer(60))
                .byTestIntermediate();
        CertificateFacts facts = CertificateFacts.of(List.of(card)).get(0);

        assertThat(facts.profile()).isEqualTo(LikelyProfile.CPS_AUTH);
        assertThat(values(facts, Oids.CARD_TYPE)).containsExactly("0 : CPS");
        assertThat(values(facts, Oids.CARD_NUMBER)).containsExactly("8025000001/2600301752");
        assertThat(values(facts, Oids.PROFESSION)).containsExactly("60 : infirmier");
    }

    @Test
    void namesTheRealAuthoritiesByNameAndSaysThatItProvesNothing() {
        X500Name real = new X500Name(
                "C=FR,O=ASIP-SANTE,OU=0002 187512751,OU=IGC-SANTE,CN=AC IGC-SANTE ELEMENTAIRE ORGANISATIONS");
        X509Certificate leaf = OddCertificate.of(
                        real, new X500Name("CN=x"), Fixtures.KEY.getPublic(), Fixtures.NOW, Fixtures.NOW.plusSeconds(1))
                .with(new ASN1ObjectIdentifier(Oids.PRODUCT_CATEGORY), false, new DEROctetString(new byte[] {(byte) 0x83
                }))
                .by(Fixtures.KEY.getPrivate());
        Origin origin = CertificateFacts.of(List.of(leaf)).get(0).origin();

        assertThat(origin.tree()).isEqualTo(Origin.Tree.IGC_SANTE_PRODUCTION);
        assertThat(origin.proven()).isFalse();
        assertThat(origin.authority()).isEqualTo("CN=AC IGC-SANTE ELEMENTAIRE ORGANISATIONS");
        assertThat(origin.categoryBranch()).contains(Branch.TEST);
    }

    @Test
    void oddExtensionsAreShownAndNeverBelieved() {
        X509Certificate odd = OddCertificate.authCli(OddCertificate.SUBJECT, Fixtures.KEY.getPublic())
                .with(new ASN1ObjectIdentifier("1.2.3.4"), false, new DERUTF8String("x".repeat(10_000)))
                .with(new ASN1ObjectIdentifier(Oids.PROFESSION), false, new DERUTF8String("six"))
                .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign))
                .byTestIntermediate();
        CertificateFacts facts = CertificateFacts.of(List.of(odd)).get(0);

        assertThat(facts.profile()).isEqualTo(LikelyProfile.OTHER);
        assertThat(values(facts, "1.2.3.4")).singleElement().asString().hasSizeLessThan(300);
        assertThat(values(facts, Oids.PROFESSION)).containsExactly("04050c03736978");
    }

    private static List<String> values(CertificateFacts facts, String oid) {
        return facts.extensions().stream()
                .filter(extension -> extension.oid().equals(oid))
                .flatMap(extension -> extension.values().stream())
                .map(Wording::fr)
                .toList();
    }
}
