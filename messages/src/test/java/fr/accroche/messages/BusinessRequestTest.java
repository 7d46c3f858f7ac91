package fr.accroche.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.accroche.messages.ParsedAssertion.Kind;
import fr.accroche.messages.ParsedAssertion.SignaturePlace;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessRequestTest {
    private static BusinessRequest sample(String name) throws IOException {
        try (InputStream in = BusinessRequestTest.class.getResourceAsStream("/samples/" + name)) {
            return BusinessRequest.parse(in.readAllBytes());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insi-bam-lps-action-messageid-security.xml",
                "insi-bam-messageid-action-lps-security.xml",
                "insi-messageid-action-security-bam-lps.xml"
            })
    void readsHeaderBlocksInAnyOrderUnderAnyPrefix(String name) throws IOException {
        BusinessRequest request = sample(name);

        assertThat(request.action()).contains(InsiRequest.ACTION);
        assertThat(request.messageId().orElseThrow()).contains("b3540000-0000-4000-8000-0000000000");
        assertThat(request.body()).isEqualTo(InsiRequest.BODY);
        assertThat(request.contexteBam()).hasValueSatisfying(bam -> {
            assertThat(bam.version()).contains("01_02");
            assertThat(bam.temps()).contains(Instant.parse("2026-01-15T09:00:01Z"));
            assertThat(bam.couverture()).isTrue();
        });
        assertThat(request.contexteLps()).hasValueSatisfying(lps -> {
            assertThat(lps.version()).contains("01_00");
            assertThat(lps.temps()).contains(Instant.parse("2026-01-15T09:00:01Z"));
        });
        ParsedAssertion ps = request.assertion(Kind.ASSERTION_PS).orElseThrow();
        assertThat(ps.nameId()).contains("899900000011");
        assertThat(ps.signature()).isEqualTo(SignaturePlace.ABSENT);
        assertThat(request.strayAssertions()).isZero();
    }

    @Test
    void readsWhatTheSoftwareSaysOfItself() throws IOException {
        ContexteLps contexte = sample("insi-bam-lps-action-messageid-security.xml")
                .contexteLps()
                .orElseThrow();

        assertThat(contexte.lps()).isEqualTo(Fictive.tlsiLps());
        assertThat(contexte.emetteur()).contains("899900000011");
    }

    @Test
    void readsAContexteLpsWithoutIdam() throws IOException {
        ContexteLps contexte = sample("insi-messageid-action-security-bam-lps.xml")
                .contexteLps()
                .orElseThrow();

        assertThat(contexte.lps().number()).isEmpty();
        assertThat(contexte.lps().name()).contains("urn:lps:LPS_DEMO_A:2.1");
        assertThat(contexte.emetteur()).isEmpty();
    }

    @Test
    void readsEitherNameOfTheSpeciality() throws IOException {
        ParsedAssertion one = sample("insi-bam-lps-action-messageid-security.xml")
                .assertion(Kind.ASSERTION_PS)
                .orElseThrow();
        ParsedAssertion other = sample("insi-messageid-action-security-bam-lps.xml")
                .assertion(Kind.ASSERTION_PS)
                .orElseThrow();

        assertThat(one.speciality()).contains("01");
        assertThat(other.speciality()).contains("01");
        assertThat(other.nameQualifier()).contains("PSC");
    }

    @Test
    void tellsAStructureAssertionFromTheAssertionPs() throws IOException {
        BusinessRequest request = sample("insi-messageid-action-security-bam-lps.xml");

        assertThat(request.assertions())
                .extracting(ParsedAssertion::kind)
                .containsExactly(Kind.OTHER, Kind.ASSERTION_PS);
    }

    @Test
    void readsTheTraitsOfTheBody() throws IOException {
        assertThat(sample("insi-bam-lps-action-messageid-security.xml").patient())
                .contains(new Traits(
                        Optional.of("DEMO"),
                        List.of("CAMILLE", "LOU"),
                        Optional.of("F"),
                        Optional.of("1990-01-01"),
                        Optional.empty()));
    }

    @Test
    void readsAVihfWithABareUuidAndTheCapitalisedMode() throws IOException {
        BusinessRequest request = sample("dmp-td03-vihf-unsigned.xml");
        ParsedAssertion vihf = request.assertion(Kind.VIHF).orElseThrow();

        assertThat(request.body()).isEqualTo(new QName("urn:si-dmp-habilitations", "setAuthorization"));
        assertThat(request.to()).contains("");
        assertThat(request.replyTo()).contains("http://www.w3.org/2005/08/addressing/anonymous");
        assertThat(vihf.id()).contains("5f0c0000-0000-4000-8000-000000000041");
        assertThat(vihf.authentificationMode()).contains("INDIRECTE");
        assertThat(vihf.attributes()).containsKey("Authentification_Mode");
        assertThat(vihf.patient()).contains(Fictive.PATIENT);
        assertThat(request.patient()).isEmpty();
        assertThat(vihf.roles())
                .containsExactly(
                        new CodedValue("10", CodedValue.PROFESSION, "Médecin"),
                        new CodedValue("SM26", CodedValue.SPECIALITY, ""));
        assertThat(vihf.lps().id()).isEmpty();
        assertThat(vihf.lps().number()).contains("DEMO-HOM-0001");
    }

    @Test
    void readsTheDmpRequestThatItBuilds() {
        BusinessRequest request = Fictive.parse(Fictive.signedDmp());

        assertThat(request.action()).contains(DmpRequest.ACTION);
        assertThat(request.messageId()).contains(Fictive.MESSAGE_ID);
        assertThat(request.body()).isEqualTo(DmpRequest.BODY);
        assertThat(request.patient()).contains(Fictive.PATIENT);
        assertThat(request.contexteLps()).isEmpty();
    }

    @Test
    void readsTheInsiRequestThatItBuilds() {
        Traits traits = Traits.of("DEMO", "CAMILLE", "F", "1990-01-01");
        ContexteLps lps = Fictive.contexteLps(Fictive.tlsiLps());
        InsiRequest built = new InsiRequest(
                "uuid:1",
                lps,
                Fictive.contexteBam(),
                Optional.of(Fictive.assertionPs().toAssertion()),
                traits);

        BusinessRequest request = BusinessRequest.parse(built.toBytes());

        assertThat(request.contexteLps()).contains(lps);
        assertThat(request.contexteBam()).contains(Fictive.contexteBam());
        assertThat(request.patient()).contains(traits);
        ParsedAssertion ps = request.assertion(Kind.ASSERTION_PS).orElseThrow();
        assertThat(ps.id()).contains(Fictive.assertionPs().id());
        assertThat(ps.issuer()).contains(Fictive.assertionPs().issuer());
        assertThat(ps.issueInstant()).contains(Fictive.NOW);
        assertThat(ps.nameQualifier()).contains("PSC");
        assertThat(ps.text("identifiantFacturation")).contains("991000001");
        assertThat(ps.text("codeSpecialiteAMO")).contains("01");
        assertThat(ps.text("secteurActivite")).contains("SA07");
        assertThat(ps.attributes()).doesNotContainKey("gipProfessionCode");
    }

    @Test
    void readsTheCardSearchThatItBuilds() {
        VitaleCard card = VitaleCard.of(Fictive.PATIENT, "DEMO", "1990-01-01");
        InsiCardRequest built = new InsiCardRequest(
                "uuid:1", Fictive.contexteLps(Fictive.tlsiLps()), Fictive.contexteBam(), Optional.empty(), card);

        BusinessRequest request = BusinessRequest.parse(built.toBytes());

        assertThat(request.action()).contains(InsiCardRequest.ACTION);
        assertThat(request.body()).isEqualTo(InsiCardRequest.BODY);
        assertThat(request.patient()).contains(card);
        assertThat(request.schema().problems()).isEmpty();
        assertThat(card.toString() + card.holder())
                .doesNotContain(Fictive.PATIENT.value().substring(0, 13));
    }

    @Test
    void writesNoSecurityBlockWithoutAssertionAndNoIdamWithoutNumber() {
        ContexteLps lps = Fictive.contexteLps(Fictive.tlsiLps().withNumber(Optional.empty()));
        byte[] soap = new InsiRequest(
                        "uuid:1", lps, Fictive.contexteBam(), Optional.empty(), Traits.of("A", "B", "F", "1990-01-01"))
                .toBytes();

        assertThat(Fictive.text(soap)).doesNotContain("Security").doesNotContain("IDAM");
        assertThat(BusinessRequest.parse(soap).assertions()).isEmpty();
        assertThat(BusinessRequest.parse(soap).security()).isFalse();
    }

    @Test
    void readsTheOnRequestThatItBuilds() {
        OnRequest built = new OnRequest(
                "uuid:2",
                Fictive.contexteLps(Fictive.tlsiLps()),
                Fictive.contexteBam(),
                Optional.of(Fictive.assertionPs().toAssertion()),
                new OnBody.Consultation("ORD-1", Fictive.PATIENT));

        BusinessRequest request = BusinessRequest.parse(built.toBytes());

        assertThat(OnOperation.of(request)).contains(OnOperation.CONSULT);
        assertThat(request.on()).contains(built.body());
        assertThat(request.patient()).contains(Fictive.PATIENT);
        assertThat(request.assertion(Kind.ASSERTION_PS)).isPresent();
    }

    @Test
    void refusesSoapOnePointOne() {
        String soap11 = Fictive.signedDmp()
                .replace("http://www.w3.org/2003/05/soap-envelope", "http://schemas.xmlsoap.org/soap/envelope/");

        assertRefused(soap11, "SOAP 1.1; the téléservices speak SOAP 1.2");
    }

    @Test
    void refusesWhatIsNoEnvelope() {
        assertRefused("<Envelope/>", "expected <Envelope> of http://www.w3.org/2003/05/soap-envelope");
    }

    @Test
    void refusesABodyWithoutOrWithTwoElements() {
        String open = "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\">";

        assertRefused(open + "</s:Envelope>", "no Body");
        assertRefused(open + "<s:Body/></s:Envelope>", "0 elements");
        assertRefused(open + "<s:Body><a/><b/></s:Body></s:Envelope>", "2 elements");
        assertRefused(open + "<s:Body><a/></s:Body><s:Body><b/></s:Body></s:Envelope>", "<Body> is there 2 times");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wsa:Action", "wsa:MessageID"})
    void refusesAHeaderBlockGivenTwice(String block) {
        String twice = Fictive.signedDmp()
                .replaceFirst("<" + block + ">", "<" + block + ">other</" + block + "><" + block + ">");

        assertRefused(twice, "is there 2 times in <Header>");
    }

    @Test
    void refusesAContexteLpsGivenTwice() {
        String block = "<l:ContexteLPS xmlns:l=\"urn:siram:lps:ctxlps\"/>";
        String soap = Fictive.signedDmp().replace("</soap:Header>", block + block + "</soap:Header>");

        assertRefused(soap, "<ContexteLPS> is there 2 times");
    }

    @Test
    void refusesAnAttributeGivenTwice() {
        String twice = Fictive.signedDmp().replace("Name=\"LPS_Nom\"", "Name=\"LPS_Version\"");

        assertRefused(twice, "given twice");
    }

    @Test
    void refusesTwoNameIds() {
        String twice = Fictive.signedDmp()
                .replace("<saml2:NameID>", "<saml2:NameID>899900000099</saml2:NameID><saml2:NameID>");

        assertRefused(twice, "<NameID> is there 2 times");
    }

    @Test
    void refusesAnElementInsideANameId() {
        assertRefused(
                Fictive.signedDmp().replace("<saml2:NameID>8999", "<saml2:NameID><x/>8999"), "must hold text only");
    }

    @Test
    void takesNoValueFromAnAttributeOfSeveral() {
        String several = Fictive.signedDmp()
                .replace(
                        ">LPS_DEMO_A</saml2:AttributeValue>",
                        ">LPS_DEMO_A</saml2:AttributeValue><saml2:AttributeValue>B</saml2:AttributeValue>");

        ParsedAssertion read = Fictive.parse(several).assertion(Kind.VIHF).orElseThrow();

        assertThat(read.lps().name()).isEmpty();
        assertThat(read.attributes().get("LPS_Nom")).containsExactly("LPS_DEMO_A", "B");
    }

    @Test
    void readsAnAssertionThatSaysAlmostNothing() {
        String bare = Fictive.text(Fictive.dmp(new SamlAssertion(
                        "<Assertion xmlns=\"urn:oasis:names:tc:SAML:2.0:assertion\" IssueInstant=\"yesterday\"/>"))
                .toBytes());

        ParsedAssertion read = Fictive.parse(bare).assertions().get(0);

        assertThat(read.kind()).isEqualTo(Kind.OTHER);
        assertThat(read.id()).isEmpty();
        assertThat(read.issueInstant()).isEmpty();
        assertThat(read.nameId()).isEmpty();
    }

    private static void assertRefused(String soap, String because) {
        assertThatThrownBy(() -> Fictive.parse(soap))
                .isInstanceOf(MessageException.class)
                .hasMessageContaining(because);
    }
}
