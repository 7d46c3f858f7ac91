package fr.accroche.proxy;

import fr.accroche.redis.RedisServer;
import fr.accroche.redis.RedisState;
import fr.accroche.wire.Response;
import java.util.List;
import java.util.UUID;

/** Two copies of the proxy before the same servers, and the Redis that they share. */
final class TwoCopies implements AutoCloseable {

    final Chain chain = new Chain();
    final ProxySim here;
    final ProxySim there;
    private final RedisState own;
    private final RedisState other;

    TwoCopies(RedisServer redis) {
        String room = UUID.randomUUID().toString();
        own = RedisState.connect(redis.address(), room, chain.clock);
        other = RedisState.connect(redis.address(), room, chain.clock);
        chain.authorization.on("/dmp/revoke", Response.of(200)).on("/insi/revoke", Response.of(200));
        here = copy(own);
        there = copy(other);
    }

    private ProxySim copy(RedisState state) {
        return chain.copy(
                state,
                usual -> ProxySettings.of(
                        usual.discovery(),
                        usual.trusted(),
                        usual.clients(),
                        List.of(revoking("dmp"), revoking("insi"))));
    }

    private Route revoking(String name) {
        return chain.route(name).revokingAt(chain.authorization.uri("/" + name + "/revoke"));
    }

    /** What the copy here sees of it. */
    RedisState state() {
        return own;
    }

    /** One that is connected here, and calls there. */
    Lps movedThere(Lps lps) {
        return chain.lps(there).holding(lps.cookie().orElseThrow());
    }

    @Override
    public void close() {
        chain.close();
        own.close();
        other.close();
    }
}
