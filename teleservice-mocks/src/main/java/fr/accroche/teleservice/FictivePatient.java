package fr.accroche.teleservice;

import fr.accroche.compliance.declaration.Environment;
import fr.accroche.messages.Ins;
import fr.accroche.messages.Traits;
import java.util.List;
import java.util.Optional;

/**
 * A patient that no one is: born in the département 99 and the commune 999, which do not exist together. The keys are
 * right.
 *
 * @param matricule matricule and key, 15 characters
 * @param traits as INSi knows them
 * @param dmp whether there is a DMP
 * @param prescription number of an ordonnance that ON knows
 */
public record FictivePatient(String matricule, Traits traits, boolean dmp, Optional<String> prescription) {

    /** All of them. */
    public static final List<FictivePatient> ALL = List.of(
            of("290019999900113", "DEMO", "CAMILLE", "F", "1990-01-01", true, "SIM-ON-0001"),
            of("185079999900215", "FICTIF", "JEAN-PAUL", "M", "1985-07-14", true, "SIM-ON-0002"),
            of("212039999900382", "D'ESSAI", "LOU", "F", "2012-03-29", true, null),
            of("147069999900416", "EXEMPLE", "RAYMOND", "M", "1947-06-02", false, "SIM-ON-0004"));

    /** As INSi's test environment names this patient: INS-NIR, docs/sources.md, DMP and INSi samples. */
    public Ins forInsi() {
        return new Ins(matricule, Ins.NIR);
    }

    /** As the DMP wants this patient named, under an OID of their own in its test environments. */
    public Ins forDmp(Environment environment) {
        return environment == Environment.TEST ? new Ins(matricule, Ins.NIR_TEST) : forInsi();
    }

    /** Whether a search by these traits finds this patient: all that is given must be so. */
    boolean is(Traits searched) {
        return searched.birthName().equals(traits.birthName())
                && searched.firstNames().stream().anyMatch(traits.firstNames()::contains)
                && searched.sex().equals(traits.sex())
                && searched.birthDate().equals(traits.birthDate());
    }

    private static FictivePatient of(
            String matricule, String name, String first, String sex, String born, boolean dmp, String prescription) {
        return new FictivePatient(matricule, Traits.of(name, first, sex, born), dmp, Optional.ofNullable(prescription));
    }

    /** Keeps even a fictive NIR out of logs. */
    @Override
    public String toString() {
        return "FictivePatient[…]";
    }
}
