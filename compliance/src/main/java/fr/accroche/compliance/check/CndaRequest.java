package fr.accroche.compliance.check;

import fr.accroche.compliance.declaration.CommercialName;
import fr.accroche.compliance.declaration.Component;
import fr.accroche.compliance.declaration.ComposantAdditionnel;
import fr.accroche.compliance.declaration.ComposantAdditionnel.NonAutonome;
import fr.accroche.compliance.declaration.ComposantPrincipal;
import fr.accroche.compliance.declaration.Homologation;
import fr.accroche.compliance.declaration.Homologation.Mode;
import fr.accroche.compliance.declaration.Homologation.Procedure;
import fr.accroche.compliance.declaration.LogicielUtilisateur;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.obligation.Dossier;
import fr.accroche.compliance.obligation.Obligation;
import fr.accroche.compliance.obligation.Obligation.Kind;
import fr.accroche.compliance.obligation.Obligation.State;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A request to the CNDA: one for each commercial name and téléservice (webinar, "chaque nom commercial correspond à un NIL
 * distinct, et nécessite donc une demande de conformité CNDA propre").
 *
 * @param component the key of the software
 * @param commercialName under which name
 * @param service for which téléservice
 * @param kind homologation (certification), or homologation d'interfaçage
 * @param procedure which path: as declared, else the shortest that the webinar allows
 * @param state how far
 */
public record CndaRequest(
        String component, String commercialName, Teleservice service, Kind kind, Procedure procedure, State state) {

    /** The requests that these obligations make. */
    static List<CndaRequest> of(Dossier dossier, List<Obligation> obligations) {
        return obligations.stream()
                .filter(one -> one.kind() == Kind.HOMOLOGATION || one.kind() == Kind.INTERFACING)
                .filter(one -> one.state() != State.NOT_ASKED && one.service().isPresent())
                .flatMap(one -> of(dossier, one))
                .toList();
    }

    private static Stream<CndaRequest> of(Dossier dossier, Obligation asked) {
        List<CommercialName> names = names(dossier.declaration().components().get(asked.component()));
        Teleservice service = asked.service().orElseThrow();
        return names.stream().map(name -> {
            Optional<Homologation> declared = asked.kind() == Kind.INTERFACING
                    ? Optional.empty()
                    : Optional.ofNullable(name.homologations().get(service));
            boolean first = name == names.get(0) || asked.kind() == Kind.INTERFACING;
            boolean held = declared.filter(one -> one.heldOn(dossier.day())).isPresent();
            State other = held ? State.HELD : asked.state() == State.REVIEW ? State.REVIEW : State.MISSING;
            return new CndaRequest(
                    asked.component(),
                    name.name(),
                    service,
                    asked.kind(),
                    declared.map(Homologation::procedure).orElseGet(() -> shortest(dossier, asked, service)),
                    first ? asked.state() : other);
        });
    }

    /** Webinar, "Deuxième cas de figure": with a component authorised already in apparent mode, the examination alone. */
    private static Procedure shortest(Dossier dossier, Obligation asked, Teleservice service) {
        Component component = dossier.declaration().components().get(asked.component());
        if (service == Teleservice.DMP || !(component instanceof ComposantPrincipal lps)) {
            return Procedure.COMPLETE;
        }
        List<ComposantAdditionnel> addOns = dossier.addOnsOf(lps).stream()
                .filter(addOn -> addOn.functions().contains(service))
                .toList();
        boolean authorised = addOns.stream()
                .flatMap(addOn ->
                        Optional.ofNullable(addOn.product().homologations().get(service)).stream())
                .anyMatch(act -> act.heldOn(dossier.day()));
        return authorised && addOns.stream().allMatch(addOn -> addOn.mode(service) == Mode.APPARENT)
                ? Procedure.EXAMEN
                : Procedure.COMPLETE;
    }

    private static List<CommercialName> names(Component component) {
        if (component instanceof LogicielUtilisateur software) {
            return software.commercialNames();
        }
        return component instanceof NonAutonome library ? library.product().names() : List.of();
    }
}
