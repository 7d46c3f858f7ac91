package fr.accroche.compliance.exchange;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

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
            return "#" + Sha256.hex(value.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
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
            return shown + "…" + shortDigest(value);
        }
    },
    /**
     * Several values, one on each line, of which any may be anything: of each only the digest that ends {@link #MASK}, too
     * short to find a value again that one does not know.
     */
    SHORT_DIGESTS {
        @Override
        String apply(String value) {
            return value.lines().map(Redaction::shortDigest).distinct().collect(Collectors.joining(" "));
        }
    };

    private static String shortDigest(String value) {
        return "#" + Sha256.hex(value.getBytes(StandardCharsets.UTF_8)).substring(0, 6);
    }

    abstract String apply(String value);
}
