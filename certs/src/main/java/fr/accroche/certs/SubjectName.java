package fr.accroche.certs;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.security.auth.x500.X500Principal;

/**
 * A distinguished name compared by structure, never as text (RFC 4514, RFC 8705 §7.5): programs print the same name in at
 * least seven ways.
 *
 * <p>Two names are equal when they hold the same relative names in the same order, each one a set of attributes. Keyword,
 * object identifier and string type make no difference; letter case and spaces inside a value do, because a client_id is
 * compared byte for byte.
 */
public final class SubjectName {
    private static final int LONGEST_TEXT = 8192;

    private final List<Set<Attribute>> rdns;

    private SubjectName(List<Set<Attribute>> rdns) {
        this.rdns = rdns;
    }

    /**
     * One attribute of a name.
     *
     * @param type dotted object identifier
     * @param value the text, or {@code #} and the hexadecimal DER of a value that is no text
     * @param text whether the value is text
     */
    record Attribute(String type, String value, boolean text) {

        static Attribute text(String type, String value) {
            return new Attribute(type, value, true);
        }

        @Override
        public String toString() {
            return AttributeType.keyword(type) + "=" + (text ? escaped() : value);
        }

        private String escaped() {
            StringBuilder out = new StringBuilder();
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                boolean atEdge = i == 0 || i == value.length() - 1;
                if (c < ' ' || c == 0x7f) {
                    out.append("\\%02X".formatted((int) c));
                } else {
                    boolean special = "\"+,;<>\\".indexOf(c) >= 0 || (c == ' ' && atEdge) || (c == '#' && i == 0);
                    out.append(special ? "\\" : "").append(c);
                }
            }
            return out.toString();
        }
    }

    /**
     * Reads the name of a certificate.
     *
     * @throws IllegalArgumentException when its encoding is no name (X.501 §9.2)
     */
    public static SubjectName of(X500Principal principal) {
        List<Set<Attribute>> rdns = new ArrayList<>();
        for (Der.Element rdn : Der.element(principal.getEncoded()).inside(Der.SEQUENCE)) {
            Set<Attribute> attributes = new LinkedHashSet<>();
            rdn.inside(Der.SET).forEach(attribute -> attributes.add(attribute(attribute.inside(Der.SEQUENCE))));
            rdns.add(attributes);
        }
        return new SubjectName(rdns);
    }

    /** Reads the name of a certificate that anybody may have made; empty when its encoding is no name. */
    public static Optional<SubjectName> read(X500Principal principal) {
        try {
            return Optional.of(of(principal));
        } catch (IllegalArgumentException noName) {
            return Optional.empty();
        }
    }

    /**
     * Reads a name from text, most specific part first (RFC 4514, and the quoted forms of RFC 2253).
     *
     * @throws IllegalArgumentException when the text is no name, or longer than 8192 characters
     */
    public static SubjectName parse(String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException(
                    "a distinguished name of " + text.length() + " characters; at most " + LONGEST_TEXT + " are read");
        }
        try {
            return of(new X500Principal(text, AttributeType.byKeyword()));
        } catch (RuntimeException refused) {
            throw new IllegalArgumentException(
                    "expected a distinguished name as RFC 4514 writes it (CN=…,OU=…,O=…,ST=…,C=FR), observed: "
                            + CertificateText.clean(text),
                    refused);
        }
    }

    /** A name as a person may be shown it, whoever wrote it: on one line, of bounded length; {@code ?} when it is none. */
    public static String shown(X500Principal principal) {
        return CertificateText.clean(read(principal).map(SubjectName::toString).orElse("?"));
    }

    static SubjectName of(List<Set<Attribute>> relativeNames) {
        return new SubjectName(relativeNames);
    }

    /** The only CN; empty if there is none or more than one. */
    public Optional<String> commonName() {
        return only(AttributeType.COMMON_NAME);
    }

    /** The only OU; empty if there is none or more than one. */
    public Optional<String> organisationalUnit() {
        return only(AttributeType.ORGANISATIONAL_UNIT);
    }

    /** Every OU in encoded order. */
    public List<String> organisationalUnits() {
        return values(AttributeType.ORGANISATIONAL_UNIT);
    }

    /** Whether the other name is this one, written either way round: most specific part first or last. */
    public boolean sameAs(SubjectName other) {
        return equals(other) || rdns.equals(other.reversed());
    }

    /** The attribute types in encoded order: one entry per relative name, {@code +} between the types of one. */
    List<String> shape() {
        return rdns.stream()
                .map(rdn -> rdn.stream()
                        .map(attribute -> AttributeType.keyword(attribute.type()))
                        .collect(Collectors.joining("+")))
                .toList();
    }

    /** Whether it has these keywords, each once, one set for each relative name. */
    boolean isShaped(List<Set<String>> keywords) {
        List<Set<String>> observed = rdns.stream()
                .map(rdn -> rdn.stream()
                        .map(attribute -> AttributeType.keyword(attribute.type()))
                        .collect(Collectors.toSet()))
                .toList();
        long attributes = rdns.stream().mapToLong(Set::size).sum();
        return observed.equals(keywords)
                && attributes == keywords.stream().mapToLong(Set::size).sum();
    }

    boolean hasBlankValue() {
        return rdns.stream()
                .flatMap(Set::stream)
                .anyMatch(attribute -> attribute.value().isBlank());
    }

    private List<String> values(String type) {
        return rdns.stream()
                .flatMap(Set::stream)
                .filter(attribute -> attribute.type().equals(type))
                .map(Attribute::value)
                .toList();
    }

    private Optional<String> only(String type) {
        List<String> values = values(type);
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    private List<Set<Attribute>> reversed() {
        List<Set<Attribute>> reversed = new ArrayList<>(rdns);
        Collections.reverse(reversed);
        return reversed;
    }

    private static Attribute attribute(List<Der.Element> typeAndValue) {
        if (typeAndValue.size() != 2) {
            throw new IllegalArgumentException("a name's attribute is a type and a value");
        }
        Der.Element value = typeAndValue.get(1);
        String type = typeAndValue.get(0).objectIdentifier();
        return text(value)
                .map(text -> Attribute.text(type, text))
                .orElseGet(() -> new Attribute(type, value.hex(), false));
    }

    private static Optional<String> text(Der.Element value) {
        return switch (value.tag()) {
            case 0x0c -> decode(value, StandardCharsets.UTF_8);
            case 0x12, 0x13, 0x16, 0x1a -> decode(value, StandardCharsets.US_ASCII);
            case 0x14 -> decode(value, StandardCharsets.ISO_8859_1);
            case 0x1c -> decode(value, Charset.forName("UTF-32BE"));
            case 0x1e -> decode(value, StandardCharsets.UTF_16BE);
            default -> Optional.empty();
        };
    }

    private static Optional<String> decode(Der.Element value, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .decode(ByteBuffer.wrap(value.content()))
                    .toString());
        } catch (CharacterCodingException otherCharset) {
            return Optional.empty();
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SubjectName name && rdns.equals(name.rdns);
    }

    @Override
    public int hashCode() {
        return rdns.hashCode();
    }

    /** As RFC 4514 writes it: most specific part first. */
    @Override
    public String toString() {
        return reversed().stream()
                .map(rdn -> rdn.stream().map(Attribute::toString).collect(Collectors.joining("+")))
                .collect(Collectors.joining(","));
    }
}
