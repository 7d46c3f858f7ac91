package fr.accroche.compliance.catalogue.architecture;

import fr.accroche.compliance.declaration.ProxyEsante;
import fr.accroche.compliance.obligation.DeclaredFinding;
import fr.accroche.compliance.obligation.DeclaredRule;
import fr.accroche.compliance.obligation.Dossier;
import fr.accroche.compliance.obligation.Slides;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.text.Text;
import java.util.List;
import java.util.stream.Collectors;

/** CND-02: A proxy is never homologated by the CNDA. */
public final class ProxyIsNotHomologated implements DeclaredRule {

    private static final Text NONE = Text.of("aucune homologation", "no homologation");
    private static final Text SOME = Text.of("homologations déclarées : {0}", "homologations declared: {0}");
    private static final RuleCard CARD = RuleCard.violation(
                    "CND-02",
                    Text.of(
                            "Un proxy n'est jamais homologué par le CNDA.",
                            "A proxy is never homologated by the CNDA."),
                    Slides.NO_PROXY_AT_CNDA,
                    Text.of(
                            "Retirer ces homologations ; celles d'un composant non autonome intégré se déclarent à ce composant, celles du LPS au LPS.",
                            "Remove these homologations; those of an integrated non autonome are declared at that component, those of the LPS at the LPS."),
                    Owner.EDITEUR_PROXY)
            .because(Text.of(
                    "Le CNDA homologue des logiciels : un proxy n'a pas de numéro à envoyer aux téléservices.",
                    "The CNDA homologates software: a proxy has no number to send to the téléservices."));

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public List<DeclaredFinding> check(Dossier dossier) {
        return dossier.proxies().stream().map(ProxyIsNotHomologated::check).toList();
    }

    private static DeclaredFinding check(ProxyEsante proxy) {
        List<CndaAct> acts = CndaAct.of(proxy);
        return DeclaredFinding.judge(
                CARD,
                acts.isEmpty(),
                proxy.path() + ".homologations",
                NONE,
                acts.isEmpty()
                        ? NONE
                        : SOME.with(
                                acts.stream().map(act -> act.service().label()).collect(Collectors.joining(", "))));
    }
}
