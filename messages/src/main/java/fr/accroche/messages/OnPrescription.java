package fr.accroche.messages;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * A prescription, in the fictional dialect of {@link OnRequest}.
 *
 * @param number the unique number that the QR code carries
 * @param patient whose it is, as INSi names them
 * @param on the day of it
 * @param status what has become of it
 * @param prescriber national identifier of the professional
 * @param lines what is prescribed; a search leaves them out
 */
public record OnPrescription(
        String number, Ins patient, LocalDate on, OnStatus status, String prescriber, List<String> lines) {

    public OnPrescription {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(patient, "patient");
        Objects.requireNonNull(on, "on");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(prescriber, "prescriber");
        lines = List.copyOf(lines);
    }

    /** As a search shows it. */
    public OnPrescription summary() {
        return new OnPrescription(number, patient, on, status, prescriber, List.of());
    }

    /** Keeps what a patient takes out of logs. */
    @Override
    public String toString() {
        return "OnPrescription[" + number + ", " + status + "]";
    }
}
