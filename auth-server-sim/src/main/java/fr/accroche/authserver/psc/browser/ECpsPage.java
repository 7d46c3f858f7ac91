package fr.accroche.authserver.psc.browser;

import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import fr.accroche.wire.Request;
import fr.accroche.wire.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The phones, as a page: for each professional what waits, with a button for each answer. It needs no script, and loads itself
 * again. It shows no auth_req_id. Ids are stable: {@code phone-<national id>}, {@code request-<public name>}, {@code
 * allow-…}, {@code deny-…}, {@code wrong-code-…}; {@code nothing} when nothing waits.
 *
 * @param path where its forms go
 */
public record ECpsPage(String path) {

    private static final String SECONDS = "3";

    private static final Text TITLE = Text.of("e-CPS simulées", "Simulated e-CPS");
    private static final Text NOTHING = Text.of("Aucune demande n'attend.", "No request waits.");
    private static final Text NUMBER = Text.of("Nombre affiché par le logiciel", "Number that the software shows");
    private static final Text NO_NUMBER = Text.of("aucun", "none");
    private static final Text CLIENT = Text.of("Demandé par", "Asked by");
    private static final Text BY = Text.of("Par", "By");
    private static final Text CARD = Text.of("carte CPS", "CPS card");
    private static final Text LEFT = Text.of("Encore", "Left");
    private static final Text WRONG = Text.of("Codes faux", "Wrong codes");
    private static final Text ALLOW = Text.of("Approuver", "Approve");
    private static final Text DENY = Text.of("Refuser", "Refuse");
    private static final Text WRONG_CODE = Text.of("Code faux", "Wrong code");

    /**
     * The page as it is now. Its referrer policy is not that of the other pages: under {@code no-referrer} a browser says {@code
     * Origin: null} of a form (Fetch §3.2), which nobody could tell from another site's.
     */
    public Response of(List<PhoneRequest> waiting, Instant now, Request request) {
        Language language = Languages.of(request);
        Map<String, List<PhoneRequest>> phones = new LinkedHashMap<>();
        for (PhoneRequest each : waiting) {
            phones.computeIfAbsent(each.person().nationalId(), id -> new ArrayList<>())
                    .add(each);
        }
        return new Page(language, TITLE)
                .reply(200, head -> head.empty("meta", "http-equiv", "refresh", "content", SECONDS), html -> {
                    if (phones.isEmpty()) {
                        html.element("p", NOTHING.in(language), "id", "nothing", "role", "status");
                    }
                    phones.values().forEach(phone -> phone(html, language, phone, now));
                })
                .with("Referrer-Policy", "same-origin")
                .with("Vary", "Accept, Accept-Language")
                .response();
    }

    private void phone(Html html, Language language, List<PhoneRequest> waiting, Instant now) {
        PhoneRequest first = waiting.get(0);
        String nationalId = first.person().nationalId();
        html.open("section", "id", "phone-" + nationalId, "class", "phone");
        html.open("h2").text(first.person().displayName() + " ").element("small", nationalId);
        html.close();
        waiting.forEach(each -> request(html, language, each, now));
        html.close();
    }

    private void request(Html html, Language language, PhoneRequest each, Instant now) {
        String handle = each.handle();
        html.open("form", "method", "post", "action", path, "id", "request-" + handle)
                .empty("input", "type", "hidden", "name", "request", "value", handle);
        html.open("dl");
        html.element("dt", NUMBER.in(language)).open("dd");
        html.element(
                "span",
                each.bindingMessage().isEmpty() ? NO_NUMBER.in(language) : each.bindingMessage(),
                "class",
                "number");
        html.close();
        row(html, CLIENT.in(language), each.clientId());
        row(html, BY.in(language), each.channel().equals("CARD") ? CARD.in(language) : "e-CPS");
        long left = Math.max(0, Duration.between(now, each.until()).toSeconds());
        row(html, LEFT.in(language), left + " s");
        if (each.wrongCodes() > 0) {
            row(html, WRONG.in(language), each.wrongCodes() + " / " + PhoneRequest.MOST_WRONG_CODES);
        }
        html.close();
        button(html, "allow", ALLOW.in(language), handle);
        button(html, "deny", DENY.in(language), handle);
        button(html, "wrong-code", WRONG_CODE.in(language), handle);
        html.close();
    }

    private static void row(Html html, String title, String value) {
        html.element("dt", title).element("dd", value);
    }

    private static void button(Html html, String action, String label, String handle) {
        html.element("button", label, "name", "action", "value", action, "id", action + "-" + handle);
    }
}
