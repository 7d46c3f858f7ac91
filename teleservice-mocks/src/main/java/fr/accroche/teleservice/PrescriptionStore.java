package fr.accroche.teleservice;

import fr.accroche.messages.Ins;
import fr.accroche.messages.OnBody;
import fr.accroche.messages.OnPrescription;
import fr.accroche.messages.OnStatus;
import fr.accroche.wire.admin.Held;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the simulated ON knows: the prescriptions of {@link FictivePatient}, always, and those that were registered, in memory, until a
 * reset. Full, it says so: to drop the oldest would make a prescription vanish that a test has just registered. Thread-safe.
 */
final class PrescriptionStore implements Held {

    static final int MOST = 500;

    private static final String PRESCRIBER = "899900000011";

    private final List<OnPrescription> lasting =
            FictivePatient.ALL.stream().flatMap(PrescriptionStore::of).toList();

    /** By number, in the order of their registration. */
    private final Map<String, OnPrescription> registered = new LinkedHashMap<>();

    /** Goes on over a reset, so that an old number never names a new prescription. */
    private int last;

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
    synchronized Optional<OnPrescription> register(OnBody.Registration asked, String prescriber) {
        if (registered.size() >= MOST) {
            return Optional.empty();
        }
        String number = String.format(Locale.ROOT, "SIM-ON-R%04d", ++last);
        OnPrescription kept =
                new OnPrescription(number, asked.patient(), asked.on(), OnStatus.A_DELIVRER, prescriber, asked.lines());
        registered.put(number, kept);
        return Optional.of(kept);
    }

    /** Those that last first, then in the order of their registration. */
    synchronized List<OnPrescription> find(OnBody.Search search) {
        return all().filter(search::finds).toList();
    }

    /** A patient's prescription; of another's, nothing tells that it is there. */
    synchronized Optional<OnPrescription> get(String number, Ins patient) {
        return all().filter(known -> known.number().equals(number))
                .filter(known -> known.patient().equals(patient))
                .findFirst();
    }

    private Stream<OnPrescription> all() {
        return Stream.concat(lasting.stream(), registered.values().stream());
    }

    /** How many were registered. */
    @Override
    public synchronized int size() {
        return registered.size();
    }

    @Override
    public synchronized void clear() {
        registered.clear();
    }
}
