package fr.accroche.scenarios.lps;

import fr.accroche.wire.Response;
import java.util.Optional;

/** The cookies that an answer sets (RFC 6265 §4.1.1). */
final class Cookies {

    private Cookies() {}

    /** The value of the one of this name; empty where none is set, or it is emptied. */
    static Optional<String> named(String name, Response answer) {
        return answer.headers().all("Set-Cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0].trim())
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .filter(value -> !value.isEmpty())
                .findFirst();
    }
}
