package fr.accroche.compliance.catalogue.edcpsc;

import fr.accroche.compliance.declaration.LpsAuthentication;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.fidelity.Likeness;
import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.Phase;
import fr.accroche.compliance.rule.Rule;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.rule.Trial;
import fr.accroche.compliance.text.Text;
import java.util.List;
import java.util.Set;

/** IDN-08: Where LPS prove themselves to their proxy, each acts for its own client_id, in its own sessions. */
public final class LpsActsForItself implements Rule {

    private static final RuleCard CARD = RuleCard.violation(
                    "IDN-08",
                    Phase.CONNECT,
                    Likeness.invented(Text.of(
                            "le contrat entre un LPS et son proxy leur appartient",
                            "the contract between an LPS and its proxy is theirs")),
                    Text.of(
                            "Un LPS qui se prouve à son proxy n'agit que pour son propre client_id, dans ses propres sessions.",
                            "An LPS that proves itself to its proxy acts for its own client_id only, in its own sessions."),
                    Citation.webinar(
                            "« Architectures multiples avec Proxy partagé »",
                            "Un ou plusieurs composants principaux différents qui utilise(nt) le même proxy"),
                    Text.of(
                            "Configurer dans le LPS la preuve déclarée pour son client_id (operations[].lpsAuthentication) et ne présenter que les cookies de ses propres sessions : attendu {expected}, venu {observed}.",
                            "Set up in the LPS the proof declared for its client_id (operations[].lpsAuthentication), and present the cookies of its own sessions only: expected {expected}, came {observed}."),
                    Owner.EDITEUR_LPS,
                    Owner.OPERATEUR_LPS,
                    Owner.OPERATEUR_PROXY)
            .because(
                    Text.of(
                            "Le proxy détient les certificats de tous ses clients : s'il croit le client_id qu'on lui annonce, ou le cookie qu'on lui tend, un LPS agit sous l'identité d'un autre, et PSC, l'API Credential et les téléservices n'y voient que des certificats justes.",
                            "The proxy holds the certificates of all its clients: if it believes the client_id that it is told, or the cookie that it is handed, one LPS acts under another's identity, and PSC, the API Credential and the téléservices see nothing but right certificates."));

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public Set<Stage> seenAt() {
        return Set.of(Stage.PROXY_CONNECT, Stage.PROXY_SEND, Stage.PROXY_DISCONNECT);
    }

    @Override
    public boolean applies(Trial trial) {
        return trial.declaration().operations().stream()
                .anyMatch(operation -> !(operation.lpsAuthentication() instanceof LpsAuthentication.None));
    }

    @Override
    public List<Finding> check(Trial trial) {
        return trial.at(Stage.PROXY_CONNECT, Stage.PROXY_SEND, Stage.PROXY_DISCONNECT)
                .flatMap(hop -> CARD.compare(
                        hop,
                        hop.fact(Fact.CLIENT_ID).map(client -> declared(trial, hop, client)),
                        hop.fact(Fact.PROXY_CALLER)))
                .toList();
    }

    private static Observed declared(Trial trial, Hop hop, Observed client) {
        return trial.operation(hop)
                .map(operation -> trial.declared(operation, "lpsAuthentication", client.value()))
                .orElse(client);
    }
}
