package fr.accroche.authserver.psc.browser;

import fr.accroche.authserver.Call;
import fr.accroche.authserver.Reply;
import java.util.Arrays;
import java.util.Optional;

/**
 * The two cookies (RFC 6265): which browser this is, and which session it has. {@code __Host-} keeps other hosts and plain HTTP
 * from setting them; {@code Lax} keeps other sites' forms from sending them.
 */
public enum Cookies {
    /** Ties the pages of a login to one browser. */
    BROWSER("__Host-accroche-browser"),
    /** Stands for a session; no token ever shows its value. */
    SESSION("__Host-accroche-session");

    private static final int LONGEST = 128;

    private final String written;

    Cookies(String written) {
        this.written = written;
    }

    /** Its name on the wire. */
    public String written() {
        return written;
    }

    /** Its value in a request. */
    public Optional<String> in(Call call) {
        return call.request().headers().all("Cookie").stream()
                .flatMap(header -> Arrays.stream(header.split(";")))
                .map(String::trim)
                .filter(pair -> pair.startsWith(written + "="))
                .map(pair -> pair.substring(written.length() + 1))
                .filter(value -> !value.isEmpty() && value.length() <= LONGEST)
                .findFirst();
    }

    /** A reply that sets it until the browser is closed. */
    public Reply set(Reply reply, String value) {
        return reply.with("Set-Cookie", written + "=" + value + "; Path=/; Secure; HttpOnly; SameSite=Lax");
    }

    /** A reply that takes it away. */
    public Reply forget(Reply reply) {
        return reply.with("Set-Cookie", written + "=; Max-Age=0; Path=/; Secure; HttpOnly; SameSite=Lax");
    }
}
