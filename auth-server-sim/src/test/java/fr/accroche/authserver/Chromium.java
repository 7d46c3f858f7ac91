package fr.accroche.authserver;

import fr.accroche.certs.Branch;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonArray;
import fr.accroche.wire.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A real browser without a window, driven by its DevTools protocol; it trusts the test IGC, in a profile of its own. */
public final class Chromium implements AutoCloseable {

    private static final Pattern LISTENING = Pattern.compile("DevTools listening on ws://([^/]+)/");
    private static final long PATIENCE_SECONDS = 30;

    /** Empty of a second tab, which ends with the first. */
    private final Optional<Process> process;

    private final String authority;
    private final WebSocket socket;
    private final BlockingDeque<JsonObject> messages = new LinkedBlockingDeque<>();
    private final List<String> complaints = new ArrayList<>();
    private final AtomicInteger calls = new AtomicInteger();

    private Chromium(Optional<Process> process, String authority, URI page) {
        this.process = process;
        this.authority = authority;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(page, new Listener())
                .join();
    }

    /** The programs that it needs, by name; empty if one is missing. */
    public static Optional<String> missing() {
        return Stream.of("chromium", "certutil")
                .filter(program -> Stream.of(System.getenv("PATH").split(":"))
                        .noneMatch(folder -> Files.isExecutable(Path.of(folder, program))))
                .findFirst();
    }

    /**
     * Starts it.
     *
     * @param home an empty folder
     */
    public static Chromium start(Path home) throws Exception {
        trust(home);
        ProcessBuilder command = new ProcessBuilder(
                "chromium",
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--remote-debugging-port=0",
                "--user-data-dir=" + home.resolve("profile"),
                "about:blank");
        command.environment().put("HOME", home.toString());
        command.environment().put("TMPDIR", home.toString());
        Process started = command.redirectErrorStream(true).start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8));
        String line = output.readLine();
        while (line != null) {
            Matcher listening = LISTENING.matcher(line);
            if (listening.find()) {
                drain(output);
                return new Chromium(Optional.of(started), listening.group(1), page(listening.group(1))).ready();
            }
            line = output.readLine();
        }
        throw new IOException("chromium ended with " + started.waitFor());
    }

    /** Nobody reads the rest; the pipe must not fill up. */
    private static void drain(BufferedReader output) {
        Thread reader = new Thread(() -> output.lines().forEach(line -> {}), "chromium");
        reader.setDaemon(true);
        reader.start();
    }

    private static void trust(Path home) throws IOException, InterruptedException, CertificateException {
        Path store = Files.createDirectories(home.resolve(".pki/nssdb"));
        run("certutil", "-d", "sql:" + store, "-N", "--empty-password");
        int number = 0;
        for (X509Certificate root : Identities.IGC.roots(Branch.TEST)) {
            Path file = home.resolve("root-" + number++ + ".pem");
            Files.writeString(
                    file,
                    "-----BEGIN CERTIFICATE-----\n"
                            + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                                    .encodeToString(root.getEncoded())
                            + "\n-----END CERTIFICATE-----\n");
            run(
                    "certutil",
                    "-d",
                    "sql:" + store,
                    "-A",
                    "-t",
                    "C,,",
                    "-n",
                    file.getFileName().toString(),
                    "-i",
                    file.toString());
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + said);
        }
    }

    private static URI page(String authority) throws IOException, InterruptedException {
        byte[] targets = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://" + authority + "/json/list"))
                                .build(),
                        BodyHandlers.ofByteArray())
                .body();
        return ((JsonArray) Json.parse(targets))
                .objects().stream()
                        .filter(target ->
                                target.text("type").filter("page"::equals).isPresent())
                        .flatMap(target -> target.text("webSocketDebuggerUrl").stream())
                        .findFirst()
                        .map(URI::create)
                        .orElseThrow();
    }

    /** A second tab of the same browser, at this address. */
    public Chromium tab(URI address) throws IOException, InterruptedException {
        byte[] target = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://" + authority + "/json/new?about:blank"))
                                .PUT(HttpRequest.BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.ofByteArray())
                .body();
        String page = Json.parseObject(target).text("webSocketDebuggerUrl").orElseThrow();
        Chromium tab = new Chromium(Optional.empty(), authority, URI.create(page)).ready();
        tab.open(address);
        return tab;
    }

    private Chromium ready() throws InterruptedException {
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
            call(domain + ".enable", JsonObject.EMPTY);
        }
        return this;
    }

    /** Goes to an address, and waits until its page, or the one it leads to, is loaded; that the page before it is, may be told late. */
    public void open(URI address) throws InterruptedException {
        Optional<String> loader = call("Page.navigate", JsonObject.EMPTY.with("url", address.toString()))
                .text("loaderId");
        Optional<String> arrived = Optional.empty();
        while (arrived.isEmpty() || !arrived.equals(loader)) {
            arrived = next("Page.frameNavigated")
                    .object("params")
                    .flatMap(parameters -> parameters.object("frame"))
                    .flatMap(frame -> frame.text("loaderId"));
        }
        await("Page.loadEventFired");
    }

    /** Runs a script in the page; its result as a text. */
    public String evaluate(String script) throws InterruptedException {
        JsonObject result = call(
                "Runtime.evaluate",
                JsonObject.EMPTY.with("expression", "String(" + script + ")").with("userGesture", true));
        return result.object("result")
                .flatMap(value -> value.text("value"))
                .orElseThrow(() -> new AssertionError(script + ": " + result.compact()));
    }

    public void click(String id) throws InterruptedException {
        evaluate("document.getElementById('" + id + "').click()");
    }

    /** Clicks, and waits until the page that comes of it is loaded. */
    public void clickThrough(String id) throws InterruptedException {
        messages.clear();
        click(id);
        await("Page.loadEventFired");
    }

    /** What the browser found wrong with the pages so far. */
    public List<String> complaints() {
        synchronized (complaints) {
            return List.copyOf(complaints);
        }
    }

    private JsonObject call(String method, JsonObject parameters) throws InterruptedException {
        long id = calls.incrementAndGet();
        socket.sendText(
                        JsonObject.EMPTY
                                .with("id", id)
                                .with("method", method)
                                .with("params", parameters)
                                .compact(),
                        true)
                .join();
        Deque<JsonObject> others = new ArrayDeque<>();
        while (true) {
            JsonObject message = next(method);
            if (message.integer("id").filter(answered -> answered == id).isPresent()) {
                others.forEach(messages::addFirst);
                return message.object("result").orElseThrow(() -> new AssertionError(message.compact()));
            }
            others.push(message);
        }
    }

    private void await(String event) throws InterruptedException {
        while (next(event).text("method").filter(event::equals).isEmpty()) {
            // each other message is of no interest
        }
    }

    private JsonObject next(String wanted) throws InterruptedException {
        JsonObject message = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (message == null) {
            throw new AssertionError("the browser did not say " + wanted);
        }
        return message;
    }

    @Override
    public void close() {
        socket.abort();
        process.ifPresent(Chromium::end);
    }

    private static void end(Process process) {
        process.destroy();
        process.onExit()
                .orTimeout(5, TimeUnit.SECONDS)
                .exceptionally(late -> process.destroyForcibly())
                .join();
    }

    private final class Listener implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                JsonObject message = Json.parseObject(text.toString().getBytes(StandardCharsets.UTF_8));
                text.setLength(0);
                note(message);
                messages.add(message);
            }
            from.request(1);
            return null;
        }

        private void note(JsonObject message) {
            message.object("params")
                    .flatMap(parameters -> parameters.object("entry"))
                    .flatMap(entry -> entry.text("text"))
                    .ifPresent(said -> {
                        synchronized (complaints) {
                            complaints.add(said);
                        }
                    });
        }
    }
}
