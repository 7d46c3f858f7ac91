package fr.accroche.authserver.psc.browser;

import fr.accroche.authserver.ExpiringStore;
import fr.accroche.authserver.Ids;
import fr.accroche.authserver.psc.browser.Interaction.PhoneCall;
import fr.accroche.authserver.psc.browser.Interaction.Waiting;
import fr.accroche.wire.admin.Held;
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
    private final ExpiringStore<Interaction> interactions;

    public Interactions(Ids ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
        this.interactions = new ExpiringStore<>(clock, CAPACITY);
    }

    /** A new one, of this browser or of the next that asks for its page. */
    public synchronized Interaction open(
            AuthorizationRequest request, Optional<String> browser, Interaction.Step step) {
        Interaction opened = new Interaction(
                ids.opaque(), browser, request, step, clock.instant().plus(LIFE));
        interactions.put(opened.id(), opened, opened.until());
        return opened;
    }

    /** One of this browser, or of none yet. */
    public synchronized Optional<Interaction> find(String id, Optional<String> browser) {
        return interactions
                .get(id)
                .filter(found -> found.browser()
                        .map(owner ->
                                browser.filter(shown -> same(owner, shown)).isPresent())
                        .orElse(found.step() instanceof Interaction.Arrived));
    }

    /** Keeps one that is further on now; one that has ended meanwhile stays so. */
    public synchronized Interaction keep(Interaction interaction) {
        if (interactions.get(interaction.id()).isPresent()) {
            interactions.put(interaction.id(), interaction, interaction.until());
        }
        return interaction;
    }

    /** Ends one; false if it has ended already. */
    public synchronized boolean end(Interaction interaction) {
        return interactions.take(interaction.id()).isPresent();
    }

    /** Those that wait for a phone that has not answered. */
    public synchronized List<Interaction> waiting() {
        Instant now = clock.instant();
        return all().filter(found -> found.step() instanceof Waiting waiting && waiting.pending(now))
                .toList();
    }

    /**
     * People answer on their phones, for as long as these ask.
     *
     * @return how many logins were meant
     */
    public synchronized int answer(Predicate<PhoneCall> which, UnaryOperator<Waiting> change) {
        Instant now = clock.instant();
        List<Interaction> meant = all().filter(found -> found.step() instanceof Waiting waiting
                        && now.isBefore(waiting.asked().until())
                        && which.test(waiting.asked()))
                .toList();
        meant.forEach(found -> keep(found.at(change.apply((Waiting) found.step()))));
        return meant.size();
    }

    private Stream<Interaction> all() {
        return interactions.keys().stream().flatMap(id -> interactions.get(id).stream());
    }

    /** The logins, as a reset sees them. */
    public Held held() {
        return interactions;
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
