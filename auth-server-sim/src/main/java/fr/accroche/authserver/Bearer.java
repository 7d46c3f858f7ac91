package fr.accroche.authserver;

import fr.accroche.wire.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a call shows as a bearer token (RFC 6750 §2). */
public sealed interface Bearer {

    /** Nothing of the kind. */
    record Absent() implements Bearer {}

    /**
     * Something that no server may take.
     *
     * @param problem in ASCII, for the wire
     * @param where it is
     */
    record Malformed(String problem, String where) implements Bearer {}

    /**
     * One token, whatever it is worth.
     *
     * @param token the token
     * @param where it is
     */
    record Shown(String token, String where) implements Bearer {

        /** Without the token. */
        @Override
        public String toString() {
            return "Shown[" + where + "]";
        }
    }

    /** Where RFC 6750 §2.1 has it. */
    String HEADER = "header/Authorization";

    /**
     * Reads it: of the header, and of the form of a POST where that is offered (RFC 6750 §2.2). One in the address is refused, since
     * logs keep addresses (§2.3, §5.3).
     *
     * @param form whether it may come in a form
     */
    static Bearer of(Call call, boolean form) {
        List<Bearer> found = new ArrayList<>();
        call.request()
                .headers()
                .all("Authorization")
                .forEach(value -> Reading.header(value).ifPresent(found::add));
        if (call.request().headers().all("Authorization").size() > 1) {
            return new Malformed("more than one Authorization header", HEADER);
        }
        if (Reading.query(call)) {
            return new Malformed("access_token must not be in the request URI", "query/access_token");
        }
        if (call.form().repeated().contains(Reading.PARAMETER)) {
            return new Malformed("more than one access_token", Reading.FORM);
        }
        call.parameter(Reading.PARAMETER)
                .map(token -> form
                        ? new Shown(token, Reading.FORM)
                        : new Malformed("access_token must be in the Authorization header", Reading.FORM))
                .ifPresent(found::add);
        return found.size() > 1
                ? new Malformed("more than one method for the access token", HEADER + ", " + Reading.FORM)
                : found.stream().findFirst().orElseGet(Absent::new);
    }

    /** How each place is read. */
    final class Reading {

        static final String PARAMETER = "access_token";
        static final String FORM = "form/access_token";

        /** RFC 6750 §2.1. */
        private static final Pattern B64TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

        private static final Pattern SCHEME = Pattern.compile("(?i)bearer(?:$| +)");

        private Reading() {}

        static Optional<Bearer> header(String value) {
            if (!SCHEME.matcher(value).lookingAt()) {
                return Optional.empty();
            }
            String token = SCHEME.matcher(value).replaceFirst("");
            return Optional.of(
                    B64TOKEN.matcher(token).matches()
                            ? new Shown(token, HEADER)
                            : new Malformed("the Authorization header holds no token that can be read", HEADER));
        }

        static boolean query(Call call) {
            try {
                return Form.parse(call.request().query()).names().contains(PARAMETER);
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
    }
}
