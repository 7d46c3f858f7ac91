package fr.accroche.scenarios.clients;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.exchange.Stage;
import fr.accroche.scenarios.clients.WebBrowser.Page;
import fr.accroche.wire.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Spring Security's OAuth2 client, in a Spring Boot application of its own, meets PSC and an authorization server over mTLS. */
@Tag("once")
class SpringSecurityTest {

    private static final Duration BUILT_WITHIN = Duration.ofMinutes(5);
    private static final Duration STARTED_WITHIN = Duration.ofSeconds(60);

    private static Project project;

    @BeforeAll
    static void build() throws Exception {
        project = Project.copied("spring");
        List<String> command = new ArrayList<>(List.of(Project.maven(), "-B", "-q", "-ntp", "package"));
        if ("offline: true".equals(System.getProperty("accroche.network"))) {
            command.add("-o");
        }
        project.install(BUILT_WITHIN, command);
    }

    private static WebApplication start(ClientChain chain, int port, Map<String, String> changed) throws Exception {
        Map<String, String> environment = new HashMap<>(chain.environment());
        environment.putAll(changed);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return WebApplication.start(
                project.folder(),
                port,
                environment,
                List.of(
                        java,
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Djavax.net.ssl.trustStore=" + environment.get("TRUST_P12"),
                        "-Djavax.net.ssl.trustStorePassword=" + environment.get("P12_PASSWORD"),
                        "-jar",
                        "target/client.jar"),
                "Started Client",
                STARTED_WITHIN);
    }

    private static String registered(int port) {
        return "psc: { redirectUris: [\"http://127.0.0.1:" + port + "/login/oauth2/code/psc\"],"
                + " postLogoutRedirectUris: [\"http://127.0.0.1:" + port + "/logged-out\"] },";
    }

    @Test
    void logsInRefreshesExchangesAndLogsOut() throws Exception {
        int port = WebApplication.port();
        // Spring refreshes a minute before the end: at each use, of tokens that live for less.
        try (ClientChain chain = ClientChain.start(registered(port), "pscTokenLife: 30s");
                WebApplication client = start(chain, port, Map.of())) {
            WebBrowser browser = new WebBrowser(chain.trust());

            Page login = browser.open(client.at("/me"));
            assertThat(login.has("login-form")).as(login.body()).isTrue();
            JsonObject me = browser.submit(login, ClientChain.CARD).json();
            chain.assertPerson(me);
            assertThat(me.object("idToken").orElseThrow().text("nonce")).isPresent();
            assertThat(browser.open(client.at("/dmp")).json().text("type")).hasValue("Bearer");
            assertThat(chain.grants()).containsExactly("authorization_code", "refresh_token");

            Page out = browser.submit(browser.open(client.at("/logout")), Map.of());
            assertThat(out.json().bool("loggedOut")).hasValue(true);
            assertThat(browser.open(client.at("/me")).has("login-form")).isTrue();
            assertThat(chain.reasons(Stage.PSC_TOKEN)).isEmpty();
        }
    }

    @Test
    void isToldWhyItIsRefused() throws Exception {
        int port = WebApplication.port();
        try (ClientChain chain = ClientChain.start(registered(port), "");
                WebApplication client = start(chain, port, chain.otherCertificate())) {
            WebBrowser browser = new WebBrowser(chain.trust());

            Page failed = browser.submit(browser.open(client.at("/me")), ClientChain.CARD);

            assertThat(failed.status()).isEqualTo(401);
            assertThat(failed.body()).contains("invalid_client");
            assertThat(chain.reasons(Stage.PSC_TOKEN)).contains("IDN-01");
        }
    }
}
