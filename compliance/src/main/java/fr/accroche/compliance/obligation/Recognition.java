package fr.accroche.compliance.obligation;

import fr.accroche.compliance.declaration.ComposantPrincipal;
import fr.accroche.compliance.declaration.ProxyEsante;
import fr.accroche.compliance.text.Text;
import java.util.List;
import java.util.Optional;

/**
 * Which architecture of the webinar a declaration is.
 *
 * @param architecture the one; empty where it is none of them
 * @param why what tells it from the others
 */
public record Recognition(Optional<Architecture> architecture, Text why) {

    /** Recognises the architecture of a declaration. */
    public static Recognition of(Dossier dossier) {
        if (!dossier.autonomes().isEmpty() && !dossier.nonAutonomes().isEmpty()) {
            return none(Text.of(
                    "un composant additionnel autonome et un non autonome à la fois : le webinaire ne montre pas ce mélange",
                    "an autonome and a non autonome add-on at once: the webinar does not show that mixture"));
        }
        if (!dossier.autonomes().isEmpty()) {
            return withAutonome(dossier);
        }
        return dossier.nonAutonomes().isEmpty() ? withoutAddOn(dossier) : withNonAutonome(dossier);
    }

    private static Recognition withAutonome(Dossier dossier) {
        boolean thirdParty = dossier.autonomes().stream()
                .flatMap(addOn -> addOn.instances().stream())
                .findAny()
                .isPresent();
        boolean own = dossier.proxies().stream()
                .anyMatch(proxy -> !dossier.isThirdParty(proxy)
                        && !dossier.operationsThrough(proxy).isEmpty());
        if (own) {
            return none(
                    Text.of(
                            "un composant additionnel autonome, mais le proxy est celui de l'éditeur du LPS : le webinaire ne le montre qu'avec un proxy tiers",
                            "an autonome add-on, but the proxy is that of the LPS's editor: the webinar shows it with a third-party proxy only"));
        }
        if (!thirdParty) {
            return none(Text.of(
                    "un composant additionnel autonome qu'aucun LPS n'appelle : déclarer instances",
                    "an autonome add-on that no LPS calls: declare instances"));
        }
        return one(
                Architecture.AUTONOME_PROXY_TIERS,
                Text.of(
                        "un composant principal s'interface avec {0}, qui est autonome, et avec un proxy d'un autre éditeur",
                        "a composant principal is interfaced with {0}, which is autonome, and with a proxy of another editor"),
                dossier.autonomes().get(0).id());
    }

    private static Recognition withNonAutonome(Dossier dossier) {
        List<Optional<Class<?>>> homes = dossier.nonAutonomes().stream()
                .map(addOn -> addOn.integratedIn()
                        .map(dossier.declaration().components()::get)
                        .<Class<?>>map(Object::getClass))
                .distinct()
                .toList();
        String name = dossier.nonAutonomes().get(0).id();
        if (homes.equals(List.of(Optional.of(ComposantPrincipal.class)))) {
            return one(
                    Architecture.NON_AUTONOME_DANS_LPS,
                    Text.of(
                            "{0}, non autonome, est intégré dans le LPS",
                            "{0}, non autonome, is integrated in the LPS"),
                    name);
        }
        if (homes.equals(List.of(Optional.of(ProxyEsante.class)))) {
            return one(
                    Architecture.NON_AUTONOME_DANS_PROXY,
                    Text.of(
                            "{0}, non autonome, est intégré dans le proxy",
                            "{0}, non autonome, is integrated in the proxy"),
                    name);
        }
        return none(Text.of(
                "les composants non autonomes ne sont pas tous intégrés au même endroit, le LPS ou le proxy",
                "the non autonome add-ons are not all integrated in the same place, the LPS or the proxy"));
    }

    private static Recognition withoutAddOn(Dossier dossier) {
        Optional<ProxyEsante> shared = dossier.proxies().stream()
                .filter(proxy -> dossier.operationsThrough(proxy).stream()
                                .map(operation -> operation.lps())
                                .distinct()
                                .count()
                        > 1)
                .findFirst();
        if (shared.isPresent()) {
            return one(
                    Architecture.PROXY_PARTAGE,
                    Text.of(
                            "plusieurs composants principaux passent par {0}",
                            "several composants principaux come through {0}"),
                    shared.get().id());
        }
        List<ProxyEsante> used = dossier.proxies().stream()
                .filter(proxy -> !dossier.operationsThrough(proxy).isEmpty())
                .toList();
        if (used.isEmpty()) {
            return none(Text.of("aucun proxy n'est utilisé", "no proxy is used"));
        }
        Optional<ProxyEsante> foreign =
                used.stream().filter(dossier::isThirdParty).findFirst();
        return foreign.map(proxy -> one(
                        Architecture.PROXY_TIERS,
                        Text.of("{0} n'est pas édité par l'éditeur du LPS", "{0} is not edited by the LPS's editor"),
                        proxy.id()))
                .orElseGet(() -> one(
                        Architecture.PROXY_INTEGRE,
                        Text.of("{0} est édité par l'éditeur du LPS", "{0} is edited by the LPS's editor"),
                        used.get(0).id()));
    }

    private static Recognition one(Architecture architecture, Text why, String component) {
        return new Recognition(Optional.of(architecture), why.with(component));
    }

    private static Recognition none(Text why) {
        return new Recognition(Optional.empty(), why);
    }
}
