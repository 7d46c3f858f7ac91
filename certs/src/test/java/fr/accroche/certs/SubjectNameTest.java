package fr.accroche.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERT61String;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectNameTest {
    private static final SubjectName ALPHA =
            SubjectName.of(Fixtures.chain(Fixtures.authCli().withIdNatStruct("318751275100020"))
                    .get(0)
                    .getSubjectX500Principal());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CN=alpha-edc-bas,OU=318751275100020,O=AGENCE DES SYSTEMES D'INFORMATION PARTAG,ST=Paris (75),C=FR",
                "CN=alpha-edc-bas, OU=318751275100020, O=AGENCE DES SYSTEMES D'INFORMATION PARTAG, ST=Paris (75), C=FR",
                "cn=alpha-edc-bas,ou=318751275100020,o=AGENCE DES SYSTEMES D'INFORMATION PARTAG,S=Paris (75),c=FR",
                "2.5.4.3=alpha-edc-bas,OU=318751275100020,O=\"AGENCE DES SYSTEMES D'INFORMATION PARTAG\",ST=Paris (75),C=FR",
                "2.5.4.3=#0c0d616c7068612d6564632d626173,OU=318751275100020,"
                        + "O=AGENCE DES SYSTEMES D'INFORMATION PARTAG,OID.2.5.4.8=Paris (75),C=FR",
                "CN=al\\70ha-edc-bas,OU=318751275100020,O=AGENCE DES SYSTEMES D'INFORMATION PARTAG,ST=Paris \\2875),C=FR"
            })
    void equalsWhateverTheRendering(String text) {
        SubjectName parsed = SubjectName.parse(text);

        assertThat(parsed).isEqualTo(ALPHA).hasSameHashCodeAs(ALPHA);
        assertThat(parsed.sameAs(ALPHA)).isTrue();
        assertThat(parsed.commonName()).contains("alpha-edc-bas");
        assertThat(parsed.organisationalUnit()).contains("318751275100020");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CN=Alpha-edc-bas,OU=318751275100020,O=AGENCE DES SYSTEMES D'INFORMATION PARTAG,ST=Paris (75),C=FR",
                "CN=alpha-edc-bas,O=AGENCE DES SYSTEMES D'INFORMATION PARTAG,OU=318751275100020,ST=Paris (75),C=FR",
                "CN=alpha-edc-bas+OU=318751275100020,O=AGENCE DES SYSTEMES D'INFORMATION PARTAG,ST=Paris (75),C=FR",
                "CN=alpha-edc-bas,OU=318751275100020,O=AGENCE DES SYSTEMES D'INFORMATION PARTAG,C=FR",
                "CN=alpha-edc-bas\\,OU\\=318751275100020,O=AGENCE DES SYSTEMES D'INFORMATION PARTAG,ST=Paris (75),C=FR",
                "CN=alpha-edc-bas,OU=318751275100020,O=AGENCE DES  SYSTEMES D'INFORMATION PARTAG,ST=Paris (75),C=FR"
            })
    void differsByCaseOrderGroupingOrAttribute(String text) {
        assertThat(SubjectName.parse(text)).isNotEqualTo(ALPHA);
        assertThat(SubjectName.parse(text).sameAs(ALPHA)).isFalse();
    }

    @Test
    void isTheSameWrittenTheOtherWayRoundButNotEqual() {
        SubjectName countryFirst = SubjectName.parse(
                "C=FR,ST=Paris (75),O=AGENCE DES SYSTEMES D'INFORMATION PARTAG,OU=318751275100020,CN=alpha-edc-bas");

        assertThat(countryFirst.sameAs(ALPHA)).isTrue();
        assertThat(ALPHA.sameAs(countryFirst)).isTrue();
        assertThat(countryFirst).isNotEqualTo(ALPHA);
    }

    @Test
    void comparesMultiValuedNamesAsSets() {
        SubjectName one = SubjectName.parse("GN=GUY+CN=00B6077602+SN=INFIRMCH7760,title=Infirmier,C=FR");
        SubjectName other = SubjectName.parse("SURNAME=INFIRMCH7760+givenName=GUY+CN=00B6077602,T=Infirmier,C=FR");

        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
        assertThat(one.commonName()).contains("00B6077602");
        assertThat(one.organisationalUnit()).isEmpty();
    }

    @Test
    void readsEveryStringType() {
        SubjectName printable = name(BCStyle.ST, new DERPrintableString("Herault"));

        assertThat(name(BCStyle.ST, new DERUTF8String("Herault"))).isEqualTo(printable);
        assertThat(name(BCStyle.ST, new DERBMPString("Herault"))).isEqualTo(printable);
        assertThat(name(BCStyle.ST, new DERT61String("Herault"))).isEqualTo(printable);
        assertThat(SubjectName.parse("ST=Côte-d'Or (21)")).isEqualTo(SubjectName.parse("ST=C\\C3\\B4te-d'Or (21)"));
    }

    @Test
    void saysNothingWhenThereAreSeveral() {
        SubjectName authority =
                SubjectName.of(Fixtures.IGC.roots(Branch.TEST).get(0).getSubjectX500Principal());

        assertThat(authority.organisationalUnit()).isEmpty();
        assertThat(authority.organisationalUnits()).hasSize(2);
        assertThat(SubjectName.parse("CN=a,CN=b").commonName()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CN=a\\, b,OU=\\ x\\ ,C=FR",
                "CN=\\#hash,O=a\\+b\\\"c\\\\d\\;e\\<f\\>",
                "CN=line\\0Abreak,C=FR",
                "1.2.250.1.99=#04020102,CN=é€𝄞"
            })
    void writesWhatItReadsAgain(String text) {
        SubjectName name = SubjectName.parse(text);

        assertThat(SubjectName.parse(name.toString())).isEqualTo(name);
        assertThat(name.toString()).doesNotContain("\n");
        assertThat(SubjectName.of(new X500Principal(name.toString()))).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"alpha", "CN", "=x", "CN=a,,C=FR", "/C=FR/CN=alpha", "unknownKeyword=x", "CN=#zz", "CN=a\\"})
    void refusesWhatIsNoName(String text) {
        assertThatThrownBy(() -> SubjectName.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("RFC 4514");
    }

    @Test
    void refusesHostileTextAtOnce() {
        assertThatThrownBy(() -> SubjectName.parse("CN=" + "a".repeat(10_000)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("8192");
        Random random = new Random(7);
        String alphabet = "CNOU=,+\\\"#;<> 0aé.\0\n";
        for (int i = 0; i < 3000; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(30), 0, alphabet.length()).forEach(at -> text.append(alphabet.charAt(at)));
            try {
                SubjectName.parse(text.toString()).toString();
            } catch (IllegalArgumentException refused) {
                assertThat(refused).hasMessageContaining("RFC 4514");
            }
        }
    }

    @Test
    void keepsUnreadableValuesAsHexadecimal() {
        assertThat(SubjectName.parse("CN=#0c01ff")).hasToString("CN=#0c01ff");
        assertThat(SubjectName.parse("CN=#0c01ff")).isNotEqualTo(SubjectName.parse("CN=\\#0c01ff"));
        assertThat(SubjectName.parse("").shape()).isEqualTo(List.of());
    }

    private static SubjectName name(ASN1ObjectIdentifier type, ASN1Encodable value) {
        try {
            return SubjectName.of(new X500Principal(
                    new X500NameBuilder().addRDN(type, value).build().getEncoded()));
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
