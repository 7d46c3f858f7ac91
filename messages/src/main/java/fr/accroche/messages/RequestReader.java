package fr.accroche.messages;

import java.util.List;
import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** From a tree to a {@link BusinessRequest}. */
final class RequestReader {
    private RequestReader() {}

    static BusinessRequest read(Document document) {
        SoapReader soap = SoapReader.of(document);
        List<ParsedAssertion> assertions = soap.header().stream()
                .flatMap(header -> Dom.children(header, Namespaces.SECURITY, "Security").stream())
                .flatMap(security -> Dom.children(security, Namespaces.SAML2, "Assertion").stream())
                .map(AssertionReader::read)
                .toList();
        Optional<OnBody> on = OnReader.read(soap.payload());
        return new BusinessRequest(
                soap.addressing("Action"),
                soap.addressing("MessageID"),
                soap.addressing("To"),
                soap.block(Namespaces.ADDRESSING, "ReplyTo")
                        .flatMap(replyTo -> Dom.text(replyTo, Namespaces.ADDRESSING, "Address")),
                Dom.name(soap.payload()),
                soap.block(Namespaces.CONTEXTE_LPS, "ContexteLPS").map(ContexteLps::read),
                soap.block(Namespaces.CONTEXTE_BAM, "ContexteBAM").map(ContexteBam::read),
                soap.header()
                        .filter(header -> !Dom.children(header, Namespaces.SECURITY, "Security")
                                .isEmpty())
                        .isPresent(),
                assertions,
                count(document.getDocumentElement()) - assertions.size(),
                on.isPresent()
                        ? on.flatMap(OnBody::about).map(Patient.class::cast)
                        : PatientReader.read(soap.payload()),
                on,
                SchemaCheck.of(soap));
    }

    private static int count(Element envelope) {
        int[] found = {0};
        Dom.each(envelope, element -> {
            if (Dom.is(element, Namespaces.SAML2, "Assertion")) {
                found[0]++;
            }
        });
        return found[0];
    }
}
