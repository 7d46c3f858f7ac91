package fr.accroche.compliance.catalogue.architecture;

import fr.accroche.compliance.declaration.Component;
import fr.accroche.compliance.declaration.ComposantAdditionnel.NonAutonome;
import fr.accroche.compliance.declaration.LogicielUtilisateur;
import fr.accroche.compliance.declaration.Profil;
import fr.accroche.compliance.declaration.ProxyEsante;
import fr.accroche.compliance.obligation.DeclaredFinding;
import fr.accroche.compliance.obligation.DeclaredRule;
import fr.accroche.compliance.obligation.Dossier;
import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.text.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** HAB-09: One habilitation path per declared architecture however many téléservices it calls. */
public final class OnePathPerArchitecture implements DeclaredRule {

    private static final Text ONE = Text.of("un seul dossier {0} de « {1} »", "one {0} file of '{1}'");
    private static final Text FOR_A_PROXY = Text.of(
            "un seul dossier {0} de « {1} » pour le proxy « {2} »", "one {0} file of '{1}' for the proxy '{2}'");
    private static final Text COUNT = Text.of("dossiers : {0}", "files: {0}");
    private static final RuleCard CARD = RuleCard.info(
                    "HAB-09",
                    Text.of(
                            "Une architecture suit un seul parcours d'habilitation, quel que soit le nombre de téléservices.",
                            "An architecture follows one habilitation path, however many téléservices it calls."),
                    Citation.webinar(
                            "question sur plusieurs téléservices",
                            "si une même solution consomme plusieurs téléservices, elle suit un parcours d'habilitation EDC PSC unique pour son architecture déclarée"),
                    Text.of(
                            "Garder un dossier et abandonner les autres : {expected} ; trouvé : {observed}.",
                            "Keep one file and drop the others: {expected}; found: {observed}."),
                    Owner.EDITEUR_LPS,
                    Owner.EDITEUR_PROXY,
                    Owner.EDITEUR_ADDITIONNEL)
            .because(
                    Text.of(
                            "Un dossier par téléservice fait instruire plusieurs fois la même architecture ; c'est au CNDA que l'on compte par téléservice.",
                            "One file per téléservice has the same architecture studied several times; it is the CNDA that counts by téléservice."));

    /** What a file is for: a profile, and the proxy if that is known. */
    private record Purpose(Profil profile, Optional<String> proxy) {}

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public List<DeclaredFinding> check(Dossier dossier) {
        return dossier.declaration().components().values().stream()
                .filter(component -> !(component instanceof NonAutonome))
                .flatMap(component -> check(dossier, component))
                .toList();
    }

    private static Stream<DeclaredFinding> check(Dossier dossier, Component component) {
        Optional<String> only = onlyProxy(dossier, component);
        return Filed.of(component, Profil.ELU, Profil.ELP).stream()
                .filter(file -> !file.habilitation().suspendedBy(dossier.day()))
                .collect(Collectors.groupingBy(
                        file -> new Purpose(
                                file.habilitation().profile(), file.about().or(() -> only)),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> judge(component, entry.getKey(), entry.getValue()));
    }

    /** What a file is about that names no proxy, where there is but one. */
    private static Optional<String> onlyProxy(Dossier dossier, Component component) {
        List<ProxyEsante> proxies =
                component instanceof LogicielUtilisateur software ? dossier.proxiesOf(software) : List.of();
        return proxies.size() == 1 ? Optional.of(proxies.get(0).id()) : Optional.empty();
    }

    private static DeclaredFinding judge(Component component, Purpose purpose, List<Filed> files) {
        Text expected = purpose.proxy()
                .map(proxy -> FOR_A_PROXY.with(purpose.profile(), component.id(), proxy))
                .orElse(ONE.with(purpose.profile(), component.id()));
        return DeclaredFinding.judge(
                CARD, files.size() == 1, files.get(files.size() - 1).path(), expected, COUNT.with(files.size()));
    }
}
