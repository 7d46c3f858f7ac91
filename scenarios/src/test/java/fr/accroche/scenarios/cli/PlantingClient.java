package fr.accroche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.certs.Branch;
import fr.accroche.certs.file.CertificateFileReader;
import fr.accroche.scenarios.TestFolders;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.ClientSettings;
import fr.accroche.wire.Form;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Response;
import fr.accroche.wire.WireClient;
import fr.accroche.wire.WireRuntime;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Calls every server of a chain that {@code accroche up} started, with secrets wherever they may be; learns those that it is given. */
final class PlantingClient implements AutoCloseable {

    static final String OIDC = "/auth/realms/esante-wallet/protocol/openid-connect/";
    private static final String INSI = "/realms/insi/protocol/openid-connect/";
    private static final int AUTHORIZATION_SERVER = 1;
    private static final int INSI_SERVICE = 4;
    private static final int PROXY = 7;
    /** The last one, which gives lists of revoked certificates, speaks plain HTTP. */
    private static final int SERVERS = 9;

    private static final int BY_TLS = SERVERS - 1;

    private static final List<String> PARAMETERS = List.of(
            "client_secret",
            "client_assertion",
            "code",
            "code_verifier",
            "refresh_token",
            "token",
            "id_token_hint",
            "auth_req_id",
            "client_notification_token",
            "subject_token",
            "actor_token",
            "password",
            "assertion",
            "nonce");

    private final int base;
    private final Overheard overheard;
    private final String basic;
    private final String lpsBasic;
    private final WireRuntime runtime = WireRuntime.start();
    private final WireClient bare;
    private final WireClient certified;
    private String session = "";

    PlantingClient(int base, Path work, Overheard overheard, PlantedSecrets.Planted secrets) throws IOException {
        this.base = base;
        this.overheard = overheard;
        this.basic = basic(secrets.psc());
        this.lpsBasic = basic(secrets.lps());
        ClientSettings settings =
                ClientSettings.trusting(TestFolders.open().igc().roots(Branch.TEST));
        Path file = work.resolve("certs").resolve(PlantedSecrets.CLIENT + "-300000000010009.p12");
        this.bare = new WireClient(runtime, settings);
        this.certified = new WireClient(
                runtime,
                settings.presenting(CertificateFileReader.open(file, Optional.of("accroche".toCharArray()))
                        .entries()
                        .get(0)
                        .held()));
    }

    private static String basic(String secret) {
        String both = PlantedSecrets.CLIENT + ":" + secret;
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends without a certificate. */
    Response send(ClientRequest request) throws IOException {
        return bare.send(request);
    }

    URI at(int server, String path) {
        return URI.create("https://localhost:" + (base + server) + path);
    }

    String plant(String where) {
        return overheard.secrets.plant(where);
    }

    String learned(String where, Optional<String> secret) {
        return overheard.secrets.know(where, secret.orElseThrow(() -> new AssertionError("no " + where)));
    }

    /** Connects and sends; the session stays open until {@link #disconnect}. */
    void throughTheProxy(byte[] body) throws IOException {
        String login = JsonObject.EMPTY
                .with("nationalId", "899900000011")
                .with("bindingMessage", "42")
                .with("clientId", PlantedSecrets.CLIENT)
                .with("channel", "MOBILE")
                .compact();
        Response connected = bare.send(ClientRequest.post(at(PROXY, "/connect"), "application/json", login)
                .with("Authorization", lpsBasic)
                .with("Cookie", "lps=" + plant("cookie-of-the-lps")));
        assertThat(connected.status()).as(connected.text()).isEqualTo(200);
        session = learned(
                "the proxy's session", Json.parseObject(connected.body()).text("proxy_session_id"));
        Response sent = bare.send(new ClientRequest(
                "POST",
                at(PROXY, "/send/insi/lps?key=" + plant("query-through-the-proxy")),
                Headers.of("Content-Type", "application/soap+xml", "Authorization", lpsBasic)
                        .plus("Cookie", "proxy_session_id=" + session)
                        .plus("X-Key", plant("header-through-the-proxy")),
                body));
        assertThat(sent.status()).isNotEqualTo(401);
    }

    void disconnect() throws IOException {
        bare.send(new ClientRequest(
                "DELETE",
                at(PROXY, "/disconnect"),
                Headers.of("Authorization", lpsBasic, "Cookie", "proxy_session_id=" + session),
                new byte[0]));
    }

    /** Asks for tokens by CIBA, and uses each of them. */
    JsonObject toPsc() throws IOException {
        Response asked = psc(
                "ext/ciba/auth",
                Form.of(
                        "scope",
                        "openid scope_all",
                        "acr_values",
                        "eidas1",
                        "login_hint",
                        "899900000011",
                        "binding_message",
                        "42",
                        "client_notification_token",
                        plant("notification-token")));
        psc("ext/ciba/auth", Form.of("scope", "openid", "login_hint", "1", "user_code", plant("user-code")));
        assertThat(asked.status()).as(asked.text()).isEqualTo(200);
        String request = learned("auth_req_id", Json.parseObject(asked.body()).text("auth_req_id"));
        bare.send(ClientRequest.post(at(0, "/__accroche/clock"), "application/x-www-form-urlencoded", "advance=2s"));
        JsonObject tokens = tokens(
                "PSC",
                psc("token", Form.of("grant_type", "urn:openid:params:grant-type:ciba", "auth_req_id", request)));
        String access = tokens.text("access_token").orElseThrow();
        psc("token/introspect", Form.of("token", access));
        bare.send(ClientRequest.get(at(0, OIDC + "userinfo")).with("Authorization", "Bearer " + access));
        JsonObject renewed = tokens(
                "PSC, renewed",
                psc(
                        "token",
                        Form.of(
                                "grant_type",
                                "refresh_token",
                                "refresh_token",
                                tokens.text("refresh_token").orElseThrow())));
        psc("token", Form.of("grant_type", "refresh_token", "refresh_token", plant("refresh-token")));
        return renewed;
    }

    Response psc(String path, Form form) throws IOException {
        return bare.send(form(at(0, OIDC + path), form).with("Authorization", basic));
    }

    static ClientRequest form(URI uri, Form form) {
        return ClientRequest.post(uri, "application/x-www-form-urlencoded", form.encoded());
    }

    JsonObject tokens(String of, Response response) {
        assertThat(response.status()).as(of + response.text()).isEqualTo(200);
        JsonObject tokens = Json.parseObject(response.body());
        for (String name : List.of("access_token", "refresh_token", "id_token")) {
            tokens.text(name).ifPresent(token -> overheard.secrets.know(of + " " + name, token));
        }
        return tokens;
    }

    /** Exchanges a token of PSC's, and calls INSi with what it gets. */
    void toTheAuthorizationServer(String pscToken, byte[] body) throws IOException {
        Form exchange = Form.of(
                "grant_type",
                "urn:ietf:params:oauth:grant-type:token-exchange",
                "client_id",
                PlantedSecrets.CLIENT,
                "subject_token",
                pscToken,
                "subject_token_type",
                "urn:ietf:params:oauth:token-type:access_token",
                "subject_issuer",
                "psc");
        JsonObject tokens = tokens("API PSC", certified.send(form(at(AUTHORIZATION_SERVER, INSI + "token"), exchange)));
        String token = tokens.text("access_token").orElseThrow();
        certified.send(form(at(AUTHORIZATION_SERVER, INSI + "token/introspect"), Form.of("token", token)));
        certified.send(new ClientRequest(
                "POST",
                at(INSI_SERVICE, "/lps"),
                Headers.of("Content-Type", "application/soap+xml", "Authorization", "Bearer " + token),
                body));
    }

    /** Whatever may hold a secret, at every server, which refuses it. */
    void everywhere() throws IOException {
        for (int server = 0; server < SERVERS; server++) {
            for (String path : server == BY_TLS
                    ? List.<String>of()
                    : List.of("/unknown", OIDC + "token", INSI + "token", "/connect", "/lps", "/patients")) {
                wrong(server, path);
            }
            try (Socket plain = new Socket(InetAddress.getLoopbackAddress(), base + server)) {
                plain.getOutputStream()
                        .write(("GET /?key=" + plant("without-tls") + " HTTP/1.1\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
            }
        }
    }

    private void wrong(int server, String path) throws IOException {
        StringBuilder form = new StringBuilder("client_id=" + PlantedSecrets.CLIENT);
        PARAMETERS.forEach(name -> form.append('&').append(name).append('=').append(plant("form-" + name)));
        Headers headers = Headers.of("Authorization", "Bearer " + plant("bearer"), "Cookie", "any=" + plant("cookie"));
        refused(
                server,
                new ClientRequest(
                        "POST",
                        at(server, path),
                        headers.plus("Content-Type", "application/x-www-form-urlencoded"),
                        form.toString().getBytes(StandardCharsets.UTF_8)));
        refused(
                server,
                new ClientRequest(
                        "POST",
                        at(server, path + "?access_token=" + plant("query")),
                        headers.plus("Content-Type", "application/json"),
                        ("{\"nationalId\": \"" + plant("json") + "\", " + plant("no-json"))
                                .getBytes(StandardCharsets.UTF_8)));
        refused(
                server,
                new ClientRequest(
                        "POST",
                        at(server, path),
                        headers.plus("Content-Type", "application/soap+xml"),
                        ("<a>" + plant("xml") + "</" + plant("no-xml")).getBytes(StandardCharsets.UTF_8)));
    }

    /** What a refusal answers is a screen too. */
    private void refused(int server, ClientRequest request) throws IOException {
        Response answer = certified.send(request);
        overheard.heard(
                "the answer of server " + server + " to " + request.uri().getPath(),
                answer.status() + " " + answer.headers().fields() + " " + answer.text());
    }

    /** The doors of people, with secrets in the wrong places; and all that they show. */
    void administration() throws IOException {
        for (int server = 0; server < BY_TLS; server++) {
            for (String door : List.of("faults", "clock", "ecps", "revocation", "state", "reset")) {
                String path = "/__accroche/" + door;
                Form form = Form.of(
                        "endpoint",
                        plant("endpoint"),
                        "do",
                        plant("deed"),
                        "advance",
                        plant("advance"),
                        "action",
                        plant("action"),
                        "auth_req_id",
                        plant("ecps-request"),
                        "certificate",
                        plant("certificate"),
                        "state",
                        "revoked");
                if (!door.equals("reset")) {
                    refused(server, form(at(server, path), form));
                }
                refused(server, ClientRequest.get(at(server, path)));
            }
        }
        Response traces = bare.send(ClientRequest.get(at(PROXY, "/traces?start=2026-01-01T00:00:00Z")));
        assertThat(traces.text()).contains(session);
        overheard.heard(
                "the proxy's traces, but for the session that their contract has",
                traces.text().replace(session, ""));
    }

    /** The proxy's session, which its traces hold by contract. */
    String session() {
        return session;
    }

    @Override
    public void close() {
        bare.close();
        certified.close();
        runtime.close();
    }
}
