package fr.accroche.compliance.catalogue.standards;

import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.PscRegistration;
import fr.accroche.compliance.declaration.PscRegistration.Demand;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** TOK-06: At PSC by browser: a sound authorization request of a registered redirect_uri, and its code redeemed once, with what it is bound to. */
public final class AuthorizationIsSound implements Rule {

    private static final RuleCard CARD = RuleCard.violation(
                    "TOK-06",
                    Phase.CONNECT,
                    Likeness.standard(
                            Text.of(
                                    "ce que refuse le vrai PSC n'est pas public",
                                    "what the real PSC refuses is not public"),
                            Basis.of("OpenID Connect Core §3.1.2, RFC 7636", PublicSource.PSC_SAMPLES)),
                    Text.of(
                            "À PSC, par navigateur : la demande d'autorisation porte un redirect_uri enregistré, response_type=code, les scopes, acr_values et nonce exigés, PKCE en S256 ; son code sert une fois, avec le même redirect_uri et le bon code_verifier.",
                            "At PSC, by browser: the authorization request carries a registered redirect_uri, response_type=code, the scopes, acr_values and nonce asked for, PKCE by S256; its code serves once, with the same redirect_uri and the right code_verifier."),
                    Citation.standard(
                            "OpenID Connect Core 1.0 §3.1.2.1, §3.1.3.2; RFC 6749 §4.1; RFC 7636 §4; docs/decisions/012-a-rule-for-the-login-by-browser.md"),
                    Text.of(
                            "Corriger la demande d'autorisation, l'échange du code ou l'enregistrement du client (operations[].psc) : attendu {expected}, trouvé {observed}.",
                            "Correct the authorization request, the redemption of the code or the client's registration (operations[].psc): expected {expected}, found {observed}."),
                    Owner.EDITEUR_LPS,
                    Owner.EDITEUR_PROXY)
            .because(
                    Text.of(
                            "Un redirect_uri qui n'est pas comparé caractère par caractère livre le code à un autre site. Un code sans nonce, sans code_verifier ou qui sert deux fois peut être celui d'un autre : PSC révoque alors les jetons qu'il a donnés.",
                            "A redirect_uri that is not compared character by character hands the code to another site. A code without nonce, without code_verifier or used twice may be someone else's: PSC then revokes the tokens that it gave."));

    @Override
    public RuleCard card() {
        return CARD;
    }

    /** Only where somebody logs in by browser; at a PSC of the vendor's, who knows. */
    @Override
    public boolean applies(Trial trial) {
        return trial.declaration().participants().psc().isPresent() || byBrowser(trial);
    }

    private static boolean byBrowser(Trial trial) {
        return trial.at(Stage.PSC_AUTHORIZATION, Stage.PSC_TOKEN)
                .anyMatch(hop -> hop.stage() == Stage.PSC_AUTHORIZATION
                        || hop.value(Fact.GRANT_TYPE)
                                .filter("authorization_code"::equals)
                                .isPresent());
    }

    @Override
    public List<Finding> check(Trial trial) {
        return Stream.concat(
                        trial.at(Stage.PSC_AUTHORIZATION).flatMap(hop -> request(trial, hop)),
                        trial.at(Stage.PSC_TOKEN).flatMap(AuthorizationIsSound::redemption))
                .toList();
    }

    private static Stream<Finding> request(Trial trial, Hop hop) {
        if (hop.fact(Fact.CLIENT_ID).isEmpty()) {
            return Stream.of(CARD.judge(
                    hop, false, new Observed("client_id", "RFC 6749 §4.1.1"), noted(hop, Fact.CLIENT_ID, "client_id")));
        }
        return trial.operation(hop).stream().flatMap(operation -> request(trial, hop, operation));
    }

    private static Stream<Finding> request(Trial trial, Hop hop, Operation operation) {
        PscRegistration registration = operation.psc();
        List<Finding> found = new ArrayList<>();
        Observed redirect = noted(hop, Fact.REDIRECT_URI, "redirect_uri");
        found.add(CARD.judge(
                hop,
                registration.redirectUris().contains(redirect.value()),
                trial.declared(operation, "psc.redirectUris", addresses(registration)),
                redirect));
        Observed type = noted(hop, Fact.RESPONSE_TYPE, "response_type");
        found.add(CARD.judge(
                hop, type.value().equals("code"), new Observed("code", "OpenID Connect Core §3.1.2.1"), type));
        found.add(words(hop, Fact.SCOPE, "scope", scopes(registration)));
        if (registration.demands().contains(Demand.ACR)) {
            found.add(words(hop, Fact.ACR_VALUES, "acr_values", List.of("eidas1")));
        }
        if (registration.demands().contains(Demand.NONCE)) {
            Observed nonce = noted(hop, Fact.NONCE, "nonce");
            found.add(CARD.judge(hop, !nonce.value().isEmpty(), new Observed("nonce", "PSC"), nonce));
        }
        found.add(challenge(trial, hop));
        return found.stream();
    }

    private static String addresses(PscRegistration registration) {
        return registration.redirectUris().isEmpty()
                ? "operations[].psc.redirectUris"
                : String.join(" | ", registration.redirectUris());
    }

    private static List<String> scopes(PscRegistration registration) {
        return registration.demands().contains(Demand.SCOPE_ALL) ? List.of("openid", "scope_all") : List.of("openid");
    }

    private static Finding words(Hop hop, Fact fact, String parameter, List<String> needed) {
        Observed asked = noted(hop, fact, parameter);
        return CARD.judge(
                hop,
                Arrays.asList(asked.value().split(" ")).containsAll(needed),
                new Observed(parameter + "=" + String.join(" ", needed), "PSC"),
                asked);
    }

    private static Finding challenge(Trial trial, Hop hop) {
        List<String> good = switch (trial.declaration().settings().psc().pkce()) {
            case S256 -> List.of("S256", "none");
            case REQUIRED -> List.of("S256");
            case PLAIN -> List.of("S256", "plain", "none");
        };
        Observed method = noted(hop, Fact.CODE_CHALLENGE_METHOD, "code_challenge_method");
        return CARD.judge(
                hop, good.contains(method.value()), new Observed(String.join(" | ", good), "RFC 7636 §4.2"), method);
    }

    private static Stream<Finding> redemption(Hop hop) {
        return hop
                .fact(Fact.CODE_STATE)
                .map(state ->
                        CARD.judge(hop, state.value().equals("sound"), new Observed("sound", "RFC 6749 §4.1.3"), state))
                .stream();
    }

    private static Observed noted(Hop hop, Fact fact, String parameter) {
        return hop.fact(fact).orElse(new Observed("", "query/" + parameter));
    }
}
