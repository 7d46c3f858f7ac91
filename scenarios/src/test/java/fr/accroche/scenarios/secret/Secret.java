package fr.accroche.scenarios.secret;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Something that must come out nowhere, and what it looks like where it does.
 *
 * @param where the input that holds it
 * @param pieces of it, in bytes: any of them gives it away
 */
record Secret(String where, List<byte[]> pieces) {

    /** What is shorter is found by chance. */
    static final int SHORTEST = 10;

    /** So much of a long one is as bad as all of it. */
    private static final int PIECE = 24;

    /** Three bytes are four characters of base64, so that a neighbour changes at most the first three and the last four. */
    private static final List<Integer> SHIFTS = List.of(0, 1, 2);

    private static final String OPENING_OF_EVERY_JWT = "eyJ";

    /** A text: all of it, or if it is long its beginning, its middle or its end. What any JWT begins with is no secret. */
    static Secret text(String where, String value) {
        byte[] whole = value.getBytes(StandardCharsets.UTF_8);
        if (whole.length < SHORTEST) {
            throw new IllegalArgumentException(where + ": too short to be looked for");
        }
        if (whole.length < 2 * PIECE) {
            return new Secret(where, List.of(whole));
        }
        List<byte[]> pieces = new ArrayList<>();
        if (!value.startsWith(OPENING_OF_EVERY_JWT)) {
            pieces.add(Arrays.copyOf(whole, PIECE));
        }
        pieces.add(Arrays.copyOfRange(whole, whole.length / 2, whole.length / 2 + PIECE));
        pieces.add(Arrays.copyOfRange(whole, whole.length - PIECE, whole.length));
        return new Secret(where, pieces);
    }

    /** Each text that it may be written as, with the name of that way. */
    Map<String, String> forms() {
        Map<String, String> forms = new LinkedHashMap<>();
        for (byte[] piece : pieces) {
            String plain = new String(piece, StandardCharsets.ISO_8859_1);
            String hexadecimal = HexFormat.of().formatHex(piece);
            forms.putIfAbsent(plain, "plain");
            forms.putIfAbsent(URLEncoder.encode(plain, StandardCharsets.ISO_8859_1), "percent-encoded");
            forms.putIfAbsent(plain.replace("\\", "\\\\").replace("\"", "\\\"").replace("/", "\\/"), "JSON");
            forms.putIfAbsent(plain.replace("\\", "\\\\").replace("\"", "\\\""), "JSON");
            forms.putIfAbsent(escaped(plain, "&#39;"), "XML");
            forms.putIfAbsent(escaped(plain, "&apos;"), "XML");
            forms.putIfAbsent(hexadecimal, "hexadecimal");
            forms.putIfAbsent(hexadecimal.toUpperCase(Locale.ROOT), "hexadecimal");
            for (int shift : SHIFTS) {
                String encoded = base64(piece, shift);
                forms.putIfAbsent(encoded, "base64");
                forms.putIfAbsent(encoded.replace('+', '-').replace('/', '_'), "base64");
            }
            String wide = new String(plain.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
            forms.putIfAbsent(wide, "UTF-16");
        }
        return forms;
    }

    private static String escaped(String plain, String apostrophe) {
        return plain.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("\"", "&quot;")
                .replace("'", apostrophe);
    }

    /** What of its base64 is the same whatever stands before and after it. */
    private static String base64(byte[] piece, int shift) {
        byte[] shifted = new byte[shift + piece.length];
        System.arraycopy(piece, 0, shifted, shift, piece.length);
        String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int end = shifted.length / 3 * 4;
        return encoded.substring(shift == 0 ? 0 : 4, end);
    }
}
