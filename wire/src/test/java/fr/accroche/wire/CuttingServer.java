package fr.accroche.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A server that answers once, then ends its connection under TLS, which says no goodbye. */
final class CuttingServer implements AutoCloseable {

    private final ServerSocket listening;

    private CuttingServer(ServerSocket listening, String answer) {
        this.listening = listening;
        Thread thread = new Thread(() -> serve(answer), "cutting-server");
        thread.setDaemon(true);
        thread.start();
    }

    static CuttingServer answering(String answer) throws IOException {
        return new CuttingServer(new ServerSocket(0, 10, InetAddress.getLoopbackAddress()), answer);
    }

    URI uri() {
        return URI.create("https://localhost:" + listening.getLocalPort() + "/");
    }

    private void serve(String answer) {
        try (Socket plain = listening.accept()) {
            SSLSocket tls =
                    (SSLSocket) context().getSocketFactory().createSocket(plain, "localhost", plain.getPort(), false);
            tls.setUseClientMode(false);
            ScriptedServer.readHead(tls);
            ScriptedServer.write(tls, answer);
        } catch (IOException | GeneralSecurityException seenByTheOtherEnd) {
            // What it comes to there is what the tests look at.
        }
    }

    private static SSLContext context() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(new KeyManager[] {new HeldKeyManager(TestServer.IDENTITY)}, null, null);
        return context;
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
