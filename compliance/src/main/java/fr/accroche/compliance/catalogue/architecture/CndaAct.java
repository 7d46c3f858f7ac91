package fr.accroche.compliance.catalogue.architecture;

import fr.accroche.compliance.declaration.CommercialName;
import fr.accroche.compliance.declaration.Component;
import fr.accroche.compliance.declaration.ComposantAdditionnel;
import fr.accroche.compliance.declaration.ComposantPrincipal;
import fr.accroche.compliance.declaration.Homologation;
import fr.accroche.compliance.declaration.LogicielUtilisateur;
import fr.accroche.compliance.declaration.NumeroHomologation;
import fr.accroche.compliance.declaration.Product;
import fr.accroche.compliance.declaration.ProxyEsante;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Observed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the CNDA granted, or is asked for, and where it is declared. Its number is a secret: it is compared, never shown.
 *
 * @param component the key of the component that has it
 * @param path the place, for example {@code components.lps.homologations.DMP}
 * @param service the téléservice
 * @param homologation the act
 */
record CndaAct(String component, String path, Teleservice service, Homologation homologation) {

    /** Those of a component, under each of its names; those of its interfacings apart. */
    static List<CndaAct> of(Component component) {
        if (component instanceof ProxyEsante proxy) {
            return acts(proxy, proxy.path(), proxy.homologations());
        }
        List<CommercialName> names = product(component).map(Product::names).orElse(List.of());
        return IntStream.range(0, names.size())
                .mapToObj(i -> acts(component, place(component, i), names.get(i).homologations()))
                .flatMap(List::stream)
                .toList();
    }

    /** Those of its interfacings with autonome add-ons. */
    static List<CndaAct> interfacings(ComposantPrincipal lps) {
        return IntStream.range(0, lps.interfacings().size())
                .mapToObj(i -> new CndaAct(
                        lps.id(),
                        lps.path() + ".interfacings[" + i + "]",
                        lps.interfacings().get(i).service(),
                        lps.interfacings().get(i).homologation()))
                .toList();
    }

    /** The acts of the first name are the component's own. */
    static String place(Component component, int name) {
        return name == 0 ? component.path() : component.path() + ".commercialNames[" + name + "]";
    }

    static Optional<Product> product(Component component) {
        return component instanceof LogicielUtilisateur software
                ? Optional.of(software.product())
                : component instanceof ComposantAdditionnel addOn ? Optional.of(addOn.product()) : Optional.empty();
    }

    private static List<CndaAct> acts(Component component, String place, Map<Teleservice, Homologation> acts) {
        List<CndaAct> all = new ArrayList<>();
        for (Teleservice service : Teleservice.HOMOLOGATED) {
            Optional.ofNullable(acts.get(service))
                    .map(act -> new CndaAct(component.id(), place + ".homologations." + service.label(), service, act))
                    .ifPresent(all::add);
        }
        return all;
    }

    Optional<NumeroHomologation> number() {
        return homologation.number();
    }

    /** Whether a number that was noted on the wire is this one: compared by what may be kept of both. */
    boolean isNumbered(Observed noted) {
        return number().map(NumeroHomologation::value)
                .map(Fact.LPS_NUMBER::redact)
                .filter(noted.value()::equals)
                .isPresent();
    }

    /** Whether both have one and the same number. */
    boolean sharesNumberWith(CndaAct other) {
        return number().isPresent() && number().equals(other.number());
    }
}
