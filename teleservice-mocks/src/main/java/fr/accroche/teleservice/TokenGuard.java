package fr.accroche.teleservice;

import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.text.Text;
import fr.accroche.wire.TraceParent;
import fr.accroche.wire.evidence.PeerEvidence;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lets in only an active API token of this service, over the connection of the certificate that it is bound to
 * (docs/sources.md, ANS proxy; RFC 6750 §3; docs/sources.md, DMP and INSi samples).
 */
final class TokenGuard {

    /** RFC 6750 §2.1; the length is ours. */
    private static final Pattern CREDENTIAL = Pattern.compile("(?i:bearer) +([A-Za-z0-9._~+/-]{1,16384}=*)");

    private static final String INVALID = "invalid";
    private static final String HEADER = "header/Authorization";

    private final IntrospectionSettings settings;
    private final Introspector introspector;
    private final InstantSource clock;

    TokenGuard(IntrospectionSettings settings, Introspector introspector, InstantSource clock) {
        this.settings = settings;
        this.introspector = introspector;
        this.clock = clock;
    }

    /**
     * The token, if it is active, or calls are only to be explained and it says itself what it was: other guards compare with
     * it.
     */
    Optional<ActiveToken> check(Call call) {
        List<String> credentials = call.request().headers().all("Authorization");
        if (credentials.isEmpty()) {
            call.note(Fact.BEARER_KIND, "none", HEADER);
            call.refuse(TokenRefusals.absent());
            return Optional.empty();
        }
        Matcher form = CREDENTIAL.matcher(credentials.size() == 1 ? credentials.get(0) : "");
        if (!form.matches()) {
            call.note(Fact.BEARER_KIND, "unknown", HEADER);
            call.refuse(TokenRefusals.malformed(credentials.size()));
            return Optional.empty();
        }
        Bearer bearer = Bearer.of(form.group(1));
        call.notes().note(Fact.API_TOKEN, bearer.value(), HEADER);
        if (bearer.looksLikePsc()) {
            call.notes().note(Fact.PSC_TOKEN, bearer.value(), HEADER);
        }
        return introspected(call, bearer).flatMap(answer -> judged(call, bearer, answer));
    }

    private Optional<JsonObject> introspected(Call call, Bearer bearer) {
        Optional<TraceParent> span = introspector.span(call.request().headers());
        call.notes().note(Fact.SPAN_ID, span.map(TraceParent::spanId), "begun here");
        try {
            return Optional.of(introspector.introspect(bearer.value(), span));
        } catch (IOException e) {
            if (bearer.looksLikePsc()) {
                call.note(Fact.BEARER_KIND, "psc", "token/iss");
                call.refuse(TokenRefusals.pscToken(bearer));
            } else {
                call.refuse(TokenRefusals.cannotAsk(e));
            }
            return Optional.empty();
        }
    }

    private Optional<ActiveToken> judged(Call call, Bearer bearer, JsonObject answer) {
        boolean active = answer.bool("active").orElse(false);
        String kind = bearer.looksLikePsc() ? "psc" : active || ofSomeRealm(bearer) ? "api" : "unknown";
        String state = active ? "active" : inactive(bearer);
        call.note(Fact.BEARER_KIND, kind, "token/iss").note(Fact.BEARER_STATE, state, "introspection/active");
        if (kind.equals("psc")) {
            call.refuse(TokenRefusals.pscToken(bearer));
            return Optional.empty();
        }
        if (!active) {
            call.refuse(TokenRefusals.dead(bearer, state));
            return bearer.claims()
                    .filter(said -> call.explains() && !state.equals(INVALID))
                    .map(said -> compared(call, ActiveToken.of(said)));
        }
        return Optional.of(compared(call, ActiveToken.of(answer)));
    }

    private ActiveToken compared(Call call, ActiveToken token) {
        note(call, token);
        checkAudience(call, token);
        checkBinding(call, token);
        return token;
    }

    private static void note(Call call, ActiveToken token) {
        call.note(Fact.BEARER_CLIENT, token.client(), "token/azp")
                .note(Fact.TOKEN_PERSON, token.person(), "token/SubjectNameID")
                .note(Fact.BEARER_AUDIENCE, services(token.audience()), "token/aud");
        token.binding()
                .ifPresentOrElse(
                        binding -> call.note(Fact.TOKEN_CNF, binding.sha256(), binding.where()),
                        () -> call.note(Fact.TOKEN_CNF, "none", "token/cnf"));
    }

    private void checkAudience(Call call, ActiveToken token) {
        if (!token.audience().contains(settings.audience())) {
            String seen = Call.cut(String.join(" ", token.audience()));
            String wanted = Teleservice.named(settings.audience())
                    .map(Teleservice::label)
                    .orElse(settings.audience());
            call.refuse(Refusal.of(
                    Level.TOKEN,
                    Rules.TOKEN_FOR_THIS_API,
                    Text.of(
                                    "le jeton est destiné à « {0} », pas à {1}. Demandez au serveur d'autorisation de {1}"
                                            + " un jeton pour {1}",
                                    "the token is for '{0}', not for {1}. Ask the authorization server of {1} for a"
                                            + " token for {1}")
                            .with(seen, wanted),
                    new Observed(wanted, "server/audience"),
                    new Observed(seen, "token/aud"),
                    WireError.invalidToken("the token is not for this API")));
        }
    }

    /** Without a certificate there is nothing to compare: {@link CertificateGuard} says so. */
    private static void checkBinding(Call call, ActiveToken token) {
        PeerEvidence.of(call.request().peer()).client().presented().ifPresent(certificate -> {
            Observed shown = new Observed(certificate.sha256(), certificate.where("sha256"));
            Observed bound = token.binding()
                    .map(binding -> new Observed(Call.cut(binding.sha256()), binding.where()))
                    .orElse(new Observed("—", "token/cnf"));
            if (!bound.value().equals(shown.value())) {
                call.refuse(Refusal.of(
                        Level.TOKEN,
                        Rules.TOKEN_BOUND,
                        Text.of(
                                        "le jeton est lié au certificat {0}, mais la connexion présente {1}. Présentez le"
                                                + " certificat de l'échange de jeton",
                                        "the token is bound to certificate {0}, but the connection shows {1}. Show the"
                                                + " certificate of the token exchange")
                                .with(bound.value(), shown.value()),
                        bound,
                        shown,
                        WireError.invalidToken("the token is bound to another certificate")));
            }
        });
    }

    private String inactive(Bearer bearer) {
        if (bearer.looksExpired(clock.instant())) {
            return "expired";
        }
        boolean ours = bearer.issuer()
                .filter(iss -> !iss.isEmpty() && settings.endpoint().toString().startsWith(iss + "/"))
                .isPresent();
        return ours ? "revoked" : INVALID;
    }

    private static boolean ofSomeRealm(Bearer bearer) {
        return bearer.issuer().filter(iss -> iss.contains("/realms/")).isPresent();
    }

    private static String services(List<String> audience) {
        return audience.stream()
                .flatMap(name -> Teleservice.named(name).stream())
                .map(Teleservice::label)
                .collect(Collectors.joining(" "));
    }
}
