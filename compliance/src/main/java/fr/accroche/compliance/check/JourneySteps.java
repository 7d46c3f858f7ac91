package fr.accroche.compliance.check;

import fr.accroche.compliance.check.Journey.Progress;
import fr.accroche.compliance.check.Journey.Step;
import fr.accroche.compliance.declaration.Actor;
import fr.accroche.compliance.declaration.Component;
import fr.accroche.compliance.declaration.ComposantAdditionnel;
import fr.accroche.compliance.declaration.ComposantPrincipal;
import fr.accroche.compliance.declaration.Habilitation;
import fr.accroche.compliance.declaration.Habilitation.Candidature;
import fr.accroche.compliance.declaration.LogicielUtilisateur;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.Pmt;
import fr.accroche.compliance.declaration.ProxyEsante;
import fr.accroche.compliance.obligation.Dossier;
import fr.accroche.compliance.obligation.Obligation;
import fr.accroche.compliance.obligation.Obligation.Kind;
import fr.accroche.compliance.obligation.Obligation.State;
import fr.accroche.compliance.text.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The steps of one client_id's path.
 *
 * @param dossier what is judged
 * @param operation the client_id
 * @param obligations all that the tables ask for
 */
record JourneySteps(Dossier dossier, Operation operation, List<Obligation> obligations) {

    /** A step and those that it waits for. */
    private record Fact(Text title, Optional<LocalDate> on, boolean done, List<Fact> waitsFor) {

        Step step() {
            boolean open = waitsFor.stream().allMatch(Fact::done);
            return new Step(
                    title, on, done ? Progress.DONE : open ? Progress.NEXT : Progress.LATER, waitsFor.isEmpty());
        }
    }

    List<Step> all() {
        Fact form = filed("formulaire EDC PSC déposé", "EDC PSC form handed in", Candidature::submittedOn);
        Fact registered = registered();
        List<Fact> accrochage = accrochage(form, registered);
        Fact proofs = filed("toutes les preuves déposées", "all proofs handed in", Candidature::proofsOn, form);
        Fact editors = new Fact(
                Text.of("ELU et ELP accordées, leur lien validé", "ELU and ELP granted, their link validated"),
                Optional.empty(),
                editorsGranted(),
                List.of(proofs));
        List<Fact> acts = acts(registered, accrochage);
        List<Fact> facts = new ArrayList<>(List.of(form, registered));
        facts.addAll(accrochage);
        facts.addAll(List.of(proofs, editors));
        facts.addAll(operators(editors));
        facts.addAll(acts);
        facts.add(dated(
                "référencement Ségur",
                "Ségur référencement",
                referenced(),
                Stream.concat(Stream.of(editors), acts.stream()).toArray(Fact[]::new)));
        return facts.stream().map(Fact::step).toList();
    }

    /** The PMT and what it opens; nothing once the final habilitations have replaced it. */
    private List<Fact> accrochage(Fact form, Fact registered) {
        if (operation.pmt().isEmpty() && editorsGranted()) {
            return List.of();
        }
        Optional<Pmt> pmt = operation.pmt();
        Optional<LocalDate> validatedOn = pmt.flatMap(Pmt::validatedOn);
        Fact validated = new Fact(
                Text.of("PMT validé par l'EDC PSC", "PMT validated by the EDC PSC"),
                validatedOn,
                past(validatedOn) && !ranOut(),
                List.of(form));
        Fact declared = dated(
                "déclaration au CNDA, pour accéder à ses environnements de test",
                "declared to the CNDA, for access to its test environments",
                pmt.flatMap(Pmt::declaredOn),
                validated,
                registered);
        Fact configured = dated(
                "environnement de test CNDA configuré",
                "CNDA test environment set up",
                pmt.flatMap(Pmt::configuredOn),
                declared);
        Fact authenticated = dated(
                "première authentification sur une API PSC (accrochage)",
                "first authentication on an API PSC (accrochage)",
                pmt.flatMap(Pmt::firstAuthenticationOn),
                configured);
        return List.of(validated, declared, configured, authenticated);
    }

    /** Whether the provisional authorisation ended before it served: then it is to be validated again. */
    private boolean ranOut() {
        boolean over = operation
                .pmtUntil()
                .filter(last -> last.isBefore(dossier.day()))
                .isPresent();
        return over && !editorsGranted() && !past(operation.pmt().flatMap(Pmt::firstAuthenticationOn));
    }

    private Fact registered() {
        LogicielUtilisateur software = software();
        Actor editor = dossier.declaration().actors().get(software.editor());
        boolean all = editor.nie().isPresent()
                && software.commercialNames().stream()
                        .allMatch(name -> name.nil().isPresent());
        return new Fact(
                Text.of(
                        "inscription au CNDA : NIE, et un NIL par nom",
                        "registered at the CNDA: NIE, and a NIL per name"),
                Optional.empty(),
                all,
                List.of());
    }

    /** The référencement does not wait for them (FAQ, "Puis, une fois ces habilitations obtenues"). */
    private List<Fact> operators(Fact editors) {
        List<Obligation> asked = obligations.stream()
                .filter(one -> one.kind() == Kind.OSU
                                && one.component().equals(operation.lps())
                                && one.actor().equals(operation.operator())
                        || one.kind() == Kind.OSP
                                && one.component().equals(operation.proxy())
                                && one.actor().equals(operation.proxyOperator()))
                .toList();
        Text title = Text.of(
                "OSU et OSP accordées : le financement en dépend, le référencement ne les attend pas",
                "OSU and OSP granted: the funding depends on them, the référencement does not wait for them");
        return ifAny(asked, title, asked.stream().allMatch(one -> one.state() == State.HELD), editors);
    }

    /** Of the software and of the add-ons that it uses, under each name. */
    private List<Fact> acts(Fact registered, List<Fact> accrochage) {
        List<String> ids = Stream.concat(Stream.of(operation.lps()), addOns().map(Component::id))
                .toList();
        List<CndaRequest> asked = CndaRequest.of(dossier, obligations).stream()
                .filter(one -> ids.contains(one.component()))
                .toList();
        Text title = Text.of("homologations et certifications du CNDA", "homologations and certifications of the CNDA");
        Fact[] before =
                Stream.concat(Stream.of(registered), accrochage.stream()).toArray(Fact[]::new);
        return ifAny(asked, title, asked.stream().allMatch(one -> one.state() == State.HELD), before);
    }

    private Stream<? extends ComposantAdditionnel> addOns() {
        return software() instanceof ComposantPrincipal lps
                ? dossier.addOnsOf(lps).stream()
                : dossier.integratedIn(proxy()).stream();
    }

    private static List<Fact> ifAny(List<?> asked, Text title, boolean done, Fact... waitsFor) {
        return asked.isEmpty() ? List.of() : List.of(new Fact(title, Optional.empty(), done, List.of(waitsFor)));
    }

    private LogicielUtilisateur software() {
        return dossier.declaration().lps(operation);
    }

    private ProxyEsante proxy() {
        return dossier.declaration().proxy(operation);
    }

    private boolean softwareGranted() {
        return dossier.filesFor(software(), proxy()).stream().anyMatch(file -> file.validOn(dossier.day()));
    }

    private boolean editorsGranted() {
        return operation.linkValidated()
                && softwareGranted()
                && obligations.stream()
                        .filter(one -> one.kind() == Kind.ELP && one.component().equals(operation.proxy()))
                        .allMatch(one -> one.state() == State.HELD);
    }

    /** A step of the software's file; one that is granted went through it, whatever is declared. */
    private Fact filed(String fr, String en, Function<Candidature, Optional<LocalDate>> when, Fact... waitsFor) {
        Optional<LocalDate> on = dossier.filesFor(software(), proxy()).stream()
                .map(Habilitation::candidature)
                .flatMap(file -> when.apply(file).stream())
                .min(Comparator.naturalOrder());
        return new Fact(Text.of(fr, en), on, past(on) || softwareGranted(), List.of(waitsFor));
    }

    /** The last of the solutions that this software is part of. */
    private Optional<LocalDate> referenced() {
        List<Optional<LocalDate>> days = dossier.principalsUsing(software()).stream()
                .flatMap(lps -> dossier.solutionsOf(lps).stream())
                .map(solution -> solution.segur().referencedOn())
                .toList();
        return days.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : days.stream().flatMap(Optional::stream).max(Comparator.naturalOrder());
    }

    private Fact dated(String fr, String en, Optional<LocalDate> on, Fact... waitsFor) {
        return new Fact(Text.of(fr, en), on, past(on), List.of(waitsFor));
    }

    private boolean past(Optional<LocalDate> on) {
        return on.filter(day -> !day.isAfter(dossier.day())).isPresent();
    }
}
