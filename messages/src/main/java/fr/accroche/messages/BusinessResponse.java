package fr.accroche.messages;

import java.util.Objects;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.w3c.dom.Element;

/**
 * What a téléservice answered, as far as a software needs it to know whether it was served.
 *
 * @param relatesTo wsa:RelatesTo
 * @param body name of the element in the Body
 * @param outcome INSi's CodeCR, the DMP's queryResponseCode or status ({@code Success}, {@code Failure}, {@code DMPOk}…), ON's CodeRetour
 * @param fault when the body is one
 */
public record BusinessResponse(
        Optional<String> relatesTo, QName body, Optional<String> outcome, Optional<Fault> fault) {

    public BusinessResponse {
        Objects.requireNonNull(body, "body");
    }

    /**
     * A SOAP 1.2 fault, whatever its dialect.
     *
     * @param code without prefix: {@code Sender}, {@code Receiver}
     * @param subcode without prefix: {@code siram_100}, {@code DMPInvalidCertificate}…
     * @param reason text for people
     * @param siramCode code of the {@code siram:Erreur} in the detail
     * @param siramText its text
     */
    public record Fault(
            String code,
            Optional<String> subcode,
            String reason,
            Optional<String> siramCode,
            Optional<String> siramText) {}

    /**
     * Reads a response within the limits of {@link BusinessRequest#parse}.
     *
     * @throws MessageException if the bytes are not a SOAP 1.2 response
     */
    public static BusinessResponse parse(byte[] soap) {
        return parse(SoapMessage.xml(soap));
    }

    /**
     * Reads a response that may be an MTOM package.
     *
     * @throws MessageException if it is not a SOAP 1.2 response
     */
    public static BusinessResponse parse(SoapMessage message) {
        SoapReader read = SoapReader.of(XopPackage.open(message).document());
        Element payload = read.payload();
        return new BusinessResponse(
                read.addressing("RelatesTo"),
                Dom.name(payload),
                outcome(payload),
                Dom.is(payload, Namespaces.SOAP12, "Fault") ? Optional.of(fault(payload)) : Optional.empty());
    }

    private static Optional<String> outcome(Element payload) {
        return Dom.only(payload, Namespaces.INSI_RESULTAT, "CR")
                .flatMap(cr -> Dom.text(cr, Namespaces.INSI_RESULTAT, "CodeCR"))
                .or(() -> Dom.text(payload, Namespaces.ON_FICTIONAL, "CodeRetour"))
                .or(() -> AuthorizationAnswer.status(payload))
                .or(() -> status(payload))
                .or(() -> Dom.only(payload, Namespaces.HL7, "controlActProcess")
                        .flatMap(process -> Dom.only(process, Namespaces.HL7, "queryAck"))
                        .flatMap(ack -> Dom.only(ack, Namespaces.HL7, "queryResponseCode"))
                        .flatMap(code -> Dom.attribute(code, "code")));
    }

    /** Of an answer of XDS, without the URN before it. */
    private static Optional<String> status(Element payload) {
        return Dom.only(payload, Namespaces.REGISTRY_SERVICE, "RegistryResponse")
                .or(() -> Optional.of(payload))
                .flatMap(response -> Dom.attribute(response, "status"))
                .map(urn -> urn.substring(urn.lastIndexOf(':') + 1));
    }

    private static Fault fault(Element fault) {
        Optional<Element> code = soap(fault, "Code");
        Optional<Element> erreur =
                soap(fault, "Detail").flatMap(detail -> Dom.only(detail, Namespaces.SIRAM, "Erreur"));
        return new Fault(
                code.flatMap(BusinessResponse::value).orElse(""),
                code.flatMap(element -> soap(element, "Subcode")).flatMap(BusinessResponse::value),
                soap(fault, "Reason")
                        .flatMap(reason -> Dom.children(reason, Namespaces.SOAP12, "Text").stream()
                                .findFirst())
                        .map(Dom::text)
                        .orElse(""),
                erreur.flatMap(element -> Dom.attribute(element, "code")),
                erreur.map(Dom::text));
    }

    private static Optional<Element> soap(Element parent, String name) {
        return Dom.only(parent, Namespaces.SOAP12, name);
    }

    private static Optional<String> value(Element parent) {
        return soap(parent, "Value").map(Dom::text).map(text -> text.substring(text.indexOf(':') + 1));
    }
}
