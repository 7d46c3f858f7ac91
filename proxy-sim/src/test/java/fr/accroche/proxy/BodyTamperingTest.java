package fr.accroche.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyTamperingTest {

    private static final BodyTampering REWRITING = new BodyTampering(ProxyDefects.only(ProxyDefect.REWRITES_BODY));
    private static final BodyTampering NUMBERING = new BodyTampering(ProxyDefects.writingNumber("OWN-1"));

    @Test
    void givesBackTheVeryBytesWithoutDefect() {
        byte[] body = {1, 2, 3};

        assertThat(new BodyTampering(ProxyDefects.NONE).of(body)).isSameAs(body);
    }

    @Test
    void leavesACallWithoutBodyWithoutBody() {
        assertThat(REWRITING.of(new byte[0])).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "<E><Header><a/></Header></E>,<E><Header><a/>\\n</Header></E>",
                "<s:E><s:Header><a/></s:Header ></s:E>,<s:E><s:Header><a/>\\n</s:Header ></s:E>",
                "<?xml version='1.0'?><E/>,<?xml version='1.0'?>\\n<E/>",
                "{},{}\\n"
            })
    void addsOneLineEndWhereItMeansNothing(String body, String expected) {
        assertThat(tampered(REWRITING, body)).isEqualTo(expected.replace("\\n", "\n"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "<IDAM>X</IDAM>,<IDAM>OWN-1</IDAM>",
                "<u:IDAM R='4'>X</u:IDAM>,<u:IDAM R='4'>OWN-1</u:IDAM>",
                "<IDAMX>X</IDAMX>,<IDAMX>X</IDAMX>",
                "<Attribute Name='LPS_Nom'><AttributeValue>X</AttributeValue>,"
                        + "<Attribute Name='LPS_Nom'><AttributeValue>X</AttributeValue>"
            })
    void replacesTheNumberOnly(String body, String expected) {
        assertThat(tampered(NUMBERING, body)).isEqualTo(expected);
    }

    @Test
    void replacesTheNumberOfAVihf() {
        String vihf = "<saml2:Attribute Name=\"LPS_ID_HOMOLOGATION_DMP\">\n<saml2:AttributeValue xmlns:xs=\"urn:x\""
                + " xsi:type=\"xs:string\">DEMO-HOM-0001</saml2:AttributeValue></saml2:Attribute>";

        assertThat(tampered(NUMBERING, vihf)).isEqualTo(vihf.replace("DEMO-HOM-0001", "OWN-1"));
    }

    private static String tampered(BodyTampering tampering, String body) {
        return new String(tampering.of(body.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }
}
