package fr.accroche.messages;

import java.util.List;
import java.util.Random;

/** Changes the text of a signed request between wsse:Security's tags, well-formed or not. */
final class TextMutation {
    private static final List<String> WORDS = List.of(
            "<!--x-->",
            "<?p d?>",
            "<![CDATA[9]]>",
            "&#57;",
            " ",
            "\n",
            "<x/>",
            "</saml2:NameID>",
            "\"",
            "'",
            "#",
            "0",
            "<saml2:NameID>899900000099</saml2:NameID>",
            "xmlns:saml2=\"urn:x\"",
            "ID=\"_x\"",
            "&amp;",
            "&",
            "<",
            "é");

    private static final List<String> ELEMENTS = List.of(
            "Issuer",
            "NameID",
            "Subject",
            "AuthnStatement",
            "Attribute",
            "AttributeValue",
            "AttributeStatement",
            "Assertion");

    private final SignedSample sample;
    private final String soap;
    private final int start;
    private final int end;

    TextMutation(SignedSample sample) {
        this.sample = sample;
        this.soap = sample.soap();
        this.start = soap.indexOf("<saml2:Assertion");
        this.end = soap.indexOf("</wsse:Security>");
    }

    String of(Random random) {
        StringBuilder text = new StringBuilder(soap);
        int at = start + random.nextInt(end - start);
        switch (random.nextInt(6)) {
            case 0 -> text.setCharAt(at, (char) (' ' + random.nextInt(95)));
            case 1 -> text.deleteCharAt(at);
            case 2 -> text.insert(at, WORDS.get(random.nextInt(WORDS.size())));
            case 3 -> text.delete(at, Math.min(end, at + random.nextInt(60)));
            case 4 -> swapParts(text, random);
            default -> copyElement(text, random);
        }
        return text.toString();
    }

    /** Exchanges two values between tags. */
    private void swapParts(StringBuilder text, Random random) {
        String[] parts = text.substring(start, end).split("(?<=>)(?=[^<])|(?=</)");
        int one = random.nextInt(parts.length);
        int other = random.nextInt(parts.length);
        String kept = parts[one];
        parts[one] = parts[other];
        parts[other] = kept;
        text.replace(start, end, String.join("", parts));
    }

    /** Puts a copy of an element before or after another place where one may stand. */
    private void copyElement(StringBuilder text, Random random) {
        String name = "saml2:" + ELEMENTS.get(random.nextInt(ELEMENTS.size()));
        int from = text.indexOf("<" + name, start + random.nextInt(end - start));
        int to = text.indexOf("</" + name + ">", Math.max(from, 0)) + name.length() + 3;
        if (from < 0 || to < from) {
            return;
        }
        String copy = text.substring(from, to)
                .replace(SignedSample.PERSON, SignedSample.EVIL_PERSON)
                .replace("DEMO-HOM-0001", "DEMO-HOM-0009");
        if (random.nextBoolean()) {
            copy = copy.replace(sample.id(), "_other");
        }
        int gap = text.indexOf("><", start + random.nextInt(end - start));
        text.insert(gap < 0 ? end : gap + 1, copy);
    }
}
