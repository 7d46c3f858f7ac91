package fr.accroche.proxy;

import fr.accroche.certs.HeldCertificate;
import fr.accroche.wire.Form;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Request;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Optional;

/** A request as a server behind the proxy got it. */
record Seen(String method, String target, Headers headers, byte[] body, Optional<X509Certificate> certificate) {

    static Seen of(Request request) {
        return new Seen(
                request.method(),
                request.target(),
                request.headers(),
                request.body(),
                request.peer().certificate());
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    Optional<String> form(String name) {
        return Form.parse(text()).first(name);
    }

    Optional<String> header(String name) {
        return headers.first(name);
    }

    boolean presented(HeldCertificate held) {
        return certificate.filter(held.certificate()::equals).isPresent();
    }
}
