package fr.accroche.teleservice;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The certificate that a token is bound to ({@code cnf.x5t#S256}).
 *
 * @param sha256 hexadecimal SHA-256 of the certificate, or the claim as it is if it is in no known encoding
 * @param encoding which one it came in
 */
record TokenBinding(String sha256, Encoding encoding) {

    /** The encodings that circulate (docs/sources.md, ANS proxy and CI-SIS). */
    enum Encoding {
        /** base64url without padding of the 32 bytes (RFC 8705 §3.1). */
        RFC8705,
        /** base64 with padding of the hexadecimal digest, as in the public samples of the ANS. */
        ANS,
        UNKNOWN
    }

    static TokenBinding of(String claim) {
        return decode(Base64.getUrlDecoder(), claim)
                .filter(bytes -> bytes.length == 32 && !claim.endsWith("="))
                .map(bytes -> new TokenBinding(HexFormat.of().formatHex(bytes), Encoding.RFC8705))
                .or(() -> decode(Base64.getDecoder(), claim)
                        .map(bytes -> new String(bytes, StandardCharsets.US_ASCII))
                        .filter(text -> text.matches("[0-9a-f]{64}"))
                        .map(hex -> new TokenBinding(hex, Encoding.ANS)))
                .orElseGet(() -> new TokenBinding(claim, Encoding.UNKNOWN));
    }

    /** Locator that says which encoding was seen. */
    String where() {
        return "token/cnf/x5t#S256[" + encoding + "]";
    }

    private static Optional<byte[]> decode(Base64.Decoder decoder, String claim) {
        try {
            return Optional.of(decoder.decode(claim));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
