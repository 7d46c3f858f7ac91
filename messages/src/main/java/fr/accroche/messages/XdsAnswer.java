package fr.accroche.messages;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * How a registry or a repository answers what it could read, HTTP 200 in any case (ITI TF-3 §4.2.4): by itself to TD2.1, and at the
 * head of what TD3.1 and TD3.2 are given.
 *
 * @param errors none of a success
 * @param partial whether some of what was asked is there all the same
 */
public record XdsAnswer(List<XdsError> errors, boolean partial) {

    private static final String STATUS = "urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:";
    private static final String PARTIAL = "urn:ihe:iti:2007:ResponseStatusType:PartialSuccess";
    private static final String SEVERITY = "urn:oasis:names:tc:ebxml-regrep:ErrorSeverityType:Error";

    public static final XdsAnswer SUCCESS = new XdsAnswer(List.of(), false);

    public XdsAnswer {
        errors = List.copyOf(errors);
    }

    public static XdsAnswer failure(List<XdsError> errors) {
        return new XdsAnswer(errors, false);
    }

    public boolean success() {
        return errors.isEmpty();
    }

    String status() {
        return partial ? PARTIAL : STATUS + (success() ? "Success" : "Failure");
    }

    /** The answer to a deposit. */
    public SoapMessage toDeposit(String messageId, String relatesTo) {
        XmlText xml = open(DepositRequest.ACTION, messageId, relatesTo);
        writeResponse(xml);
        return SoapMessage.xml(xml.endBytes());
    }

    static XmlText open(String action, String messageId, String relatesTo) {
        Objects.requireNonNull(relatesTo, "relatesTo");
        return DmpResponse.answerHeader(action + "Response", messageId, Optional.of(relatesTo))
                .open("soap:Body", "xmlns:rs", Namespaces.REGISTRY_SERVICE);
    }

    /** As an element of its own. */
    void writeResponse(XmlText xml) {
        xml.open("rs:RegistryResponse", "status", status());
        writeErrors(xml);
        xml.close();
    }

    void writeErrors(XmlText xml) {
        if (success()) {
            return;
        }
        xml.open("rs:RegistryErrorList", "highestSeverity", SEVERITY);
        for (XdsError error : errors) {
            xml.empty(
                    "rs:RegistryError",
                    "errorCode",
                    error.code(),
                    "codeContext",
                    error.context(),
                    "severity",
                    SEVERITY,
                    "location",
                    "");
        }
        xml.close();
    }

    /**
     * Reads the answer to a deposit, in either form.
     *
     * @throws MessageException if it is none: a fault, for example
     */
    public static XdsAnswer readDeposit(SoapMessage answer) {
        Element response = SoapReader.of(XopPackage.open(answer).document()).payload();
        if (!Dom.is(response, Namespaces.REGISTRY_SERVICE, "RegistryResponse")) {
            throw new MessageException("the Body holds <" + response.getLocalName() + ">, expected <RegistryResponse>");
        }
        return read(response);
    }

    /** Of an element that has status and errors. */
    static XdsAnswer read(Element response) {
        List<XdsError> errors = new ArrayList<>();
        Dom.only(response, Namespaces.REGISTRY_SERVICE, "RegistryErrorList")
                .map(list -> Dom.children(list, Namespaces.REGISTRY_SERVICE, "RegistryError"))
                .orElse(List.of())
                .forEach(error -> errors.add(new XdsError(
                        Dom.attribute(error, "errorCode").orElse(""),
                        Dom.attribute(error, "codeContext").orElse(""))));
        String status = Dom.attribute(response, "status").orElse("");
        boolean success = status.equals(STATUS + "Success");
        if (success != errors.isEmpty() && !status.equals(PARTIAL)) {
            throw new MessageException("status and errors of the RegistryResponse contradict each other");
        }
        return new XdsAnswer(errors, status.equals(PARTIAL));
    }
}
