package fr.accroche.teleservice;

import fr.accroche.redis.RedisServer;
import fr.accroche.redis.RedisState;
import fr.accroche.wire.admin.MovableClock;
import fr.accroche.wire.state.State;
import java.util.concurrent.atomic.AtomicInteger;

/** What two copies of a téléservice see of a Redis. */
final class TwoCopies {

    private final RedisServer server;
    private final AtomicInteger rooms = new AtomicInteger();
    private RedisState here;
    private RedisState there;

    TwoCopies(RedisServer server) {
        this.server = server;
    }

    /** Nothing of what was before. */
    void anew() {
        String room = "room" + rooms.incrementAndGet();
        here = RedisState.connect(server.address(), room, MovableClock.stoppedAt(RunningTeleservice.NOW));
        there = RedisState.connect(server.address(), room, MovableClock.stoppedAt(RunningTeleservice.NOW));
    }

    State here() {
        return here;
    }

    State there() {
        return there;
    }

    void close() {
        here.close();
        there.close();
    }
}
