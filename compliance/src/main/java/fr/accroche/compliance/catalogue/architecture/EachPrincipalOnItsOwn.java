package fr.accroche.compliance.catalogue.architecture;

import fr.accroche.compliance.declaration.ComposantPrincipal;
import fr.accroche.compliance.declaration.Profil;
import fr.accroche.compliance.declaration.ProxyEsante;
import fr.accroche.compliance.obligation.DeclaredFinding;
import fr.accroche.compliance.obligation.DeclaredRule;
import fr.accroche.compliance.obligation.Dossier;
import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** CND-10: Shared proxy: each composant principal is homologated and habilité on its own. */
public final class EachPrincipalOnItsOwn implements DeclaredRule {

    private static final Text OWN_FILE = Text.of("un dossier ELU propre à « {0} »", "an ELU file of '{0}' alone");
    private static final Text OWN_NUMBER = Text.of("un numéro {0} propre à « {1} »", "the {0} number of '{1}' alone");
    private static final Text ITS = Text.of("le sien", "its own");
    private static final Text OTHERS = Text.of("celui de « {0} »", "that of '{0}'");
    private static final RuleCard CARD = RuleCard.violation(
                    "CND-10",
                    Text.of(
                            "Derrière un proxy partagé, chaque composant principal est habilité et homologué pour lui-même.",
                            "Behind a shared proxy each composant principal is habilité and homologated on its own."),
                    Citation.webinar(
                            "« Architectures multiples avec Proxy partagé », question",
                            "Dans ce cas, chaque Composant Principal LPS doit être homologué au CNDA et habilité EDC PSC."),
                    Text.of(
                            "Déposer un dossier ELU et une demande au CNDA pour chaque LPS : {expected} ; trouvé : {observed}.",
                            "Hand in an ELU file and a CNDA request for each LPS: {expected}; found: {observed}."),
                    Owner.EDITEUR_LPS)
            .because(
                    Text.of(
                            "Le proxy partagé ne partage que lui-même : le service juge chaque LPS à son client_id et à son numéro.",
                            "The shared proxy shares only itself: the service judges each LPS by its client_id and its number."));

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public List<DeclaredFinding> check(Dossier dossier) {
        return dossier.proxies().stream()
                .flatMap(proxy -> check(behind(dossier, proxy)))
                .distinct()
                .toList();
    }

    private static List<ComposantPrincipal> behind(Dossier dossier, ProxyEsante proxy) {
        return dossier.principals().stream()
                .filter(lps -> dossier.proxiesOf(lps).contains(proxy))
                .toList();
    }

    private static Stream<DeclaredFinding> check(List<ComposantPrincipal> sharing) {
        return sharing.size() < 2
                ? Stream.empty()
                : sharing.stream().flatMap(lps -> {
                    List<ComposantPrincipal> others =
                            sharing.stream().filter(other -> !other.equals(lps)).toList();
                    return Stream.concat(
                            Filed.of(lps, Profil.ELU).stream().map(file -> file(lps, file, others)),
                            CndaAct.of(lps).stream()
                                    .filter(act -> act.number().isPresent())
                                    .map(act -> number(act, others)));
                });
    }

    private static DeclaredFinding file(ComposantPrincipal lps, Filed file, List<ComposantPrincipal> others) {
        Optional<String> other = others.stream()
                .filter(one -> Filed.of(one, Profil.ELU).stream().anyMatch(file::isOneWith))
                .map(ComposantPrincipal::id)
                .findFirst();
        return judge(other, file.path(), OWN_FILE.with(lps.id()));
    }

    private static DeclaredFinding number(CndaAct act, List<ComposantPrincipal> others) {
        Optional<String> other = others.stream()
                .filter(one -> CndaAct.of(one).stream().anyMatch(act::sharesNumberWith))
                .map(ComposantPrincipal::id)
                .findFirst();
        return judge(other, act.path(), OWN_NUMBER.with(act.service().label(), act.component()));
    }

    private static DeclaredFinding judge(Optional<String> other, String path, Text expected) {
        return DeclaredFinding.judge(
                CARD, other.isEmpty(), path, expected, other.map(OTHERS::with).orElse(ITS));
    }
}
