package fr.accroche.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What is signed here verifies elsewhere. */
class OtherProgramsTest {
    @TempDir
    Path folder;

    @Test
    void theJdkVerifiesAVihfInsideItsMessage() throws Exception {
        Document document = SafeXml.parse(Fictive.signedDmp().getBytes(StandardCharsets.UTF_8));
        Element assertion = (Element)
                document.getElementsByTagNameNS(Namespaces.SAML2, "Assertion").item(0);
        Element signature = Dom.only(assertion, Namespaces.XMLDSIG, "Signature").orElseThrow();
        DOMValidateContext context =
                new DOMValidateContext(Keys.EDITOR.certificate().getPublicKey(), signature);
        context.setIdAttributeNS(assertion, null, "ID");

        XMLSignature read = XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context);

        assertThat(read.validate(context)).isTrue();
    }

    @Test
    void xmlsec1VerifiesAVihfInsideItsMessage() throws Exception {
        assumeTrue(onPath("xmlsec1"), "xmlsec1 is not on PATH: nothing was cross-checked with it");
        String soap = Fictive.signedDmp();

        assertThat(xmlsec1(soap)).isZero();
        assertThat(xmlsec1(soap.replace("DEMO-HOM-0001", "DEMO-HOM-0002"))).isNotZero();
    }

    private int xmlsec1(String soap) throws Exception {
        Path certificate = folder.resolve("signer.pem");
        Files.writeString(
                certificate,
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(Keys.EDITOR.certificate().getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
        Path message = Files.writeString(folder.resolve("message.xml"), soap);
        Process process = new ProcessBuilder(
                        "xmlsec1",
                        "--verify",
                        "--id-attr:ID",
                        Namespaces.SAML2 + ":Assertion",
                        "--trusted-pem",
                        certificate.toString(),
                        message.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private static boolean onPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
