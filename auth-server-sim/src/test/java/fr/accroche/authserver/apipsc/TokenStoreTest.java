package fr.accroche.authserver.apipsc;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.authserver.Identities;
import fr.accroche.wire.admin.MovableClock;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.state.MemoryState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TokenStoreTest {

    private static final int CAPACITY = 10_000;

    private final MovableClock clock = MovableClock.stoppedAt(Instant.parse("2026-11-22T10:00:00Z"));
    private final TokenStore tokens = new TokenStore(new MemoryState(clock), "");

    private Grant grant(int number) {
        return new Grant(
                "session-" + number,
                Identities.ALPHA_ID,
                "899900000011",
                "openid",
                Identities.ALPHA.certificate(),
                "",
                Optional.of("psc-" + number % 100),
                Optional.empty());
    }

    private void issue(int number) {
        Grant grant = grant(number);
        Instant until = clock.instant().plus(Duration.ofHours(4));
        tokens.open(grant, until);
        tokens.keepAccess("access-" + number, new ApiToken(JsonObject.EMPTY, grant), until);
        tokens.keepRefresh("refresh-" + number, new ApiToken(JsonObject.EMPTY, grant), until);
    }

    /** A client that never revokes anything takes a bounded place, and the newest tokens live. */
    @Test
    void keepsSoManyAtMostAndForgetsTheOldest() {
        for (int number = 0; number < 3 * CAPACITY; number++) {
            issue(number);
            tokens.redeem("refresh-" + number, clock.instant().plus(Duration.ofMinutes(30)));
        }

        assertThat(tokens.size()).isEqualTo(CAPACITY);
        assertThat(tokens.access("access-0")).isEmpty();
        assertThat(tokens.access("access-" + (3 * CAPACITY - 1))).isPresent();
    }

    @Test
    void endsEveryGrantOfAPscSessionAtOnce() {
        for (int number = 0; number < CAPACITY; number++) {
            issue(number);
        }

        int ended = tokens.revokeWhere(grant -> grant.pscSession().equals(Optional.of("psc-7")));

        assertThat(ended).isEqualTo(CAPACITY / 100);
        assertThat(tokens.size()).isEqualTo(CAPACITY - CAPACITY / 100);
        assertThat(tokens.access("access-107")).isEmpty();
        assertThat(tokens.refresh("refresh-107")).isEmpty();
    }

    @Test
    void aGrantThatWasRevokedIsNotProlonged() {
        issue(1);
        tokens.revoke(grant(1));

        tokens.prolong(grant(1), clock.instant().plus(Duration.ofHours(8)));

        assertThat(tokens.access("access-1")).isEmpty();
    }

    @Test
    void aGrantEndsWithItsTokens() {
        issue(1);
        clock.advance(Duration.ofHours(4));

        assertThat(tokens.size()).isZero();
        assertThat(tokens.refresh("refresh-1")).isEmpty();
    }
}
