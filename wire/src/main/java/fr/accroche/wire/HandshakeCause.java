package fr.accroche.wire;

import io.netty.handler.ssl.NotSslRecordException;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.security.cert.CertificateException;
import java.util.Optional;
import java.util.Set;

/**
 * Why a handshake failed, in one line for people. The texts that it recognises are those of the JDK's provider, which has
 * no types for them; an unknown one passes through, cut to a line.
 */
final class HandshakeCause {

    static final String PLAIN_HTTP = "plain HTTP was sent to an HTTPS port";
    static final String NOTHING_PRESENTED = "client presented no certificate";
    private static final String NO_VERSION = "no common TLS version: this server speaks 1.2 and 1.3";
    private static final String NO_SUITE = "no common cipher suite";

    private static final String ALERT = "Received fatal alert: ";
    private static final int MAX_LENGTH = 200;
    private static final Set<String> CERTIFICATE_ALERTS = Set.of(
            "bad_certificate",
            "unsupported_certificate",
            "certificate_revoked",
            "certificate_expired",
            "certificate_unknown",
            "unknown_ca");

    private HandshakeCause() {}

    /** The cause as a server tells it. */
    static String seenByServer(Throwable failure) {
        if (failure instanceof NotSslRecordException) {
            return "client sent something that is not TLS";
        }
        if (failure instanceof SslHandshakeTimeoutException) {
            return "client did not end the handshake in time";
        }
        if (failure instanceof ClosedChannelException) {
            return "client closed during the handshake";
        }
        Optional<CertificateException> refused = find(failure, CertificateException.class);
        if (refused.isPresent()) {
            return line(refused.get().getMessage());
        }
        return alert(failure).map(HandshakeCause::alertOfClient).orElseGet(() -> ofText(failure));
    }

    /** What the two ends lack in common; empty for any other cause. */
    static Optional<Negotiated> lacking(String cause) {
        return switch (cause) {
            case NO_VERSION -> Optional.of(Negotiated.NO_VERSION);
            case NO_SUITE -> Optional.of(Negotiated.NO_SUITE);
            default -> Optional.empty();
        };
    }

    /** The name of the fatal alert that the peer sent (RFC 8446 §6.2). */
    static Optional<String> alert(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            String text = String.valueOf(each.getMessage());
            int at = text.indexOf(ALERT);
            if (at >= 0) {
                return Optional.of(line(text.substring(at + ALERT.length())));
            }
        }
        return Optional.empty();
    }

    static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        T found = null;
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (type.isInstance(each)) {
                found = type.cast(each);
            }
        }
        return Optional.ofNullable(found);
    }

    /** The first line of a message, cut. */
    static String line(String message) {
        String first = String.valueOf(message).lines().findFirst().orElse("");
        return first.length() <= MAX_LENGTH ? first : first.substring(0, MAX_LENGTH) + "…";
    }

    private static String alertOfClient(String alert) {
        return CERTIFICATE_ALERTS.contains(alert)
                ? "client refused our certificate: " + alert
                : "client gave up with the alert " + alert;
    }

    private static String ofText(Throwable failure) {
        String text = String.valueOf(failure.getMessage());
        if (text.contains("Empty client certificate chain")) {
            return NOTHING_PRESENTED;
        }
        if (text.startsWith("Insufficient buffer remaining for AEAD")) {
            // A client that refuses our certificate may send its alert in clear, where TLS 1.3 expects a cipher text.
            return "client gave up during the handshake: it may not trust this server's authority";
        }
        if (text.contains("is not enabled or supported") || text.contains("not accepted by server preferences")) {
            return NO_VERSION;
        }
        if (text.contains("no cipher suites in common")) {
            return NO_SUITE;
        }
        if (text.contains("CertificateVerify")) {
            return "client does not hold the key of its certificate";
        }
        return failure instanceof IOException ? line(text) : failure.getClass().getSimpleName();
    }
}
