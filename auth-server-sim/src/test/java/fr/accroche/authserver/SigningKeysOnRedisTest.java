package fr.accroche.authserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.accroche.redis.Eventually;
import fr.accroche.redis.RedisServer;
import fr.accroche.redis.RedisState;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.state.State;
import fr.accroche.wire.state.StateUnavailableException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two copies of a server and one Redis: whichever signs, both have the key. */
class SigningKeysOnRedisTest {

    private static final JsonObject CLAIMS = JsonObject.EMPTY.with("sid", "s");

    @RegisterExtension
    static final RedisServer server = new RedisServer();

    private RedisState firstState;
    private RedisState secondState;
    private SigningKeys first;
    private SigningKeys second;

    @BeforeEach
    void copies() {
        String room = UUID.randomUUID().toString();
        firstState = RedisState.connect(server.address(), room, Clock.systemUTC());
        secondState = RedisState.connect(server.address(), room, Clock.systemUTC());
        first = keys(firstState);
        second = keys(secondState);
    }

    @AfterEach
    void stopped() {
        firstState.close();
        secondState.close();
    }

    /** As PSC has them. */
    private static SigningKeys keys(State state) {
        return Identities.signing()
                .beside(EllipticKeys.ring(new SecureRandom()))
                .sharedIn(state, "psc.keys");
    }

    @Test
    void haveTheSameKeysAlsoAfterARotation() {
        assertThat(second.keySet()).isEqualTo(first.keySet());
        assertSignsForTheOther(first, second);
        assertSignsForTheOther(second, first);

        first.rotate();

        assertSignsForTheOther(first, second);
        assertThat(second.ids()).hasSize(4).isEqualTo(first.ids());
        assertThat(second.keySet()).isEqualTo(first.keySet());
        assertThat(SigningKey.idIn(second.sign(CLAIMS))).contains(first.ids().get(0));

        second.forgetOld();

        assertThat(first.ids()).hasSize(2).isEqualTo(second.ids());
        assertThat(keys(secondState).ids())
                .as("those of a copy that starts later")
                .isEqualTo(first.ids());
    }

    @Test
    void goOnWithWhatTheyKnowWhileRedisIsAway() {
        JsonObject published = first.keySet();
        server.stop();

        assertThat(first.keySet()).isEqualTo(published);
        assertSignsForTheOther(first, second);
        assertThatExceptionOfType(StateUnavailableException.class).isThrownBy(first::rotate);
        assertThatExceptionOfType(StateUnavailableException.class).isThrownBy(first::forgetOld);
        assertThat(first.keySet()).isEqualTo(published);

        server.start();
        Eventually.holds(firstState::require);
        Eventually.holds(secondState::require);
        assertThat(second.keySet()).isEqualTo(published);
        first.rotate();
        assertSignsForTheOther(first, second);
    }

    private static void assertSignsForTheOther(SigningKeys signs, SigningKeys verifies) {
        assertThat(verifies.claims(signs.sign(CLAIMS))).contains(CLAIMS);
        assertThat(verifies.claims(signs.sign("ES256", CLAIMS))).contains(CLAIMS);
    }
}
