package fr.accroche.teleservice;

import static fr.accroche.teleservice.Hops.assertRefused;
import static fr.accroche.teleservice.Hops.assertServed;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.messages.BusinessRequest;
import fr.accroche.messages.ParsedAssertion.Kind;
import fr.accroche.messages.SamlAssertion;
import fr.accroche.messages.SoapMessage;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Headers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each key of {@code settings.tlsi} and {@code settings.assertions}, by what it changes at the socket. */
class TlsiSettingsTest {

    private static final Instant NOW = RunningTeleservice.NOW;
    private static final String SIM = "soap:siram_100/SIM_";

    private static RunningTeleservice insi(String settings) {
        return RunningTeleservice.of(Teleservice.INSI, DeclaredChoices.of(settings));
    }

    /** The hop of a sound request to INSi, in which something was changed. */
    private static Hop hop(String settings, UnaryOperator<String> change) throws Exception {
        String sound = new String(Samples.soundInsi(NOW), StandardCharsets.UTF_8);
        String changed = change.apply(sound);
        try (RunningTeleservice insi = insi(settings)) {
            insi.post(changed.getBytes(StandardCharsets.UTF_8));
            return insi.hop();
        }
    }

    private static UnaryOperator<String> replacing(String that, String instead) {
        return sound -> {
            assertThat(sound).contains(that);
            return sound.replace(that, instead);
        };
    }

    private static void assertReported(Hop hop, String... variants) {
        assertServed(hop);
        assertThat(hop.value(Fact.VARIANTS)
                        .orElseThrow()
                        .replaceAll("=[^|]*", "")
                        .split("\\| ?"))
                .containsExactlyInAnyOrder(variants);
    }

    @Test
    void aSoundRequestReportsNothing() throws Exception {
        Hop hop = hop("", sound -> sound);

        assertReported(hop, "");
        assertThat(hop.value(Fact.CONTEXTE_BAM_VERSION)).contains("01_02");
        assertThat(hop.value(Fact.PS_ATTRIBUTES).orElseThrow()).contains("identifiantFacturation", "Issuer");
    }

    @Test
    void base() throws Exception {
        try (RunningTeleservice insi = insi("tlsi: { base: /tlsi/ }")) {
            assertThat(insi.sim.endpoint().getPath()).isEqualTo("/tlsi/lps");
            insi.post(Samples.soundInsi(NOW));
            assertServed(insi.hop());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "required,  false, SIM_SignatureAbsente",
        "optional,  false, ",
        "optional,  true, ",
        "forbidden, false, ",
        "forbidden, true, SIM_AssertionInattendue",
        "required,  true, "
    })
    void signature(String wanted, boolean signed, String fault) throws Exception {
        SamlAssertion assertion = signed ? SignedPs.of(NOW) : Samples.assertionPs(NOW, Tokens.PERSON);
        try (RunningTeleservice insi = insi("tlsi: { signature: " + wanted + " }")) {
            insi.post(Samples.insi(
                    NOW,
                    Samples.LPS.withNumber(Optional.of(Samples.INSI_NUMBER)),
                    Optional.of(assertion),
                    Samples.CAMILLE.traits()));
            if (fault == null) {
                assertServed(insi.hop());
            } else {
                assertRefused(insi.hop(), 500, "soap:siram_100/" + fault, "LPS-04");
            }
        }
    }

    @Test
    void nameQualifiers() throws Exception {
        UnaryOperator<String> ofCard = replacing("NameQualifier=\"PSC\"", "NameQualifier=\"CPS\"");

        assertRefused(hop("", ofCard), 500, SIM + "AssertionPsIncorrecte", "LPS-10");
        assertServed(hop("tlsi: { nameQualifiers: [PSC, CPS] }", ofCard));
        assertRefused(hop("", replacing(" NameQualifier=\"PSC\"", "")), 500, SIM + "AssertionPsIncorrecte", "LPS-10");
    }

    @Test
    void attributes() throws Exception {
        UnaryOperator<String> withoutSector =
                sound -> sound.replaceFirst("(?s)<saml2:Attribute Name=\"secteurActivite\".*?</saml2:Attribute>", "");

        assertServed(hop("", withoutSector));
        assertRefused(
                hop("tlsi: { attributes: [secteurActivite, codeSpecialite] }", withoutSector),
                500,
                SIM + "AssertionPsIncorrecte",
                "LPS-10");
        assertRefused(hop("", replacing(">991000001<", "> <")), 500, SIM + "AssertionPsIncorrecte", "LPS-10");
        assertRefused(hop("", replacing(">CN=alpha<", "> <")), 500, SIM + "AssertionPsIncorrecte", "LPS-10");
    }

    @Test
    void idamAndItsR() throws Exception {
        assertReported(hop("tlsi: { idam: twelve }", sound -> sound), "IDAM_FORM");
        assertReported(hop("tlsi: { r: '5' }", sound -> sound), "IDAM_R");
        assertReported(hop("", replacing(" R=\"4\"", "")), "IDAM_R");
    }

    @ParameterizedTest
    @CsvSource({"refuse, true, ", "warn, false, SCHEMA", "accept, false, ''"})
    void schema(String choice, boolean refused, String reported) throws Exception {
        Hop hop = hop("tlsi: { schema: " + choice + " }", replacing("<ctxbam:COUVERTURE/>", ""));

        if (refused) {
            assertRefused(hop, 500, SIM + "SchemaNonRespecte", "LPS-10");
            assertThat(hop.breaches().get(0).sentence().en()).startsWith("business level: ");
        } else {
            assertReported(hop, reported);
        }
    }

    @ParameterizedTest
    @CsvSource({"refuse, 5m, true, ", "warn, 5m, false, CLOCK", "accept, 5m, false, ''", "refuse, 1h, false, ''"})
    void clock(String choice, String tolerance, boolean refused, String reported) throws Exception {
        String late = NOW.minus(Duration.ofMinutes(10)).toString();
        Hop hop = hop(
                "tlsi: { clock: " + choice + ", clockTolerance: " + tolerance + " }",
                sound -> sound.replaceFirst("(<ctxlps:Temps>)[^<]*", "$1" + late));

        if (refused) {
            assertRefused(hop, 500, SIM + "HorlogeDecalee", "LPS-10");
        } else {
            assertReported(hop, reported);
        }
    }

    @Test
    void faults() throws Exception {
        Hop hop = hop("tlsi: { faults: { context-wrong: desir_999 } }", replacing("01_02", "01_03"));

        assertRefused(hop, 500, "soap:siram_100/desir_999", "LPS-10");
    }

    /** The code alone is the user's: the words stay, and are there. */
    @Test
    void aFaultOfAnotherCodeSaysTheSame() throws Exception {
        byte[] withoutIdam = Samples.insi(
                NOW,
                Samples.LPS.withNumber(Optional.empty()),
                Optional.of(Samples.assertionPs(NOW, Tokens.PERSON)),
                Samples.CAMILLE.traits());
        try (RunningTeleservice insi = insi("tlsi: { faults: { software-unknown: desir_999 } }")) {
            String answer = new String(insi.post(withoutIdam).body(), StandardCharsets.UTF_8);

            assertThat(answer).contains("desir_999", ">Numéro d'autorisation du logiciel inconnu.<");
        }
    }

    /** What is judged of the attributes has to reach the journal whole, however many are asked for. */
    @Test
    void manyAttributesAreAllNoted() throws Exception {
        List<String> names = IntStream.range(0, 12)
                .mapToObj(i -> "urn:attribute:" + "x".repeat(70) + ":" + i)
                .toList();
        String more = names.stream()
                .map(name -> "<saml2:Attribute Name=\"" + name
                        + "\"><saml2:AttributeValue>1</saml2:AttributeValue></saml2:Attribute>")
                .collect(Collectors.joining());

        Hop hop = hop(
                "tlsi: { attributes: ['" + String.join("', '", names) + "'] }",
                replacing("</saml2:AttributeStatement>", more + "</saml2:AttributeStatement>"));

        assertServed(hop);
        assertThat(hop.value(Fact.PS_ATTRIBUTES).orElseThrow().split(" ")).containsAll(names);
    }

    @ParameterizedTest
    @CsvSource({"refuse, true, ", "warn, false, 'REPLAYED_ASSERTION,REPLAYED_MESSAGE'", "accept, false, ''"})
    void replay(String choice, boolean refused, String reported) throws Exception {
        byte[] request = Samples.soundInsi(NOW);
        try (RunningTeleservice insi = insi("assertions: { replay: " + choice + " }")) {
            insi.post(request);
            assertReported(insi.hop(), "");

            insi.post(request);

            Hop again = insi.hop();
            if (refused) {
                assertRefused(again, 500, SIM + "DejaRecu", "LPS-04", "LPS-04");
            } else {
                assertReported(again, reported.split(","));
            }
        }
    }

    @Test
    void whatWasRefusedMayBeSentAgain() throws Exception {
        byte[] request = Samples.soundInsi(NOW);
        try (RunningTeleservice insi = insi("assertions: { replay: refuse }")) {
            insi.post(
                    Optional.of(TestCertificates.CLIENT),
                    Headers.of("Authorization", "Bearer dead", "Content-Type", SoapMessage.XML),
                    request);
            insi.hop();

            insi.post(request);

            assertServed(insi.hop());
        }
    }

    /** The message of a refused replay was not served: it may come again, with a new assertion. */
    @Test
    void nothingOfARefusedReplayIsRemembered() throws Exception {
        String first = new String(Samples.soundInsi(NOW), StandardCharsets.UTF_8);
        String other = new String(Samples.soundInsi(NOW), StandardCharsets.UTF_8);
        String replayed = other.replace(assertionOf(other), assertionOf(first));
        try (RunningTeleservice insi = insi("assertions: { replay: refuse }")) {
            insi.post(first.getBytes(StandardCharsets.UTF_8));
            assertServed(insi.hop());
            insi.post(replayed.getBytes(StandardCharsets.UTF_8));
            assertRefused(insi.hop(), 500, SIM + "DejaRecu", "LPS-04");

            insi.post(other.getBytes(StandardCharsets.UTF_8));

            assertServed(insi.hop());
        }
    }

    private static String assertionOf(String request) {
        return request.substring(request.indexOf("<saml2:Assertion"), request.indexOf("</wsse:Security>"));
    }

    @ParameterizedTest
    @CsvSource({"sha1, SIGNED_WITH_SHA1", "signaturePlace, SIGNATURE_PLACE", "issuer, ISSUER_IS_NOT_SIGNER"})
    void formsOfSignedAssertions(String key, String variant) throws Exception {
        SamlAssertion assertion = SignedPs.with(NOW, variant);
        byte[] request = Samples.insi(
                NOW,
                Samples.LPS.withNumber(Optional.of(Samples.INSI_NUMBER)),
                Optional.of(assertion),
                Samples.CAMILLE.traits());
        assertThat(BusinessRequest.parse(request).assertions(Kind.ASSERTION_PS)).hasSize(1);
        for (String choice : new String[] {"refuse", "warn", "accept"}) {
            try (RunningTeleservice insi = insi("assertions: { " + key + ": " + choice + " }")) {
                insi.post(request);
                Hop hop = insi.hop();
                switch (choice) {
                    case "refuse" -> {
                        assertRefused(hop, 500, SIM + "SignatureInvalide", "LPS-04");
                        assertThat(hop.value(Fact.REFUSED_FORMS).orElseThrow()).startsWith(variant + "=");
                    }
                    case "warn" -> assertReported(hop, variant);
                    default -> assertReported(hop, "");
                }
            }
        }
    }

    @Test
    void anIdThatBeginsWithADigitAndAnotherIssuerFormatAreReported() throws Exception {
        Hop hop = hop(
                "",
                sound -> sound.replaceFirst(" ID=\"_[0-9a-f]", " ID=\"9")
                        .replace("SAML:1.1:nameid-format:X509SubjectName", "SAML:2.0:nameid-format:X509SubjectName"));

        assertReported(hop, "ID_IS_NO_NAME", "ISSUER_FORMAT");
    }

    @Test
    void otherAssertionsBesideTheOneAreReportedAndASecondOneRefused() throws Exception {
        String other =
                "<saml2:Assertion xmlns:saml2=\"urn:oasis:names:tc:SAML:2.0:assertion\" ID=\"_other\" Version=\"2.0\">"
                        + "<saml2:Issuer>vitale</saml2:Issuer></saml2:Assertion></wsse:Security>";
        assertReported(hop("", replacing("</wsse:Security>", other)), "OTHER_ASSERTIONS");

        String second = Samples.assertionPs(NOW, Tokens.PERSON).xml() + "</wsse:Security>";
        assertRefused(hop("", replacing("</wsse:Security>", second)), 500, SIM + "AssertionAbsente", "LPS-01");
    }

    @ParameterizedTest
    @CsvSource({
        "application/soap+xml; action=\"urn:other\",                                                              HTTP_ACTION",
        "application/soap+xml; action=\"urn:ServiceIdentiteCertifiee:1.0.0:rechercherInsAvecTraitsIdentite\",     ''"
    })
    void theActionOfHttpIsCompared(String contentType, String reported) throws Exception {
        try (RunningTeleservice insi = insi("")) {
            post(insi, contentType, Samples.soundInsi(NOW));

            assertReported(insi.hop(), reported);
        }
    }

    @Test
    void aPackageIsReportedWhereNoDocumentTravels() throws Exception {
        SoapMessage packaged = SoapMessage.xml(Samples.soundInsi(NOW)).inPackage();
        try (RunningTeleservice insi = insi("")) {
            post(insi, packaged.contentType(), packaged.bytes());

            assertReported(insi.hop(), "MTOM_UNEXPECTED");
        }
    }

    private static void post(RunningTeleservice insi, String contentType, byte[] body) throws Exception {
        insi.send(
                Optional.of(TestCertificates.CLIENT),
                new ClientRequest(
                        "POST",
                        insi.sim.endpoint(),
                        Headers.of("Authorization", "Bearer " + insi.soundToken(), "Content-Type", contentType),
                        body));
    }

    /** The ends of what Java can count. */
    @ParameterizedTest
    @ValueSource(
            strings = {"-999999999-01-01T00:00:00+18:00", "+999999999-12-31T23:59:59-18:00", "0000-01-01T00:00:00Z"})
    void aDateOfNoAgeIsJudgedLikeAnyOther(String date) throws Exception {
        String statement = "<saml2:AuthnStatement AuthnInstant=\"" + date + "\"/><saml2:AttributeStatement>";

        Hop hop = hop(
                "tlsi: { schema: accept, clock: refuse }",
                sound -> sound.replaceFirst("IssueInstant=\"[^\"]*", "IssueInstant=\"" + date)
                        .replaceAll("Temps>[^<]+<", "Temps>" + date + "<")
                        .replace("<saml2:AttributeStatement>", statement));

        assertRefused(hop, 500, SIM + "AssertionPerimee", "LPS-04", "LPS-10", "LPS-10");
        assertThat(hop.value(Fact.ASSERTION_AGE)).isPresent();
    }

    @Test
    void aPersonIsNotAuthenticatedAfterTheFact() throws Exception {
        String statement =
                "<saml2:AuthnStatement AuthnInstant=\"" + NOW.plusSeconds(400) + "\"/><saml2:AttributeStatement>";
        Hop late = hop("", replacing("<saml2:AttributeStatement>", statement));
        assertRefused(late, 500, SIM + "AssertionPerimee", "LPS-04");

        String soon = statement.replace(
                NOW.plusSeconds(400).toString(), NOW.plusSeconds(100).toString());
        assertServed(hop("", replacing("<saml2:AttributeStatement>", soon)));
    }
}
