package fr.accroche.wire;

import fr.accroche.certs.HeldCertificate;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** A server of JDK sockets that does what a script says with each connection, mostly one after the other. */
final class ScriptedServer implements AutoCloseable {

    /** What happens on one connection; it is closed after. */
    interface Script {
        void run(SSLSocket socket, int connection) throws IOException;
    }

    private final SSLServerSocket listening;
    private final Script script;
    private final AtomicInteger connections = new AtomicInteger();

    private ScriptedServer(SSLServerSocket listening, Script script, int threads) {
        this.listening = listening;
        this.script = script;
        for (int i = 0; i < threads; i++) {
            Thread thread = new Thread(this::serve, "scripted-server");
            thread.setDaemon(true);
            thread.start();
        }
    }

    static ScriptedServer start(Script script) {
        return start(TestServer.IDENTITY, false, script);
    }

    /** One that serves so many connections at once. */
    static ScriptedServer startWith(int threads, Script script) {
        return start(TestServer.IDENTITY, false, script, threads);
    }

    /** @param clientCertificate whether it asks for one of the tests' root */
    static ScriptedServer start(HeldCertificate held, boolean clientCertificate, Script script) {
        return start(held, clientCertificate, script, 1);
    }

    private static ScriptedServer start(HeldCertificate held, boolean clientCertificate, Script script, int threads) {
        try {
            KeyStore roots = KeyStore.getInstance("PKCS12");
            roots.load(null, null);
            roots.setCertificateEntry("root", TestAuthority.ROOT.certificate());
            TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(roots);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {new HeldKeyManager(held)}, trust.getTrustManagers(), null);
            SSLServerSocket listening = (SSLServerSocket) context.getServerSocketFactory()
                    .createServerSocket(0, 10 + threads, InetAddress.getLoopbackAddress());
            listening.setNeedClientAuth(clientCertificate);
            return new ScriptedServer(listening, script, threads);
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    URI uri() {
        return URI.create("https://localhost:" + ((ServerSocket) listening).getLocalPort() + "/");
    }

    /** How many connections came. */
    int connections() {
        return connections.get();
    }

    SSLServerSocket socket() {
        return listening;
    }

    static void readHead(SSLSocket socket) throws IOException {
        InputStream in = socket.getInputStream();
        int seen = 0;
        while (seen < 4) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("closed in the head");
            }
            seen = next == "\r\n\r\n".charAt(seen) ? seen + 1 : next == '\r' ? 1 : 0;
        }
    }

    static void write(SSLSocket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    private void serve() {
        while (!listening.isClosed()) {
            try (SSLSocket socket = (SSLSocket) listening.accept()) {
                script.run(socket, connections.getAndIncrement());
            } catch (IOException nextOne) {
                // The client's view of it is what the tests look at.
            }
        }
    }
}
