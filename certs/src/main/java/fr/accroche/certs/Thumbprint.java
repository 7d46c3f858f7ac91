package fr.accroche.certs;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HexFormat;

/** The two encodings of a certificate's SHA-256 that circulate in a token's {@code cnf} (docs/sources.md, CI-SIS). */
public enum Thumbprint {
    /** base64url without padding of the 32 bytes: 43 characters (RFC 8705 §3.1). */
    RFC8705,
    /** base64 with padding of the lower-case hexadecimal digest: 88 characters, as public ANS samples show. */
    ANS_HEX_BASE64;

    /** The thumbprint of a certificate in this encoding. */
    public String of(X509Certificate certificate) {
        byte[] digest = sha256(certificate);
        return switch (this) {
            case RFC8705 -> Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
            case ANS_HEX_BASE64 ->
                Base64.getEncoder()
                        .encodeToString(HexFormat.of().formatHex(digest).getBytes(StandardCharsets.US_ASCII));
        };
    }

    /** Whether a {@code cnf} value in this encoding is this certificate's; compared in constant time. */
    public boolean matches(String value, X509Certificate certificate) {
        byte[] expected = of(certificate).getBytes(StandardCharsets.US_ASCII);
        return value != null && MessageDigest.isEqual(expected, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether a {@code cnf} value, in either encoding, is this certificate's. */
    public static boolean matchesAny(String value, X509Certificate certificate) {
        return RFC8705.matches(value, certificate) | ANS_HEX_BASE64.matches(value, certificate);
    }

    private static byte[] sha256(X509Certificate certificate) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("SHA-256 of a parsed certificate", impossible);
        }
    }
}
