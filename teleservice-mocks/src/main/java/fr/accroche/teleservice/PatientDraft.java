package fr.accroche.teleservice;

import fr.accroche.messages.Ins;
import fr.accroche.messages.Traits;
import fr.accroche.teleservice.FictivePatient.DmpState;
import fr.accroche.teleservice.FictivePatient.Former;
import fr.accroche.teleservice.FictivePatient.Prescribed;
import java.util.List;
import java.util.Optional;

/** A fictive patient while they are put together: with a DMP and without prescriptions, unless told. */
final class PatientDraft {

    private final String alias;
    private final String matricule;
    private final Traits traits;
    private String oid = Ins.NIR;
    private List<Former> former = List.of();
    private DmpState dmp = DmpState.OPEN;
    private List<Prescribed> prescriptions = List.of();

    /**
     * @param matricule with its key; its five characters of a place of birth are the traits' too
     * @param givenNames between spaces
     */
    PatientDraft(String alias, String matricule, String name, String givenNames, String sex, String born) {
        this.alias = alias;
        this.matricule = matricule;
        this.traits = new Traits(
                Optional.of(name),
                List.of(givenNames.split(" ")),
                Optional.of(sex),
                Optional.of(born),
                Optional.of(matricule.substring(5, 10)));
    }

    PatientDraft provisional() {
        oid = Ins.NIA;
        return this;
    }

    PatientDraft known(Former... before) {
        former = List.of(before);
        return this;
    }

    PatientDraft with(DmpState state) {
        dmp = state;
        return this;
    }

    PatientDraft with(Prescribed... known) {
        prescriptions = List.of(known);
        return this;
    }

    /** A patient like most. */
    FictivePatient plain() {
        return patient(Optional.empty());
    }

    /** A patient unlike most, in this. */
    FictivePatient but(PatientDeviance deviance) {
        return patient(Optional.of(deviance));
    }

    private FictivePatient patient(Optional<PatientDeviance> deviance) {
        return new FictivePatient(alias, new Ins(matricule, oid), traits, former, dmp, prescriptions, deviance);
    }
}
