package fr.accroche.proxy;

import fr.accroche.wire.Headers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * What a caller sends by HTTP Basic (RFC 7617 §2), read as UTF-8.
 *
 * @param user what stands before the first colon
 * @param password the rest; never printed
 */
record BasicCredentials(String user, String password) {

    static final String CHALLENGE = "Basic realm=\"" + ProxySim.PSEUDONYM + "\", charset=\"UTF-8\"";

    private static final String SCHEME = "Basic ";
    private static final int LONGEST = 1_024;

    /** Empty where there are none that can be read, and where there are two: which of them is meant, nobody can say. */
    static Optional<BasicCredentials> in(Headers headers) {
        return headers.all("Authorization").size() == 1
                ? headers.first("Authorization")
                        .filter(value -> value.length() <= LONGEST)
                        .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                        .flatMap(value -> read(value.substring(SCHEME.length()).strip()))
                : Optional.empty();
    }

    private static Optional<BasicCredentials> read(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(new BasicCredentials(pair.substring(0, colon), pair.substring(colon + 1)));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "BasicCredentials[masked]";
    }
}
