package fr.accroche.messages;

import fr.accroche.messages.ParsedAssertion.Kind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.xml.namespace.QName;

/**
 * A SOAP 1.2 request to a téléservice, as far as security judges it. Header blocks may come in any order and under any
 * prefix.
 *
 * @param action wsa:Action
 * @param messageId wsa:MessageID
 * @param to wsa:To; may be there and empty
 * @param replyTo wsa:ReplyTo's address
 * @param body name of the element in the Body
 * @param contexteLps INSi and ON
 * @param contexteBam INSi and ON
 * @param security whether wsse:Security is there, were it empty
 * @param assertions those that stand in wsse:Security, the only ones that count
 * @param strayAssertions how many others there are, anywhere: more than 0 is suspect
 * @param patient whom the body names, if it is one of the bodies that are understood here
 * @param on what the body asks of ON, well or not; empty for any other service
 * @param schema judges the blocks of INSi and ON by their schemas, when asked
 */
public record BusinessRequest(
        Optional<String> action,
        Optional<String> messageId,
        Optional<String> to,
        Optional<String> replyTo,
        QName body,
        Optional<ContexteLps> contexteLps,
        Optional<ContexteBam> contexteBam,
        boolean security,
        List<ParsedAssertion> assertions,
        int strayAssertions,
        Optional<Patient> patient,
        Optional<OnBody> on,
        SchemaCheck schema) {

    public BusinessRequest {
        Objects.requireNonNull(body, "body");
        assertions = List.copyOf(assertions);
        Objects.requireNonNull(schema, "schema");
    }

    /**
     * Reads a request of at most 4 MiB, 200 levels, 50 000 elements and attributes. A DOCTYPE, an identifier or a
     * header block given twice, and SOAP 1.1 are refused.
     *
     * @throws MessageException if the bytes are not such a request
     */
    public static BusinessRequest parse(byte[] soap) {
        return RequestReader.read(SafeXml.parse(soap));
    }

    /**
     * Reads a request that may be an MTOM package: at most 20 parts, whose XML is within the limits of {@link #parse(byte[])}.
     *
     * @throws MessageException if it is not such a request
     */
    public static BusinessRequest parse(SoapMessage message) {
        return RequestReader.read(XopPackage.open(message).document());
    }

    /** The assertion of this kind; empty if there is none, or several: then none is <em>the</em> one. */
    public Optional<ParsedAssertion> assertion(Kind kind) {
        List<ParsedAssertion> found = assertions(kind);
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** All assertions of this kind. */
    public List<ParsedAssertion> assertions(Kind kind) {
        return assertions.stream().filter(assertion -> assertion.kind() == kind).toList();
    }
}
