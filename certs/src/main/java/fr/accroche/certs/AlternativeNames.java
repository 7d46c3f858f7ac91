package fr.accroche.certs;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** DNS names and IP addresses of a subjectAltName (RFC 5280 §4.2.1.6); nothing is ever looked up. */
final class AlternativeNames {
    static final int DNS = 2;
    static final int IP = 7;

    private static final Pattern IPV4 =
            Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:][0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final Pattern DNS_NAME = Pattern.compile("[A-Za-z0-9*_](?:[A-Za-z0-9._-]{0,252})");

    private AlternativeNames() {}

    /** The octets of an IP address literal; empty when the text is none. */
    static Optional<byte[]> address(String text) {
        if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text).getAddress());
        } catch (UnknownHostException notLiteral) {
            return Optional.empty();
        }
    }

    /** Refuses what is neither a DNS name nor an IP address. */
    static void check(List<String> names) {
        for (String name : names) {
            if (address(name).isEmpty() && !DNS_NAME.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        "expected a DNS name in ASCII or an IP address for subjectAltName, observed: " + name);
            }
        }
    }

    /** Names as ordered, in a form that can be compared with {@link #held}. */
    static Set<String> ordered(List<String> names) {
        return names.stream()
                .map(name -> address(name).map(AlternativeNames::ip).orElseGet(() -> dns(name)))
                .collect(Collectors.toSet());
    }

    /** Names that a certificate holds, in a form that can be compared with {@link #ordered}. */
    static Set<String> held(X509Certificate certificate) throws CertificateParsingException {
        return Stream.concat(
                        texts(certificate, DNS).stream().map(AlternativeNames::dns),
                        texts(certificate, IP).stream()
                                .flatMap(text -> address(text).stream())
                                .map(AlternativeNames::ip))
                .collect(Collectors.toSet());
    }

    /** The names of one kind that a certificate holds, as it holds them. */
    static List<String> texts(X509Certificate certificate, int kind) throws CertificateParsingException {
        Collection<List<?>> names = certificate.getSubjectAlternativeNames();
        return names == null
                ? List.of()
                : names.stream()
                        .filter(name -> name.get(0).equals(kind))
                        .map(name -> String.valueOf(name.get(1)))
                        .toList();
    }

    private static String dns(String name) {
        return "DNS:" + name.toLowerCase(Locale.ROOT);
    }

    private static String ip(byte[] address) {
        return "IP:" + HexFormat.of().formatHex(address);
    }
}
