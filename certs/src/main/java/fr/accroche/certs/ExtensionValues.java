package fr.accroche.certs;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What extensions say, value by value. What cannot be read is shown in hexadecimal: a stranger wrote it. */
final class ExtensionValues {
    private static final int MOST = 50;
    private static final int URI = 0x86;
    private static final String OCSP = "1.3.6.1.5.5.7.48.1";

    private static final Map<Integer, Wording> CARDS = Map.of(
            0, Wording.verbatim("CPS"),
            1, Wording.verbatim("CPF"),
            2, Wording.verbatim("CPE / CDE"),
            3, Wording.verbatim("CPA / CDA"));

    private static final Map<Integer, Wording> PROFESSIONS = Map.of(
            10, Wording.of("médecin", "physician"),
            21, Wording.of("pharmacien", "pharmacist"),
            40, Wording.of("chirurgien-dentiste", "dental surgeon"),
            50, Wording.of("sage-femme", "midwife"),
            60, Wording.of("infirmier", "nurse"));

    private static final Map<Integer, Wording> CATEGORIES = Map.of(
            0x00, Wording.of("carte", "card"),
            0x02, Wording.of("module de sécurité", "security module"),
            0x03, Wording.of("certificat logiciel", "software certificate"),
            0x80, Wording.of("carte de test", "test card"),
            0x82, Wording.of("module de sécurité de test", "test security module"),
            0x83, Wording.of("certificat logiciel de test", "test software certificate"));

    private static final Map<String, Wording> POLICIES = Map.of(
            Oids.ANY_POLICY,
            Wording.of("toute politique", "any policy"),
            "1.2.250.1.213.1.7.2.1.1.1.1",
            Wording.of("IGC-Santé de test, tous les types", "test IGC-Santé, every type"),
            "1.2.250.1.213.1.7.1.1.2.5.1",
            Wording.verbatim("IGC-Santé, SERV SSL"),
            "1.2.250.1.213.1.7.1.1.2.3.1",
            Wording.verbatim("IGC-Santé, ORG SIGN"),
            "1.2.250.1.213.1.7.1.1.1.4.1",
            Wording.of("IGC-Santé, signature d'une personne", "IGC-Santé, a person's signature"),
            "1.2.250.1.213.1.7.1.1.1.5.1",
            Wording.of("IGC-Santé, authentification d'une personne", "IGC-Santé, a person's authentication"));

    private ExtensionValues() {}

    static List<Wording> of(X509Certificate certificate, String oid) {
        byte[] value = certificate.getExtensionValue(oid);
        try {
            List<Wording> said =
                    said(certificate, oid, Der.element(Der.element(value).contentOf(Der.OCTET_STRING)));
            return said.size() <= MOST ? said : said.subList(0, MOST);
        } catch (CertificateParsingException | RuntimeException unreadable) {
            return List.of(value == null ? Wording.verbatim("?") : hex(value));
        }
    }

    private static List<Wording> said(X509Certificate certificate, String oid, Der.Element value)
            throws CertificateParsingException {
        return switch (oid) {
            case "2.5.29.19" -> List.of(authority(certificate.getBasicConstraints()));
            case "2.5.29.15" -> words(KeyUsages.of(certificate));
            case "2.5.29.37" ->
                words(new TreeSet<>(certificate.getExtendedKeyUsage())
                        .stream().map(purpose -> Oids.named(List.of(purpose))).toList());
            case "2.5.29.17" ->
                value.inside(Der.SEQUENCE).stream()
                        .map(ExtensionValues::generalName)
                        .toList();
            case "2.5.29.14" -> List.of(hex(value.contentOf(Der.OCTET_STRING)));
            case "2.5.29.35" ->
                value.inside(Der.SEQUENCE).stream()
                        .filter(part -> part.tag() == Der.FIRST_CONTEXT)
                        .map(part -> hex(part.content()))
                        .toList();
            case "2.5.29.31", "2.5.29.46" -> addresses(value);
            case "2.5.29.32" ->
                value.inside(Der.SEQUENCE).stream().map(ExtensionValues::policy).toList();
            case "2.5.29.16" ->
                value.inside(Der.SEQUENCE).stream().map(ExtensionValues::time).toList();
            case "1.3.6.1.5.5.7.1.1" ->
                value.inside(Der.SEQUENCE).stream().map(ExtensionValues::access).toList();
            case Oids.CARD_TYPE -> List.of(known(CARDS, number(value)));
            case Oids.PROFESSION -> List.of(known(PROFESSIONS, number(value)));
            case Oids.PRODUCT_CATEGORY -> List.of(category(value.contentOf(Der.OCTET_STRING)));
            case Oids.CARD_NUMBER, Oids.LOOK_ALIKE -> List.of(text(value.content()));
            default -> List.of(hex(value.encoded()));
        };
    }

    private static Wording authority(int pathLength) {
        if (pathLength < 0) {
            return Wording.of("n'est pas une autorité", "is no authority");
        }
        return pathLength == Integer.MAX_VALUE
                ? Wording.of("autorité", "authority")
                : Wording.of(
                        "autorité, au plus %d autorité(s) au-dessous",
                        "authority, at most %d authorities below it", pathLength);
    }

    private static Wording generalName(Der.Element name) {
        return switch (name.tag()) {
            case 0x81 -> labelled("e-mail", name.content());
            case 0x82 -> labelled("DNS", name.content());
            case URI -> labelled("URI", name.content());
            case 0x87 -> labelled("IP", address(name.content()).getBytes(StandardCharsets.UTF_8));
            case 0xa0 -> principal(name).orElseGet(() -> hex(name.encoded()));
            default -> hex(name.encoded());
        };
    }

    /** The name under which a card opens a Windows session. */
    private static Optional<Wording> principal(Der.Element name) {
        List<Der.Element> parts = name.inside(0xa0);
        boolean known = parts.size() == 2 && parts.get(0).objectIdentifier().equals(Oids.USER_PRINCIPAL_NAME);
        return known
                ? Optional.of(labelled("UPN", parts.get(1).inside(0xa0).get(0).content()))
                : Optional.empty();
    }

    private static String address(byte[] octets) {
        try {
            return InetAddress.getByAddress(octets).getHostAddress();
        } catch (UnknownHostException otherLength) {
            return HexFormat.of().formatHex(octets);
        }
    }

    /** Every address inside, however deep the format has it; distribution points have it three levels down. */
    private static List<Wording> addresses(Der.Element points) {
        List<Wording> found = new ArrayList<>();
        for (Der.Element point : points.inside(Der.SEQUENCE)) {
            for (Der.Element part : point.inside(Der.SEQUENCE)) {
                if (part.tag() == 0xa0) {
                    for (Der.Element name : part.inside(0xa0)) {
                        Der.elements(name.content()).stream()
                                .filter(one -> one.tag() == URI)
                                .map(one -> text(one.content()))
                                .forEach(found::add);
                    }
                }
            }
        }
        return found;
    }

    private static Wording policy(Der.Element policy) {
        String oid = policy.inside(Der.SEQUENCE).get(0).objectIdentifier();
        Wording known = POLICIES.get(oid);
        return known == null ? Wording.verbatim(oid) : Wording.of("%s (%s)", "%s (%s)", oid, known);
    }

    private static Wording time(Der.Element bound) {
        return bound.tag() == Der.FIRST_CONTEXT
                ? Wording.of("de %s", "from %s", ascii(bound.content()))
                : Wording.of("à %s", "to %s", ascii(bound.content()));
    }

    private static Wording access(Der.Element description) {
        List<Der.Element> parts = description.inside(Der.SEQUENCE);
        String method = parts.get(0).objectIdentifier().equals(OCSP) ? "OCSP" : "caIssuers";
        return labelled(method, parts.get(parts.size() - 1).content());
    }

    private static int number(Der.Element value) {
        byte[] content = value.contentOf(Der.INTEGER);
        if (content.length == 0 || content.length > 3) {
            throw new IllegalArgumentException("a code of " + content.length + " octets");
        }
        return new BigInteger(content).intValue();
    }

    private static Wording category(byte[] octets) {
        if (octets.length != 1) {
            return hex(octets);
        }
        int code = octets[0] & 0xff;
        Wording known = CATEGORIES.getOrDefault(code, Wording.of("inconnue", "unknown"));
        return Wording.of("0x%02x : %s", "0x%02x: %s", code, known);
    }

    private static Wording known(Map<Integer, Wording> words, int code) {
        Wording word = words.getOrDefault(code, Wording.of("code inconnu ici", "code not known here"));
        return Wording.of("%d : %s", "%d: %s", code, word);
    }

    private static List<Wording> words(List<String> words) {
        return words.stream().map(CertificateText::clean).map(Wording::verbatim).toList();
    }

    private static Wording labelled(String label, byte[] text) {
        return Wording.of("%s : %s", "%s: %s", label, ascii(text));
    }

    private static Wording text(byte[] content) {
        return Wording.verbatim(ascii(content));
    }

    private static String ascii(byte[] content) {
        return CertificateText.clean(new String(content, StandardCharsets.UTF_8));
    }

    private static Wording hex(byte[] octets) {
        return Wording.verbatim(CertificateText.clean(HexFormat.of().formatHex(octets)));
    }
}
