package fr.accroche.proxy;

import fr.accroche.certs.HeldCertificate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Both ends of a proxy by sockets of the JDK, for bodies that nobody holds whole. */
final class Streams {

    static final int PIECE = 64 * 1024;
    private static final char[] NO_PASSWORD = {};

    private Streams() {}

    /** What a téléservice does with one connection; it is closed after. */
    interface Script {
        void run(InputStream in, OutputStream out) throws IOException;
    }

    /**
     * A téléservice that follows a script.
     *
     * @param listening its socket
     */
    record Service(ServerSocket listening) implements AutoCloseable {

        static Service following(Script script) {
            try {
                ServerSocket listening = context(Certificates.SERVER)
                        .getServerSocketFactory()
                        .createServerSocket(0, 10, InetAddress.getLoopbackAddress());
                Service service = new Service(listening);
                Thread thread = new Thread(() -> service.serve(script), "streaming-service");
                thread.setDaemon(true);
                thread.start();
                return service;
            } catch (GeneralSecurityException | IOException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        URI uri() {
            return URI.create("https://localhost:" + listening.getLocalPort() + "/");
        }

        private void serve(Script script) {
            while (!listening.isClosed()) {
                try (Socket socket = listening.accept()) {
                    script.run(socket.getInputStream(), socket.getOutputStream());
                } catch (IOException nextOne) {
                    // The proxy's view of it is what the tests look at.
                }
            }
        }

        @Override
        public void close() throws IOException {
            listening.close();
        }
    }

    /** A connection of an LPS. */
    static Socket connect(URI proxy) throws IOException {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
            KeyStore roots = KeyStore.getInstance("PKCS12");
            roots.load(null, null);
            for (X509Certificate root : Certificates.ROOTS) {
                roots.setCertificateEntry(root.getSerialNumber().toString(), root);
            }
            trust.init(roots);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            Socket socket = context.getSocketFactory().createSocket("localhost", proxy.getPort());
            socket.setSoTimeout(20_000);
            return socket;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    /** Up to the end of a head. */
    static String readHead(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("closed after " + head.size() + " bytes of a head");
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    /** Pieces no two of which are alike. */
    static void writePieces(OutputStream out, int pieces) throws IOException {
        for (int i = 0; i < pieces; i++) {
            out.write(piece(i));
        }
        out.flush();
    }

    static String digestOfPieces(int pieces) {
        MessageDigest digest = newDigest();
        for (int i = 0; i < pieces; i++) {
            digest.update(piece(i));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static String digest(InputStream in, int pieces) throws IOException {
        MessageDigest digest = newDigest();
        byte[] piece = new byte[PIECE];
        for (int i = 0; i < pieces; i++) {
            digest.update(piece, 0, in.readNBytes(piece, 0, PIECE));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static byte[] piece(int number) {
        byte[] piece = new byte[PIECE];
        for (int i = 0; i < PIECE; i++) {
            piece[i] = (byte) (i * 31 + number * 17 + (i >> 8));
        }
        return piece;
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static SSLContext context(HeldCertificate held) throws GeneralSecurityException, IOException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setKeyEntry("key", held.key(), NO_PASSWORD, held.chain().toArray(Certificate[]::new));
        KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
        factory.init(keys, NO_PASSWORD);
        KeyManager[] managers = factory.getKeyManagers();
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers, null, null);
        return context;
    }
}
