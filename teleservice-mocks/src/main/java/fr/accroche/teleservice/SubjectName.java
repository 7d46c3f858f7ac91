package fr.accroche.teleservice;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.naming.InvalidNameException;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;

/**
 * A distinguished name as what it says, however it is written. Softwares spell one name in many ways: keywords or OIDs, text or
 * hexadecimal DER, either order of the parts of a multi-valued RDN and of the RDNs, {@code S} for {@code ST} (RFC 4514 §3, RFC
 * 2253).
 *
 * @param parts each RDN as {@code OID=value}, in an order of our own; empty for a text that is no name
 */
record SubjectName(List<Set<String>> parts) {

    /** A name of a certificate has a dozen parts; a stranger's text may have more. */
    private static final int LONGEST = 2_000;

    private static final Map<String, String> OIDS = Map.ofEntries(
            Map.entry("CN", "2.5.4.3"),
            Map.entry("SN", "2.5.4.4"),
            Map.entry("SN2", "2.5.4.4"),
            Map.entry("SURNAME", "2.5.4.4"),
            Map.entry("SERIALNUMBER", "2.5.4.5"),
            Map.entry("C", "2.5.4.6"),
            Map.entry("L", "2.5.4.7"),
            Map.entry("ST", "2.5.4.8"),
            Map.entry("S", "2.5.4.8"),
            Map.entry("STREET", "2.5.4.9"),
            Map.entry("O", "2.5.4.10"),
            Map.entry("OU", "2.5.4.11"),
            Map.entry("T", "2.5.4.12"),
            Map.entry("TITLE", "2.5.4.12"),
            Map.entry("G", "2.5.4.42"),
            Map.entry("GN", "2.5.4.42"),
            Map.entry("GIVENNAME", "2.5.4.42"),
            Map.entry("DC", "0.9.2342.19200300.100.1.25"),
            Map.entry("UID", "0.9.2342.19200300.100.1.1"),
            Map.entry("E", "1.2.840.113549.1.9.1"),
            Map.entry("EMAILADDRESS", "1.2.840.113549.1.9.1"));

    /** The string types of X.520 (RFC 5280 §4.1.2.4), by their DER tag. */
    private static final Map<Integer, Charset> STRINGS = Map.of(
            0x0C, StandardCharsets.UTF_8,
            0x13, StandardCharsets.US_ASCII,
            0x14, StandardCharsets.ISO_8859_1,
            0x16, StandardCharsets.US_ASCII,
            0x1E, StandardCharsets.UTF_16BE);

    static SubjectName of(X500Principal subject) {
        return of(subject.getName());
    }

    /** Reads a text; one that is no name equals none. */
    static SubjectName of(String text) {
        if (text.length() > LONGEST) {
            return new SubjectName(List.of());
        }
        try {
            List<Set<String>> parts = new ArrayList<>();
            for (Rdn rdn : new LdapName(text).getRdns()) {
                parts.add(part(rdn));
            }
            parts.sort((one, other) -> sorted(one).compareTo(sorted(other)));
            return new SubjectName(List.copyOf(parts));
        } catch (InvalidNameException | IllegalArgumentException e) { // the latter for wrong hexadecimal and escapes
            return new SubjectName(List.of());
        } catch (NamingException e) {
            throw new IllegalStateException("a name in memory has no directory to fail", e);
        }
    }

    boolean isName() {
        return !parts.isEmpty();
    }

    private static Set<String> part(Rdn rdn) throws NamingException {
        Set<String> found = new HashSet<>();
        NamingEnumeration<? extends Attribute> attributes = rdn.toAttributes().getAll();
        while (attributes.hasMore()) {
            Attribute attribute = attributes.next();
            NamingEnumeration<?> values = attribute.getAll();
            while (values.hasMore()) {
                found.add(oid(attribute.getID()) + "=" + text(values.next()));
            }
        }
        return found;
    }

    private static String oid(String keyword) {
        String type = keyword.strip().toUpperCase(Locale.ROOT);
        String bare = type.startsWith("OID.") ? type.substring("OID.".length()) : type;
        return OIDS.getOrDefault(bare, bare);
    }

    private static String text(Object value) {
        String text = value instanceof byte[] der
                ? string(der).orElseGet(() -> HexFormat.of().formatHex(der))
                : value.toString();
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /** A DER string of at most 255 octets, which is longer than X.520 lets names be. */
    private static Optional<String> string(byte[] der) {
        int start = der.length > 1 && der[1] == (byte) 0x81 ? 3 : 2;
        if (der.length < start || (der[start - 1] & 0xFF) != der.length - start) {
            return Optional.empty();
        }
        return Optional.ofNullable(STRINGS.get((int) der[0]))
                .map(charset -> new String(der, start, der.length - start, charset));
    }

    private static String sorted(Set<String> part) {
        List<String> each = new ArrayList<>(part);
        Collections.sort(each);
        return String.join("+", each);
    }
}
