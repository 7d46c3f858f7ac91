package fr.accroche.compliance.catalogue.architecture;

import fr.accroche.compliance.declaration.ComposantPrincipal;
import fr.accroche.compliance.declaration.Profil;
import fr.accroche.compliance.declaration.ProxyEsante;
import fr.accroche.compliance.obligation.Architecture;
import fr.accroche.compliance.obligation.DeclaredFinding;
import fr.accroche.compliance.obligation.DeclaredRule;
import fr.accroche.compliance.obligation.Dossier;
import fr.accroche.compliance.obligation.Recognition;
import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** HAB-02: Integrated proxy: one common ELU+ELP candidature. */
public final class IntegratedProxyIsOneFile implements DeclaredRule {

    private static final Text ONE = Text.of(
            "une seule candidature pour l'ELU de « {0} » et l'ELP de « {1} »",
            "one candidature for the ELU of '{0}' and the ELP of '{1}'");
    private static final Text SEEN = Text.of("ELU : {0} ; ELP : {1}", "ELU: {0}; ELP: {1}");
    private static final Text NOT_DECLARED = Text.of("non déclarée", "not declared");
    private static final RuleCard CARD = RuleCard.violation(
                    "HAB-02",
                    Text.of(
                            "Avec un proxy intégré, l'ELU et l'ELP font une seule candidature.",
                            "With an integrated proxy, the ELU and the ELP are one candidature."),
                    Citation.webinar(
                            "« Architecture Proxy Intégré », parcours",
                            "vous devez obtenir une habilitation commune ELU et ELP (choisir les deux profils lors du formulaire administratif EDC PSC pour avoir une seule candidature sur le guichet)"),
                    Text.of(
                            "Choisir les deux profils dans le formulaire administratif de l'EDC PSC, ou donner le même nom de candidature aux deux. Déclaré : {observed}.",
                            "Tick both profiles in the administrative form of the EDC PSC, or give both the same candidature name. Declared: {observed}."),
                    Owner.EDITEUR_LPS)
            .because(
                    Text.of(
                            "Deux candidatures séparées ne montrent pas au guichet que le LPS et son proxy vont ensemble : leur lien reste à valider.",
                            "Two separate candidatures do not show the guichet that the LPS and its proxy go together: their link remains to be validated."));

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public List<DeclaredFinding> check(Dossier dossier) {
        boolean integrated = Recognition.of(dossier)
                .architecture()
                .filter(Architecture.PROXY_INTEGRE::equals)
                .isPresent();
        return !integrated
                ? List.of()
                : dossier.principals().stream()
                        .flatMap(lps -> dossier.proxiesOf(lps).stream().flatMap(proxy -> check(lps, proxy).stream()))
                        .toList();
    }

    private static Optional<DeclaredFinding> check(ComposantPrincipal lps, ProxyEsante proxy) {
        List<Filed> elu = Filed.of(lps, Profil.ELU).stream()
                .filter(file -> file.about().map(proxy.id()::equals).orElse(true))
                .toList();
        List<Filed> elp = Filed.of(proxy, Profil.ELP);
        Set<String> eluNames = names(elu);
        Set<String> elpNames = names(elp);
        if (elu.isEmpty() || elp.isEmpty() || eluNames.isEmpty() && elpNames.isEmpty()) {
            return Optional.empty();
        }
        Filed place = (eluNames.isEmpty() ? elu : elp).get(0);
        return Optional.of(DeclaredFinding.judge(
                CARD,
                eluNames.stream().anyMatch(elpNames::contains),
                place.path() + ".candidature",
                ONE.with(lps.id(), proxy.id()),
                SEEN.with(shown(eluNames), shown(elpNames))));
    }

    private static Set<String> names(List<Filed> files) {
        return files.stream()
                .flatMap(file -> file.candidature().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Text shown(Set<String> names) {
        return names.isEmpty() ? NOT_DECLARED : Text.verbatim(String.join(", ", names));
    }
}
