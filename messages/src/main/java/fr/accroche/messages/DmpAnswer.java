package fr.accroche.messages;

import fr.accroche.messages.DmpResponse.Dossier;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * What the DMP answers to TD0.2, as a software reads it (HL7 v3 PRPA_IN201308UV02).
 *
 * @param outcome queryResponseCode: {@code OK}, {@code NF}, {@code AE}, {@code QE}; empty text if there is none
 * @param dossier the DMP that was found
 * @param error what the service could not do
 */
public record DmpAnswer(String outcome, Optional<Dossier> dossier, Optional<Error> error) {

    /**
     * An error that HL7 carries in an answer of HTTP 200 (HL7 v3, acknowledgementDetail).
     *
     * @param code of the detail, else the acknowledgement's type
     * @param text of the detail; may be empty
     */
    public record Error(String code, String text) {}

    /**
     * Reads an answer within the limits of {@link BusinessRequest#parse}.
     *
     * @throws MessageException if the bytes are not such an answer
     */
    public static DmpAnswer read(byte[] soap) {
        Element message = SoapReader.of(SafeXml.parse(soap)).payload();
        if (!Dom.is(message, Namespaces.HL7, "PRPA_IN201308UV02")) {
            throw new MessageException("the Body holds <" + message.getLocalName() + ">, expected <PRPA_IN201308UV02>");
        }
        Optional<Element> act = only(message, "controlActProcess");
        String outcome = act.flatMap(process -> only(process, "queryAck"))
                .flatMap(ack -> only(ack, "queryResponseCode"))
                .flatMap(code -> Dom.attribute(code, "code"))
                .orElse("");
        Optional<Dossier> dossier = act.flatMap(process -> only(process, "subject"))
                .flatMap(subject -> only(subject, "registrationEvent"))
                .flatMap(event -> only(event, "subject1"))
                .flatMap(subject -> only(subject, "patient"))
                .map(patient -> dossier(message, patient));
        return new DmpAnswer(outcome, dossier, error(message, outcome));
    }

    private static Dossier dossier(Element message, Element patient) {
        return new Dossier(
                attention(message, "AUTORISATION", "code").orElse(""),
                attention(message, "STATUT_MT", "value").map(Boolean::valueOf).orElse(false),
                Optional.empty(),
                observation(patient, "COMPTE_INTERNET_OUVERT"),
                observation(patient, "RATTACHEMENT_ENS"),
                only(patient, "statusCode")
                        .flatMap(status -> Dom.attribute(status, "code"))
                        .filter(DmpResponse.CLOSED::equals)
                        .isPresent());
    }

    private static Optional<Error> error(Element message, String outcome) {
        Optional<Element> acknowledgement = only(message, "acknowledgement");
        String type = acknowledgement
                .flatMap(ack -> Dom.attribute(ack, "typeCode")
                        .or(() -> only(ack, "typeCode").flatMap(code -> Dom.attribute(code, "code"))))
                .orElse("");
        boolean refused = type.matches("[AC][ER]") || outcome.equals("AE") || outcome.equals("QE");
        if (!refused) {
            return Optional.empty();
        }
        Optional<Element> detail =
                acknowledgement.flatMap(ack -> Dom.children(ack, Namespaces.HL7, "acknowledgementDetail").stream()
                        .findFirst());
        String code = detail.flatMap(found -> only(found, "code"))
                .flatMap(found -> Dom.attribute(found, "code"))
                .orElse(outcome.equals("AE") || outcome.equals("QE") ? outcome : type);
        return Optional.of(new Error(
                code,
                detail.flatMap(found -> only(found, "text")).map(Dom::text).orElse("")));
    }

    private static Optional<String> attention(Element message, String keyword, String attribute) {
        return Dom.children(message, Namespaces.HL7, "attentionLine").stream()
                .filter(line -> only(line, "keyWordText")
                        .flatMap(word -> Dom.attribute(word, "code"))
                        .filter(keyword::equals)
                        .isPresent())
                .findFirst()
                .flatMap(line -> only(line, "value"))
                .flatMap(value -> Dom.attribute(value, attribute));
    }

    private static boolean observation(Element patient, String code) {
        return Dom.children(patient, Namespaces.HL7, "subjectOf").stream()
                .flatMap(subject -> only(subject, "administrativeObservation").stream())
                .filter(observation -> only(observation, "code")
                        .flatMap(word -> Dom.attribute(word, "code"))
                        .filter(code::equals)
                        .isPresent())
                .findFirst()
                .flatMap(observation -> only(observation, "value"))
                .flatMap(value -> Dom.attribute(value, "value"))
                .map(Boolean::valueOf)
                .orElse(false);
    }

    private static Optional<Element> only(Element parent, String name) {
        return Dom.only(parent, Namespaces.HL7, name);
    }
}
