package fr.accroche.scenarios.fault;

import fr.accroche.compliance.declaration.Component;
import fr.accroche.compliance.declaration.ComposantAdditionnel.Autonome;
import fr.accroche.compliance.declaration.ComposantPrincipal;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.Edition;
import fr.accroche.compliance.declaration.Habilitation;
import fr.accroche.compliance.declaration.LogicielUtilisateur;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.Profil;
import fr.accroche.compliance.declaration.ProxyEsante;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What the EDC PSC granted the two components of an operation.
 *
 * @param declaration the whole
 * @param lps the software
 * @param proxy its proxy
 */
record Habilitated(Declaration declaration, LogicielUtilisateur lps, ProxyEsante proxy) {

    static Habilitated of(Declaration declaration, Operation operation) {
        return new Habilitated(declaration, declaration.lps(operation), declaration.proxy(operation));
    }

    Declaration withSuspendedElu() {
        Edition edition = changed(lps, Profil.ELU, granted -> in(granted, Habilitation.Status.SUSPENDED));
        Component other = lps instanceof ComposantPrincipal principal
                ? new ComposantPrincipal(edition, principal.product(), principal.interfacings())
                : withEdition((Autonome) lps, edition);
        return declaration.withComponent(other);
    }

    private static Autonome withEdition(Autonome autonome, Edition edition) {
        return new Autonome(
                edition, autonome.product(), autonome.functions(), autonome.cndaName(), autonome.instances());
    }

    Declaration withRequestedElp() {
        Edition edition = changed(proxy, Profil.ELP, granted -> in(granted, Habilitation.Status.REQUESTED));
        return declaration.withComponent(
                new ProxyEsante(edition, proxy.declaredMode(), proxy.whenDown(), proxy.homologations()));
    }

    private static Habilitation in(Habilitation granted, Habilitation.Status status) {
        return new Habilitation(
                granted.profile(),
                granted.about(),
                granted.candidature(),
                status,
                granted.grantedOn(),
                Optional.empty());
    }

    private static Edition changed(Component component, Profil profile, UnaryOperator<Habilitation> change) {
        Edition edition = component.edition();
        return new Edition(
                edition.id(),
                edition.editor(),
                edition.habilitations().stream()
                        .map(each -> each.profile() == profile ? change.apply(each) : each)
                        .toList(),
                edition.intrusionTest(),
                edition.hosting(),
                edition.ui());
    }
}
