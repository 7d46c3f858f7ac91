package fr.accroche.compliance.catalogue.standards;

import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Observed;
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
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** MTL-02: TLS 1.2 or 1.3 only, with a suite that has forward secrecy and authenticated encryption. */
public final class TlsIsForwardSecret implements Rule {

    private static final RuleCard CARD = RuleCard.violation(
                    "MTL-02",
                    Phase.HANDSHAKE,
                    Likeness.standard(
                            Text.of(
                                    "les versions sont publiques, pas les suites que prennent les vrais serveurs",
                                    "the versions are public, the suites that the real servers take are not"),
                            Basis.of("RFC 9325 §4.2", PublicSource.CI_SIS)),
                    Text.of(
                            "TLS 1.2 ou 1.3 seulement, avec une suite à confidentialité persistante et à chiffrement authentifié.",
                            "TLS 1.2 or 1.3 only, with a suite that has forward secrecy and authenticated encryption."),
                    Citation.standard("RFC 9325 §3.1.1, §4.1, §4.2; CI-SIS, sécurisation de la couche transport"),
                    Text.of(
                            "Activer TLS 1.3, ou TLS 1.2 avec une suite ECDHE et GCM ou ChaCha20-Poly1305 : attendu {expected}, trouvé {observed}.",
                            "Enable TLS 1.3, or TLS 1.2 with a suite of ECDHE and GCM or ChaCha20-Poly1305: expected {expected}, found {observed}."),
                    Owner.EDITEUR_PROXY,
                    Owner.OPERATEUR_PROXY,
                    Owner.EDITEUR_LPS)
            .because(
                    Text.of(
                            "Sans clé éphémère, qui obtient un jour la clé privée du serveur déchiffre tout le trafic enregistré. Une suite que le serveur n'offre pas est refusée dès la poignée de main, souvent sans autre message que handshake_failure.",
                            "Without an ephemeral key, whoever one day obtains the server's private key decrypts all recorded traffic. A suite that the server does not offer is refused at the handshake, often with handshake_failure as the only message."));

    private static final Set<String> VERSIONS = Set.of("TLSv1.2", "TLSv1.3");

    /** Those of TLS 1.3 are all of that kind (RFC 8446 §B.4); of TLS 1.2, those with an ephemeral key and an AEAD. */
    private static final Pattern SUITE =
            Pattern.compile("TLS_(AES|CHACHA20)_.*|TLS_(ECDHE|DHE)_(RSA|ECDSA)_WITH_.*(GCM|CCM|POLY1305).*");

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public List<Finding> check(Trial trial) {
        return trial.exchange().hops().stream()
                .flatMap(hop -> Stream.of(version(hop), suite(hop)).flatMap(Optional::stream))
                .toList();
    }

    private static Optional<Finding> version(Hop hop) {
        return hop.fact(Fact.TLS_PROTOCOL)
                .map(version -> CARD.judge(
                        hop,
                        VERSIONS.contains(version.value()),
                        new Observed("TLSv1.2 | TLSv1.3", "RFC 9325 §3.1.1"),
                        version));
    }

    private static Optional<Finding> suite(Hop hop) {
        return hop.fact(Fact.TLS_SUITE)
                .map(suite -> CARD.judge(
                        hop,
                        SUITE.matcher(suite.value()).matches(),
                        new Observed("(ECDHE | DHE) + (GCM | CCM | CHACHA20_POLY1305)", "RFC 9325 §4.2"),
                        suite));
    }
}
