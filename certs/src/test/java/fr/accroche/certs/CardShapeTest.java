package fr.accroche.certs;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CardShapeTest {

    @Test
    void aProfessionalsCardNamesAPersonInOneRelativeName() {
        CertificateFacts facts = facts(Profile.CPS_AUTH);

        assertThat(facts.subject()).startsWith("GN=GUY+CN=899700041983+SN=INFIRMCH7760,title=Infirmier,C=FR");
        assertThat(facts.profile()).isEqualTo(LikelyProfile.CPS_AUTH);
        assertThat(values(facts, "2.5.29.17")).containsExactly("UPN: 8.99700041983@carte-cps.accroche.invalid");
        assertThat(values(facts, Oids.CARD_TYPE)).containsExactly("0: CPS");
        assertThat(values(facts, Oids.CARD_NUMBER)).containsExactly("8025000001/2600301752");
        assertThat(values(facts, Oids.PROFESSION)).containsExactly("60: nurse");
        assertThat(values(facts, Oids.PRODUCT_CATEGORY)).containsExactly("0x80: test card");
    }

    @Test
    void anEmployeesCardNamesTheStructureTooAndNoProfession() {
        CertificateFacts facts = facts(Profile.CPE_AUTH);

        assertThat(facts.subject())
                .isEqualTo("GN=ANNE+SN=EMPLOYECH0002+CN=30B0057881/CPET0002,OU=10B0057881,"
                        + "O=AGENCE DES SYSTEMES D'INFORMATION PARTAG,ST=Paris (75),C=FR");
        assertThat(facts.profile()).isEqualTo(LikelyProfile.CPE_AUTH);
        assertThat(values(facts, "2.5.29.17")).containsExactly("UPN: 30B0057881/CPET0002@carte-cps.accroche.invalid");
        assertThat(values(facts, Oids.CARD_TYPE)).containsExactly("2: CPE / CDE");
        assertThat(values(facts, Oids.CARD_NUMBER)).containsExactly("8025000001/2600301753");
        assertThat(values(facts, Oids.PROFESSION)).isEmpty();
    }

    @Test
    void aCardThatSignsHasNoPrincipalAndAPeriod() throws Exception {
        X509Certificate leaf = leaf(Profile.CPS_SIGN, Branch.TEST);

        assertThat(leaf.getSubjectAlternativeNames()).isNull();
        assertThat(leaf.getExtensionValue("2.5.29.16")).isNotNull();
        assertThat(facts(Profile.CPS_SIGN).profile()).isEqualTo(LikelyProfile.CPS_SIGN);
    }

    @ParameterizedTest
    @EnumSource(
            value = Profile.class,
            names = {"CPS_AUTH", "CPS_SIGN", "CPE_AUTH"})
    void ofProductionTheCategoryIsACardAndThePolicyAPersons(Profile profile) {
        CertificateFacts facts =
                CertificateFacts.of(List.of(leaf(profile, Branch.PRODUCTION))).get(0);

        assertThat(values(facts, Oids.PRODUCT_CATEGORY)).containsExactly("0x00: card");
        assertThat(values(facts, "2.5.29.32")).singleElement().asString().contains("a person's");
    }

    @ParameterizedTest
    @EnumSource
    void eachIsSoundForItsOwnProfileAndForNoOther(Profile expected) {
        for (Profile profile : Profile.values()) {
            boolean sound = Fixtures.IGC
                    .judge(expected, Branch.TEST)
                    .judge(Fixtures.chain(Cards.order(profile)))
                    .sound();
            assertThat(sound).as(profile + " judged as " + expected).isEqualTo(profile == expected);
        }
    }

    @Test
    void aSubjectWithAnAttributeTwiceIsNotItsShape() {
        SubjectName twice = SubjectName.parse("CN=a+CN=b,OU=c,O=d,ST=e,C=FR");

        assertThat(twice.isShaped(ProfileShape.of(Profile.ORG_AUTH_CLI).subject()))
                .isFalse();
        assertThat(SubjectName.parse("CN=b,OU=c,O=d,ST=e,C=FR")
                        .isShaped(List.of(Set.of("C"), Set.of("ST"), Set.of("O"), Set.of("OU"), Set.of("CN"))))
                .isTrue();
    }

    private static X509Certificate leaf(Profile profile, Branch branch) {
        return Fixtures.chain(Cards.order(profile).withBranch(branch)).get(0);
    }

    private static CertificateFacts facts(Profile profile) {
        return CertificateFacts.of(List.of(leaf(profile, Branch.TEST))).get(0);
    }

    private static List<String> values(CertificateFacts facts, String oid) {
        return facts.extensions().stream()
                .filter(extension -> extension.oid().equals(oid))
                .flatMap(extension -> extension.values().stream())
                .map(Wording::en)
                .toList();
    }
}
