package fr.accroche.proxy;

import fr.accroche.wire.Request;
import java.util.Locale;

/** What a request says its body is (RFC 9110 §8.3). */
final class MediaTypes {
    private MediaTypes() {}

    /** {@code application/json}, or another type of its syntax (RFC 6839 §3.1). */
    static boolean isJson(Request request) {
        String type = request.headers()
                .first("Content-Type")
                .orElse("")
                .split(";", 2)[0]
                .trim()
                .toLowerCase(Locale.ROOT);
        return type.equals("application/json") || type.matches("application/[\\w.-]+\\+json");
    }
}
