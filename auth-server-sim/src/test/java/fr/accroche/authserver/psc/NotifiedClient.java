package fr.accroche.authserver.psc;

import fr.accroche.authserver.Identities;
import fr.accroche.wire.ClientAuthentication;
import fr.accroche.wire.ConnectionObserver;
import fr.accroche.wire.Handler;
import fr.accroche.wire.Limits;
import fr.accroche.wire.Request;
import fr.accroche.wire.Response;
import fr.accroche.wire.ServerSettings;
import fr.accroche.wire.WireRuntime;
import fr.accroche.wire.WireServer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** A client's notification endpoint (CIBA Core §10.2), and what came to it. */
final class NotifiedClient implements Handler, AutoCloseable {

    private static final long LONGEST_WAIT_MILLIS = 8_000;

    private final WireRuntime runtime = WireRuntime.start();
    private final WireServer server = new WireServer(
                    runtime,
                    new ServerSettings(
                            "client",
                            new InetSocketAddress("127.0.0.1", 0),
                            Identities.SERVER,
                            new ClientAuthentication.None(),
                            Limits.DEFAULT),
                    this,
                    ConnectionObserver.SILENT)
            .start();
    private final List<Request> told = new ArrayList<>();
    private final List<Response> answers;

    /** Answers these in turn, the last one for ever. */
    NotifiedClient(Response... answers) {
        this.answers = new ArrayList<>(List.of(answers));
    }

    URI endpoint() {
        return server.uri().resolve("/ciba/told");
    }

    @Override
    public synchronized Response handle(Request request) {
        told.add(request);
        notifyAll();
        return answers.size() > 1 ? answers.remove(0) : answers.get(0);
    }

    synchronized List<Request> told() {
        return List.copyOf(told);
    }

    /** The notifications, once there are so many. */
    synchronized List<Request> await(int count) throws InterruptedException {
        long deadline = System.nanoTime() + LONGEST_WAIT_MILLIS * 1_000_000;
        while (told.size() < count) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError(told.size() + " notifications, not " + count);
            }
            wait(left);
        }
        return List.copyOf(told);
    }

    @Override
    public void close() {
        server.close();
        runtime.close();
    }
}
