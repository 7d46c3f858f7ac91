package fr.accroche.scenarios.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A collector of OTLP over HTTP, whose messages are read by the standard's own classes. */
final class OtlpReceiver implements AutoCloseable {

    private final HttpServer server;
    private final Queue<ExportTraceServiceRequest> traces = new ConcurrentLinkedQueue<>();
    private final Queue<ExportMetricsServiceRequest> metrics = new ConcurrentLinkedQueue<>();

    /**
     * A span as tests speak of it.
     *
     * @param service that of its resource
     */
    record Received(String service, Span span) {

        String id() {
            return hex(span.getSpanId().toByteArray());
        }

        String trace() {
            return hex(span.getTraceId().toByteArray());
        }

        Optional<String> parent() {
            return Optional.of(hex(span.getParentSpanId().toByteArray())).filter(id -> !id.isEmpty());
        }

        String stage() {
            return text("accroche.stage").orElseThrow();
        }

        Optional<String> text(String name) {
            return attribute(name).map(AnyValue::getStringValue);
        }

        Optional<AnyValue> attribute(String name) {
            return span.getAttributesList().stream()
                    .filter(pair -> pair.getKey().equals(name))
                    .map(KeyValue::getValue)
                    .findFirst();
        }

        private static String hex(byte[] id) {
            return HexFormat.of().formatHex(id);
        }
    }

    private OtlpReceiver(HttpServer server) {
        this.server = server;
    }

    static OtlpReceiver start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        OtlpReceiver receiver = new OtlpReceiver(server);
        server.createContext("/v1/traces", call -> {
            receiver.traces.add(ExportTraceServiceRequest.parseFrom(call.getRequestBody()));
            taken(call);
        });
        server.createContext("/v1/metrics", call -> {
            receiver.metrics.add(ExportMetricsServiceRequest.parseFrom(call.getRequestBody()));
            taken(call);
        });
        server.start();
        return receiver;
    }

    private static void taken(HttpExchange call) throws IOException {
        call.getResponseHeaders().set("Content-Type", "application/x-protobuf");
        call.sendResponseHeaders(200, -1);
        call.close();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    List<Received> spans() {
        return traces.stream()
                .flatMap(request -> request.getResourceSpansList().stream())
                .flatMap(service -> service.getScopeSpansList().stream()
                        .flatMap(scope -> scope.getSpansList().stream())
                        .map(span -> new Received(name(service.getResource()), span)))
                .toList();
    }

    Map<String, Received> spansById() {
        return spans().stream().collect(Collectors.toMap(Received::id, Function.identity()));
    }

    private static String name(Resource resource) {
        return resource.getAttributesList().stream()
                .filter(pair -> pair.getKey().equals("service.name"))
                .map(pair -> pair.getValue().getStringValue())
                .findFirst()
                .orElseThrow();
    }

    /** What was last sent of a metric. */
    Metric metric(String name) {
        Stream<Metric> sent = metrics.stream()
                .flatMap(request -> request.getResourceMetricsList().stream())
                .flatMap(service -> service.getScopeMetricsList().stream())
                .flatMap(scope -> scope.getMetricsList().stream())
                .filter(metric -> metric.getName().equals(name));
        return sent.reduce((first, last) -> last).orElseThrow(() -> new AssertionError(name + " was not sent"));
    }

    /** All of it, as people read it. */
    String text() {
        return traces + "\n" + metrics;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
