package fr.accroche.teleservice;

import fr.accroche.redis.RedisServer;
import fr.accroche.redis.RedisState;
import fr.accroche.wire.admin.MovableClock;
import fr.accroche.wire.state.State;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** A Redis, and what two copies of a téléservice see of it. */
final class TwoCopies implements AutoCloseable {

    private final RedisServer server;
    private final AtomicInteger rooms = new AtomicInteger();
    private RedisState here;
    private RedisState there;

    /** Where this machine has no Redis, the tests of the calling class are left out. */
    TwoCopies(Path folder) {
        this.server = RedisServer.orSkip(folder);
    }

    /** Nothing of what was before. */
    void anew() {
        leave();
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

    RedisServer server() {
        return server;
    }

    void leave() {
        if (here != null) {
            here.close();
            there.close();
        }
        here = null;
        there = null;
    }

    @Override
    public void close() {
        leave();
        server.close();
    }
}
