package fr.accroche.compliance.catalogue.standards;

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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** TOK-02: The PSC token exchanged is genuine, active, of the expected issuer and level (acr). */
public final class SubjectTokenIsGenuine implements Rule {

    private static final RuleCard CARD = RuleCard.violation(
                    "TOK-02",
                    Phase.EXCHANGE,
                    Likeness.exact(
                            Text.of(
                                    "le serveur fait introspecter le jeton PSC ; les mots des erreurs sont un réglage",
                                    "the server has the PSC token introspected; the words of the errors are a setting"),
                            Basis.of(PublicSource.CI_SIS)),
                    Text.of(
                            "Le jeton PSC échangé est authentique, actif, de l'émetteur et du niveau (acr) attendus.",
                            "The PSC token exchanged is genuine, active, of the expected issuer and level (acr)."),
                    Citation.standard("RFC 8693 §2.1, RFC 7662 §2.2, OpenID Connect Core §2"),
                    Text.of(
                            "Échanger le jeton aussitôt reçu (il vit deux minutes) et en redemander un s'il a expiré : attendu {expected}, trouvé {observed}.",
                            "Exchange the token as soon as it is received (it lives two minutes) and ask for another if it has expired: expected {expected}, found {observed}."),
                    Owner.EDITEUR_PROXY)
            .because(
                    Text.of(
                            "Le jeton PSC ne vit que deux minutes : un proxy qui le garde en réserve échoue au premier échange tardif. Accepté sans contrôle, un jeton forgé ou d'un autre environnement ferait passer n'importe qui pour un professionnel authentifié.",
                            "The PSC token lives two minutes only: a proxy that keeps it in store fails at the first late exchange. Taken unchecked, a token that is forged or of another environment would let anyone pass for an authenticated professional."));

    @Override
    public RuleCard card() {
        return CARD;
    }

    private static final Set<String> LEVELS = Set.of("eidas1", "eidas2", "eidas3");

    @Override
    public List<Finding> check(Trial trial) {
        return trial.at(Stage.EXCHANGE)
                .flatMap(hop -> Stream.of(
                                hop.fact(Fact.SUBJECT_TOKEN_STATE)
                                        .map(state ->
                                                CARD.compare(hop, new Observed("active", "PSC/introspection"), state)),
                                hop.fact(Fact.SUBJECT_TOKEN_ISSUER).map(issuer -> issuer(trial, hop, issuer)),
                                hop.fact(Fact.SUBJECT_TOKEN_ACR)
                                        .map(acr -> CARD.judge(
                                                hop,
                                                LEVELS.contains(acr.value()),
                                                new Observed("eidas1 | eidas2 | eidas3", "acr_values"),
                                                acr)))
                        .flatMap(Optional::stream))
                .toList();
    }

    private static Finding issuer(Trial trial, Hop hop, Observed issuer) {
        return trial.declaration()
                .participants()
                .pscIssuer()
                .map(theirs -> CARD.compare(
                        hop, new Observed(theirs, trial.declaration().lines().at("participants.psc.url")), issuer))
                .orElseGet(() -> CARD.judge(
                        hop,
                        issuer.value().endsWith("/auth/realms/esante-wallet"),
                        new Observed("…/auth/realms/esante-wallet", "PSC/discovery"),
                        issuer));
    }
}
