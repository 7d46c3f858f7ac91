package fr.accroche.messages;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.util.Base64;
import org.apache.xml.security.Init;
import org.apache.xml.security.c14n.Canonicalizer;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Makes a SignatureValue that is right for whatever SignedInfo a message has: what refuses the message is then not the
 * signature's arithmetic.
 */
final class SignedInfoForger {
    private SignedInfoForger() {}

    /** The message with its first SignedInfo signed anew by the key. */
    static String sign(String message, Keys keys) throws Exception {
        Init.init();
        Document document = SafeXml.parse(message.getBytes(StandardCharsets.UTF_8));
        Element info = (Element) document.getElementsByTagNameNS(Namespaces.XMLDSIG, "SignedInfo")
                .item(0);
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        Canonicalizer.getInstance(Namespaces.EXCLUSIVE_C14N).canonicalizeSubtree(info, octets);
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(keys.key());
        signature.update(octets.toByteArray());
        String value = Base64.getEncoder().encodeToString(signature.sign());
        return message.replaceFirst(
                "(?s)<ds:SignatureValue>.*?</ds:SignatureValue>",
                "<ds:SignatureValue>" + value + "</ds:SignatureValue>");
    }
}
