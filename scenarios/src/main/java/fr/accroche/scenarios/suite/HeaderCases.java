package fr.accroche.scenarios.suite;

import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.suite.ProxyCase.Story;
import fr.accroche.wire.Header;
import fr.accroche.wire.Request;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A business request passes through: its header fields. */
final class HeaderCases {

    /** What a relay may add (RFC 9110 §7.6.3, RFC 7239, W3C Trace Context), and what a connection has anyway. */
    private static final Set<String> OF_A_RELAY = Set.of(
            "via",
            "forwarded",
            "traceparent",
            "tracestate",
            "authorization",
            "host",
            "content-length",
            "connection",
            "transfer-encoding",
            "user-agent",
            "accept",
            "accept-encoding",
            "keep-alive",
            "http2-settings",
            "upgrade");

    private static final Text SENT = Text.of(
            "Une requête métier valable, avec ces en-têtes.", "A valid business request, with these header fields.");

    private HeaderCases() {}

    static List<ProxyCase> all() {
        return List.of(cookie(), authorization(), kept(), hopByHop(), added(), trace());
    }

    private static Request sent(Scene scene, String... headers) throws IOException {
        Teleservice service = scene.service();
        scene.send(scene.session(), service, headers);
        return scene.arrived(service);
    }

    private static ProxyCase cookie() {
        return ProxyCase.warning(
                        "send-keeps-the-cookie-to-itself",
                        Text.of(
                                "Le cookie de session ne va pas au téléservice.",
                                "The session's cookie does not go to the téléservice."),
                        new Story(
                                Text.of(
                                        "Une requête métier avec le cookie de session et un cookie du LPS.",
                                        "A business request with the session's cookie and one of the LPS."),
                                Text.of(
                                        "Le téléservice ne voit pas proxy_session_id.",
                                        "The téléservice does not see proxy_session_id."),
                                Text.of(
                                        "Retirer proxy_session_id de Cookie avant de relayer.",
                                        "Take proxy_session_id out of Cookie before relaying.")),
                        Citation.standard("RFC 6265 §8.6"),
                        scene -> {
                            String cookies = String.join(
                                    "; ",
                                    sent(scene, "Cookie", "lps=1").headers().all("Cookie"));
                            scene.same("header/Cookie/" + Live.COOKIE, false, cookies.contains(Live.COOKIE));
                        })
                .because(
                        Text.of(
                                "Qui lit les journaux du téléservice aurait la session. Le démonstrateur le transmet, sans être refusé : c'est un avertissement.",
                                "Who reads the téléservice's logs would have the session. The demonstrator sends it on and is not refused for it: a warning."));
    }

    private static ProxyCase authorization() {
        return ProxyCase.violation(
                "send-replaces-authorization",
                Text.of(
                        "L'Authorization du LPS est remplacée par le jeton d'API.",
                        "The LPS's Authorization is replaced by the API token."),
                new Story(
                        Text.of(
                                "Une requête métier avec un Authorization du LPS.",
                                "A business request with an Authorization of the LPS."),
                        Text.of(
                                "Le téléservice voit un seul Authorization, le jeton d'API de la session.",
                                "The téléservice sees one Authorization, the session's API token."),
                        Text.of(
                                "Retirer l'Authorization reçu et poser Bearer suivi du jeton d'API.",
                                "Take out the Authorization received and set Bearer followed by the API token.")),
                Citation.standard("RFC 6750 §2.1"),
                scene -> {
                    List<String> values = sent(scene, "Authorization", "Bearer jeton-du-lps")
                            .headers()
                            .all("Authorization");
                    scene.same("header/Authorization", "1", values.size());
                    boolean bearer = values.stream().allMatch(value -> value.startsWith("Bearer "));
                    scene.same("header/Authorization/scheme", "Bearer", bearer ? "Bearer" : "—");
                    scene.same(
                            "header/Authorization/LPS",
                            false,
                            String.join(" ", values).contains("jeton-du-lps"));
                });
    }

    private static ProxyCase kept() {
        return ProxyCase.violation(
                "send-keeps-the-headers-of-the-lps",
                Text.of(
                        "Les en-têtes de bout en bout du LPS arrivent tels quels.",
                        "The LPS's end-to-end header fields arrive as they are."),
                new Story(
                        SENT,
                        Text.of(
                                "Content-Type, SOAPAction et X-Lps-Essai inchangés, répétitions comprises.",
                                "Content-Type, SOAPAction and X-Lps-Essai unchanged, repeated ones included."),
                        Text.of(
                                "Relayer tous les en-têtes, sauf ceux de la connexion, Authorization et le cookie de session.",
                                "Relay every header field but those of the connection, Authorization and the session's cookie.")),
                Citation.standard("RFC 9110 §7.6.1"),
                scene -> {
                    scene.onlyPassePlat();
                    Request request = sent(
                            scene,
                            "Content-Type",
                            Scene.SOAP + "; action=\"urn:essai\"",
                            "SOAPAction",
                            "\"urn:essai\"",
                            "X-Lps-Essai",
                            "un",
                            "X-Lps-Essai",
                            "deux");
                    scene.same(
                            "header/Content-Type",
                            Scene.SOAP + "; action=\"urn:essai\"",
                            String.join(", ", request.headers().all("Content-Type")));
                    scene.same(
                            "header/SOAPAction",
                            "\"urn:essai\"",
                            String.join(", ", request.headers().all("SOAPAction")));
                    scene.same(
                            "header/X-Lps-Essai",
                            "un, deux",
                            String.join(", ", request.headers().all("X-Lps-Essai")));
                });
    }

    private static ProxyCase hopByHop() {
        return ProxyCase.warning(
                        "send-drops-hop-by-hop-headers",
                        Text.of(
                                "Ce qui ne vaut que pour la connexion au proxy ne va pas plus loin.",
                                "What is for the connection to the proxy alone goes no further."),
                        new Story(
                                Text.of(
                                        "Une requête métier avec TE et Proxy-Authorization.",
                                        "A business request with TE and Proxy-Authorization."),
                                Text.of("Le téléservice ne voit ni l'un ni l'autre.", "The téléservice sees neither."),
                                Text.of(
                                        "Retirer les en-têtes de RFC 9110 §7.6.1 et ceux que nomme Connection.",
                                        "Take out the header fields of RFC 9110 §7.6.1 and those that Connection names.")),
                        Citation.standard("RFC 9110 §7.6.1, §11.7.2"),
                        scene -> {
                            Request request =
                                    sent(scene, "TE", "trailers", "Proxy-Authorization", "Basic ZXNzYWk6ZXNzYWk=");
                            for (String name : List.of("TE", "Proxy-Authorization")) {
                                String seen = request.headers().first(name).isPresent() ? name : "—";
                                scene.same("header/" + name, "—", seen);
                            }
                        })
                .because(Text.of(
                        "Les téléservices n'en font rien aujourd'hui : c'est un avertissement.",
                        "The téléservices make nothing of it today: a warning."));
    }

    private static ProxyCase added() {
        return ProxyCase.warning(
                        "send-adds-no-header",
                        Text.of(
                                "Le proxy n'ajoute que les en-têtes d'un relais.",
                                "The proxy adds only the header fields of a relay."),
                        new Story(
                                Text.of("Une requête métier valable.", "A valid business request."),
                                Text.of(
                                        "Hors ceux du LPS : Authorization, Via, Forwarded, X-Forwarded-…, traceparent, tracestate, et ceux de la connexion.",
                                        "Beyond the LPS's: Authorization, Via, Forwarded, X-Forwarded-…, traceparent, tracestate, and those of the connection."),
                                Text.of("Ne rien ajouter de plus à la requête.", "Add nothing else to the request.")),
                        Citation.webinar(
                                "annexe « 2 type de Proxies »",
                                "Ils transfèrent les requêtes métiers générées par le LPS telles quelles."),
                        scene -> {
                            scene.onlyPassePlat();
                            Request request = sent(scene, "X-Lps-Essai", "1");
                            String others = request.headers().fields().stream()
                                    .map(Header::name)
                                    .map(name -> name.toLowerCase(Locale.ROOT))
                                    .filter(name -> !OF_A_RELAY.contains(name) && !name.startsWith("x-forwarded-"))
                                    .filter(name -> !Set.of("content-type", "cookie", "x-lps-essai")
                                            .contains(name))
                                    .sorted()
                                    .collect(Collectors.joining(", "));
                            scene.same("header", "—", others.isEmpty() ? "—" : others);
                        })
                .because(Text.of(
                        "La signature d'une requête ne couvre pas ses en-têtes : nul ne la refuse, c'est un avertissement.",
                        "A request's signature does not cover its header fields: nobody refuses it, a warning."));
    }

    private static ProxyCase trace() {
        return ProxyCase.warning(
                        "send-keeps-the-trace",
                        Text.of(
                                "Le trace-id de traceparent suit l'appel jusqu'au téléservice.",
                                "The trace-id of traceparent follows the call to the téléservice."),
                        new Story(
                                Text.of("Une requête métier avec traceparent.", "A business request with traceparent."),
                                Text.of(
                                        "Le téléservice voit le même trace-id.",
                                        "The téléservice sees the same trace-id."),
                                Text.of(
                                        "Relayer traceparent, avec un parent-id à soi.",
                                        "Relay traceparent, with a parent-id of one's own.")),
                        Citation.standard("W3C Trace Context §3.2"),
                        scene -> {
                            Live session = scene.session();
                            scene.alive(session);
                            String seen = scene.at(Stage.BUSINESS).stream()
                                    .map(hop -> ConnectCases.noted(hop, Fact.TRACE_ID))
                                    .reduce((first, last) -> last)
                                    .orElse("—");
                            scene.same(
                                    "header/traceparent/trace-id",
                                    session.trace().traceId(),
                                    seen);
                        })
                .because(
                        Text.of(
                                "Le contrat n'en parle pas ; sans lui, un appel ne se retrouve pas d'un journal à l'autre.",
                                "The contract does not speak of it; without it, a call cannot be found from one log to the next."));
    }
}
