package fr.accroche.compliance.catalogue.edcpsc;

import fr.accroche.compliance.exchange.Fact;
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
import java.util.stream.Stream;

/** IDN-04: The client that exchanges the token is the one PSC issued it to. */
public final class ExchangingClientOwnsToken implements Rule {

    private static final RuleCard CARD = RuleCard.violation(
                    "IDN-04",
                    Phase.EXCHANGE,
                    Likeness.simplified(
                            Text.of(
                                    "déduit du même client_id écrit des deux côtés ; que le vrai serveur compare azp n'est pas public",
                                    "inferred from the same client_id written on both sides; that the real server compares azp is not public"),
                            Basis.of(PublicSource.WEBINAR)),
                    Text.of(
                            "Le client qui échange le jeton est celui à qui PSC l'a délivré.",
                            "The client that exchanges the token is the one PSC issued it to."),
                    Citation.webinar(
                            "annexe « Schémas… Parcours Opérateur », architecture proxy intégré",
                            "sur le serveur d'autorisation : token exchange sur client_id=LPS_éditeur_A,opérateur_A"),
                    Text.of(
                            "Échanger le jeton PSC de {observed} sous le client_id {observed} et avec son certificat ; vérifier que le proxy ne mélange pas les sessions.",
                            "Exchange {observed}'s PSC token as client_id {observed}, with its certificate; make sure the proxy does not mix sessions."),
                    Owner.EDITEUR_PROXY)
            .because(
                    Text.of(
                            "Un proxy qui mélange deux sessions ferait agir le professionnel de l'un de ses clients sous l'identité d'un autre. Un jeton volé ou égaré ne doit pas non plus servir à un client auquel PSC ne l'a pas délivré.",
                            "A proxy that mixes two sessions would have one client's professional act under another client's identity. Nor may a token that was stolen or went astray serve a client that PSC did not issue it to."));

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public boolean applies(Trial trial) {
        return sameClient(trial)
                || trial.declaration().participants().authorizationServer().isPresent()
                || issuedHere(trial).findAny().isPresent();
    }

    private static boolean sameClient(Trial trial) {
        return trial.declaration().settings().apiPsc().sameClient();
    }

    @Override
    public List<Finding> check(Trial trial) {
        Stream<Finding> exchanged = trial.at(Stage.EXCHANGE)
                .filter(hop -> sameClient(trial))
                .flatMap(hop -> CARD.compare(hop, hop.fact(Fact.CLIENT_ID), hop.fact(Fact.SUBJECT_TOKEN_CLIENT)));
        return Stream.concat(exchanged, issuedHere(trial)).toList();
    }

    /** What a server issued itself, it takes back from that client alone, whatever it lets others exchange (RFC 6749 §6, RFC 7009 §2.1). */
    private static Stream<Finding> issuedHere(Trial trial) {
        return trial.at(Stage.EXCHANGE, Stage.API_REVOCATION)
                .flatMap(hop -> CARD.compare(hop, hop.fact(Fact.CLIENT_ID), hop.fact(Fact.BEARER_CLIENT)));
    }
}
