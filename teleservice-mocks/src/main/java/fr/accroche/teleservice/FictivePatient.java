package fr.accroche.teleservice;

import fr.accroche.compliance.declaration.Environment;
import fr.accroche.messages.Ins;
import fr.accroche.messages.OnStatus;
import fr.accroche.messages.Traits;
import fr.accroche.messages.VitaleCard;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A patient that no one is, the same in INSi, DMP and ON: born in a commune 999 of the département 99, or of Corsica's,
 * which has none. The keys are right.
 *
 * @param alias short name, for people
 * @param ins matricule and key, 15 characters, under the OID that INSi gives
 * @param traits as INSi knows them, all given names, and the place of birth
 * @param former what INSi knew them by before, the newest first
 * @param dmp whether there is a DMP
 * @param prescriptions those that ON knows from the start
 * @param deviance in what they are unlike others
 */
public record FictivePatient(
        String alias,
        Ins ins,
        Traits traits,
        List<Former> former,
        DmpState dmp,
        List<Prescribed> prescriptions,
        Optional<PatientDeviance> deviance) {

    /** All of them; the first four keep their places. */
    public static final List<FictivePatient> ALL = FictivePatients.all();

    /** A patient who is in none of the services. */
    public static final FictivePatient UNKNOWN = FictivePatients.unknown();

    public FictivePatient {
        Objects.requireNonNull(alias, "alias");
        Objects.requireNonNull(ins, "ins");
        Objects.requireNonNull(traits, "traits");
        former = List.copyOf(former);
        Objects.requireNonNull(dmp, "dmp");
        prescriptions = List.copyOf(prescriptions);
        Objects.requireNonNull(deviance, "deviance");
    }

    /** Whether there is a DMP. */
    public enum DmpState {
        OPEN,
        CLOSED,
        NONE
    }

    /**
     * A rectified INS (INSHISTO).
     *
     * @param from first day, DateDeb
     * @param until last day, DateFin
     */
    public record Former(Ins ins, LocalDate from, LocalDate until) {
        public Former {
            Objects.requireNonNull(ins, "ins");
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(until, "until");
        }
    }

    /**
     * A prescription that ON knows from the start.
     *
     * @param number the unique number that the QR code carries
     * @param on the day of it
     */
    public record Prescribed(String number, OnStatus status, LocalDate on) {
        public Prescribed {
            Objects.requireNonNull(number, "number");
            Objects.requireNonNull(status, "status");
            Objects.requireNonNull(on, "on");
        }
    }

    /**
     * The patient of this alias.
     *
     * @throws java.util.NoSuchElementException if there is none
     */
    public static FictivePatient named(String alias) {
        return ALL.stream()
                .filter(known -> known.alias.equals(alias))
                .findFirst()
                .orElseThrow();
    }

    /** Whose INS this is, as INSi gives it. */
    public static Optional<FictivePatient> byIns(Ins ins) {
        return ALL.stream().filter(known -> known.ins.equals(ins)).findFirst();
    }

    /** Whose INS this is, as the DMP of an environment wants it. */
    public static Optional<FictivePatient> byDmp(Ins ins, Environment environment) {
        return ALL.stream()
                .filter(known -> known.forDmp(environment).equals(ins))
                .findFirst();
    }

    /** Whom a search by these traits finds: nobody, one, or several. All that is given must agree. */
    public static List<FictivePatient> found(Traits searched) {
        return ALL.stream().filter(known -> known.is(searched)).toList();
    }

    /**
     * Whose carte Vitale this is: nobody's, or one patient's. A card may be older than a rectified INS. Twins aside, the
     * number says all; name and date must agree where they are given.
     */
    public static List<FictivePatient> found(VitaleCard card) {
        return ALL.stream().filter(known -> known.has(card)).toList();
    }

    /** Matricule and key, 15 characters. */
    public String matricule() {
        return ins.value();
    }

    /** As INSi names this patient, in its test environment too: INS-NIR or INS-NIA (docs/sources.md, DMP and INSi samples). */
    public Ins forInsi() {
        return ins;
    }

    /** As the DMP wants this patient named: under one OID for all in its test environments, else as INSi does. */
    public Ins forDmp(Environment environment) {
        return environment == Environment.TEST ? new Ins(matricule(), Ins.NIR_TEST) : ins;
    }

    /** The number of the first prescription. */
    public Optional<String> prescription() {
        return prescriptions.stream().findFirst().map(Prescribed::number);
    }

    public boolean has(PatientDeviance which) {
        return deviance.equals(Optional.of(which));
    }

    /**
     * Whether a search by these traits finds this patient. Name, given name, sex and date of birth are needed, the place is
     * not. Of several given names, one may be given, or all in their order, in one element or in one each (public clients ask
     * both ways); a hyphen is no space.
     */
    boolean is(Traits searched) {
        return searched.birthName().equals(traits.birthName())
                && isNamed(searched.firstNames())
                && searched.sex().equals(traits.sex())
                && searched.birthDate().equals(traits.birthDate())
                && agrees(searched.birthPlace(), traits.birthPlace());
    }

    private boolean has(VitaleCard card) {
        Optional<String> number = card.holder()
                .or(card::insured)
                .map(matricule ->
                        matricule.number().orElse("") + matricule.key().orElse(""));
        return Stream.concat(Stream.of(ins), former.stream().map(Former::ins))
                        .map(known -> Optional.of(known.value()))
                        .anyMatch(number::equals)
                && agrees(card.birthName(), traits.birthName())
                && agrees(card.birthDate(), traits.birthDate());
    }

    private static boolean agrees(Optional<String> given, Optional<String> known) {
        return given.isEmpty() || given.equals(known);
    }

    private boolean isNamed(List<String> searched) {
        String given = String.join(" ", searched);
        return traits.firstNames().contains(given)
                || given.equals(String.join(" ", traits.firstNames())) && !given.isEmpty();
    }

    /** Keeps even a fictive NIR out of logs. */
    @Override
    public String toString() {
        return "FictivePatient[" + alias + "]";
    }
}
