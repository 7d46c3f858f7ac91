package fr.accroche.compliance.obligation;

import fr.accroche.compliance.declaration.Actor;
import fr.accroche.compliance.declaration.CommercialName;
import fr.accroche.compliance.declaration.Component;
import fr.accroche.compliance.declaration.ComposantAdditionnel.Autonome;
import fr.accroche.compliance.declaration.ComposantAdditionnel.NonAutonome;
import fr.accroche.compliance.declaration.ComposantPrincipal;
import fr.accroche.compliance.declaration.ComposantPrincipal.Interfacing;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.Edition;
import fr.accroche.compliance.declaration.Habilitation;
import fr.accroche.compliance.declaration.Habilitation.Candidature;
import fr.accroche.compliance.declaration.Habilitation.Status;
import fr.accroche.compliance.declaration.Homologation;
import fr.accroche.compliance.declaration.Homologation.Procedure;
import fr.accroche.compliance.declaration.IntrusionTest;
import fr.accroche.compliance.declaration.LogicielUtilisateur;
import fr.accroche.compliance.declaration.NumeroHomologation;
import fr.accroche.compliance.declaration.Product;
import fr.accroche.compliance.declaration.Profil;
import fr.accroche.compliance.declaration.ProxyEsante;
import fr.accroche.compliance.declaration.Teleservice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A declaration in which one obligation more is held, and nothing else is changed.
 *
 * @param declaration the one where it is missing
 * @param obligation what is missing
 * @param day since when it is held
 */
record Fulfilled(Declaration declaration, Obligation obligation, LocalDate day) {

    Declaration held() {
        Component component = declaration.components().get(obligation.component());
        return switch (obligation.kind()) {
            case ELU, ELP -> declaration.withComponent(with(component, habilitated(component)));
            case OSU, OSP -> habilitatedOperator();
            case HOMOLOGATION -> declaration.withComponent(homologated(component));
            case INTERFACING -> declaration.withComponent(interfaced((ComposantPrincipal) component));
            case REFERENCEMENT -> throw new IllegalArgumentException("nobody lacks it: " + obligation);
            case INTRUSION_TEST -> declaration.withComponent(with(component, tested(component.edition())));
        };
    }

    private Edition habilitated(Component component) {
        Edition old = component.edition();
        List<Habilitation> granted = granted(old.habilitations(), Optional.empty());
        return new Edition(old.id(), old.editor(), granted, old.intrusionTest(), old.hosting(), old.ui());
    }

    private Edition tested(Edition old) {
        IntrusionTest test = new IntrusionTest(Optional.of(day), Optional.of("PENTEST"));
        return new Edition(old.id(), old.editor(), old.habilitations(), Optional.of(test), old.hosting(), old.ui());
    }

    private Declaration habilitatedOperator() {
        Actor old = declaration.actors().get(obligation.actor());
        List<Habilitation> granted = granted(old.habilitations(), Optional.of(obligation.component()));
        Map<String, Actor> actors = new LinkedHashMap<>(declaration.actors());
        actors.put(
                old.id(),
                new Actor(old.id(), old.name(), old.kind(), old.nie(), old.idNatStruct(), old.department(), granted));
        return new Declaration(
                declaration.couloir(),
                declaration.environment(),
                declaration.solutions(),
                actors,
                declaration.components(),
                declaration.operations(),
                declaration.settings(),
                declaration.waivers(),
                declaration.lines());
    }

    /** The file that is there, granted; else a file of its own. */
    private List<Habilitation> granted(List<Habilitation> old, Optional<String> about) {
        Profil profile = Profil.valueOf(obligation.kind().name());
        List<Habilitation> all = new ArrayList<>(old);
        for (int i = 0; i < all.size(); i++) {
            Habilitation one = all.get(i);
            boolean fits =
                    about.isEmpty() || one.about().isEmpty() || one.about().equals(about);
            if (one.profile() == profile && fits) {
                all.set(i, granted(profile, one.about(), one.candidature()));
                return all;
            }
        }
        all.add(granted(profile, about, Candidature.UNKNOWN));
        return all;
    }

    private static Habilitation granted(Profil profile, Optional<String> about, Candidature candidature) {
        return new Habilitation(profile, about, candidature, Status.GRANTED, Optional.empty(), Optional.empty());
    }

    private Homologation homologation(Optional<Homologation> old) {
        NumeroHomologation number = new NumeroHomologation(
                "HELD-" + obligation.component() + "-" + obligation.title().en());
        return new Homologation(
                Optional.of(number),
                Optional.empty(),
                Optional.of(day),
                old.flatMap(Homologation::mode),
                old.map(Homologation::procedure).orElse(Procedure.COMPLETE));
    }

    private Component homologated(Component component) {
        return component instanceof LogicielUtilisateur software
                ? software.soldAs(homologated(software.product()))
                : library((NonAutonome) component);
    }

    private NonAutonome library(NonAutonome old) {
        return new NonAutonome(
                old.edition(), homologated(old.product()), old.functions(), old.cndaName(), old.integratedIn());
    }

    private Product homologated(Product old) {
        Teleservice service = obligation.service().orElseThrow();
        List<CommercialName> names = new ArrayList<>(old.names());
        CommercialName first = names.get(0);
        Map<Teleservice, Homologation> acts = new LinkedHashMap<>(first.homologations());
        acts.put(service, homologation(Optional.ofNullable(acts.get(service))));
        names.set(0, new CommercialName(first.name(), first.nil(), acts));
        return new Product(old.version(), names);
    }

    private ComposantPrincipal interfaced(ComposantPrincipal old) {
        List<String> addOns = declaration.all(Autonome.class).map(Component::id).toList();
        List<Interfacing> interfacings = new ArrayList<>();
        addOns.forEach(addOn -> interfacings.add(
                new Interfacing(addOn, obligation.service().orElseThrow(), homologation(Optional.empty()))));
        return new ComposantPrincipal(old.edition(), old.product(), interfacings);
    }

    private static Component with(Component component, Edition edition) {
        if (component instanceof ComposantPrincipal old) {
            return new ComposantPrincipal(edition, old.product(), old.interfacings());
        }
        if (component instanceof ProxyEsante old) {
            return new ProxyEsante(edition, old.declaredMode(), old.whenDown(), old.homologations());
        }
        Autonome old = (Autonome) component;
        return new Autonome(edition, old.product(), old.functions(), old.cndaName(), old.instances());
    }
}
