package fr.accroche.authserver.psc.browser;

import fr.accroche.authserver.Ids;
import fr.accroche.authserver.psc.browser.Interaction.PhoneCall;
import fr.accroche.authserver.psc.browser.Interaction.Waiting;
import fr.accroche.wire.admin.Held;
import fr.accroche.wire.state.Change;
import fr.accroche.wire.state.Shape;
import fr.accroche.wire.state.State;
import fr.accroche.wire.state.Store;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The logins under way. Thread-safe: of two answers at once, one ends a login. */
public final class Interactions {

    private static final int CAPACITY = 10_000;

    /** As Keycloak lets a login page lie. */
    private static final Duration LIFE = Duration.ofMinutes(30);

    private final Ids ids;
    private final Clock clock;
    private final Store<Interaction> interactions;

    public Interactions(Ids ids, Clock clock, State state) {
        this.ids = ids;
        this.clock = clock;
        this.interactions = state.store("logins", Shape.of(Interaction.class), CAPACITY);
    }

    /** A new one, of this browser or of the next that asks for its page. */
    public Interaction open(AuthorizationRequest request, Optional<String> browser, Interaction.Step step) {
        Interaction opened = new Interaction(
                ids.opaque(), browser, request, step, clock.instant().plus(LIFE));
        interactions.put(opened.id(), opened, opened.until());
        return opened;
    }

    /** One of this browser, or of none yet. */
    public Optional<Interaction> find(String id, Optional<String> browser) {
        return interactions
                .get(id)
                .filter(found -> found.browser()
                        .map(owner ->
                                browser.filter(shown -> same(owner, shown)).isPresent())
                        .orElse(found.step() instanceof Interaction.Arrived));
    }

    /** Keeps one that is further on now; one that has ended meanwhile stays so. */
    public Interaction keep(Interaction interaction) {
        interactions.change(interaction.id(), there -> Change.ofPresent(there, interaction, interaction.until()));
        return interaction;
    }

    /** Ends one; false if it has ended already. */
    public boolean end(Interaction interaction) {
        return interactions.take(interaction.id()).isPresent();
    }

    /** Those that wait for a phone that has not answered. */
    public List<Interaction> waiting() {
        Instant now = clock.instant();
        return all().filter(found -> found.step() instanceof Waiting waiting && waiting.pending(now))
                .toList();
    }

    /**
     * People answer on their phones, for as long as these ask.
     *
     * @return how many logins were meant
     */
    public int answer(Predicate<PhoneCall> which, UnaryOperator<Waiting> change) {
        Instant now = clock.instant();
        Predicate<Interaction> meant = found -> found.step() instanceof Waiting waiting
                && now.isBefore(waiting.asked().until())
                && which.test(waiting.asked());
        return (int) all().filter(meant)
                .filter(found -> interactions.change(
                        found.id(),
                        there -> there.filter(meant)
                                .map(it -> answered(it, change))
                                .orElseGet(() -> Change.none(false))))
                .count();
    }

    private static Change<Interaction, Boolean> answered(Interaction found, UnaryOperator<Waiting> change) {
        return Change.to(found.at(change.apply((Waiting) found.step())), found.until(), true);
    }

    private Stream<Interaction> all() {
        return interactions.all().values().stream();
    }

    /** The logins, as a reset sees them. */
    public Held held() {
        return interactions;
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
