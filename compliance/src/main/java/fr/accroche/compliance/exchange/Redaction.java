package fr.accroche.compliance.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** How a value is made safe to keep: when it is written, never when it is shown. */
enum Redaction {
    /** Kept as it is. */
    NONE {
        @Override
        String apply(String value) {
            return value;
        }
    },
    /** Tokens and session ids: only a digest, enough to tell two of them apart. */
    DIGEST {
        @Override
        String apply(String value) {
            return "#" + sha256(value).substring(0, 16);
        }
    },
    /**
     * Homologation and certification numbers are secrets of the software (docs/sources.md, DMP and INSi samples):
     * their first characters for the person who knows them, and a digest to compare.
     */
    MASK {
        @Override
        String apply(String value) {
            if (value.isEmpty()) {
                return value;
            }
            String shown = value.length() <= 4 ? "" : value.substring(0, Math.min(4, value.length() / 2));
            return shown + "…#" + sha256(value).substring(0, 6);
        }
    };

    abstract String apply(String value);

    private static String sha256(String value) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
