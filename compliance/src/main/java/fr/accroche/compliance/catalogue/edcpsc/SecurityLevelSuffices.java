package fr.accroche.compliance.catalogue.edcpsc;

import fr.accroche.compliance.declaration.CredentialChoices.LevelRule;
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
import java.util.stream.Stream;

/** CRD-04: The registered security level is the one the service asks for. */
public final class SecurityLevelSuffices implements Rule {

    private static final RuleCard CARD = RuleCard.violation(
                    "CRD-04",
                    Phase.CREDENTIAL,
                    Likeness.invented(Text.of(
                            "seule la valeur 15 est publique ; l'ordre des niveaux est supposé",
                            "only the value 15 is public; that levels are ordered is a guess")),
                    Text.of(
                            "Le niveau de sécurité enregistré est celui que le service demande.",
                            "The registered security level is the one the service asks for."),
                    Citation.webinar(
                            "annexe « API Credential sur l'Espace de Confiance ProSanteConnect »",
                            "\"securityLevel\": \"15\""),
                    Text.of(
                            "Faire enregistrer ce client par le guichet EDC PSC au niveau de sécurité {expected} (trouvé : {observed}).",
                            "Have the EDC PSC guichet register this client at security level {expected} (found: {observed})."),
                    Owner.GUICHET)
            .because(
                    Text.of(
                            "Le client est connu, son certificat est bon, et l'échange est pourtant refusé : le niveau est un critère à part. Le webinaire n'en montre que la valeur « 15 », sans en dire le sens ; rien, dans le LPS ou le proxy, ne peut la corriger.",
                            "The client is known, its certificate is good, and yet the exchange is refused: the level is a criterion of its own. The webinar shows the value '15' only, and not what it means; nothing in the LPS or the proxy can correct it."));

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public boolean applies(Trial trial) {
        return trial.declaration().couloir().asksCredential();
    }

    @Override
    public List<Finding> check(Trial trial) {
        LevelRule enough = trial.declaration().settings().credential().levelRule();
        return trial.at(Stage.CREDENTIAL)
                .flatMap(hop -> asked(hop)
                        .flatMap(asked -> hop.fact(Fact.REGISTER_SECURITY_LEVEL).stream()
                                .map(registered -> CARD.judge(
                                        hop, enough.suffices(registered.value(), asked.value()), asked, registered))))
                .toList();
    }

    private static Stream<Observed> asked(Hop hop) {
        return hop.fact(Fact.CREDENTIAL_SECURITY_LEVEL).stream()
                .filter(asked -> !asked.value().isEmpty());
    }
}
