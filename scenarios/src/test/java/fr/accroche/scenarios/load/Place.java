package fr.accroche.scenarios.load;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where time goes in the proxy's own code and in the JDK's for it. A place is told by the first frame that names one. */
enum Place {
    CERTIFICATES(
            "les certificats : noms lus, jugement, faits",
            "certificates: names read, judged, noted",
            "fr.accroche.certs.",
            "sun.security.x509.",
            "fr.accroche.compliance.exchange.ObservedCertificate."),
    JOURNAL(
            "le journal et les traces : faits, empreintes",
            "journal and traces: facts, digests",
            "fr.accroche.compliance.exchange.",
            "fr.accroche.wire.evidence.",
            "fr.accroche.proxy.BusinessFacts.",
            "fr.accroche.proxy.Trace"),
    HEADERS(
            "les champs d'en-tête : copiés, ôtés, ajoutés",
            "header fields: copied, left out, added",
            "fr.accroche.wire.Header",
            "fr.accroche.proxy.RelayedHeaders.",
            "fr.accroche.proxy.SessionCookie.",
            "io.netty.handler.codec.http.DefaultHttpHeaders.",
            "io.netty.handler.codec.DefaultHeaders."),
    SESSION("session, jeton, route, relais", "session, token, route, relay", "fr.accroche.proxy."),
    HTTP(
            "la syntaxe HTTP/1.1",
            "HTTP/1.1 syntax",
            "io.netty.handler.codec.",
            "fr.accroche.wire.StrictRequestDecoder.",
            "fr.accroche.wire.RequestAssembly.",
            "fr.accroche.wire.ResponseFrame."),
    HANDSHAKE(
            "la négociation TLS",
            "TLS handshakes",
            "sun.security.ssl.Handshake",
            "sun.security.ssl.PostHandshake",
            "sun.security.provider.certpath.",
            "sun.security.rsa.",
            "fr.accroche.wire.HandshakeTasks."),
    RECORDS(
            "les enregistrements TLS : AES-GCM, moteur",
            "TLS records: AES-GCM, engine",
            "com.sun.crypto.provider.",
            "javax.crypto.",
            "javax.net.ssl.",
            "sun.security.ssl.",
            "io.netty.handler.ssl."),
    SOCKETS(
            "les sockets : lire, écrire, attendre",
            "sockets: reads, writes, waits",
            "sun.nio.ch.",
            "io.netty.channel.nio.",
            "io.netty.channel.socket."),
    HANDOVER(
            "le passage d'un fil d'exécution à l'autre",
            "handing over between threads",
            "java.util.concurrent.locks.",
            "java.util.concurrent.SynchronousQueue",
            "java.util.concurrent.ThreadPoolExecutor",
            "java.util.concurrent.CompletableFuture",
            "java.util.concurrent.CountDownLatch",
            "io.netty.util.concurrent.",
            "jdk.internal.misc.Unsafe.park",
            "jdk.internal.misc.Unsafe.unpark"),
    WIRE("connexions et échanges (wire)", "connections and exchanges (wire)", "fr.accroche.wire."),
    BUFFERS("tampons et files de Netty", "Netty's buffers and pipelines", "io.netty."),
    COPIES("copies d'octets", "copies of bytes"),
    REST("le reste", "the rest");

    private static final List<String> COPYING = List.of(
            "java.util.Arrays.copyOf",
            "java.lang.System.arraycopy",
            "java.io.ByteArrayOutputStream.",
            "jdk.internal.misc.Unsafe.copyMemory",
            "jdk.internal.misc.Unsafe.setMemory");

    private final String french;
    private final String english;
    private final List<String> begins;

    Place(String french, String english, String... begins) {
        this.french = french;
        this.english = english;
        this.begins = List.of(begins);
    }

    /**
     * The place of a stack. What TLS copies is a part of TLS, and a handshake is one whatever it computes.
     *
     * @param frames {@code class.method}, the innermost first
     */
    static Place of(List<String> frames) {
        if (frames.stream().anyMatch(HANDSHAKE::has)) {
            return HANDSHAKE;
        }
        Place first = frames.stream()
                .flatMap(frame -> named(frame).stream())
                .findFirst()
                .orElse(REST);
        boolean copies = !frames.isEmpty() && COPYING.stream().anyMatch(frames.get(0)::startsWith);
        return copies && first != RECORDS ? COPIES : first;
    }

    private static Optional<Place> named(String frame) {
        return Stream.of(values()).filter(place -> place.has(frame)).findFirst();
    }

    private boolean has(String frame) {
        return begins.stream().anyMatch(frame::startsWith);
    }

    String label() {
        return english + " · " + french;
    }
}
