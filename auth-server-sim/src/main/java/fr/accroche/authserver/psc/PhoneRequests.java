package fr.accroche.authserver.psc;

import fr.accroche.authserver.psc.browser.PhoneRequest;
import java.util.List;
import java.util.Optional;

/** What waits for professionals at their devices, of whatever flow; {@link ECpsDesk} is where they answer. Thread-safe. */
interface PhoneRequests {

    /**
     * Which requests are meant: those that have everything that is said.
     *
     * @param id the secret name, {@code auth_req_id}
     * @param handle the public name
     * @param nationalId whose
     */
    record Target(Optional<String> id, Optional<String> handle, Optional<String> nationalId) {

        boolean meets(String id, String handle, String nationalId) {
            return this.id.filter(wanted -> !wanted.equals(id)).isEmpty()
                    && this.handle.filter(wanted -> !wanted.equals(handle)).isEmpty()
                    && this.nationalId
                            .filter(wanted -> !wanted.equals(nationalId))
                            .isEmpty();
        }

        /** Whether one request is meant. */
        boolean one() {
            return id.isPresent() || handle.isPresent();
        }

        /** Without what is secret. */
        @Override
        public String toString() {
            return "Target[" + handle.orElse("") + "]";
        }
    }

    /** Those that wait. */
    List<PhoneRequest> waiting();

    /**
     * The person answers; what was answered already can be answered otherwise until the client knows.
     *
     * @return how many requests were meant
     */
    int answer(Target which, ECps.Answer answer);

    /**
     * The person mistakes the code; the third time, the request is denied.
     *
     * @return how many requests were meant
     */
    int mistake(Target which);
}
