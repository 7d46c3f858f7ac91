package fr.accroche.authserver.psc.browser;

import fr.accroche.compliance.identity.Professional;
import fr.accroche.compliance.text.Text;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A login under way: the pages between an authorization request and its answer.
 *
 * @param id what its pages name it by
 * @param browser the browser that it belongs to, by its cookie; empty until its first page
 * @param request what is answered in the end
 * @param step how far it is
 * @param until when it is forgotten
 */
public record Interaction(String id, Optional<String> browser, AuthorizationRequest request, Step step, Instant until) {

    public Interaction {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(browser, "browser");
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(until, "until");
    }

    /** How far a login is. */
    public sealed interface Step {}

    /** The request came by POST from another site, whose cookies a browser keeps back; its first page is asked for next. */
    public record Arrived() implements Step {}

    /**
     * The person chooses who they are, and by what they prove it.
     *
     * @param wrongPins how many there were
     * @param problem what was wrong with the previous choice
     * @param named whom that choice named
     */
    public record Choosing(int wrongPins, Optional<Text> problem, Optional<String> named) implements Step {}

    /**
     * The phone is asked.
     *
     * @param asked of whom, and what
     * @param answer what the person did so far
     * @param from when that counts
     * @param wrongCodes how many times the person mistook the number
     */
    public record Waiting(PhoneCall asked, PhoneAnswer answer, Instant from, int wrongCodes) implements Step {

        /** What the person did by an instant; an answer that came after the phone stopped asking is none. */
        public PhoneAnswer answerBy(Instant now) {
            return now.isBefore(from) || !from.isBefore(asked.until()) ? PhoneAnswer.NONE : answer;
        }

        /** Whether the phone still asks, and nobody answered. */
        public boolean pending(Instant now) {
            return answerBy(now) == PhoneAnswer.NONE && now.isBefore(asked.until());
        }

        public Waiting answered(PhoneAnswer given, Instant now) {
            return new Waiting(asked, given, now, wrongCodes);
        }

        /** One more wrong code; the last is a refusal. */
        public Waiting mistaken(Instant now) {
            int wrong = wrongCodes + 1;
            return wrong < PhoneRequest.MOST_WRONG_CODES
                    ? new Waiting(asked, answer, from, wrong)
                    : new Waiting(asked, PhoneAnswer.REFUSED, now, wrong);
        }
    }

    /**
     * What a phone is asked.
     *
     * @param person who; empty if it is nobody's identifier, which the page does not tell
     * @param number shown here and on the phone
     * @param authReqId what {@code /__accroche/ecps} names it by
     * @param handle its public name
     * @param since when it came
     * @param until how long the phone asks
     */
    public record PhoneCall(
            Optional<Professional> person,
            String number,
            String authReqId,
            String handle,
            Instant since,
            Instant until) {

        /** Without what is secret. */
        @Override
        public String toString() {
            return "PhoneCall[" + handle + "]";
        }
    }

    /** What a person did on the phone. */
    public enum PhoneAnswer {
        NONE,
        APPROVED,
        REFUSED
    }

    /**
     * The person is asked to agree.
     *
     * @param sessionId of the person
     */
    public record Consenting(String sessionId) implements Step {}

    public Interaction at(Step next) {
        return new Interaction(id, browser, request, next, until);
    }

    public Interaction of(String oneBrowser) {
        return new Interaction(id, Optional.of(oneBrowser), request, step, until);
    }

    /** Neither its id nor its browser: whoever has both can go on with it. */
    @Override
    public String toString() {
        return "Interaction[" + request + "]";
    }
}
