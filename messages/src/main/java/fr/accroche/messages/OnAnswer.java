package fr.accroche.messages;

import org.w3c.dom.Element;

/** Reads what ON answers to a consultation, in the fictional dialect of {@link OnRequest}. */
public final class OnAnswer {
    private OnAnswer() {}

    /**
     * Reads an answer within the limits of {@link BusinessRequest#parse}.
     *
     * @throws MessageException if the bytes are not such an answer
     */
    public static OnResponse read(byte[] soap) {
        Element answer = SoapReader.of(SafeXml.parse(soap)).payload();
        if (!Dom.is(answer, Namespaces.ON_FICTIONAL, "consulterPrescriptionReponse")) {
            throw new MessageException(
                    "the Body holds <" + answer.getLocalName() + ">, expected <consulterPrescriptionReponse>");
        }
        return new OnResponse(
                Dom.text(answer, Namespaces.ON_FICTIONAL, "IdentifiantPrescription")
                        .orElse(""),
                Dom.text(answer, Namespaces.ON_FICTIONAL, "Statut"));
    }
}
