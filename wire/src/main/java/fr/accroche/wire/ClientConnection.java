package fr.accroche.wire;

import fr.accroche.wire.ConnectionFailedException.Reason;
import fr.accroche.wire.LostAnswerException.Progress;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** An open connection of a client, used by one caller at a time. */
final class ClientConnection {

    private static final Set<String> METHODS_WITH_BODY = Set.of("POST", "PUT", "PATCH");

    private final Channel channel;
    private final ClientExchange exchange;
    private long idleSince;

    ClientConnection(Channel channel, ClientExchange exchange) {
        this.channel = channel;
        this.exchange = exchange;
    }

    /** Sends a request and waits for its answer. */
    Response send(ClientRequest request, Duration allowed) throws LostAnswerException {
        Outgoing frame = frame(request);
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

    private static Outgoing frame(ClientRequest request) {
        URI uri = URI.create(request.uri().toASCIIString());
        HttpRequest frame =
                new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.valueOf(request.method()), target(uri));
        request.headers()
                .without("Host")
                .endToEnd()
                .forEach(field -> frame.headers().add(field.name(), field.value()));
        frame.headers().set(HttpHeaderNames.HOST, Origin.of(uri).authority());
        if (request.body().length > 0 || METHODS_WITH_BODY.contains(request.method())) {
            frame.headers().set(HttpHeaderNames.CONTENT_LENGTH, request.body().length);
        }
        return new Outgoing(frame, request.body());
    }

    private static String target(URI uri) {
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }
}
