package fr.accroche.authserver.psc;

import fr.accroche.authserver.Call;
import fr.accroche.authserver.Ids;
import fr.accroche.authserver.Reply;
import fr.accroche.authserver.psc.browser.AuthorizationRequest;
import fr.accroche.authserver.psc.browser.Cookies;
import fr.accroche.authserver.psc.browser.ErrorPage;
import fr.accroche.authserver.psc.browser.Interaction;
import fr.accroche.authserver.psc.browser.Interaction.PhoneAnswer;
import fr.accroche.authserver.psc.browser.Interactions;
import fr.accroche.authserver.psc.browser.LoginPages;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.identity.Professional;
import fr.accroche.compliance.identity.Professionals;
import fr.accroche.compliance.text.Text;
import fr.accroche.wire.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The pages of a login. Only the browser that a login began in goes on with it, which its cookie shows; the id in the form is what a
 * foreign page would have to guess.
 */
final class LoginEndpoint {

    private static final int WRONG_PINS = 3;
    private static final String PIN = "1234";

    private static final Text OVER = Text.of(
            "Cette page n'est plus valable, ou elle est d'un autre navigateur. Recommencez depuis votre logiciel ; les cookies sont nécessaires.",
            "This page is no longer valid, or is another browser's. Begin again from your software; cookies are needed.");
    private static final Text NOBODY = Text.of(
            "Choisissez une personne que Pro Santé Connect connaît, et un moyen.",
            "Choose a person whom Pro Santé Connect knows, and a way to authenticate.");
    private static final Text CARD_REFUSED = Text.of(
            "La carte est refusée, ou le code porteur n'est pas le bon.", "The card is refused, or the PIN is wrong.");
    private static final Text NO_ANSWER =
            Text.of("Le téléphone n'a pas répondu à temps.", "The phone did not answer in time.");

    private final BrowserLogin login;
    private final Interactions interactions;
    private final LoginPages pages;
    private final ErrorPage errors;
    private final Supplier<ECps> device;
    private final Duration phoneWaits;
    private final Ids ids;
    private final Clock clock;

    LoginEndpoint(
            BrowserLogin login,
            Interactions interactions,
            LoginPages pages,
            ErrorPage errors,
            Supplier<ECps> device,
            Duration phoneWaits,
            Ids ids,
            Clock clock) {
        this.login = login;
        this.interactions = interactions;
        this.pages = pages;
        this.errors = errors;
        this.device = device;
        this.phoneWaits = phoneWaits;
        this.ids = ids;
        this.clock = clock;
    }

    Reply answer(Call call) {
        Optional<Interaction> found = found(call);
        if (found.isEmpty()) {
            return over(call);
        }
        Interaction interaction = found.get();
        call.notes()
                .note(Fact.AUTHORIZATION, interaction.request().id(), "PSC/authorization")
                .note(Fact.CLIENT_ID, interaction.request().client().clientId(), "PSC/authorization");
        return call.request().method().equals("POST") ? acted(call, interaction) : shown(call, interaction);
    }

    private Reply over(Call call) {
        return errors.told(call, 400, "expired_code", OVER);
    }

    /** Whether a script need not ask yet again. */
    Reply status(Call call) {
        boolean pending = found(call)
                .filter(interaction ->
                        interaction.step() instanceof Interaction.Waiting waiting && waiting.pending(clock.instant()))
                .isPresent();
        return Reply.json(200, JsonObject.EMPTY.with("pending", pending));
    }

    private Optional<Interaction> found(Call call) {
        return call.parameter("id").flatMap(id -> interactions.find(id, Cookies.BROWSER.in(call)));
    }

    private Reply shown(Call call, Interaction interaction) {
        Interaction.Step step = interaction.step();
        if (step instanceof Interaction.Waiting waiting) {
            return waited(call, interaction, waiting);
        }
        if (step instanceof Interaction.Choosing choosing) {
            return pages.choose(interaction, choosing);
        }
        if (step instanceof Interaction.Consenting consenting) {
            return login.asked(call, interaction, consenting).orElseGet(() -> last(call, interaction, login::lost));
        }
        return last(call, interaction, request -> login.begin(call, request));
    }

    /** Ends a login: of two calls that would, the first alone does. */
    private Reply last(Call call, Interaction interaction, Function<AuthorizationRequest, Reply> ending) {
        return interactions.end(interaction) ? ending.apply(interaction.request()) : over(call);
    }

    private Reply proved(Call call, Interaction interaction, Professional person, String channel) {
        return last(call, interaction, request -> login.proved(call, request, person, channel));
    }

    private Reply refused(Call call, Interaction interaction) {
        return last(call, interaction, login::refused);
    }

    private Reply waited(Call call, Interaction interaction, Interaction.Waiting step) {
        Instant now = clock.instant();
        if (step.pending(now)) {
            return pages.waiting(interaction, step);
        }
        PhoneAnswer answer = step.answerBy(now);
        if (answer == PhoneAnswer.NONE) {
            return again(interaction, 0, NO_ANSWER, Optional.empty());
        }
        return answer == PhoneAnswer.APPROVED && step.asked().person().isPresent()
                ? proved(call, interaction, step.asked().person().get(), "MOBILE")
                : refused(call, interaction);
    }

    private Reply acted(Call call, Interaction interaction) {
        String action = call.parameter("action").orElse("");
        Interaction.Step step = interaction.step();
        if (action.equals("cancel") || action.equals("deny")) {
            return refused(call, interaction);
        }
        if (step instanceof Interaction.Choosing choosing && action.equals("login")) {
            return chosen(call, interaction, choosing);
        }
        if (step instanceof Interaction.Consenting consenting && action.equals("allow")) {
            return last(call, interaction, request -> login.agreed(call, request, consenting));
        }
        return shown(call, interaction);
    }

    private Reply chosen(Call call, Interaction interaction, Interaction.Choosing step) {
        Optional<String> named = call.parameter("person").filter(id -> id.length() <= 64);
        Optional<Professional> person = named.flatMap(Professionals::find).filter(Professional::registered);
        boolean card = call.parameter("method").filter("card"::equals).isPresent();
        boolean phone = call.parameter("method").filter("ecps"::equals).isPresent();
        if (named.isEmpty() || !card && !phone || person.isEmpty() && !pages.realistic()) {
            return again(interaction, step.wrongPins(), NOBODY, named);
        }
        return card ? byCard(call, interaction, step, named, person) : byPhone(call, interaction, person);
    }

    private Reply byCard(
            Call call,
            Interaction interaction,
            Interaction.Choosing step,
            Optional<String> named,
            Optional<Professional> person) {
        boolean right = call.parameter("pin").map(PIN::equals).orElse(true)
                && person.map(known -> demand(interaction, known, "", "CARD"))
                        .filter(demand -> device.get().answer(demand) == ECps.Answer.APPROVE)
                        .isPresent();
        if (right) {
            return proved(call, interaction, person.orElseThrow(), "CARD");
        }
        return step.wrongPins() + 1 >= WRONG_PINS
                ? refused(call, interaction)
                : again(interaction, step.wrongPins() + 1, CARD_REFUSED, named);
    }

    private Reply byPhone(Call call, Interaction interaction, Optional<Professional> person) {
        String number = String.format(Locale.ROOT, "%02d", ids.random().nextInt(100));
        Instant now = clock.instant();
        Interaction.PhoneCall asked =
                new Interaction.PhoneCall(person, number, ids.opaque(), ids.uuid(), now, now.plus(phoneWaits));
        Optional<ECps.Demand> demand = person.map(known -> demand(interaction, known, number, "MOBILE"));
        ECps phone = device.get();
        Interaction.Waiting waiting = new Interaction.Waiting(
                asked,
                phone(demand.map(phone::answer).orElse(ECps.Answer.SILENT)),
                now.plus(demand.map(phone::delay).orElse(Duration.ZERO)),
                0);
        call.notes().note(Fact.AUTH_REQ_ID, asked.authReqId(), "PSC/authorization");
        interactions.keep(interaction.at(waiting));
        return pages.waiting(interaction, waiting);
    }

    private static ECps.Demand demand(Interaction interaction, Professional person, String number, String channel) {
        return new ECps.Demand(interaction.request().client().clientId(), person.nationalId(), number, channel);
    }

    static PhoneAnswer phone(ECps.Answer answer) {
        return switch (answer) {
            case APPROVE -> PhoneAnswer.APPROVED;
            case REFUSE -> PhoneAnswer.REFUSED;
            case SILENT -> PhoneAnswer.NONE;
        };
    }

    private Reply again(Interaction interaction, int wrongPins, Text problem, Optional<String> named) {
        Interaction.Choosing step = new Interaction.Choosing(wrongPins, Optional.of(problem), named);
        return pages.choose(interactions.keep(interaction.at(step)), step);
    }
}
