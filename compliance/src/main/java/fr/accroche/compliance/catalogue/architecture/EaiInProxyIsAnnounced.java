package fr.accroche.compliance.catalogue.architecture;

import fr.accroche.compliance.declaration.Solution;
import fr.accroche.compliance.declaration.Solution.Feature;
import fr.accroche.compliance.obligation.DeclaredFinding;
import fr.accroche.compliance.obligation.DeclaredRule;
import fr.accroche.compliance.obligation.Dossier;
import fr.accroche.compliance.obligation.Guichet;
import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.text.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** CND-08: EAI in a third-party proxy: the LPS's editor declares it to Ségur, to the EDC PSC and to the CNDA. */
public final class EaiInProxyIsAnnounced implements DeclaredRule {

    private static final String PLACE =
            "question « Lorsqu'un ELU utilise un Proxy e-Santé tiers embarquant des Composants Additionnels Non Autonomes (EAI)… »";
    private static final Text ANNOUNCED = Text.of("déclaré ({0}) : {1}", "declared ({0}): {1}");
    private static final Text NOTHING = Text.of("rien", "nothing");
    private static final RuleCard CARD = RuleCard.violation(
                    "CND-08",
                    Text.of(
                            "Un EAI embarqué par un proxy tiers est déclaré à chaque guichet par l'éditeur du LPS.",
                            "An EAI aboard a third-party proxy is declared to each guichet by the LPS's editor."),
                    Citation.webinar(
                            PLACE,
                            "Il s'agit du cas d'un Proxy e-Santé tiers qui embarque des Composants Additionnels Non Autonomes (ou logiciels EAI)."),
                    Text.of(
                            "Compléter la déclaration à ce guichet, et announced ici : {expected} ; trouvé : {observed}.",
                            "Complete the declaration to this guichet, and announced here: {expected}; found: {observed}."),
                    Owner.EDITEUR_LPS)
            .because(
                    Text.of(
                            "Le CNDA ne donne le plan de test adapté qu'à qui déclare l'EAI ; les autres guichets rapprochent les dossiers par là.",
                            "The CNDA gives the adapted test plan only to who declares the EAI; the other guichets match the files by it."));

    /** What a guichet wants declared, in its own passage of the answer. */
    private enum Wanted {
        SEGUR(
                Guichet.SEGUR,
                "Dans le parcours Ségur, l'éditeur de la Solution Logicielle déclare qu'il utilise un Proxy e-Santé tiers et des Composants Additionnels Non Autonomes.",
                Feature.PROXY_TIERS,
                Feature.NON_AUTONOME),
        EDC(
                Guichet.EDC_PSC,
                "Dans le parcours d'habilitation EDC PSC, l'éditeur ELU déclare qu'il utilise un Proxy e-Santé tiers.",
                Feature.PROXY_TIERS),
        CNDA(
                Guichet.CNDA,
                "Dans le parcours d'homologation au CNDA, l'éditeur de la Solution Logicielle déclare qu'il utilise des Composants Additionnels Non Autonomes (EAI) intégrés au Proxy e-Santé et celui-ci bénéficiera d'un plan de test adapté.",
                Feature.EAI_DANS_PROXY);

        private final Guichet guichet;
        private final String words;
        private final Set<Feature> features;

        Wanted(Guichet guichet, String words, Feature... features) {
            this.guichet = guichet;
            this.words = words;
            this.features = Set.of(features);
        }

        private Set<Feature> announced(Solution solution) {
            return switch (this) {
                case SEGUR -> solution.announced().segur();
                case EDC -> solution.announced().edc();
                case CNDA -> solution.announced().cnda();
            };
        }
    }

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public List<DeclaredFinding> check(Dossier dossier) {
        return dossier.declaration().solutions().stream()
                .filter(solution -> hasEaiInThirdPartyProxy(dossier, solution))
                .flatMap(solution -> Arrays.stream(Wanted.values()).map(wanted -> check(solution, wanted)))
                .toList();
    }

    private static boolean hasEaiInThirdPartyProxy(Dossier dossier, Solution solution) {
        return dossier.principalsOf(solution).stream()
                .flatMap(lps -> dossier.proxiesOf(lps).stream())
                .filter(dossier::isThirdParty)
                .anyMatch(proxy -> !dossier.integratedIn(proxy).isEmpty());
    }

    private static DeclaredFinding check(Solution solution, Wanted wanted) {
        Set<Feature> said = wanted.announced(solution);
        return DeclaredFinding.judge(
                        CARD,
                        said.containsAll(wanted.features),
                        solution.path() + ".announced." + wanted.name().toLowerCase(Locale.ROOT),
                        ANNOUNCED.with(wanted.guichet.title(), words(wanted.features)),
                        ANNOUNCED.with(wanted.guichet.title(), words(said)))
                .citing(Citation.webinar(PLACE, wanted.words));
    }

    private static Text words(Set<Feature> features) {
        return features.isEmpty()
                ? NOTHING
                : Text.verbatim(Stream.of(Feature.values())
                        .filter(features::contains)
                        .map(feature -> feature.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .collect(Collectors.joining(", ")));
    }
}
