package fr.accroche.authserver.psc.browser;

import fr.accroche.authserver.ExpiringStore;
import fr.accroche.authserver.Ids;
import fr.accroche.authserver.psc.browser.Interaction.PhoneAnswer;
import fr.accroche.authserver.psc.browser.Interaction.Waiting;
import fr.accroche.wire.admin.Held;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

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

    /** A person answers on the phone; false if no phone is asked by this name. */
    public synchronized boolean answer(String authReqId, PhoneAnswer answer) {
        return interactions.keys().stream()
                .flatMap(id -> interactions.get(id).stream())
                .filter(found -> found.step() instanceof Waiting waiting && same(waiting.authReqId(), authReqId))
                .findFirst()
                .map(found -> answered(found, answer))
                .isPresent();
    }

    /** Everybody answers. */
    public synchronized void answerAll(PhoneAnswer answer) {
        interactions.keys().stream()
                .flatMap(id -> interactions.get(id).stream())
                .filter(found -> found.step() instanceof Waiting)
                .forEach(found -> answered(found, answer));
    }

    /** The logins, as a reset sees them. */
    public Held held() {
        return interactions;
    }

    private Interaction answered(Interaction found, PhoneAnswer answer) {
        Waiting waiting = (Waiting) found.step();
        return keep(found.at(
                new Waiting(waiting.person(), waiting.number(), waiting.authReqId(), answer, waiting.until())));
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
