package fr.accroche.scenarios.suite;

import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.suite.ProxyCase.Story;
import java.util.Collection;

/** A whole session, as the rule book judges it. */
final class ChainCases {

    private ChainCases() {}

    /** @param rules those of the proxy that no other case is about */
    static ProxyCase breaksNoOtherRule(Collection<RuleId> rules) {
        return ProxyCase.violation(
                        "whole-session-breaks-no-rule",
                        Text.of(
                                "Une session entière n'enfreint aucune autre règle de la chaîne.",
                                "A whole session breaks no other rule of the chain."),
                        new Story(
                                Text.of(
                                        "Connexion, une requête à chaque téléservice déclaré, déconnexion.",
                                        "Connection, a request to each declared téléservice, disconnection."),
                                Text.of(
                                        "Chaque requête arrive, et les simulateurs n'y trouvent rien à redire.",
                                        "Each request arrives, and the simulators find no fault with it."),
                                Text.of(
                                        "Le remède de chaque règle enfreinte est donné par accroche explain.",
                                        "accroche explain gives the remedy of each broken rule.")),
                        ProxyCase.contract("POST /connect, /send, DELETE /disconnect"),
                        scene -> {
                            Live session = scene.session();
                            for (Teleservice service : scene.services(scene.lps())) {
                                scene.send(session, service);
                                scene.accepted(service);
                            }
                            session.disconnect();
                            long arrived = scene.at(Stage.BUSINESS).stream()
                                    .filter(Hop::succeeded)
                                    .count();
                            scene.same("hops → 2xx", scene.services(scene.lps()).size(), arrived);
                        })
                .about(rules.stream().map(RuleId::value).toArray(String[]::new));
    }
}
