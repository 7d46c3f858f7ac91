package fr.accroche.scenarios.report.html;

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
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A headless Chromium, driven by its DevTools protocol, that looks at one file: it notes each request and each complaint. */
final class Browser implements AutoCloseable {

    private static final Pattern LISTENING = Pattern.compile("DevTools listening on ws://([^/]+)/");

    /** Far more than any page takes: what takes longer hangs. */
    private static final long PATIENCE_SECONDS = 90;

    private final Process process;
    private final WebSocket socket;
    private final AtomicInteger calls = new AtomicInteger();
    private final BlockingQueue<JsonObject> answers = new LinkedBlockingQueue<>();
    private final BlockingQueue<JsonObject> loaded = new LinkedBlockingQueue<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private Browser(Process process, String authority) throws IOException, InterruptedException {
        this.process = process;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(page(authority), new Listener())
                .join();
    }

    /** @param home an empty folder */
    static Browser start(Path home) throws Exception {
        ProcessBuilder command = new ProcessBuilder(
                "chromium",
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--remote-debugging-port=0",
                "--user-data-dir=" + home.resolve("profile"),
                "about:blank");
        Process process = command.redirectErrorStream(true).start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher listening = LISTENING.matcher(line);
            if (listening.find()) {
                drain(output);
                Browser browser = new Browser(process, listening.group(1));
                for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
                    browser.call(domain + ".enable", JsonObject.EMPTY);
                }
                return browser;
            }
        }
        throw new IOException("chromium ended with " + process.waitFor());
    }

    /** Nobody reads the rest; the pipe must not fill up. */
    private static void drain(BufferedReader output) {
        Thread reader = new Thread(() -> output.lines().forEach(line -> {}), "chromium");
        reader.setDaemon(true);
        reader.start();
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

    /** Opens a file, and waits until it is loaded. */
    void open(Path file) throws InterruptedException {
        call("Page.navigate", JsonObject.EMPTY.with("url", file.toUri().toString()));
        if (loaded.poll(PATIENCE_SECONDS, TimeUnit.SECONDS) == null) {
            throw new AssertionError("not loaded after " + PATIENCE_SECONDS + " s: " + file);
        }
    }

    /** A script's result as a text: the page's own policy does not bind the DevTools. */
    String evaluate(String script) throws InterruptedException {
        return call("Runtime.evaluate", JsonObject.EMPTY.with("expression", "String(" + script + ")"))
                .object("result")
                .flatMap(value -> value.text("value"))
                .orElseThrow(() -> new AssertionError(script));
    }

    /** How long the page took until its load event had ended, in milliseconds. */
    long loadedIn() throws InterruptedException {
        return Long.parseLong(evaluate("Math.round(performance.getEntriesByType('navigation')[0].loadEventEnd)"));
    }

    /** The accessible names of all that has a role, as a screen reader is told. */
    List<String> named(String role) throws InterruptedException {
        call("Accessibility.enable", JsonObject.EMPTY);
        String document = call("Runtime.evaluate", JsonObject.EMPTY.with("expression", "document"))
                .object("result")
                .flatMap(value -> value.text("objectId"))
                .orElseThrow();
        return ((JsonArray) call(
                                "Accessibility.queryAXTree",
                                JsonObject.EMPTY.with("objectId", document).with("role", role))
                        .members()
                        .get("nodes"))
                .objects().stream()
                        .map(node -> node.object("name")
                                .flatMap(name -> name.text("value"))
                                .orElse(""))
                        .toList();
    }

    void press(String key, int code) throws InterruptedException {
        for (String type : List.of("keyDown", "keyUp")) {
            call(
                    "Input.dispatchKeyEvent",
                    JsonObject.EMPTY.with("type", type).with("key", key).with("windowsVirtualKeyCode", code));
        }
    }

    /** Shows the page as on this medium, to a reader of this colour scheme. */
    void show(String medium, String scheme) throws InterruptedException {
        call(
                "Emulation.setEmulatedMedia",
                JsonObject.EMPTY
                        .with("media", medium)
                        .with(
                                "features",
                                List.of(JsonObject.EMPTY
                                        .with("name", "prefers-color-scheme")
                                        .with("value", scheme))));
    }

    /** Each address that was asked for. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    /** Errors, warnings and whatever else the console or the log was told. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    private JsonObject call(String method, JsonObject parameters) throws InterruptedException {
        long id = calls.incrementAndGet();
        String message = JsonObject.EMPTY
                .with("id", id)
                .with("method", method)
                .with("params", parameters)
                .compact();
        socket.sendText(message, true).join();
        JsonObject answer = answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (answer == null) {
            throw new AssertionError("no answer to " + method);
        }
        return answer.object("result").orElseThrow(() -> new AssertionError(method + ": " + answer.compact()));
    }

    @Override
    public void close() {
        socket.abort();
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        process.destroy();
        all.forEach(each -> each.onExit()
                .orTimeout(5, TimeUnit.SECONDS)
                .exceptionally(late -> {
                    each.destroyForcibly();
                    return each;
                })
                .join());
    }

    private final class Listener implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                heard(Json.parseObject(text.toString().getBytes(StandardCharsets.UTF_8)));
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        private void heard(JsonObject message) {
            JsonObject parameters = message.object("params").orElse(JsonObject.EMPTY);
            switch (message.text("method").orElse("")) {
                case "" -> answers.add(message);
                case "Page.loadEventFired" -> loaded.add(message);
                case "Network.requestWillBeSent" ->
                    requests.add(parameters
                            .object("request")
                            .orElseThrow()
                            .text("url")
                            .orElseThrow());
                case "Log.entryAdded", "Runtime.consoleAPICalled", "Runtime.exceptionThrown" ->
                    complaints.add(message.compact());
                default -> {}
            }
        }
    }
}
