package fr.accroche.teleservice.stub;

import fr.accroche.messages.ParsedAssertion;
import fr.accroche.wire.Header;
import fr.accroche.wire.json.JsonObject;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Who calls, by the evidence of the call: nothing here comes from a header field that the caller could write.
 *
 * @param fields header fields named {@code X-Accroche-…} that stubs may match on
 * @param certificate that of the connection
 * @param claims what the authorization server said of the token (RFC 7662 §2.2)
 * @param assertion whose signature has been verified, as far as the téléservice does that
 * @param messageId wsa:MessageID of the request
 */
public record Caller(
        List<Header> fields,
        Optional<X509Certificate> certificate,
        Optional<JsonObject> claims,
        Optional<ParsedAssertion> assertion,
        Optional<String> messageId) {

    public Caller {
        fields = List.copyOf(fields);
        Objects.requireNonNull(certificate, "certificate");
        Objects.requireNonNull(claims, "claims");
        Objects.requireNonNull(assertion, "assertion");
        Objects.requireNonNull(messageId, "messageId");
    }

    /** The value of one of the fields. */
    Optional<String> field(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }

    /** Nothing: claims and attributes are of persons. */
    @Override
    public String toString() {
        return "Caller";
    }
}
