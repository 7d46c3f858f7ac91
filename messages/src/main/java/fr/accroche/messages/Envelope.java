package fr.accroche.messages;

import java.util.Optional;

/** The SOAP 1.2 parts that requests share. */
final class Envelope {
    static final String ANONYMOUS = "http://www.w3.org/2005/08/addressing/anonymous";

    private Envelope() {}

    /** Opens Envelope and Header. */
    static XmlText openHeader() {
        return XmlText.document()
                .open("soap:Envelope", "xmlns:soap", Namespaces.SOAP12)
                .open("soap:Header", "xmlns:wsa", Namespaces.ADDRESSING);
    }

    static void security(XmlText xml, Optional<SamlAssertion> assertion) {
        assertion.ifPresent(saml -> xml.open("wsse:Security", "xmlns:wsse", Namespaces.SECURITY)
                .raw(saml.xml())
                .close());
    }

    /** Writes the header of a request to the DMP and opens its Body. */
    static XmlText dmp(String action, String messageId, String to, Optional<SamlAssertion> vihf) {
        XmlText xml = openHeader()
                .leaf("wsa:MessageID", messageId)
                .leaf("wsa:To", to)
                .open("wsa:ReplyTo")
                .leaf("wsa:Address", ANONYMOUS)
                .close()
                .leaf("wsa:Action", action);
        security(xml, vihf);
        return xml.close().open("soap:Body");
    }

    /** Opens Envelope and Header of a TLSi request (INSi, ON) and writes the header blocks. */
    static XmlText tlsi(
            String action, String messageId, ContexteLps lps, ContexteBam bam, Optional<SamlAssertion> assertion) {
        XmlText xml = openHeader();
        bam.write(xml);
        xml.leaf("wsa:MessageID", messageId).leaf("wsa:Action", action);
        lps.write(xml);
        security(xml, assertion);
        return xml.close().open("soap:Body");
    }
}
