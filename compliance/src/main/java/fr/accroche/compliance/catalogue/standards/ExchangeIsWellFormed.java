package fr.accroche.compliance.catalogue.standards;

import fr.accroche.compliance.declaration.ApiPscChoices;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.fidelity.Basis;
import fr.accroche.compliance.fidelity.Likeness;
import fr.accroche.compliance.fidelity.PublicSource;
import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.Phase;
import fr.accroche.compliance.rule.Rule;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.rule.Trial;
import fr.accroche.compliance.text.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** TOK-01: The exchange has the right grant_type, subject_token and subject_token_type, once each. */
public final class ExchangeIsWellFormed implements Rule {

    private static final RuleCard CARD = RuleCard.violation(
                    "TOK-01",
                    Phase.EXCHANGE,
                    Likeness.standard(
                            Text.of(
                                    "la demande est celle du démonstrateur de l'agence ; ce qui en est refusé suit la norme",
                                    "the request is the agency's demonstrator's; what is refused of it follows the standard"),
                            Basis.of("RFC 8693 §2.1", PublicSource.ANS_PROXY)),
                    Text.of(
                            "L'échange porte grant_type, subject_token et subject_token_type, corrects et une seule fois chacun.",
                            "The exchange has the right grant_type, subject_token and subject_token_type, once each."),
                    Citation.standard("RFC 8693 §2.1"),
                    Text.of(
                            "Corriger la demande d'échange : attendu {expected}, une seule fois ; trouvé {observed}.",
                            "Correct the exchange request: expected {expected}, once; found {observed}."),
                    Owner.EDITEUR_PROXY)
            .because(
                    Text.of(
                            "Sans subject_token_type, le serveur d'autorisation ne sait pas comment vérifier le jeton. Répété, un paramètre peut être lu d'une façon par qui contrôle et d'une autre par qui délivre ; dans les deux cas, la réponse est invalid_request.",
                            "Without subject_token_type the authorization server cannot tell how to verify the token. A repeated parameter may be read one way by what checks and another way by what issues; either way the answer is invalid_request."));

    @Override
    public RuleCard card() {
        return CARD;
    }

    private static final String GRANT = "urn:ietf:params:oauth:grant-type:token-exchange";

    /** A token that was exchanged before is renewed at the same endpoint (RFC 6749 §6). */
    private static final String RENEWAL = "refresh_token";

    private static final Set<String> TYPES =
            Set.of("urn:ietf:params:oauth:token-type:access_token", "urn:ietf:params:oauth:token-type:jwt");

    /** Keycloak's default is the last: an access token, with a refresh token beside it. */
    private static final List<String> REQUESTED = List.of(
            "urn:ietf:params:oauth:token-type:access_token",
            "urn:ietf:params:oauth:token-type:jwt",
            "urn:ietf:params:oauth:token-type:refresh_token");

    /** RFC 6749 §3.3. */
    private static final Pattern SCOPE =
            Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]+( [\\x21\\x23-\\x5B\\x5D-\\x7E]+)*");

    @Override
    public List<Finding> check(Trial trial) {
        ApiPscChoices choices = trial.declaration().settings().apiPsc();
        return trial.at(Stage.EXCHANGE).flatMap(hop -> check(hop, choices)).toList();
    }

    private static Stream<Finding> check(Hop hop, ApiPscChoices choices) {
        Stream<Finding> once = Stream.of(once(hop));
        boolean renewal = hop.value(Fact.GRANT_TYPE).filter(RENEWAL::equals).isPresent();
        return renewal
                ? once
                : Stream.of(exchange(hop), optional(hop, choices), target(hop), scope(hop, choices), once)
                        .flatMap(Function.identity());
    }

    /** What need not be sent, but must be right where it is. */
    private static Stream<Finding> optional(Hop hop, ApiPscChoices choices) {
        Stream<Finding> requested = hop.fact(Fact.REQUESTED_TOKEN_TYPE).stream()
                .map(type -> CARD.judge(
                        hop,
                        REQUESTED.contains(type.value()),
                        new Observed(String.join(" | ", REQUESTED), "RFC 8693 §2.1"),
                        type));
        Stream<Finding> actor = hop.fact(Fact.EXCHANGE_ACTOR).stream()
                .map(sent -> CARD.judge(hop, false, new Observed("no actor_token", "RFC 8693 §2.1"), sent));
        Stream<Finding> certificate = hop.fact(Fact.EXCHANGE_CNF).stream()
                .map(named -> CARD.compare(hop, new Observed("same", "TLS"), named));
        return Stream.of(requested, actor, certificate, issuer(hop, choices)).flatMap(Function.identity());
    }

    private static Stream<Finding> issuer(Hop hop, ApiPscChoices choices) {
        Observed right = new Observed(choices.subjectIssuer(), "settings.apiPsc.subjectIssuer");
        return required(hop, Fact.SUBJECT_ISSUER, "form/subject_issuer", choices.subjectIssuerRequired())
                .map(sent -> CARD.compare(hop, right, sent));
    }

    /** Addresses by their ends: which host a server has, no declaration says. */
    private static Stream<Finding> target(Hop hop) {
        String route = hop.value(Fact.TELESERVICE)
                .flatMap(Teleservice::named)
                .map(Teleservice::route)
                .orElse("");
        Predicate<String> address = named -> named.startsWith("https://") && named.endsWith("/realms/" + route);
        return Stream.concat(
                named(hop, Fact.EXCHANGE_AUDIENCE, route, address.or(route::equals)),
                named(hop, Fact.EXCHANGE_RESOURCE, "https://…/realms/" + route, address));
    }

    private static Stream<Finding> named(Hop hop, Fact fact, String right, Predicate<String> ofThisService) {
        return hop.fact(fact).stream()
                .map(named -> CARD.judge(
                        hop,
                        Arrays.stream(named.value().split(" \\| ", -1)).allMatch(ofThisService),
                        new Observed(right, "RFC 8693 §2.1"),
                        named));
    }

    private static Stream<Finding> scope(Hop hop, ApiPscChoices choices) {
        List<String> offered = hop.value(Fact.TELESERVICE)
                .flatMap(Teleservice::named)
                .map(choices.scopes()::get)
                .orElse(List.of());
        return required(hop, Fact.SCOPE, "form/scope", choices.scopeRequired())
                .map(scope -> CARD.judge(
                        hop,
                        granted(scope.value(), offered),
                        new Observed(
                                offered.isEmpty() ? "words of RFC 6749 §3.3" : String.join(" ", offered),
                                "settings.apiPsc.scopes"),
                        scope));
    }

    /** Of a value that was too long to be noted whole, as much as was noted: its last word is cut. */
    private static boolean granted(String scope, List<String> offered) {
        boolean cut = scope.endsWith("…");
        String noted = cut ? scope.substring(0, scope.length() - 1).trim() : scope;
        List<String> words = List.of(noted.split(" ", -1));
        String last = words.get(words.size() - 1);
        boolean lastOffered = offered.stream().anyMatch(one -> cut ? one.startsWith(last) : one.equals(last));
        return SCOPE.matcher(noted).matches()
                && (offered.isEmpty() || lastOffered && offered.containsAll(words.subList(0, words.size() - 1)));
    }

    /** A fact; its absence too, where there must be one. */
    private static Stream<Observed> required(Hop hop, Fact fact, String where, boolean required) {
        return hop.fact(fact).or(() -> Optional.of(new Observed("", where)).filter(nothing -> required)).stream();
    }

    private static Stream<Finding> exchange(Hop hop) {
        Observed grant = hop.fact(Fact.GRANT_TYPE).orElse(new Observed("", "form/grant_type"));
        Observed type = hop.fact(Fact.SUBJECT_TOKEN_TYPE).orElse(new Observed("", "form/subject_token_type"));
        Observed token = hop.fact(Fact.PSC_TOKEN).orElse(new Observed("", "form/subject_token"));
        return Stream.of(
                CARD.compare(hop, new Observed(GRANT, "RFC 8693 §2.1"), grant),
                CARD.judge(
                        hop,
                        TYPES.contains(type.value()),
                        new Observed(
                                "subject_token_type=urn:ietf:params:oauth:token-type:access_token", "RFC 8693 §2.1"),
                        type),
                CARD.judge(hop, !token.value().isEmpty(), new Observed("subject_token", "RFC 8693 §2.1"), token));
    }

    private static Finding once(Hop hop) {
        Observed repeated = hop.fact(Fact.REPEATED_PARAMETERS).orElse(new Observed("", "form"));
        return CARD.judge(hop, repeated.value().isEmpty(), new Observed("1 ×", "RFC 6749 §3.2"), repeated);
    }
}
