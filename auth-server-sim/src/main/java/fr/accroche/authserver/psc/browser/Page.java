package fr.accroche.authserver.psc.browser;

import fr.accroche.authserver.Reply;
import fr.accroche.compliance.exchange.Sha256;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import fr.accroche.wire.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A page of the simulator: its frame, its banner, and what a browser may do with it (Content Security Policy Level 3). Nothing is
 * loaded from anywhere, nothing runs but the two scripts of this class, which pages do without.
 *
 * @param language of its texts
 * @param title its heading
 * @param script the script it runs, if it has one
 * @param formTarget where its form leads in the end, beside this server: browsers hold redirects to {@code form-action} too
 */
record Page(Language language, Text title, Optional<String> script, Optional<URI> formTarget) {

    /** Sends the form of a page by itself. */
    static final String SUBMIT = "document.forms[0].submit();";

    /** Asks each second whether the person has answered, and loads the page again when so. */
    static final String WATCH = """
            const login=document.getElementById('waiting').dataset;\
            const ask=()=>fetch(login.status,{cache:'no-store'}).then(r=>r.json()).then(s=>{\
            if(s.pending)setTimeout(ask,1000);else location.replace(login.next)})\
            .catch(()=>setTimeout(ask,3000));setTimeout(ask,1000);""";

    private static final String STYLE = """
            body{font:1.05rem/1.5 system-ui,sans-serif;margin:0;color:#1a1a2e;background:#f4f6fa}\
            #simulator-banner{background:#7a1f1f;color:#fff;padding:.6rem 1rem;margin:0;font-weight:600}\
            main{max-width:46rem;margin:1.5rem auto;padding:1.5rem 2rem;background:#fff;border:1px solid #c9d1de;border-radius:.5rem}\
            h1{font-size:1.5rem;margin-top:0}fieldset{border:1px solid #8a94a6;border-radius:.3rem;margin:0 0 1rem}\
            label{display:block;padding:.35rem .2rem}label small{display:block;margin-left:1.7rem;color:#434b5c}\
            button{font:inherit;padding:.5rem 1.2rem;margin:.3rem .6rem .3rem 0;border:2px solid #00538a;border-radius:.3rem;background:#00538a;color:#fff}\
            button.other{background:#fff;color:#00538a}:focus-visible{outline:3px solid #b35c00;outline-offset:2px}\
            #people{max-height:45vh;overflow:auto}#number{font-size:3rem;font-weight:700;letter-spacing:.3rem}#problem{border-left:.4rem solid #b00020;padding:.5rem 1rem}\
            dt{font-weight:600}dd{overflow-wrap:anywhere}code{overflow-wrap:anywhere}\
            .phone{border:1px solid #8a94a6;border-radius:.5rem;padding:0 1rem 1rem;margin:1rem 0}.number{font-size:2rem;font-weight:700}""";

    private static final Text BANNER = Text.of(
            "Simulateur accroche : ce n'est pas Pro Santé Connect. Personnes et numéros sont fictifs.",
            "accroche simulator: this is not Pro Santé Connect. People and numbers are fictive.");

    Page(Language language, Text title) {
        this(language, title, Optional.empty(), Optional.empty());
    }

    Page running(String ours) {
        return new Page(language, title, Optional.of(ours), formTarget);
    }

    Page leadingTo(String uri) {
        return new Page(language, title, script, Optional.of(URI.create(uri)));
    }

    /** The page as an answer. */
    Reply reply(int status, Consumer<Html> content) {
        return reply(status, head -> {}, content);
    }

    Reply reply(int status, Consumer<Html> head, Consumer<Html> content) {
        Html html = new Html().open("html", "lang", language.name().toLowerCase(Locale.ROOT));
        html.open("head")
                .empty("meta", "charset", "utf-8")
                .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .element("title", title.in(language) + " – accroche")
                .raw("style", STYLE);
        head.accept(html);
        html.close().open("body");
        html.element("p", BANNER.in(language), "id", "simulator-banner", "role", "note");
        html.open("main").element("h1", title.in(language));
        content.accept(html);
        html.close();
        script.ifPresent(ours -> html.raw("script", ours));
        return Reply.of(guarded(Response.of(status, "text/html; charset=utf-8", html.written())));
    }

    private Response guarded(Response response) {
        return response.with("Content-Security-Policy", policy())
                .with("Cache-Control", "no-store")
                .with("Pragma", "no-cache")
                .with("X-Content-Type-Options", "nosniff")
                .with("X-Frame-Options", "DENY")
                .with("Referrer-Policy", "no-referrer");
    }

    private String policy() {
        return "default-src 'none'; style-src " + hash(STYLE)
                + script.map(ours -> "; script-src " + hash(ours) + "; connect-src 'self'")
                        .orElse("")
                + "; form-action 'self'" + formTarget.map(Page::source).orElse("")
                + "; base-uri 'none'; frame-ancestors 'none'";
    }

    /** A source expression (CSP §2.3.1) of an address that was registered, or none where it cannot be one. */
    private static String source(URI uri) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            return " " + scheme + ":";
        }
        String host = uri.getRawAuthority();
        return host != null && host.matches("[A-Za-z0-9.\\-]+(:\\d+)?|\\[[0-9A-Fa-f:]+](:\\d+)?")
                ? " " + scheme + "://" + host
                : "";
    }

    private static String hash(String inline) {
        byte[] digest = Sha256.of(inline.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    }
}
