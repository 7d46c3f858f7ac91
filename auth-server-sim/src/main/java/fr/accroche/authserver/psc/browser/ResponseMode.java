package fr.accroche.authserver.psc.browser;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How an authorization response goes back (OAuth 2.0 Multiple Response Type Encoding Practices §2.1, OAuth 2.0 Form Post
 * Response Mode). All three are safe for a code, which is worth nothing without the client's own proof; the fragment stays in
 * the browser.
 */
public enum ResponseMode {
    QUERY,
    FRAGMENT,
    FORM_POST;

    /** Its name on the wire. */
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ResponseMode> named(String written) {
        return Stream.of(values())
                .filter(mode -> mode.written().equals(written))
                .findFirst();
    }
}
