package fr.accroche.scenarios.external;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.accroche.certs.Branch;
import fr.accroche.certs.HeldCertificate;
import fr.accroche.certs.Profile;
import fr.accroche.certs.TestIgc.KeySizes;
import fr.accroche.certs.file.CertificateFileReader;
import fr.accroche.proxy.ClientIdentity;
import fr.accroche.proxy.Pause;
import fr.accroche.proxy.ProxyDefect;
import fr.accroche.proxy.ProxyDefects;
import fr.accroche.proxy.ProxySettings;
import fr.accroche.proxy.ProxySim;
import fr.accroche.proxy.Route;
import fr.accroche.scenarios.chain.WorkFolder;
import fr.accroche.wire.ClientAuthentication;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.ClientSettings;
import fr.accroche.wire.ConnectionFailedException;
import fr.accroche.wire.Form;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Limits;
import fr.accroche.wire.Response;
import fr.accroche.wire.ServerSettings;
import fr.accroche.wire.WireClient;
import fr.accroche.wire.WireRuntime;
import fr.accroche.wire.admin.MovableClock;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * A vendor's proxy: a program of its own, which knows of the chain but what its configuration says. Its front is the ANS
 * contract over TLS, the same in plain HTTP, or another contract in plain HTTP.
 */
public final class VendorProxy {

    private static final char[] PASSWORD = "accroche".toCharArray();
    private static final int OTHER_FRONT_BODY = 1024 * 1024;

    private final Properties set;
    private final WireRuntime runtime = WireRuntime.start();

    private VendorProxy(Properties set) {
        this.set = set;
    }

    /** @param arguments the file of its configuration, and the file that it writes its own address to once it listens */
    public static void main(String[] arguments) throws IOException {
        Properties set = new Properties();
        try (var in = Files.newBufferedReader(Path.of(arguments[0]))) {
            set.load(in);
        }
        URI address = new VendorProxy(set).start();
        System.out.println("ready " + address);
        if (System.in.read() < 0) {
            System.exit(0);
        }
    }

    private URI start() throws IOException {
        int port = Integer.parseInt(set.getProperty("port", "0"));
        String front = set.getProperty("front", "ans");
        URI ans = proxy(front.equals("ans") ? port : 0);
        return front.equals("ans") ? ans : front(front, port, ans);
    }

    private URI proxy(int port) throws IOException {
        List<X509Certificate> roots = roots();
        ServerSettings server = new ServerSettings(
                "vendor",
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                held("server"),
                clientAuthentication(),
                Limits.DEFAULT);
        Map<String, ClientIdentity> clients = new HashMap<>();
        for (String client : list("clients")) {
            clients.put(client, ClientIdentity.of(held("client." + client)));
        }
        ProxySettings settings = ProxySettings.of(URI.create(set.getProperty("discovery")), roots, clients, routes());
        Set<ProxyDefect> defects =
                list("defects").stream().map(ProxyDefect::valueOf).collect(Collectors.toSet());
        return new ProxySim(
                        server,
                        settings.withDefects(new ProxyDefects(
                                defects,
                                clients.keySet().stream().sorted().skip(1).findFirst(),
                                Optional.empty(),
                                Optional.of("PROXY-0001"))),
                        hop -> {},
                        MovableClock.running(Clock.systemUTC()),
                        new SecureRandom(),
                        pause(),
                        runtime)
                .start()
                .uri();
    }

    /** None, unless it is one that takes the certificates of an IGC-Santé only: the one kept in a work folder. */
    private ClientAuthentication clientAuthentication() {
        return set.containsKey("only.of")
                ? new ClientAuthentication.Strict(
                        WorkFolder.in(Path.of(set.getProperty("only.of")), Clock.systemUTC(), new KeySizes(2048, 2048))
                                .igc()
                                .judge(Profile.ORG_AUTH_CLI, Branch.TEST),
                        true)
                : new ClientAuthentication.None();
    }

    /** The time that it waits for passes at once: it asks the simulators to let it. */
    private Pause pause() throws IOException {
        WireClient admin = new WireClient(runtime, ClientSettings.trusting(roots()));
        URI clock = URI.create(set.getProperty("discovery")).resolve("/__accroche/clock");
        return duration -> {
            try {
                Form advance = Form.of("advance", duration.toString());
                admin.send(ClientRequest.post(clock, "application/x-www-form-urlencoded", advance.encoded()));
            } catch (ConnectionFailedException gone) {
                Pause.REAL.await(duration);
            }
        };
    }

    private List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        for (String name : list("routes")) {
            routes.add(new Route(
                            name,
                            URI.create(set.getProperty("route." + name + ".target")),
                            URI.create(set.getProperty("route." + name + ".token")))
                    .revokingAt(URI.create(set.getProperty("route." + name + ".revocation"))));
        }
        return routes;
    }

    private HeldCertificate held(String key) throws IOException {
        return CertificateFileReader.open(Path.of(set.getProperty(key)), Optional.of(PASSWORD.clone()))
                .entries()
                .get(0)
                .held();
    }

    private List<X509Certificate> roots() throws IOException {
        return CertificateFileReader.read(Path.of(set.getProperty("trust")), Optional.empty())
                .certificates();
    }

    private List<String> list(String key) {
        return Arrays.stream(set.getProperty(key, "").split(","))
                .map(String::trim)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private URI front(String kind, int port, URI ans) throws IOException {
        WireClient behind = new WireClient(runtime, ClientSettings.trusting(roots()));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 10);
        server.setExecutor(Executors.newCachedThreadPool());
        Front front = switch (kind) {
            case "plain" -> exchange -> through(exchange, behind, ans);
            case "silent" -> VendorProxy::silent;
            case "web" -> exchange -> answer(exchange, 200, "text/html", "<h1>It works!</h1>", Map.of());
            default -> exchange -> other(exchange, behind, ans);
        };
        server.createContext("/", exchange -> {
            try (exchange) {
                front.handle(exchange);
            }
        });
        server.start();
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    private interface Front {
        void handle(HttpExchange exchange) throws IOException;
    }

    /** One that speaks the contract, opens sessions, and calls nobody. */
    private static void silent(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (exchange.getRequestURI().getPath().equals("/connect") && body.length < 3) {
            answer(
                    exchange,
                    400,
                    "application/json",
                    "{\"code\":\"400\",\"message\":\"[nationalId is missing, clientId is missing]\",\"metadata\":{}}",
                    Map.of());
            return;
        }
        answer(exchange, 200, "application/json", "{}", Map.of("Set-Cookie", "proxy_session_id=none; Path=/"));
    }

    private static void through(HttpExchange exchange, WireClient behind, URI ans) throws IOException {
        Headers headers = Headers.EMPTY;
        for (String name : List.of("Content-Type", "Cookie", "traceparent", "Authorization")) {
            String value = exchange.getRequestHeaders().getFirst(name);
            headers = value == null ? headers : headers.with(name, value);
        }
        Response answer = behind.send(new ClientRequest(
                exchange.getRequestMethod(),
                ans.resolve(exchange.getRequestURI().toString()),
                headers,
                exchange.getRequestBody().readAllBytes()));
        Map<String, String> back = new HashMap<>();
        answer.headers().first("Set-Cookie").ifPresent(value -> back.put("Set-Cookie", value));
        answer(
                exchange,
                answer.status(),
                answer.headers().first("Content-Type").orElse("text/plain"),
                answer.text(),
                back);
    }

    /** Another contract: its own paths, a session in a header, bodies in base64 in a form; no trace of the LPS goes on. */
    private static void other(HttpExchange exchange, WireClient behind, URI ans) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readNBytes(OTHER_FRONT_BODY), StandardCharsets.UTF_8);
        String session = exchange.getRequestHeaders().getFirst("X-Session");
        if (path.equals("/")) {
            answer(exchange, 404, "text/plain", "", Map.of());
        } else if (path.equals("/sessions") && exchange.getRequestMethod().equals("POST")) {
            JsonObject asked = Json.parseObject(body.getBytes(StandardCharsets.UTF_8));
            JsonObject connect = JsonObject.EMPTY
                    .with("nationalId", asked.text("ps").orElse(""))
                    .with("bindingMessage", asked.text("n").orElse(""))
                    .with("clientId", asked.text("lps").orElse(""))
                    .with("channel", "MOBILE");
            Response answer =
                    behind.send(ClientRequest.post(ans.resolve("/connect"), "application/json", connect.compact()));
            String cookie = answer.headers().first("Set-Cookie").orElse("").split(";", 2)[0];
            answer(
                    exchange,
                    answer.status() == 200 ? 201 : answer.status(),
                    "application/json",
                    "{}",
                    Map.of("X-Session", cookie.replace("proxy_session_id=", "s-")));
        } else if (path.equals("/sessions")) {
            ClientRequest request =
                    new ClientRequest("DELETE", ans.resolve("/disconnect"), cookie(session), new byte[0]);
            answer(exchange, behind.send(request).status() == 200 ? 204 : 500, "text/plain", "", Map.of());
        } else {
            byte[] soap =
                    Base64.getDecoder().decode(Form.parse(body).first("soap").orElse(""));
            String endpoint = path.equals("/dmp") ? "/send/dmp/patients" : "/send" + path + "/lps";
            Response answer = behind.send(new ClientRequest(
                    "POST",
                    ans.resolve(endpoint),
                    cookie(session).with("Content-Type", "application/soap+xml; charset=utf-8"),
                    soap));
            answer(exchange, answer.status(), "text/xml", answer.text(), Map.of());
        }
    }

    private static Headers cookie(String session) {
        return Headers.of(
                "Cookie", "proxy_session_id=" + String.valueOf(session).replaceFirst("^s-", ""));
    }

    private static void answer(HttpExchange exchange, int status, String type, String body, Map<String, String> headers)
            throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        headers.forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
