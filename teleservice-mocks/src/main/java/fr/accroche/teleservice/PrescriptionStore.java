package fr.accroche.teleservice;

import fr.accroche.messages.Ins;
import fr.accroche.messages.OnBody;
import fr.accroche.messages.OnPrescription;
import fr.accroche.messages.OnStatus;
import fr.accroche.wire.admin.Held;
import fr.accroche.wire.state.Change;
import fr.accroche.wire.state.Shape;
import fr.accroche.wire.state.State;
import fr.accroche.wire.state.Store;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the simulated ON knows: the prescriptions of {@link FictivePatient}, always, and those that were registered, until a reset.
 * Full, it says so: to drop the oldest would make a prescription vanish that a test has just registered.
 */
final class PrescriptionStore implements Held {

    /** Beyond by as many at most as register at the same time. */
    static final int MOST = 500;

    /** So many that none is dropped, however many register at the same time. */
    private static final int PLACE = 10 * MOST;

    private static final String LAST = "last";

    private static final String PRESCRIBER = "899900000011";

    private final List<OnPrescription> lasting =
            FictivePatient.ALL.stream().flatMap(PrescriptionStore::of).toList();

    /** By number, in the order of their registration. */
    private final Store<OnPrescription> registered;

    /** Goes on over a reset, so that an old number never names a new prescription. */
    private final Store<Integer> numbers;

    /** @param name of the stores, the beginning of it */
    PrescriptionStore(State state, String name) {
        this.registered = state.store(name, Shape.of(OnPrescription.class), PLACE);
        this.numbers = state.store(name + ".numbers", Shape.of(Integer.class), 1);
    }

    private static Stream<OnPrescription> of(FictivePatient patient) {
        return patient.prescriptions().stream()
                .map(known -> new OnPrescription(
                        known.number(),
                        patient.forInsi(),
                        known.on(),
                        known.status(),
                        PRESCRIBER,
                        List.of("MEDICAMENT FICTIF 1 BOITE")));
    }

    /** Keeps a new one, to be delivered, under a new number; empty when there is no room. */
    Optional<OnPrescription> register(OnBody.Registration asked, String prescriber) {
        if (registered.size() >= MOST) {
            return Optional.empty();
        }
        String number = String.format(Locale.ROOT, "SIM-ON-R%04d", next());
        OnPrescription kept =
                new OnPrescription(number, asked.patient(), asked.on(), OnStatus.A_DELIVRER, prescriber, asked.lines());
        registered.put(number, kept, State.FOR_EVER);
        return Optional.of(kept);
    }

    private int next() {
        return numbers.change(LAST, last -> {
            int next = last.orElse(0) + 1;
            return Change.to(next, State.FOR_EVER, next);
        });
    }

    /** Those that last first, then in the order of their registration. */
    List<OnPrescription> find(OnBody.Search search) {
        return Stream.concat(lasting.stream(), registered.all().values().stream())
                .filter(search::finds)
                .toList();
    }

    /** A patient's prescription; of another's, nothing tells that it is there. */
    Optional<OnPrescription> get(String number, Ins patient) {
        return lasting.stream()
                .filter(known -> known.number().equals(number))
                .findFirst()
                .or(() -> registered.get(number))
                .filter(known -> known.patient().equals(patient));
    }

    /** How many were registered. */
    @Override
    public int size() {
        return registered.size();
    }

    @Override
    public void clear() {
        registered.clear();
    }
}
