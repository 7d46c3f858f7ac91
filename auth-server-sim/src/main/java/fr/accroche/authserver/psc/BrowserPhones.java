package fr.accroche.authserver.psc;

import fr.accroche.authserver.psc.browser.Interaction;
import fr.accroche.authserver.psc.browser.Interaction.PhoneCall;
import fr.accroche.authserver.psc.browser.Interactions;
import fr.accroche.authserver.psc.browser.PhoneRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The logins by browser that wait for a phone. */
final class BrowserPhones implements PhoneRequests {

    private final Interactions logins;
    private final Clock clock;

    BrowserPhones(Interactions logins, Clock clock) {
        this.logins = logins;
        this.clock = clock;
    }

    @Override
    public List<PhoneRequest> waiting() {
        return logins.waiting().stream()
                .flatMap(login -> waiting(login).stream())
                .toList();
    }

    /** Of nobody's identifier, no phone rings. */
    private static Optional<PhoneRequest> waiting(Interaction login) {
        Interaction.Waiting step = (Interaction.Waiting) login.step();
        PhoneCall asked = step.asked();
        return asked.person()
                .map(person -> new PhoneRequest(
                        asked.handle(),
                        login.request().client().clientId(),
                        person,
                        "MOBILE",
                        asked.number(),
                        step.wrongCodes(),
                        asked.since(),
                        asked.until()));
    }

    @Override
    public int answer(Target which, ECps.Answer answer) {
        return change(which, step -> step.answered(LoginEndpoint.phone(answer), clock.instant()));
    }

    @Override
    public int mistake(Target which) {
        return change(which, step -> step.mistaken(clock.instant()));
    }

    private int change(Target which, UnaryOperator<Interaction.Waiting> change) {
        return logins.answer(
                asked -> asked.person()
                        .filter(person -> which.meets(asked.authReqId(), asked.handle(), person.nationalId()))
                        .isPresent(),
                change);
    }
}
