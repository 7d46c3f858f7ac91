package fr.accroche.certs;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Date;
import org.bouncycastle.asn1.x509.Extension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuthorityShapeTest {

    @ParameterizedTest
    @EnumSource(Branch.class)
    void shapesTheRootAsTheRealOne(Branch branch) throws Exception {
        X509Certificate root = Fixtures.IGC.roots(branch).get(0);

        root.verify(root.getPublicKey());
        assertThat(root.getBasicConstraints()).isEqualTo(Integer.MAX_VALUE);
        assertThat(KeyUsages.of(root)).containsExactly("keyCertSign", "cRLSign");
        assertThat(root.getCriticalExtensionOIDs())
                .containsExactlyInAnyOrder(Extension.basicConstraints.getId(), Extension.keyUsage.getId());
        assertThat(root.getExtendedKeyUsage()).isNull();
    }

    @ParameterizedTest
    @EnumSource(Branch.class)
    void shapesTheIntermediateAsTheRealOne(Branch branch) throws Exception {
        Authorities authorities = Fixtures.IGC.authorities(branch);
        X509Certificate intermediate = authorities.intermediateCertificate();

        intermediate.verify(authorities.rootCertificate().getPublicKey());
        assertThat(intermediate.getBasicConstraints()).isZero();
        assertThat(KeyUsages.of(intermediate)).containsExactly("keyCertSign", "cRLSign");
        assertThat(intermediate.getCriticalExtensionOIDs())
                .containsExactlyInAnyOrder(Extension.basicConstraints.getId(), Extension.keyUsage.getId());
        assertThat(intermediate.getNonCriticalExtensionOIDs())
                .contains(Extension.certificatePolicies.getId(), Extension.cRLDistributionPoints.getId())
                .doesNotContain(Extension.authorityInfoAccess.getId(), Extension.extendedKeyUsage.getId());
        Date rootEnd = authorities.rootCertificate().getNotAfter();
        assertThat(Duration.between(intermediate.getNotAfter().toInstant(), rootEnd.toInstant()))
                .isEqualTo(Duration.ofDays(1));
    }

    @Test
    void namesThemSoThatNobodyTakesThemForTheRealOnes() {
        SubjectName test = SubjectName.of(Fixtures.IGC.roots(Branch.TEST).get(0).getSubjectX500Principal());
        SubjectName production = SubjectName.of(Fixtures.IGC
                .authorities(Branch.PRODUCTION)
                .intermediateCertificate()
                .getSubjectX500Principal());

        assertThat(test.shape()).containsExactly("C", "O", "OU", "OU", "CN");
        assertThat(test.commonName()).contains("TEST AC RACINE SIMULEE ELEMENTAIRE");
        assertThat(test.organisationalUnits()).containsExactly("0002 000000000", "IGC-SIMULEE TEST");
        assertThat(production.commonName()).contains("AC SIMULEE ELEMENTAIRE ORGANISATIONS");
        assertThat(production.organisationalUnits()).containsExactly("0002 000000000", "IGC-SIMULEE");
        assertThat(test + " " + production)
                .contains("O=ACCROCHE SIMULATEUR")
                .doesNotContain("ASIP")
                .doesNotContain("IGC-SANTE")
                .doesNotContain("187512751");
    }
}
