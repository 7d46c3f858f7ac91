package fr.accroche.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.accroche.messages.SchemaProblem.Kind;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaCheckTest {

    private static String search() {
        return Fictive.text(new InsiRequest(
                        "uuid:b3540000-0000-4000-8000-000000000013",
                        Fictive.contexteLps(Fictive.tlsiLps()),
                        Fictive.contexteBam(),
                        Optional.of(Fictive.assertionPs().toAssertion()),
                        Traits.of("DEMO", "CAMILLE", "F", "1990-01-01"))
                .toBytes());
    }

    private static List<SchemaProblem> problems(String soap) {
        return Fictive.parse(soap).schema().problems();
    }

    /** Of a request in which this was put in the place of that. */
    private static List<SchemaProblem> problems(String that, String instead) {
        String sound = search();
        assertThat(sound).contains(that);
        return problems(sound.replace(that, instead));
    }

    @Test
    void findsNothingWrongWithOurOwnSearch() {
        assertThat(problems(search())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insi-bam-lps-action-messageid-security.xml",
                "insi-bam-messageid-action-lps-security.xml",
                "insi-messageid-action-security-bam-lps.xml"
            })
    void findsNothingWrongWithOtherSoftwares(String sample) throws Exception {
        try (var in = SchemaCheckTest.class.getResourceAsStream("/samples/" + sample)) {
            assertThat(BusinessRequest.parse(in.readAllBytes()).schema().problems())
                    .isEmpty();
        }
    }

    @Test
    void saysWhichElementLacks() {
        assertThat(problems("<ctxbam:COUVERTURE/>", ""))
                .containsExactly(new SchemaProblem("ContexteBAM", Kind.INCOMPLETE, "", "DateRef, COUVERTURE"));
        assertThat(problems("<ctxlps:Id>9a000000-0000-4000-8000-000000000004</ctxlps:Id>", ""))
                .containsExactly(new SchemaProblem("ContexteLPS/Temps", Kind.MISPLACED, "", "Id"));
    }

    @Test
    void saysWhichAttributeLacksOrIsNotKnown() {
        assertThat(problems(" Version=\"01_00\"", ""))
                .containsExactly(new SchemaProblem("ContexteLPS", Kind.MISSING_ATTRIBUTE, "Version", ""));
        assertThat(problems("R=\"4\"", "Q=\"4\""))
                .containsExactly(new SchemaProblem("ContexteLPS/LPS/IDAM", Kind.UNKNOWN_ATTRIBUTE, "Q", ""));
        assertThat(problems("Nature=\"CTXLPS\"", "Nature=\"OTHER\""))
                .containsExactly(new SchemaProblem("ContexteLPS", Kind.VALUE, "Nature", "[CTXLPS]"));
    }

    @Test
    void letsAHeaderBlockHaveTheAttributesOfSoap() {
        assertThat(problems("<ctxbam:ContexteBAM ", "<ctxbam:ContexteBAM soap:mustUnderstand=\"true\" "))
                .isEmpty();
        assertThat(problems("<ctxlps:ContexteLPS ", "<ctxlps:ContexteLPS mustUnderstand=\"true\" "))
                .containsExactly(new SchemaProblem("ContexteLPS", Kind.UNKNOWN_ATTRIBUTE, "mustUnderstand", ""));
    }

    @Test
    void fetchesNoSchemaThatAMessageNames() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(100);
            String uri = "http://127.0.0.1:" + server.getLocalPort() + "/x.xsd";

            List<SchemaProblem> problems = problems(
                    "<ctxbam:COUVERTURE/>",
                    "<ctxbam:COUVERTURE xmlns:xsi=\"" + Namespaces.XSI + "\" xsi:schemaLocation=\"urn:x " + uri
                            + "\"><x:x xmlns:x=\"urn:x\"/></ctxbam:COUVERTURE>");

            assertThat(problems).extracting(SchemaProblem::kind).containsExactly(Kind.MISPLACED);
            assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void refusesAnElementOfAnotherNamespaceOrPlace() {
        assertThat(problems("<ins:Sexe>F</ins:Sexe>", "<Sexe>F</Sexe>"))
                .extracting(SchemaProblem::place, SchemaProblem::kind)
                .containsExactly(tuple("RECSANSVITALE/Sexe", Kind.MISPLACED));
        assertThat(problems("RECSANSVITALE", "RECSANS"))
                .containsExactly(new SchemaProblem("RECSANS", Kind.UNKNOWN_ELEMENT, "", ""));
    }

    @Test
    void saysWhatIsExpectedOfAValueAndNotTheValue() {
        List<SchemaProblem> problems = problems(
                "<ctxbam:COUVERTURE/>",
                "<ctxbam:COUVERTURE><ctxbam:ASSURE><ctxbam:Id>"
                        + "<ctxbam:Num>29001 with respect to pattern 'mine' 9999001</ctxbam:Num>"
                        + "</ctxbam:Id></ctxbam:ASSURE></ctxbam:COUVERTURE>");

        assertThat(problems)
                .containsExactly(new SchemaProblem(
                        "ContexteBAM/COUVERTURE/ASSURE/Id/Num", Kind.VALUE, "", "[0-9]{6}[0-9AB][0-9]{6}"));
        assertThat(problems.get(0).english())
                .isEqualTo("ContexteBAM/COUVERTURE/ASSURE/Id/Num has a text that is not of the form expected,"
                        + " expected [0-9]{6}[0-9AB][0-9]{6}");
        assertThat(problems.get(0).french()).endsWith("attendu : [0-9]{6}[0-9AB][0-9]{6}");
        assertThat(problems(">2026-01-15T09:00:00.000Z</ctxlps:Temps>", ">hier</ctxlps:Temps>"))
                .containsExactly(new SchemaProblem("ContexteLPS/Temps", Kind.VALUE, "", "dateTime"));
    }

    /** The JDK's text has the name of the attribute after its value, and what the schema wants after what the message says. */
    @Test
    void takesNothingOfTheMessageForTheSchemasWords() {
        assertThat(problems("Nature=\"CTXLPS\"", "Nature=\"attribute 'A290019999900113'\""))
                .containsExactly(new SchemaProblem("ContexteLPS", Kind.VALUE, "Nature", "[CTXLPS]"));
        assertThat(problems("Nature=\"CTXLPS\"", "Nature=\"with respect to pattern 'A290019999900113'\""))
                .containsExactly(new SchemaProblem("ContexteLPS", Kind.VALUE, "Nature", "[CTXLPS]"));
        assertThat(problems(
                        "<ctxbam:COUVERTURE/>",
                        "<ctxbam:COUVERTURE/><x:x xmlns:x=\"One of '{A290019999900113}' is expected.\"/>"))
                .containsExactly(new SchemaProblem("ContexteBAM/x", Kind.MISPLACED, "", ""));
    }

    @Test
    void saysOfATextThatIsOnlyTooLongOrTooShortThatItIsWrongAndNoMore() {
        List<SchemaProblem> problems = SchemaCheck.problems(
                SchemaLoader.compile(List.of(SchemaFile.ON_FICTIONAL)),
                Dom.children(SafeXml.parse(("<a><on:consulterPrescription xmlns:on='" + Namespaces.ON_FICTIONAL
                                                + "' dialecte='vrai'>"
                                                + "<on:IdentifiantPrescription>with respect to pattern 'mine' "
                                                + "x".repeat(200)
                                                + "</on:IdentifiantPrescription><on:Patient oid='1' ins='2'/>"
                                                + "</on:consulterPrescription></a>")
                                        .getBytes(StandardCharsets.UTF_8))
                                .getDocumentElement())
                        .get(0));

        assertThat(problems)
                .containsExactly(
                        new SchemaProblem("consulterPrescription", Kind.VALUE, "dialecte", ""),
                        new SchemaProblem("consulterPrescription/IdentifiantPrescription", Kind.VALUE, "", ""));
    }

    @Test
    void judgesOnlyWhatATlsiReadsHoweverMuchMoreThereIs() {
        String other = "<ctxlps:Autre xmlns:ctxlps='urn:siram:lps:ctxlps'/><i:RECVITALE xmlns:i='"
                + Namespaces.INSI_VITALE + "'/>";

        assertThat(problems("</soap:Header>", other.repeat(1_000) + "</soap:Header>"))
                .isEmpty();
        assertThat(Fictive.parse(search().replace("</soap:Header>", other.repeat(1_000) + "</soap:Header>"))
                        .schema())
                .hasToString("SchemaCheck[3 blocks]");
    }

    @Test
    void endsAtTwentyProblemsOfABlock() {
        assertThat(problems(
                        "<ctxbam:Id>",
                        "<ctxbam:Id a='' b='' c='' d='' e='' f='' g='' h='' i='' j='' k='' l=''"
                                + " m='' n='' o='' p='' q='' r='' s='' t='' u='' v='' w='' x=''>"))
                .hasSize(20);
    }

    @Test
    void judgesNothingOfTheDmp() {
        assertThat(problems(Fictive.signedDmp().replace("<processingCode code=\"D\"/>", "")))
                .isEmpty();
    }

    @Test
    void speaksTheSameInAJvmOfAnotherLanguage() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(problems("<ctxbam:COUVERTURE/>", ""))
                    .extracting(SchemaProblem::expected)
                    .containsExactly("DateRef, COUVERTURE");
        } finally {
            Locale.setDefault(before);
        }
    }
}
