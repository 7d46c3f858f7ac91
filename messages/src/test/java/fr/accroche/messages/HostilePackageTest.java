package fr.accroche.messages;

import static fr.accroche.messages.FictiveDocuments.changed;
import static fr.accroche.messages.FictiveDocuments.deposit;
import static fr.accroche.messages.FictiveDocuments.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** MTOM packages that nobody should send. */
class HostilePackageTest {

    private static final String SOAP = "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"><s:Body>"
            + "<x:ProvideAndRegisterDocumentSetRequest xmlns:x=\"urn:ihe:iti:xds-b:2007\">%s"
            + "</x:ProvideAndRegisterDocumentSetRequest></s:Body></s:Envelope>";
    private static final String TYPE = "multipart/related; type=\"application/xop+xml\"; boundary=b";
    private static final String ROOT = "--b\r\nContent-Type: application/xop+xml\r\nContent-ID: <r@x>\r\n\r\n"
            + SOAP.formatted("<x:Document id=\"d\">AA==</x:Document>");
    private static final String PART = "\r\n--b\r\nContent-ID: <p@x>\r\n\r\npart";
    private static final String END = "\r\n--b--\r\n";

    @Test
    void readsTheSoundOnes() {
        assertRead(TYPE, ROOT + END);
        assertRead(TYPE, ROOT + PART + END);
        assertRead(TYPE, "a preamble that RFC 2046 ignores\r\n" + ROOT + END + "and an epilogue");
        assertRead(TYPE, ROOT.replace("--b\r\n", "--b \t\r\n") + END);
        assertRead(TYPE, ROOT.replace("application/xop+xml\r\n", "application/xop+xml;\r\n\tcharset=UTF-8\r\n") + END);
        assertRead(TYPE + "; start=\"<r@x>\"", "--b\r\nContent-ID: <p@x>\r\n\r\npart\r\n" + ROOT + END);
        assertRead(TYPE.replace("boundary=b", "Boundary=\"\\b\" ; "), ROOT + END);
    }

    /** Headers as WCF, CXF and Axis2 write them. */
    @Test
    void resolvesTheNamesThatLibrariesGiveToParts() {
        for (String[] names : new String[][] {
            {"http://tempuri.org/1/635", "cid:http%3A%2F%2Ftempuri.org%2F1%2F635"},
            {"b857abb7-2@urn:ihe:iti:xds-b:2007", "cid:b857abb7-2@urn%3Aihe%3Aiti%3Axds-b%3A2007"},
            {"1.urn:uuid:2ABF+x@apache.org", "cid:1.urn:uuid:2ABF+x@apache.org"}
        }) {
            String text = FictiveDocuments.text(request(deposit()).toMessage())
                    .replace("<document-1@accroche.invalid>", "<" + names[0] + ">")
                    .replace("cid:document-1@accroche.invalid", names[1]);
            String type = request(deposit()).toMessage().contentType();

            assertThat(Deposit.read(message("\t" + type.replace("; ", ";") + ";action=\"urn:x\"", "\r\n" + text))
                            .documents())
                    .as(names[0])
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "multipart/mixed; boundary=b | expected multipart/related",
                "multipart/related | no boundary",
                "multipart/related; boundary=\"\" | no boundary",
                "multipart/related; boundary=\"b \" | no boundary",
                "multipart/related; boundary=b; boundary=c | twice",
                "multipart/related; boundary=b; type=\"text/html\" | XOP",
                "multipart/related; boundary=b; start=\"<q@x>\" | no part is the one",
                "multipart/related; boundary=b; start=r@x | angle brackets",
                "multipart/related; boundary=\"b | cannot be read",
                "multipart/ | no media type"
            })
    void refusesContentTypes(String type, String reason) {
        assertRefused(type, ROOT + END, reason);
    }

    @Test
    void refusesContentTypesWithoutEnd() {
        assertRefused(TYPE + "; x=" + "y".repeat(1000), ROOT + END, "longer than 1000");
        assertRefused("multipart/related; boundary=" + "b".repeat(71), ROOT + END, "no boundary");
    }

    @Test
    void refusesBodiesThatCouldBeCutInTwoWays() {
        assertRefused(TYPE, ROOT + "\r\n--bc\r\n" + END, "goes on");
        assertRefused(TYPE, ROOT + "\r\n--b--x" + END, "goes on");
        assertRefused(TYPE, ROOT.replace("--b\r\n", "--b\n") + END, "goes on");
        assertRefused(TYPE, ROOT + "\r\n--b\r\n", "does not end");
        assertRefused(TYPE, ROOT, "does not end");
        assertRefused(TYPE, ROOT + "\n--b--\n", "does not end");
        assertRefused(TYPE, "", "does not end");
        assertRefused(TYPE, "--b--", "no part");
        assertRefused(TYPE, "--b\r\n--b--", "empty line");
    }

    @Test
    void refusesPartsInPartsAndHeadersOfNobody() {
        String nested = "\r\n--b\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n--c\r\n\r\n--c--";
        assertRefused(TYPE, ROOT + nested + END, "made of parts");
        assertRefused(TYPE, ROOT + nested.replace("multipart/mixed", "message/rfc822") + END, "made of parts");
        assertRefused(TYPE, ROOT + PART.replace("Content-ID", "Content-ID ") + END, "header field");
        assertRefused(TYPE, ROOT + PART.replace("Content-ID", "a\nContent-ID") + END, "header field");
        assertRefused(TYPE, ROOT + PART.replace("<p@x>", "<p@x>\r\nContent-ID: <q@x>") + END, "a field twice");
        assertRefused(TYPE, ROOT + PART.replace("<p@x>", "p@x") + END, "angle brackets");
        assertRefused(TYPE, ROOT + PART.replace("<p@x>", "<p@x>\r\nContent-Transfer-Encoding: base64") + END, "binary");
        assertRefused(TYPE, ROOT + "\r\n--b\r\nX: " + "y".repeat(5000) + "\r\n\r\n" + END, "within 4096");
        String fields =
                IntStream.range(0, 21).mapToObj(i -> "X" + i + ": y\r\n").collect(Collectors.joining());
        assertRefused(TYPE, ROOT + "\r\n--b\r\n" + fields + "\r\n" + END, "20 fields");
    }

    @Test
    void refusesTwoPartsOfOneName() {
        assertRefused(TYPE, ROOT + PART + PART + END, "same Content-ID");
        assertRefused(TYPE, ROOT + PART.replace("p@x", "r@x") + END, "same Content-ID");
    }

    @Test
    void refusesMorePartsThanAnybodyNeeds() {
        String parts = IntStream.range(0, 20)
                .mapToObj(i -> PART.replace("p@x", i + "@x"))
                .collect(Collectors.joining());

        assertRefused(TYPE, ROOT + parts + END, "more than 20 parts");
    }

    @Test
    void takesTimeInProportionToTheBody() {
        String dashes = ("\r\n" + "-".repeat(70)).repeat(120_000);
        String boundary = "-".repeat(68) + "b";

        long start = System.nanoTime();
        assertRefused(TYPE.replace("=b", "=\"" + boundary + "\""), dashes, "does not end");
        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:1/document",
                "file:///etc/passwd",
                "document-1@accroche.invalid",
                "CID:document-1@accroche.invalid",
                "cid:",
                "cid:root@accroche.invalid",
                "cid:document-2@accroche.invalid",
                "cid:%zz",
                ""
            })
    void resolvesAnIncludeToAPartAndNothingElse(String href) {
        SoapMessage message = changed(request(deposit()).toMessage(), "cid:document-1@accroche.invalid", href);

        assertThatThrownBy(() -> Deposit.read(message)).isInstanceOf(MessageException.class);
    }

    @Test
    void resolvesAPercentEncodedInclude() {
        SoapMessage message = changed(
                request(deposit()).toMessage(),
                "cid:document-1@accroche.invalid",
                "cid:document%2D1%40accroche.invalid");

        assertThat(Deposit.read(message).documents()).hasSize(1);
    }

    @Test
    void refusesAPartTakenTwiceAndAnIncludeWithCompany() {
        SoapMessage sound = request(deposit()).toMessage();
        String include = "<xop:Include xmlns:xop=\"http://www.w3.org/2004/08/xop/include\""
                + " href=\"cid:document-1@accroche.invalid\"/>";

        assertThatThrownBy(() -> Deposit.read(changed(
                        sound,
                        "<xds:Document id=",
                        "<xds:Document id=\"x\">" + include + "</xds:Document><xds:Document id=")))
                .hasMessageContaining("same part");
        assertThatThrownBy(() -> Deposit.read(changed(sound, include, include + include)))
                .hasMessageContaining("one xop:Include");
        assertThatThrownBy(() -> Deposit.read(changed(sound, include, "AA==" + include)))
                .hasMessageContaining("one xop:Include");
        for (String wrong : new String[] {"AAA", "A===", "AA*=", "<x/>"}) {
            assertThatThrownBy(() -> Deposit.read(changed(sound, include, wrong)))
                    .as(wrong)
                    .hasMessageContaining("base64");
        }
    }

    /** What a signature covers would not be what another reader takes there. */
    @Test
    void refusesAnIncludeInTheHeader() {
        SoapMessage message = changed(
                request(deposit()).toMessage(),
                "<wsa:To></wsa:To>",
                "<wsa:To><xop:Include xmlns:xop=\"http://www.w3.org/2004/08/xop/include\""
                        + " href=\"cid:document-1@accroche.invalid\"/></wsa:To>");

        assertThatThrownBy(() -> BusinessRequest.parse(message)).hasMessageContaining("elsewhere");
    }

    @Test
    void refusesAnIncludeOfAMessageThatIsNoPackage() {
        SoapMessage sound = request(deposit()).toMessage();
        String text = FictiveDocuments.text(sound);
        String xml = text.substring(text.indexOf("<?xml"), text.indexOf("</soap:Envelope>") + 16);

        assertThatThrownBy(() -> Deposit.read(SoapMessage.xml(xml.getBytes(StandardCharsets.ISO_8859_1))))
                .hasMessageContaining("not in the message");
    }

    @Test
    void expandsNoEntityInTheRoot() {
        SoapMessage message = changed(
                request(deposit()).toMessage(),
                "<soap:Envelope",
                "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><soap:Envelope");

        assertThatThrownBy(() -> Deposit.read(message)).hasMessageContaining("DOCTYPE");
        assertThatThrownBy(() -> BusinessRequest.parse(message)).hasMessageContaining("DOCTYPE");
    }

    private static void assertRead(String type, String body) {
        assertThat(BusinessRequest.parse(message(type, body)).body().getLocalPart())
                .isEqualTo("ProvideAndRegisterDocumentSetRequest");
    }

    private static void assertRefused(String type, String body, String reason) {
        assertThatThrownBy(() -> BusinessRequest.parse(message(type, body)))
                .isInstanceOf(MessageException.class)
                .hasMessageContaining(reason);
    }

    private static SoapMessage message(String type, String body) {
        return new SoapMessage(type, body.getBytes(StandardCharsets.ISO_8859_1));
    }
}
