package fr.accroche.authserver.psc.browser;

import fr.accroche.authserver.Call;
import fr.accroche.compliance.text.Language;
import fr.accroche.wire.Request;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The language of a page: ui_locales, else the browser's own, else French. */
public final class Languages {

    private Languages() {}

    public static Language of(Call call) {
        return call.parameter("ui_locales")
                .flatMap(locales -> first(locales, " "))
                .orElseGet(() -> of(call.request()));
    }

    /** Where there is no ui_locales. */
    static Language of(Request request) {
        return request.headers()
                .first("Accept-Language")
                .flatMap(header -> first(header, ","))
                .orElse(Language.FR);
    }

    /** The first that is spoken here, in the order of preference (OpenID Connect Core §3.1.2.1; RFC 9110 §12.5.4). */
    private static Optional<Language> first(String tags, String separator) {
        return Arrays.stream(tags.split(separator))
                .map(tag -> tag.trim().split("[-_;]", 2)[0].toLowerCase(Locale.ROOT))
                .filter(tag -> tag.equals("fr") || tag.equals("en"))
                .map(tag -> tag.equals("fr") ? Language.FR : Language.EN)
                .findFirst();
    }
}
