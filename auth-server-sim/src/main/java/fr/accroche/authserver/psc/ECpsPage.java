package fr.accroche.authserver.psc;

import fr.accroche.authserver.psc.PhoneRequests.Waiting;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import fr.accroche.wire.Request;
import fr.accroche.wire.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The phones, as a page: for each professional what waits, with a button for each answer. It needs no script, and loads itself
 * again. It shows no auth_req_id. Ids are stable: {@code phone-<national id>}, {@code request-<public name>}, {@code
 * allow-…}, {@code deny-…}, {@code wrong-code-…}; {@code nothing} when nothing waits.
 */
final class ECpsPage {

    private static final int SECONDS = 3;
    private static final String STYLE =
            "body{font:16px/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a}"
                    + "section{border:1px solid #888;border-radius:.5rem;padding:0 1rem 1rem;margin:1rem 0}"
                    + "dl{display:grid;grid-template-columns:auto 1fr;gap:0 1rem}dt{color:#555}dd{margin:0}"
                    + ".number{font-size:2rem;font-weight:bold}button{font:inherit;padding:.4rem 1rem;margin-right:.5rem}";

    private static final Text TITLE = Text.of("e-CPS simulées", "Simulated e-CPS");
    private static final Text FICTIVE = Text.of(
            "Simulateur accroche : ce n'est pas la vraie e-CPS ; personnes et numéros sont fictifs.",
            "accroche simulator: this is not the real e-CPS; people and numbers are fictive.");
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

    private final Language language;
    private final StringBuilder html = new StringBuilder();

    private ECpsPage(Language language) {
        this.language = language;
    }

    static Response of(List<Waiting> waiting, Instant now, Request request) {
        String page = new ECpsPage(language(request)).written(waiting, now);
        return Response.of(200, "text/html; charset=utf-8", page)
                .with(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src '" + hash(STYLE)
                                + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
                .with("Cache-Control", "no-store")
                .with("X-Content-Type-Options", "nosniff")
                .with("X-Frame-Options", "DENY")
                .with("Referrer-Policy", "same-origin")
                .with("Vary", "Accept, Accept-Language");
    }

    private String written(List<Waiting> waiting, Instant now) {
        html.append("<!DOCTYPE html><html lang=\"").append(language.name().toLowerCase(Locale.ROOT));
        html.append("\"><head><meta charset=\"utf-8\"><meta http-equiv=\"refresh\" content=\"")
                .append(SECONDS);
        html.append("\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>");
        html.append(in(TITLE))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body><p id=\"fictive\">");
        html.append(in(FICTIVE)).append("</p><main><h1>").append(in(TITLE)).append("</h1>");
        if (waiting.isEmpty()) {
            html.append("<p id=\"nothing\">").append(in(NOTHING)).append("</p>");
        }
        Map<String, List<Waiting>> phones = new LinkedHashMap<>();
        for (Waiting each : waiting) {
            phones.computeIfAbsent(each.person().nationalId(), id -> new ArrayList<>())
                    .add(each);
        }
        phones.values().forEach(phone -> phone(phone, now));
        return html.append("</main></body></html>").toString();
    }

    private void phone(List<Waiting> waiting, Instant now) {
        Waiting first = waiting.get(0);
        html.append("<section id=\"phone-")
                .append(escaped(first.person().nationalId()))
                .append("\"><h2>");
        html.append(escaped(first.person().displayName())).append(" <small>");
        html.append(escaped(first.person().nationalId())).append("</small></h2>");
        waiting.forEach(each -> request(each, now));
        html.append("</section>");
    }

    private void request(Waiting each, Instant now) {
        String handle = escaped(each.handle());
        html.append("<form method=\"post\" action=\"").append(Paths.ECPS).append("\" id=\"request-");
        html.append(handle)
                .append("\"><input type=\"hidden\" name=\"request\" value=\"")
                .append(handle);
        html.append("\"><dl>");
        String number = each.bindingMessage().isEmpty() ? in(NO_NUMBER) : escaped(each.bindingMessage());
        row(NUMBER, "<span class=\"number\">" + number + "</span>");
        row(CLIENT, escaped(each.clientId()));
        row(BY, each.channel().equals("CARD") ? in(CARD) : "e-CPS");
        row(LEFT, Math.max(0, Duration.between(now, each.until()).toSeconds()) + " s");
        if (each.wrongCodes() > 0) {
            row(WRONG, each.wrongCodes() + " / " + CibaRequest.Decision.MOST_WRONG_CODES);
        }
        html.append("</dl>");
        button("allow", ALLOW, handle);
        button("deny", DENY, handle);
        button("wrong-code", WRONG_CODE, handle);
        html.append("</form>");
    }

    /** @param markup ours, or escaped */
    private void row(Text title, String markup) {
        html.append("<dt>").append(in(title)).append("</dt><dd>").append(markup).append("</dd>");
    }

    private void button(String action, Text title, String handle) {
        html.append("<button name=\"action\" value=\"")
                .append(action)
                .append("\" id=\"")
                .append(action);
        html.append('-').append(handle).append("\">").append(in(title)).append("</button>");
    }

    private String in(Text text) {
        return escaped(text.in(language));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** The first of the browser's languages that is spoken here (RFC 9110 §12.5.4), else French. */
    private static Language language(Request request) {
        return request.headers().first("Accept-Language").stream()
                .flatMap(tags -> Arrays.stream(tags.split(",")))
                .map(tag -> tag.trim().split("[-;]", 2)[0].toLowerCase(Locale.ROOT))
                .filter(tag -> tag.equals("fr") || tag.equals("en"))
                .map(tag -> tag.equals("fr") ? Language.FR : Language.EN)
                .findFirst()
                .orElse(Language.FR);
    }

    /** A hash source (CSP Level 3 §2.3.1). */
    private static String hash(String style) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
