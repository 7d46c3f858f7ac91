package fr.accroche.compliance.exchange;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How a value is made safe to keep: when it is written, never when it is shown. */
enum Redaction {
    /** Kept as it is. */
    NONE {
        @Override
        String apply(String value) {
            return value;
        }

        @Override
        boolean left(String value) {
            return true;
        }
    },
    /** Tokens and session ids: only a digest, enough to tell two of them apart. */
    DIGEST {
        @Override
        String apply(String value) {
            return "#" + Sha256.hex(value.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
        }

        @Override
        boolean left(String value) {
            return LEFT_DIGEST.matcher(value).matches();
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

        @Override
        boolean left(String value) {
            return value.isEmpty() || LEFT_MASK.matcher(value).matches();
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

        @Override
        boolean left(String value) {
            return value.isEmpty() || LEFT_SHORT_DIGESTS.matcher(value).matches();
        }
    },
    /**
     * A patient's INS is a NIR: of {@code value^^^&oid&ISO^NH} the short digest of the value, then the rest as it is; of any
     * other text a short digest only. It is short because there are few enough NIR to try them all.
     */
    PATIENT {
        @Override
        String apply(String value) {
            int rest = value.indexOf('^');
            boolean known =
                    rest > 0 && REST_OF_INS.matcher(value.substring(rest)).matches();
            return value.isEmpty()
                    ? value
                    : shortDigest(known ? value.substring(0, rest) : value) + (known ? value.substring(rest) : "");
        }

        @Override
        boolean left(String value) {
            return value.isEmpty() || LEFT_PATIENT.matcher(value).matches();
        }
    };

    /** A digit of an OID's arc too many, and it could hide a NIR. */
    private static final Pattern REST_OF_INS = Pattern.compile("\\^\\^\\^&[0-2](\\.[0-9]{1,6}){1,20}&ISO\\^NH");

    private static final Pattern LEFT_DIGEST = Pattern.compile("#[0-9a-f]{16}");
    private static final Pattern LEFT_MASK = Pattern.compile("[^…]{0,4}…#[0-9a-f]{6}");
    /** The last may be cut: there is room for so many only. */
    private static final Pattern LEFT_SHORT_DIGESTS =
            Pattern.compile("(#[0-9a-f]{6} ){0,200}(#[0-9a-f]{6}|#?[0-9a-f]{0,5}…)");

    private static final Pattern LEFT_PATIENT = Pattern.compile("#[0-9a-f]{6}(" + REST_OF_INS + ")?");

    private static String shortDigest(String value) {
        return "#" + Sha256.hex(value.getBytes(StandardCharsets.UTF_8)).substring(0, 6);
    }

    abstract String apply(String value);

    /** Whether a value can be what {@link #apply} left, at its length in a journal. */
    abstract boolean left(String value);
}
