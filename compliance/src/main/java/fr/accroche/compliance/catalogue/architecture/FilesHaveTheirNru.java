package fr.accroche.compliance.catalogue.architecture;

import fr.accroche.compliance.declaration.ComposantAdditionnel.NonAutonome;
import fr.accroche.compliance.declaration.Profil;
import fr.accroche.compliance.obligation.DeclaredFinding;
import fr.accroche.compliance.obligation.DeclaredRule;
import fr.accroche.compliance.obligation.Dossier;
import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.text.Text;
import java.util.List;

/** HAB-08: NRU of the ELU and ELP files are optional in Convergence but recommended. */
public final class FilesHaveTheirNru implements DeclaredRule {

    private static final Text ITS_OWN = Text.of("le NRU du dossier {0}", "the NRU of the {0} file");
    private static final Text GIVEN = Text.of("déclaré", "declared");
    private static final Text NONE = Text.of("pas de NRU", "no NRU");
    private static final RuleCard CARD = RuleCard.info(
                    "HAB-08",
                    Text.of(
                            "Le NRU de chaque dossier ELU et ELP est connu : facultatif dans Convergence, il y est recommandé.",
                            "The NRU of each ELU and ELP file is known: optional in Convergence, it is recommended there."),
                    Citation.faq(
                            "réponse sur les champs NRU",
                            "Néanmoins, nous vous recommandons vivement de les compléter, car ces informations facilitent le rapprochement des candidatures entre les guichets Ségur et EDC PSC."),
                    Text.of(
                            "Reprendre le NRU affiché par le guichet EDC PSC, dans Convergence et sous nru.",
                            "Copy the NRU that the EDC PSC guichet shows, in Convergence and under nru."),
                    Owner.EDITEUR_LPS,
                    Owner.EDITEUR_PROXY,
                    Owner.EDITEUR_ADDITIONNEL)
            .because(Text.of(
                    "Sans lui, le guichet Ségur ne sait pas rapprocher le dossier de celui de l'EDC PSC.",
                    "Without it the Ségur guichet cannot match the file with that of the EDC PSC."));

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public List<DeclaredFinding> check(Dossier dossier) {
        return dossier.declaration().components().values().stream()
                .filter(component -> !(component instanceof NonAutonome))
                .flatMap(component -> Filed.of(component, Profil.ELU, Profil.ELP).stream())
                .map(file -> DeclaredFinding.judge(
                        CARD,
                        file.nru().isPresent(),
                        file.path() + ".nru",
                        ITS_OWN.with(file.habilitation().profile()),
                        file.nru().isPresent() ? GIVEN : NONE))
                .toList();
    }
}
