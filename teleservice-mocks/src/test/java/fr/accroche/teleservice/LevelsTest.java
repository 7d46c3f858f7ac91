package fr.accroche.teleservice;

import static fr.accroche.teleservice.Hops.assertRefused;
import static fr.accroche.teleservice.Hops.assertServed;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Breach;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.identity.Professional;
import fr.accroche.compliance.identity.Professionals;
import fr.accroche.messages.LpsIdentity;
import fr.accroche.messages.SamlAssertion;
import fr.accroche.messages.SoapMessage;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A request that is wrong in many ways is told all of them, each with the level that refuses it. */
class LevelsTest {

    private static final Instant NOW = RunningTeleservice.NOW;
    private static RunningTeleservice insi;

    @BeforeAll
    static void start() {
        insi = RunningTeleservice.of(Teleservice.INSI);
    }

    @AfterAll
    static void stop() {
        insi.close();
    }

    @Test
    void everyLevelSaysWhatItRefuses() throws Exception {
        SamlAssertion assertion = new SamlAssertion(Samples.assertionPs(NOW.minusSeconds(9_000), "899700000025")
                .xml()
                .replace("\"PSC\"", "\"CPX\""));
        LpsIdentity foreign = Samples.LPS.withNumber(Optional.of("INSI-C-0002"));
        byte[] request = new String(
                        Samples.insi(NOW, foreign, Optional.of(assertion), Samples.CAMILLE.traits()),
                        StandardCharsets.UTF_8)
                .replace("01_02", "01_01")
                .getBytes(StandardCharsets.UTF_8);

        Response response = insi.post(
                Optional.of(TestCertificates.EXPIRED_CLIENT),
                Headers.of("Authorization", "Bearer " + insi.soundToken(), "Content-Type", SoapMessage.XML),
                request);

        assertThat(response.status()).isEqualTo(401);
        Hop hop = insi.hop();
        assertThat(hop.breaches())
                .extracting(LevelsTest::levelAndRule)
                .containsExactly(
                        "TLS level MTL-01",
                        "token level TOK-03",
                        "credential level IDN-06",
                        "SAML level LPS-04",
                        "SAML level LPS-05",
                        "SAML level LPS-10",
                        "business level LPS-10");
        assertThat(response.headers().first("X-Accroche-Diagnosis"))
                .contains("MTL-01,TOK-03,IDN-06,LPS-04,LPS-05,LPS-10");
    }

    private static String levelAndRule(Breach breach) {
        String sentence = breach.sentence().en();
        return sentence.substring(0, sentence.indexOf(':')) + " "
                + breach.rule().value();
    }

    /** Known, and another's: a code of ours, while the real one is kept for numbers that nobody has. */
    @Test
    void aNumberOfAnotherClientIsToldFromAnUnknownOne() throws Exception {
        LpsIdentity others = Samples.LPS.withNumber(Optional.of(RunningTeleservice.NUMBER_OF_ANOTHER));

        insi.post(Samples.insi(
                NOW, others, Optional.of(Samples.assertionPs(NOW, Tokens.PERSON)), Samples.CAMILLE.traits()));

        assertRefused(insi.hop(), 500, "soap:siram_100/SIM_LpsDifferent", "IDN-06");
    }

    @Test
    void theTestNumberOfTheClientIsOneOfItsOwn() throws Exception {
        LpsIdentity test = Samples.LPS.withNumber(Optional.of(RunningTeleservice.TEST_NUMBER));

        insi.post(Samples.insi(
                NOW, test, Optional.of(Samples.assertionPs(NOW, Tokens.PERSON)), Samples.CAMILLE.traits()));

        assertServed(insi.hop());
    }

    /** It ends with the PMT, three months after its validation, that day included. */
    @ParameterizedTest
    @CsvSource({"0, false", "1, true"})
    void theTestNumberEndsWithThePmt(int daysAfterItsLast, boolean refused) throws Exception {
        LpsIdentity test = Samples.LPS.withNumber(Optional.of(RunningTeleservice.TEST_NUMBER));
        Instant then = NOW.atZone(ZoneOffset.UTC)
                .plusMonths(3)
                .plusDays(daysAfterItsLast)
                .toInstant();
        try (RunningTeleservice later = RunningTeleservice.of(Teleservice.INSI)) {
            later.around.clock().set(then);
            later.post(Samples.insi(
                    then, test, Optional.of(Samples.assertionPs(then, Tokens.PERSON)), Samples.CAMILLE.traits()));

            assertThat(later.hop().breaches())
                    .extracting(LevelsTest::levelAndRule)
                    .isEqualTo(refused ? List.of("credential level IDN-06") : List.of());
        }
    }

    /** The speciality is a physician's; both of its names are read. */
    @ParameterizedTest
    @CsvSource({
        "medecin,    true,  ''",
        "medecin,    false, SPECIALITY_UNEXPECTED=AssertionPS/codeSpecialiteAMO",
        "infirmier,  false, ''",
        "infirmier,  true,  SPECIALITY_UNEXPECTED=AssertionPS/codeSpecialiteAMO"
    })
    void theSpecialityIsAPhysicians(String alias, boolean given, String reported) throws Exception {
        Professional person = Professionals.named(alias).orElseThrow();
        String xml = Samples.assertionPs(NOW, person.nationalId()).xml();
        SamlAssertion assertion = new SamlAssertion(
                given
                        ? xml
                        : xml.replaceFirst("(?s)<saml2:Attribute Name=\"codeSpecialiteAMO\".*?</saml2:Attribute>", ""));

        insi.post(
                Optional.of(TestCertificates.CLIENT),
                Headers.of("Authorization", "Bearer " + insi.soundToken(person.nationalId())),
                Samples.insi(
                        NOW,
                        Samples.LPS.withNumber(Optional.of(Samples.INSI_NUMBER)),
                        Optional.of(assertion),
                        Samples.CAMILLE.traits()));

        Hop hop = insi.hop();
        assertServed(hop);
        assertThat(hop.value(Fact.VARIANTS)).contains(reported);
    }

    /** Circulating beside each other, and read alike. */
    @Test
    void theOtherNameOfTheSpecialityIsReported() throws Exception {
        String other = new String(Samples.soundInsi(NOW), StandardCharsets.UTF_8)
                .replace("codeSpecialiteAMO", "codeSpecialite");

        insi.post(other.getBytes(StandardCharsets.UTF_8));

        Hop hop = insi.hop();
        assertServed(hop);
        assertThat(List.of(hop.value(Fact.VARIANTS).orElseThrow().split("=")).get(0))
                .isEqualTo("SPECIALITY_NAME");
    }
}
