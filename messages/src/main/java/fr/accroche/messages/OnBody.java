package fr.accroche.messages;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What the body of a request asks of ON, in the fictional dialect of {@link OnRequest}. */
public sealed interface OnBody {

    /** Most lines of a prescription. */
    int MOST_LINES = 20;

    /** Most characters of a number, an identifier or a line. */
    int LONGEST = 200;

    OnOperation operation();

    /** Whom it is about; empty if that cannot be read. */
    Optional<Ins> about();

    /**
     * A new prescription.
     *
     * @param on the day of it
     * @param lines what is prescribed, 1 to {@link #MOST_LINES}
     */
    record Registration(Ins patient, LocalDate on, List<String> lines) implements OnBody {
        public Registration {
            Objects.requireNonNull(patient, "patient");
            Objects.requireNonNull(on, "on");
            lines = List.copyOf(lines);
        }

        @Override
        public OnOperation operation() {
            return OnOperation.REGISTER;
        }

        @Override
        public Optional<Ins> about() {
            return Optional.of(patient);
        }

        /** Keeps what a patient takes out of logs. */
        @Override
        public String toString() {
            return "Registration[…]";
        }
    }

    /**
     * Which prescriptions a patient has.
     *
     * @param from first day, included
     * @param until last day, included
     * @param statuses those wanted; none given, any
     */
    record Search(Ins patient, Optional<LocalDate> from, Optional<LocalDate> until, Set<OnStatus> statuses)
            implements OnBody {
        public Search {
            Objects.requireNonNull(patient, "patient");
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(until, "until");
            statuses = Set.copyOf(statuses);
        }

        /** All of a patient. */
        public static Search of(Ins patient) {
            return new Search(patient, Optional.empty(), Optional.empty(), Set.of());
        }

        @Override
        public OnOperation operation() {
            return OnOperation.SEARCH;
        }

        @Override
        public Optional<Ins> about() {
            return Optional.of(patient);
        }

        /** Whether it finds this one. */
        public boolean finds(OnPrescription prescription) {
            return prescription.patient().equals(patient)
                    && from.filter(prescription.on()::isBefore).isEmpty()
                    && until.filter(prescription.on()::isAfter).isEmpty()
                    && (statuses.isEmpty() || statuses.contains(prescription.status()));
        }
    }

    /**
     * One prescription.
     *
     * @param prescription the unique number that the QR code carries
     * @param patient whose it is
     */
    record Consultation(String prescription, Ins patient) implements OnBody {
        public Consultation {
            Objects.requireNonNull(prescription, "prescription");
            Objects.requireNonNull(patient, "patient");
        }

        @Override
        public OnOperation operation() {
            return OnOperation.CONSULT;
        }

        @Override
        public Optional<Ins> about() {
            return Optional.of(patient);
        }
    }

    /**
     * A body that does not say what it must.
     *
     * @param reason one sentence, without what was sent
     */
    record Malformed(OnOperation operation, String reason) implements OnBody {
        @Override
        public Optional<Ins> about() {
            return Optional.empty();
        }
    }
}
