package fr.accroche.compliance.obligation;

import fr.accroche.compliance.declaration.Component;
import fr.accroche.compliance.declaration.ComposantAdditionnel;
import fr.accroche.compliance.declaration.ComposantAdditionnel.Autonome;
import fr.accroche.compliance.declaration.ComposantAdditionnel.Instance;
import fr.accroche.compliance.declaration.ComposantAdditionnel.NonAutonome;
import fr.accroche.compliance.declaration.ComposantPrincipal;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.Habilitation;
import fr.accroche.compliance.declaration.LogicielUtilisateur;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.Profil;
import fr.accroche.compliance.declaration.ProxyEsante;
import fr.accroche.compliance.declaration.Solution;
import fr.accroche.compliance.declaration.Teleservice;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * A declaration, judged on a day.
 *
 * @param declaration what the vendor declared
 * @param day the day
 */
public record Dossier(Declaration declaration, LocalDate day) {

    public List<ComposantPrincipal> principals() {
        return declaration.all(ComposantPrincipal.class).toList();
    }

    public List<ProxyEsante> proxies() {
        return declaration.all(ProxyEsante.class).toList();
    }

    public List<Autonome> autonomes() {
        return declaration.all(Autonome.class).toList();
    }

    public List<NonAutonome> nonAutonomes() {
        return declaration.all(NonAutonome.class).toList();
    }

    /** The solutions that a composant principal belongs to: one, in a sound declaration. */
    public List<Solution> solutionsOf(ComposantPrincipal lps) {
        return declaration.solutions().stream()
                .filter(solution -> solution.has(lps))
                .toList();
    }

    /** The services that the CNDA homologates, among those that the LPS's solution uses. */
    public List<Teleservice> servicesOf(ComposantPrincipal lps) {
        return solutionsOf(lps).stream()
                .flatMap(solution -> solution.teleservices().stream())
                .filter(Teleservice.HOMOLOGATED::contains)
                .distinct()
                .toList();
    }

    /** The composants principaux of a solution: one, in a sound declaration. */
    public List<ComposantPrincipal> principalsOf(Solution solution) {
        return principals().stream().filter(solution::has).toList();
    }

    /** What the EDC PSC habilitates of a solution: its LPS, the autonome add-ons that it calls, and their proxies. */
    public List<Component> habilitated(Solution solution) {
        List<LogicielUtilisateur> software = principalsOf(solution).stream()
                .flatMap(lps -> Stream.<LogicielUtilisateur>concat(
                        Stream.of(lps), autonomesOf(lps).map(Interfaced::addOn)))
                .distinct()
                .toList();
        return Stream.<Component>concat(software.stream(), software.stream().flatMap(one -> proxiesOf(one).stream()))
                .distinct()
                .toList();
    }

    /** The client_ids of a software. */
    public List<Operation> operationsOf(LogicielUtilisateur software) {
        return declaration.operations().stream()
                .filter(operation -> operation.lps().equals(software.id()))
                .toList();
    }

    /** The client_ids that come through a proxy. */
    public List<Operation> operationsThrough(ProxyEsante proxy) {
        return declaration.operations().stream()
                .filter(operation -> operation.proxy().equals(proxy.id()))
                .toList();
    }

    /** The proxies that a software is interfaced with. */
    public List<ProxyEsante> proxiesOf(LogicielUtilisateur software) {
        return operationsOf(software).stream()
                .map(Operation::proxy)
                .distinct()
                .map(key -> (ProxyEsante) declaration.components().get(key))
                .toList();
    }

    /** The ELU files of a software for one of its proxies: those that name it, or that name none where it is the only one. */
    public List<Habilitation> filesFor(LogicielUtilisateur software, ProxyEsante proxy) {
        boolean only = proxiesOf(software).size() == 1;
        return software.habilitations().stream()
                .filter(file -> file.profile() == Profil.ELU)
                .filter(file -> file.about().map(proxy.id()::equals).orElse(only))
                .toList();
    }

    /** The composants principaux that reach a component: themselves, by a call, by integration, or by a client_id. */
    public List<ComposantPrincipal> principalsUsing(Component component) {
        if (component instanceof ComposantPrincipal lps) {
            return List.of(lps);
        }
        if (component instanceof NonAutonome integrated) {
            return integrated
                    .integratedIn()
                    .map(declaration.components()::get)
                    .filter(home -> !(home instanceof NonAutonome))
                    .map(this::principalsUsing)
                    .orElse(List.of());
        }
        Stream<Component> callers = component instanceof Autonome addOn
                ? addOn.instances().stream()
                        .map(instance -> declaration.components().get(instance.lps()))
                : operationsThrough((ProxyEsante) component).stream()
                        .map(Operation::lps)
                        .distinct()
                        .map(declaration.components()::get);
        return callers.flatMap(caller -> principalsUsing(caller).stream())
                .distinct()
                .toList();
    }

    /** Whether a proxy is nobody's who edits a composant principal here: a third party's, or a groupement member's. */
    public boolean isThirdParty(ProxyEsante proxy) {
        return principals().stream().noneMatch(lps -> lps.editor().equals(proxy.editor()));
    }

    /** The non autonome add-ons that a component integrates. */
    public List<NonAutonome> integratedIn(Component component) {
        return declaration.integratedIn(component);
    }

    /** The add-ons that an LPS uses: integrated in it or in its proxies, or called by it. */
    public List<ComposantAdditionnel> addOnsOf(ComposantPrincipal lps) {
        Stream<Component> homes = Stream.concat(Stream.of(lps), proxiesOf(lps).stream());
        return Stream.<ComposantAdditionnel>concat(
                        homes.flatMap(home -> integratedIn(home).stream()),
                        autonomesOf(lps).map(Interfaced::addOn))
                .distinct()
                .toList();
    }

    /** The autonome add-ons that an LPS calls, once for each pair of operators. */
    public Stream<Interfaced> autonomesOf(ComposantPrincipal lps) {
        return autonomes().stream()
                .flatMap(addOn -> addOn.instances().stream()
                        .filter(instance -> instance.lps().equals(lps.id()))
                        .map(instance -> new Interfaced(lps, addOn, instance)));
    }

    /**
     * Whether an LPS calls a service without an autonome add-on: none takes it over, or one of its operators has a client_id
     * for it and no such add-on.
     */
    public boolean callsItself(ComposantPrincipal lps, Teleservice service) {
        List<Instance> calls = autonomesOf(lps)
                .filter(call -> call.addOn().functions().contains(service))
                .map(Interfaced::instance)
                .toList();
        return calls.isEmpty()
                || operationsOf(lps).stream()
                        .filter(operation -> declaration.teleservices(operation).contains(service))
                        .anyMatch(operation -> calls.stream()
                                .noneMatch(call -> call.lpsOperator().equals(operation.operator())));
    }

    /**
     * An autonome add-on that an LPS calls.
     *
     * @param lps the LPS
     * @param addOn the add-on
     * @param instance who operates which
     */
    public record Interfaced(ComposantPrincipal lps, Autonome addOn, Instance instance) {

        /** S6 and C6: the LPS's éditeur operates the add-on. */
        public boolean operatedByLpsEditor() {
            return instance.operator().equals(lps.editor());
        }

        /** S7 and C7: its own éditeur operates it. */
        public boolean operatedByItsEditor() {
            return instance.operator().equals(addOn.editor());
        }
    }

    /** {@code file:line} of a part of the declaration. */
    public String where(String path) {
        return declaration.lines().at(path);
    }
}
