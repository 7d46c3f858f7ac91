package fr.accroche.compliance.catalogue.edcpsc;

import fr.accroche.compliance.exchange.Exchange;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.ObservedCertificate;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.fidelity.Basis;
import fr.accroche.compliance.fidelity.Likeness;
import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.Phase;
import fr.accroche.compliance.rule.Rule;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.rule.Trial;
import fr.accroche.compliance.text.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** IDN-07: A proxy uses the certificate of the session's client, never another's. */
public final class CertificateOfItsSession implements Rule {

    private static final RuleCard CARD = RuleCard.violation(
                    "IDN-07",
                    Phase.EXCHANGE,
                    Likeness.standard(
                            Text.of(
                                    "un client ne se prouve que par son certificat ; le vrai serveur ne voit pas les sessions d'un proxy",
                                    "a client proves itself by its own certificate only; the real server does not see a proxy's sessions"),
                            Basis.of("RFC 8705 §2")),
                    Text.of(
                            "Un proxy utilise le certificat du client de la session, jamais celui d'un autre.",
                            "A proxy uses the certificate of the session's client, never another's."),
                    Citation.webinar(
                            "« Architectures multiples avec Proxy partagé »",
                            "Un ou plusieurs composants principaux différents qui utilise(nt) le même proxy"),
                    Text.of(
                            "Choisir le certificat d'après le client_id de la session ({expected}) ; un certificat par client_id, jamais partagé.",
                            "Choose the certificate by the session's client_id ({expected}); one certificate per client_id, never shared."),
                    Owner.EDITEUR_PROXY,
                    Owner.OPERATEUR_PROXY)
            .because(
                    Text.of(
                            "Un proxy partagé garde des connexions TLS ouvertes : s'il reprend celle d'un autre client, la requête part sous le certificat de celui-ci. Au mieux elle est refusée ; au pire l'acte est imputé à un autre LPS.",
                            "A shared proxy keeps TLS connections open: if it takes up another client's, the request leaves under that client's certificate. At best it is refused; at worst the act is put down to another LPS."));

    private record Users(Map<String, Set<String>> byCertificate) {}

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public Set<Stage> seenAt() {
        return Set.of(Stage.PSC_CIBA, Stage.PSC_TOKEN, Stage.EXCHANGE, Stage.BUSINESS);
    }

    @Override
    public boolean applies(Trial trial) {
        return trial.declaration().operations().size() > 1;
    }

    @Override
    public List<Finding> check(Trial trial) {
        if (trial.exchange().clientId().isEmpty()) {
            return List
                    .of(); // where an authorization server is the vendor's, what reached a téléservice may stand alone
        }
        Map<String, Set<String>> users = trial.run()
                .gathered(Users.class, CertificateOfItsSession::usersByCertificate)
                .byCertificate();
        return sessionHops(trial.exchange())
                .flatMap(hop ->
                        hop.client().presented().stream().map(certificate -> judge(trial, hop, certificate, users)))
                .toList();
    }

    private static Finding judge(
            Trial trial, Hop hop, ObservedCertificate certificate, Map<String, Set<String>> users) {
        String client = trial.exchange().clientId().orElse("");
        Set<String> owners = new TreeSet<>(users.getOrDefault(certificate.sha256(), Set.of(client)));
        certificate
                .commonName()
                .filter(cn -> trial.declaration().operation(cn).isPresent())
                .ifPresent(owners::add);
        return CARD.compare(
                hop,
                new Observed(client, "session/client_id"),
                new Observed(String.join(", ", owners), certificate.where("CN")));
    }

    private static Users usersByCertificate(List<Exchange> run) {
        Map<String, Set<String>> users = new HashMap<>();
        for (Exchange exchange : run) {
            exchange.clientId()
                    .ifPresent(client -> sessionHops(exchange)
                            .flatMap(hop -> hop.client().presented().stream())
                            .forEach(certificate -> users.computeIfAbsent(certificate.sha256(), key -> new TreeSet<>())
                                    .add(client)));
        }
        return new Users(users);
    }

    private static Stream<Hop> sessionHops(Exchange exchange) {
        List<Stage> shown = List.of(Stage.PSC_CIBA, Stage.PSC_TOKEN, Stage.EXCHANGE, Stage.BUSINESS);
        return exchange.hops().stream().filter(hop -> shown.contains(hop.stage()));
    }
}
