package fr.accroche.scenarios.clients;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.certs.TrustFiles;
import fr.accroche.scenarios.chain.WorkFolder;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A browser without script and without certificates: cookies, redirects and forms. */
final class WebBrowser {

    private static final Pattern FORM = Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern INPUT = Pattern.compile("<input\\b([^>]*)>");
    private static final int MOST_REDIRECTS = 20;

    private final HttpClient http;

    WebBrowser(TrustFiles trust) throws IOException, GeneralSecurityException {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(10))
                .sslContext(trusting(trust))
                .build();
    }

    private static SSLContext trusting(TrustFiles files) throws IOException, GeneralSecurityException {
        KeyStore roots = KeyStore.getInstance("PKCS12");
        try (InputStream store = Files.newInputStream(files.p12())) {
            roots.load(store, WorkFolder.PASSWORD.toCharArray());
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(roots);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /**
     * What is shown.
     *
     * @param uri in the address bar
     * @param status of the last answer
     * @param body of the last answer
     */
    record Page(URI uri, int status, String body) {

        boolean has(String id) {
            return body.contains("id=\"" + id + "\"");
        }

        JsonObject json() {
            assertThat(status).as(body).isEqualTo(200);
            return Json.parseObject(body.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Goes to an address, and where it leads. */
    Page open(URI uri) throws IOException, InterruptedException {
        return follow(HttpRequest.newBuilder(uri).GET());
    }

    /** Fills the first form of a page, and sends it with what it holds already. */
    Page submit(Page page, Map<String, String> filled) throws IOException, InterruptedException {
        Matcher form = FORM.matcher(page.body());
        assertThat(form.find()).as(page.body()).isTrue();
        Map<String, String> values = new LinkedHashMap<>();
        Matcher inputs = INPUT.matcher(form.group(2));
        while (inputs.find()) {
            String attributes = inputs.group(1);
            if (attribute(attributes, "type").filter("hidden"::equals).isPresent()) {
                values.put(
                        attribute(attributes, "name").orElseThrow(),
                        attribute(attributes, "value").orElse(""));
            }
        }
        values.putAll(filled);
        URI action = page.uri().resolve(attribute(form.group(1), "action").orElseThrow());
        return follow(HttpRequest.newBuilder(action)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", page.uri().resolve("/").toString().replaceAll("/$", ""))
                .POST(BodyPublishers.ofString(encoded(values))));
    }

    private Page follow(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpRequest.Builder next = request;
        List<URI> trail = new ArrayList<>();
        for (int hop = 0; hop < MOST_REDIRECTS; hop++) {
            HttpResponse<String> response =
                    http.send(next.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
            trail.add(response.uri());
            Optional<String> location = response.headers().firstValue("Location");
            if (response.statusCode() / 100 != 3 || location.isEmpty()) {
                return new Page(response.uri(), response.statusCode(), response.body());
            }
            next = HttpRequest.newBuilder(response.uri().resolve(location.get()))
                    .GET();
        }
        throw new AssertionError("the browser is sent around: " + trail);
    }

    private static String encoded(Map<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Optional<String> attribute(String attributes, String name) {
        Matcher value = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(attributes);
        return value.find() ? Optional.of(value.group(1).replace("&amp;", "&")) : Optional.empty();
    }
}
