package fr.accroche.proxy;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a proxy broken on purpose does to a body. A sound one gives back the very bytes. */
final class BodyTampering {

    private static final Pattern END_OF_HEADER = Pattern.compile("</(?:[\\w.-]+:)?Header\\s*>");
    private static final Pattern END_OF_PROLOG = Pattern.compile("\\?>");
    private static final Pattern IDAM = Pattern.compile("(<(?:[\\w.-]+:)?IDAM\\b[^>]*>)[^<]*");
    private static final Pattern LPS_ID = Pattern.compile(
            "(\\bName\\s*=\\s*[\"']LPS_ID_HOMOLOGATION_DMP[\"'][^>]*>\\s*<(?:[\\w.-]+:)?AttributeValue\\b[^>]*>)[^<]*");

    private final ProxyDefects defects;

    BodyTampering(ProxyDefects defects) {
        this.defects = defects;
    }

    byte[] of(byte[] body) {
        byte[] sent = body;
        if (defects.has(ProxyDefect.REWRITES_BODY) && body.length > 0) {
            sent = bytes(withLineEnd(text(sent)));
        }
        if (defects.has(ProxyDefect.WRITES_ITS_OWN_NUMBER)) {
            sent = bytes(withNumber(text(sent), defects.ownNumber().orElseThrow()));
        }
        return sent;
    }

    /** Between two elements of the SOAP header, else after the prolog, else at the end: outside of any assertion. */
    private static String withLineEnd(String body) {
        Matcher header = END_OF_HEADER.matcher(body);
        if (header.find()) {
            return body.substring(0, header.start()) + "\n" + body.substring(header.start());
        }
        Matcher prolog = END_OF_PROLOG.matcher(body);
        int at = prolog.find() ? prolog.end() : body.length();
        return body.substring(0, at) + "\n" + body.substring(at);
    }

    private static String withNumber(String body, String number) {
        String replacement = "$1" + Matcher.quoteReplacement(number);
        return LPS_ID.matcher(IDAM.matcher(body).replaceAll(replacement)).replaceAll(replacement);
    }

    /** One char per byte: whatever the encoding, all other bytes stay. */
    private static String text(byte[] body) {
        return new String(body, StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
