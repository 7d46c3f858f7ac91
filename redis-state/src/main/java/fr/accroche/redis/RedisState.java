package fr.accroche.redis;

import fr.accroche.wire.state.Shape;
import fr.accroche.wire.state.State;
import fr.accroche.wire.state.StateUnavailableException;
import fr.accroche.wire.state.Store;
import fr.accroche.wire.state.SweptStore;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the copies of a chain share, in a Redis or Valkey server: each answers as if it were the only one. One that cannot reach the
 * server says so to its callers at once, and goes on by itself when it can.
 */
public final class RedisState implements State, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration RECONNECT = Duration.ofMillis(200);
    private static final int THREADS = 2;
    private static final int MOST_TRIES = 10;
    private static final int LAST_PORT = 65_535;

    /**
     * Whose host may have an underscore, as services of Compose have, which is no host name of RFC 3986. What stands after it has no
     * {@code @}: it would be the end of a password that had to be escaped.
     */
    private static final Pattern ADDRESS = Pattern.compile("rediss?://([^/?#\\s]*@)?"
            + "(?<host>[A-Za-z0-9_][A-Za-z0-9._-]*|\\[[0-9A-Fa-f:.]+])(:(?<port>\\d{1,5}))?(/\\d*)?(\\?[^@#\\s]*)?");

    private final String where;
    private final String prefix;
    private final Clock clock;
    private final ClientResources resources;
    private final RedisClient client;
    private final StatefulRedisConnection<String, String> connection;

    private RedisState(
            RedisURI uri,
            String room,
            Clock clock,
            ClientResources resources,
            RedisClient client,
            StatefulRedisConnection<String, String> connection) {
        this.where = shown(uri);
        this.prefix = "accroche:" + room + ":";
        this.clock = clock;
        this.resources = resources;
        this.client = client;
        this.connection = connection;
    }

    /**
     * Connects. A server that accepts and is silent is asked again for ten seconds, one that is not there is not.
     *
     * @param address {@code redis://[user:password@]host[:port][/database]}, {@code rediss://} for TLS
     * @param room whose copies share; others of the same server are not met
     * @param clock by which values expire
     * @throws IllegalArgumentException if the address is none
     * @throws StateUnavailableException if there is no such server, or it does not let us in
     */
    public static RedisState connect(String address, String room, Clock clock) {
        RedisURI uri = uri(address);
        uri.setTimeout(PATIENCE);
        ClientResources resources = DefaultClientResources.builder()
                .reconnectDelay(Delay.constant(RECONNECT))
                .ioThreadPoolSize(THREADS)
                .computationThreadPoolSize(THREADS)
                .build();
        RedisClient client = RedisClient.create(resources, uri);
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(PATIENCE)
                        .keepAlive(true)
                        .build())
                .timeoutOptions(TimeoutOptions.enabled(PATIENCE))
                .build());
        try {
            return new RedisState(uri, room, clock, resources, client, connected(client));
        } catch (RedisException absent) {
            stop(client, resources);
            throw Refusals.unavailable(shown(uri), absent);
        }
    }

    private static StatefulRedisConnection<String, String> connected(RedisClient client) {
        for (int tried = 1; ; tried++) {
            try {
                return client.connect();
            } catch (RedisException failed) {
                if (tried == MOST_TRIES || !isWorthAnother(failed.getCause())) {
                    throw failed;
                }
            }
        }
    }

    /**
     * A process that starts among others may be too slow for a server's answer; and a server may refuse before Lettuce looks whether it
     * does, which then knows no reason.
     */
    private static boolean isWorthAnother(Throwable cause) {
        return cause instanceof RedisCommandTimeoutException || cause instanceof IllegalStateException;
    }

    /** Whether one can be reached by an address, as far as the address itself tells. */
    public static boolean isAddress(String text) {
        try {
            uri(text);
            return true;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    /** Lettuce takes the port for a part of a host that has an underscore. */
    static RedisURI uri(String address) {
        Matcher parts = ADDRESS.matcher(address);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no address of a Redis");
        }
        RedisURI uri = RedisURI.create(address);
        uri.setHost(parts.group("host"));
        if (parts.group("port") != null) {
            uri.setPort(port(Integer.parseInt(parts.group("port"))));
        }
        return uri;
    }

    private static int port(int number) {
        if (number < 1 || number > LAST_PORT) {
            throw new IllegalArgumentException("no port: " + number);
        }
        return number;
    }

    /** Without what opens it. */
    private static String shown(RedisURI uri) {
        return (uri.isSsl() ? "rediss://" : "redis://") + uri.getHost() + ":" + uri.getPort() + "/" + uri.getDatabase();
    }

    @Override
    public <V> Store<V> store(String name, Shape<V> shape, int capacity) {
        return new RedisStore<>(this, name, new RecordJson<>(shape), capacity, false);
    }

    @Override
    public <V> SweptStore<V> swept(String name, Shape<V> shape, int capacity) {
        return new RedisStore<>(this, name, new RecordJson<>(shape), capacity, true);
    }

    @Override
    public void require() {
        call(RedisCommands::ping);
    }

    /** The server and its database, without what opens them. */
    public String where() {
        return where;
    }

    /** The full name of something in this room. */
    String named(String name) {
        return prefix + name;
    }

    Clock clock() {
        return clock;
    }

    /** @throws StateUnavailableException if the server does not answer, or refuses */
    <R> R call(Function<RedisCommands<String, String>, R> call) {
        try {
            return call.apply(connection.sync());
        } catch (RedisException failed) {
            throw Refusals.unavailable(where, failed);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } finally {
            stop(client, resources);
        }
    }

    private static void stop(RedisClient client, ClientResources resources) {
        try {
            client.shutdown(Duration.ZERO, PATIENCE);
        } finally {
            resources.shutdown(0, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
