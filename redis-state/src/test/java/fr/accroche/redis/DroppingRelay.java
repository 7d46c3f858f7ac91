package fr.accroche.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;

/** Stands before a server, and loses an answer on demand: the server did what it was asked, and the connection ends before it says so. */
final class DroppingRelay implements AutoCloseable {

    private final ServerSocket listener;
    private final int target;
    private final AtomicBoolean losing = new AtomicBoolean();
    private final AtomicBoolean silent = new AtomicBoolean();

    private DroppingRelay(ServerSocket listener, int target) {
        this.listener = listener;
        this.target = target;
    }

    static DroppingRelay before(String address) throws IOException {
        ServerSocket listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        DroppingRelay relay = new DroppingRelay(listener, URI.create(address).getPort());
        inBackground(relay::accept);
        return relay;
    }

    String address() {
        return "redis://127.0.0.1:" + listener.getLocalPort();
    }

    /** The next answer is lost, and the connection with it. */
    void loseNextAnswer() {
        losing.set(true);
    }

    /** The next connection is answered nothing. */
    void keepNextWaiting() {
        silent.set(true);
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = listener.accept();
            if (silent.compareAndSet(true, false)) {
                continue;
            }
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            inBackground(() -> pass(client, server, false));
            inBackground(() -> pass(server, client, true));
        }
    }

    private void pass(Socket from, Socket to, boolean answers) throws IOException {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] some = new byte[8_192];
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                if (answers && losing.compareAndSet(true, false)) {
                    return;
                }
                out.write(some, 0, read);
            }
        }
    }

    private interface Task {
        void run() throws IOException;
    }

    private static void inBackground(Task task) {
        Thread thread = new Thread(() -> {
            try {
                task.run();
            } catch (IOException over) {
                // one side is gone: so is this connection
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
