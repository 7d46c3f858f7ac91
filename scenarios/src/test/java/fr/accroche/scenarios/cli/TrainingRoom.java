package fr.accroche.scenarios.cli;

import fr.accroche.redis.RedisServer;
import fr.accroche.scenarios.Daemon;
import fr.accroche.scenarios.TestFolders;
import fr.accroche.scenarios.chain.Participant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Two copies of a chain, each a process, a Redis, and HAProxy before them, which knows nothing of HTTP. */
final class TrainingRoom implements AutoCloseable {

    /** New connections go where one listens; a copy that is away is found out by whoever connects first. */
    private static final String BALANCER = """
            defaults
                mode tcp
                balance roundrobin
                retries 3
                option redispatch 1
                timeout connect 2s
                timeout client 2m
                timeout server 2m
                default-server check inter 300ms fall 1 rise 1
            """;

    private final Path folder;
    private final RedisServer redis;
    private final Daemon balancer;
    private final List<Integer> bases;
    private final int published;
    private final List<UpProcess> copies = new ArrayList<>();

    private TrainingRoom(Path folder, RedisServer redis, Daemon balancer, List<Integer> bases, int published) {
        this.folder = folder;
        this.redis = redis;
        this.balancer = balancer;
        this.bases = bases;
        this.published = published;
    }

    static TrainingRoom open(Path folder) throws IOException, InterruptedException {
        int published = UpCommandTest.freeBlock();
        int first = UpCommandTest.freeBlock(published + Participant.values().length);
        List<Integer> bases = List.of(first, UpCommandTest.freeBlock(first + Participant.values().length));
        Daemon balancer = Daemon.haproxy(folder.resolve("balancer"), configuration(published, bases));
        RedisServer redis = RedisServer.start(Files.createDirectories(folder.resolve("redis")));
        TrainingRoom room = new TrainingRoom(folder, redis, balancer, bases, published);
        bases.forEach(base -> room.copies.add(room.started(base)));
        for (UpProcess copy : room.copies) {
            copy.upTo("ready; Ctrl-C");
        }
        return room;
    }

    private static String configuration(int published, List<Integer> bases) {
        StringBuilder configuration = new StringBuilder(BALANCER);
        for (Participant participant : Participant.values()) {
            int place = participant.ordinal();
            configuration.append(
                    "listen %s\n    bind 127.0.0.1:%d\n".formatted(participant.label(), published + place));
            bases.forEach(
                    base -> configuration.append("    server copy%d 127.0.0.1:%d\n".formatted(base, base + place)));
        }
        return configuration.toString();
    }

    private UpProcess started(int base) {
        try {
            return UpProcess.start(
                    folder,
                    base,
                    TestFolders.PATH,
                    "--state",
                    redis.address(),
                    "--room",
                    "formation-1",
                    "--published-ports",
                    String.valueOf(published));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where everybody calls a link. */
    URI at(Participant participant) {
        return address(published, participant);
    }

    /** Where one of the copies has it. */
    URI at(int copy, Participant participant) {
        return address(bases.get(copy), participant);
    }

    private static URI address(int base, Participant participant) {
        String scheme = participant == Participant.IGC ? "http" : "https";
        return URI.create(scheme + "://localhost:" + (base + participant.ordinal()));
    }

    RedisServer redis() {
        return redis;
    }

    UpProcess copy(int copy) {
        return copies.get(copy);
    }

    /** Starts one that was killed. */
    void again(int copy) throws InterruptedException {
        copies.set(copy, started(bases.get(copy)));
        copies.get(copy).upTo("ready; Ctrl-C");
    }

    @Override
    public void close() throws IOException {
        copies.forEach(UpProcess::close);
        balancer.close();
        redis.close();
    }
}
