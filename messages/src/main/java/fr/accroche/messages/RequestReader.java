package fr.accroche.messages;

import java.util.List;
import java.util.Optional;
import javax.xml.namespace.QName;
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
        return new BusinessRequest(
                soap.addressing("Action"),
                soap.addressing("MessageID"),
                soap.addressing("To"),
                soap.block(Namespaces.ADDRESSING, "ReplyTo")
                        .flatMap(replyTo -> Dom.text(replyTo, Namespaces.ADDRESSING, "Address")),
                Dom.name(soap.payload()),
                soap.block(Namespaces.CONTEXTE_LPS, "ContexteLPS").map(ContexteLps::read),
                soap.block(Namespaces.CONTEXTE_BAM, "ContexteBAM").map(ContexteBam::read),
                assertions,
                count(document.getDocumentElement()) - assertions.size(),
                patient(soap.payload()));
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

    private static Optional<Patient> patient(Element payload) {
        QName name = Dom.name(payload);
        if (name.equals(InsiRequest.BODY)) {
            return Optional.of(traits(payload));
        }
        if (name.equals(DmpRequest.BODY)) {
            return only(payload, "controlActProcess")
                    .flatMap(process -> only(process, "queryByParameter"))
                    .flatMap(query -> only(query, "parameterList"))
                    .flatMap(list -> only(list, "patientIdentifier"))
                    .flatMap(identifier -> only(identifier, "value"))
                    .flatMap(value -> ins(value, "extension", "root"));
        }
        if (name.equals(OnRequest.BODY)) {
            return Dom.only(payload, Namespaces.ON_FICTIONAL, "Patient").flatMap(value -> ins(value, "ins", "oid"));
        }
        return Optional.empty();
    }

    private static Optional<Element> only(Element parent, String hl7Name) {
        return Dom.only(parent, Namespaces.HL7, hl7Name);
    }

    private static Optional<Patient> ins(Element element, String value, String oid) {
        return Dom.attribute(element, value)
                .flatMap(number -> Dom.attribute(element, oid).map(root -> new Ins(number, root)));
    }

    private static Traits traits(Element payload) {
        return new Traits(
                Dom.text(payload, Namespaces.INSI_TRAITS, "NomNaissance"),
                Dom.children(payload, Namespaces.INSI_TRAITS, "Prenom").stream()
                        .map(Dom::text)
                        .toList(),
                Dom.text(payload, Namespaces.INSI_TRAITS, "Sexe"),
                Dom.text(payload, Namespaces.INSI_TRAITS, "DateNaissance"),
                Dom.text(payload, Namespaces.INSI_TRAITS, "LieuNaissance"));
    }
}
