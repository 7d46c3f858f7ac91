package fr.accroche.messages;

import java.util.Arrays;
import java.util.List;
import org.w3c.dom.Element;

/**
 * What ON answered, as a software reads it, in the fictional dialect of {@link OnRequest}.
 *
 * @param operation what it answers
 * @param code CodeRetour; {@code 00} here, whatever a stub says
 * @param prescriptions that it shows
 */
public record OnAnswer(OnOperation operation, String code, List<OnPrescription> prescriptions) {

    public OnAnswer {
        prescriptions = List.copyOf(prescriptions);
    }

    /**
     * Reads an answer within the limits of {@link BusinessRequest#parse}.
     *
     * @throws MessageException if the bytes are not such an answer
     */
    public static OnAnswer read(byte[] soap) {
        Element answer = SoapReader.of(SafeXml.parse(soap)).payload();
        OnOperation operation = Arrays.stream(OnOperation.values())
                .filter(each -> each.answer().equals(Dom.name(answer)))
                .findFirst()
                .orElseThrow(() ->
                        new MessageException("the Body holds <" + answer.getLocalName() + ">, no answer of ON's"));
        return new OnAnswer(
                operation,
                Dom.text(answer, Namespaces.ON_FICTIONAL, "CodeRetour").orElse(""),
                Dom.children(answer, Namespaces.ON_FICTIONAL, "Prescription").stream()
                        .map(OnReader::prescription)
                        .toList());
    }
}
