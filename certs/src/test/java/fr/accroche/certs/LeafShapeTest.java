package fr.accroche.certs;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.PrivateKeyUsagePeriod;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LeafShapeTest {

    @Test
    void shapesAuthCliAsTheRealOnes() throws Exception {
        X509Certificate leaf = leaf(Fixtures.authCli());

        assertThat(KeyUsages.of(leaf)).containsExactly("digitalSignature");
        assertThat(leaf.getExtendedKeyUsage()).containsExactly(Oids.CLIENT_AUTH);
        assertThat(leaf.getSubjectAlternativeNames()).isNull();
        assertThat(leaf.getExtensionValue(Extension.privateKeyUsagePeriod.getId()))
                .isNull();
    }

    @Test
    void shapesServSslAsTheRealOnes() throws Exception {
        X509Certificate leaf = leaf(Fixtures.servSsl());

        assertThat(KeyUsages.of(leaf)).containsExactly("digitalSignature", "keyEncipherment");
        assertThat(leaf.getExtendedKeyUsage()).containsExactly(Oids.SERVER_AUTH, Oids.CLIENT_AUTH);
        assertThat(List.copyOf(leaf.getSubjectAlternativeNames()))
                .isEqualTo(List.of(
                        List.of(2, "psc.accroche.invalid"),
                        List.of(2, "localhost"),
                        List.of(7, "127.0.0.1"),
                        List.of(7, "0:0:0:0:0:0:0:1")));
    }

    @Test
    void shapesSignAsTheRealOnes() throws Exception {
        X509Certificate leaf = leaf(Fixtures.sign());

        assertThat(KeyUsages.of(leaf)).containsExactly("digitalSignature", "nonRepudiation");
        assertThat(leaf.getExtendedKeyUsage()).containsExactly(Oids.EMAIL_PROTECTION);
        assertThat(leaf.getSubjectAlternativeNames()).isNull();
        PrivateKeyUsagePeriod period = PrivateKeyUsagePeriod.getInstance(
                holder(leaf).getExtension(Extension.privateKeyUsagePeriod).getParsedValue());
        assertThat(period.getNotBefore().getDate()).isEqualTo(leaf.getNotBefore());
        assertThat(period.getNotAfter().getDate()).isEqualTo(leaf.getNotAfter());
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void givesEveryProfileTheCommonFields(Profile profile) throws Exception {
        Order order = Fixtures.authCli().withProfile(profile);
        X509Certificate leaf = leaf(order);

        assertThat(leaf.getVersion()).isEqualTo(3);
        assertThat(leaf.getSigAlgName()).isEqualTo("SHA256withRSA");
        assertThat(((RSAPublicKey) leaf.getPublicKey()).getPublicExponent()).isEqualTo(65537);
        assertThat(leaf.getNotBefore()).isEqualTo(order.notBefore());
        assertThat(leaf.getNotAfter()).isEqualTo(order.notAfter());
        assertThat(leaf.getBasicConstraints()).isEqualTo(-1);
        assertThat(leaf.getCriticalExtensionOIDs()).containsExactly(Extension.keyUsage.getId());
        assertThat(leaf.getNonCriticalExtensionOIDs())
                .contains(
                        Extension.basicConstraints.getId(),
                        Extension.subjectKeyIdentifier.getId(),
                        Extension.authorityKeyIdentifier.getId(),
                        Extension.freshestCRL.getId());
    }

    @Test
    void ordersTheSubjectAsTheRealOnesAndCutsTheOrganisation() throws Exception {
        X500Name subject = holder(leaf(Fixtures.authCli())).getSubject();

        List<String> types = new ArrayList<>();
        List<ASN1Encodable> values = new ArrayList<>();
        for (RDN rdn : subject.getRDNs()) {
            types.add(AttributeType.keyword(rdn.getFirst().getType().getId()));
            values.add(rdn.getFirst().getValue());
        }
        assertThat(types).containsExactly("C", "ST", "O", "OU", "CN");
        assertThat(values)
                .containsExactly(
                        new DERPrintableString("FR"),
                        new DERUTF8String("Paris (75)"),
                        new DERUTF8String("AGENCE DES SYSTEMES D'INFORMATION PARTAG"),
                        new DERUTF8String("300000000020002"),
                        new DERUTF8String("alpha-edc-bas"));
        assertThat(values.get(0)).isInstanceOf(DERPrintableString.class);
        assertThat(values.subList(1, 5)).hasOnlyElementsOfType(DERUTF8String.class);
    }

    @ParameterizedTest
    @CsvSource({
        "CPS_AUTH, 1, '1.3.6.1.5.5.7.3.2 1.3.6.1.4.1.311.20.2.2', 0403020100",
        "CPS_SIGN, 2, 1.3.6.1.5.5.7.3.4, 0403020100",
        "CPE_AUTH, 1, '1.3.6.1.5.5.7.3.2 1.3.6.1.4.1.311.20.2.2', 0403020102"
    })
    void aCardIsOfAPersonWithoutStructure(Profile profile, int keyUsage, String purposes, String cardType)
            throws Exception {
        Instant until = Fixtures.NOW.plusSeconds(60);
        Order order = new Order(profile, Branch.TEST, "", "", "", "899700041983", List.of(), Fixtures.NOW, until);
        X509Certificate leaf = leaf(order);

        assertThat(SubjectName.of(leaf.getSubjectX500Principal())).hasToString("CN=899700041983,C=FR");
        assertThat(KeyUsages.of(leaf)).containsExactly(Oids.KEY_USAGES.get(keyUsage - 1));
        assertThat(leaf.getExtendedKeyUsage()).containsExactly(purposes.split(" "));
        assertThat(hex(leaf, Oids.PRODUCT_CATEGORY)).isEqualTo("0403040180");
        assertThat(hex(leaf, Oids.CARD_TYPE)).isEqualTo(cardType);
        assertThat(Fixtures.judge(Fixtures.chain(order)).defects())
                .extracting(Defect::code)
                .contains(DefectCode.EXTENDED_KEY_USAGE, DefectCode.SUBJECT_SHAPE);
        assertThat(hex(leaf(order.withBranch(Branch.PRODUCTION)), Oids.PRODUCT_CATEGORY))
                .isEqualTo("0403040100");
    }

    @Test
    void numbersEachCertificateWithSixteenPositiveOctets() {
        X509Certificate one = leaf(Fixtures.authCli());
        X509Certificate other = leaf(Fixtures.authCli());

        assertThat(one.getSerialNumber()).isPositive().isNotEqualTo(other.getSerialNumber());
        assertThat(one.getSerialNumber().toByteArray()).hasSize(16);
    }

    @Test
    void flagsTheBranchInThePrivateExtension() {
        Order production = Fixtures.authCli().withBranch(Branch.PRODUCTION);

        assertThat(hex(leaf(Fixtures.authCli()), Oids.PRODUCT_CATEGORY)).isEqualTo("0403040183");
        assertThat(hex(leaf(production), Oids.PRODUCT_CATEGORY)).isEqualTo("0403040103");
    }

    @Test
    void pointsToAddressesThatResolveNowhere() throws Exception {
        X509CertificateHolder leaf = holder(leaf(Fixtures.authCli()));

        CRLDistPoint lists = CRLDistPoint.fromExtensions(leaf.getExtensions());
        assertThat(lists.getDistributionPoints()).hasSize(2);
        assertThat(lists.toString())
                .contains("http://igc-simulee.accroche.invalid/CRL/ACI-EL-ORG-TEST.crl")
                .contains("ldap://annuaire-igc-simulee.accroche.invalid/");
        AuthorityInformationAccess access = AuthorityInformationAccess.fromExtensions(leaf.getExtensions());
        assertThat(Arrays.stream(access.getAccessDescriptions())
                        .map(each -> each.getAccessLocation().getName().toString()))
                .containsExactly(
                        "http://ocsp-simule.accroche.invalid",
                        "http://igc-simulee.accroche.invalid/AC%20TEST/ACI-EL-ORG-TEST.cer");
    }

    @Test
    void claimsThePolicyOfItsBranchAndProfile() {
        assertThat(policy(Fixtures.authCli())).isEqualTo("1.2.250.1.213.1.7.2.1.1.1.1");
        assertThat(policy(Fixtures.servSsl())).isEqualTo("1.2.250.1.213.1.7.2.1.1.1.1");
        assertThat(policy(Fixtures.servSsl().withBranch(Branch.PRODUCTION))).isEqualTo("1.2.250.1.213.1.7.1.1.2.5.1");
        assertThat(policy(Fixtures.sign().withBranch(Branch.PRODUCTION))).isEqualTo("1.2.250.1.213.1.7.1.1.2.3.1");
        assertThat(policy(Fixtures.authCli().withBranch(Branch.PRODUCTION))).isEqualTo("2.5.29.32.0");
    }

    @Test
    void deliversLeafThenIntermediateThenRootOnItsOwnKey() {
        HeldCertificate held = Fixtures.IGC.issue(Fixtures.authCli());

        Authorities authorities = Fixtures.IGC.authorities(Branch.TEST);
        assertThat(held.chain().subList(1, 3))
                .containsExactly(authorities.intermediateCertificate(), authorities.rootCertificate());
        assertThat(RsaKeys.belong(
                        (RSAPrivateCrtKey) held.key(), held.certificate().getPublicKey()))
                .isTrue();
        assertThat(held.toString()).contains("CN=alpha-edc-bas").doesNotContain("modulus");
    }

    private static X509Certificate leaf(Order order) {
        return Fixtures.chain(order).get(0);
    }

    private static X509CertificateHolder holder(X509Certificate certificate) throws Exception {
        return new X509CertificateHolder(certificate.getEncoded());
    }

    private static String hex(X509Certificate certificate, String extension) {
        return HexFormat.of().formatHex(certificate.getExtensionValue(extension));
    }

    private static String policy(Order order) {
        try {
            return CertificatePolicies.fromExtensions(holder(leaf(order)).getExtensions())
                    .getPolicyInformation()[0]
                    .getPolicyIdentifier()
                    .getId();
        } catch (Exception unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
