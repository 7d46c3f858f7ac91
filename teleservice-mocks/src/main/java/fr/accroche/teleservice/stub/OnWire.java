package fr.accroche.teleservice.stub;

import com.github.tomakehurst.wiremock.http.AbstractRequestHandler;
import com.github.tomakehurst.wiremock.http.ChunkedDribbleDelay;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import fr.accroche.wire.Delivery;
import fr.accroche.wire.Delivery.Manner;
import fr.accroche.wire.Header;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** An answer of WireMock as wire sends it: its delays and faults become a {@link Delivery}. */
final class OnWire {

    /** Wire writes these by itself. */
    private static final Set<String> OF_WIRE =
            Set.of("content-length", "connection", "transfer-encoding", "keep-alive");

    private OnWire() {}

    /** Asks WireMock, on this thread; empty if it has no answer. */
    static Optional<Response> answer(AbstractRequestHandler wireMock, Request request) {
        AtomicReference<com.github.tomakehurst.wiremock.http.Response> given = new AtomicReference<>();
        wireMock.handle(request, (asked, answer, attributes) -> given.set(answer), ServeEvent.of(request));
        return Optional.ofNullable(given.get())
                .filter(com.github.tomakehurst.wiremock.http.Response::wasConfigured)
                .map(OnWire::response);
    }

    private static Response response(com.github.tomakehurst.wiremock.http.Response answer) {
        Delivery delivery = delivery(answer);
        if (delivery.manner() != Manner.WHOLE) {
            return Response.nothing(delivery);
        }
        List<Header> fields = new ArrayList<>();
        for (HttpHeader field : answer.getHeaders().all()) {
            if (!OF_WIRE.contains(field.key().toLowerCase(Locale.ROOT))) {
                field.values().forEach(value -> fields.add(new Header(field.key(), value)));
            }
        }
        byte[] body = answer.getBody();
        return new Response(answer.getStatus(), Headers.of(fields), body == null ? new byte[0] : body, delivery);
    }

    /** Random delays are cut where a fixed one would be refused. */
    private static Delivery delivery(com.github.tomakehurst.wiremock.http.Response answer) {
        Delivery delivery = Delivery.of(manner(answer.getFault())).after(bounded(answer.getInitialDelay()));
        ChunkedDribbleDelay dribble = answer.getChunkedDribbleDelay();
        return dribble == null
                ? delivery
                : delivery.dribbled(Math.max(1, dribble.getNumberOfChunks()), bounded(dribble.getTotalDuration()));
    }

    private static Duration bounded(long millis) {
        return Duration.ofMillis(Math.max(0, Math.min(millis, Delivery.LONGEST.toMillis())));
    }

    private static Manner manner(Fault fault) {
        if (fault == null) {
            return Manner.WHOLE;
        }
        return switch (fault) {
            case EMPTY_RESPONSE -> Manner.DROPPED;
            case CONNECTION_RESET_BY_PEER -> Manner.RESET;
            case MALFORMED_RESPONSE_CHUNK -> Manner.BROKEN_CHUNK;
            case RANDOM_DATA_THEN_CLOSE -> Manner.NO_HTTP;
        };
    }
}
