package fr.accroche.wire;

import fr.accroche.wire.ConnectionFailedException.Reason;
import fr.accroche.wire.LostAnswerException.Progress;
import io.netty.channel.Channel;
import io.netty.handler.ssl.SslHandler;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** An open connection of a client, used by one caller at a time. */
final class ClientConnection {

    private final Channel channel;
    private final RelayTap tap;
    private final ClientExchange exchange;
    private long idleSince;

    ClientConnection(Channel channel, RelayTap tap, ClientExchange exchange) {
        this.channel = channel;
        this.tap = tap;
        this.exchange = exchange;
    }

    Channel channel() {
        return channel;
    }

    RelayTap tap() {
        return tap;
    }

    /** Sends a request and waits for its answer. */
    Response send(ClientRequest request, Duration allowed) throws LostAnswerException {
        Outgoing frame = RequestFrame.of(request);
        CompletableFuture<Response> answer = new CompletableFuture<>();
        try {
            channel.eventLoop().execute(() -> exchange.begin(frame, answer));
            return answer.get(allowed.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closed) {
            throw new LostAnswerException(Reason.BROKEN, Progress.BEGUN, "the runtime is closed", closed);
        } catch (ExecutionException lost) {
            throw (LostAnswerException) lost.getCause();
        } catch (TimeoutException late) {
            close();
            String what = "no whole answer within " + allowed.toMillis() + " ms";
            throw new LostAnswerException(Reason.TIMEOUT, Progress.BEGUN, what, late);
        } catch (InterruptedException interrupted) {
            close();
            Thread.currentThread().interrupt();
            throw new LostAnswerException(
                    Reason.BROKEN, Progress.BEGUN, "interrupted while waiting for the answer", interrupted);
        }
    }

    /** What the server showed in the handshake, leaf first. */
    List<X509Certificate> peer() throws SSLPeerUnverifiedException {
        Certificate[] shown =
                channel.pipeline().get(SslHandler.class).engine().getSession().getPeerCertificates();
        return Arrays.stream(shown).map(X509Certificate.class::cast).toList();
    }

    boolean isOpen() {
        return exchange.isOpen();
    }

    /** Whether the server is likely to keep it still: the longer it rests, the likelier a request meets its close. */
    boolean isFresh(Duration rest) {
        return isOpen() && System.nanoTime() - idleSince < rest.toNanos();
    }

    void rest() {
        idleSince = System.nanoTime();
    }

    void close() {
        channel.close();
    }

    /** Runs this once it is closed, on its event loop. */
    void onClose(Runnable task) {
        channel.closeFuture().addListener(closed -> task.run());
    }
}
