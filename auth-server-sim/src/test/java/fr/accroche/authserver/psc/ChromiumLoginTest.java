package fr.accroche.authserver.psc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.accroche.authserver.Chromium;
import fr.accroche.authserver.CodeBench;
import fr.accroche.authserver.Identities;
import fr.accroche.authserver.PscBench;
import fr.accroche.authserver.Wrong;
import fr.accroche.wire.ConnectionObserver;
import fr.accroche.wire.Form;
import fr.accroche.wire.Request;
import fr.accroche.wire.Response;
import fr.accroche.wire.WireRuntime;
import fr.accroche.wire.WireServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages in a real browser: their policy lets through what they do themselves, on to another origin too. */
class ChromiumLoginTest {

    private final BlockingQueue<Request> callbacks = new LinkedBlockingQueue<>();

    @TempDir
    private Path home;

    private final WireRuntime runtime = WireRuntime.start();
    private final WireServer client =
            new WireServer(runtime, PscBench.listener("client"), this::called, ConnectionObserver.SILENT);
    private CodeBench code;
    private Chromium chromium;
    private String callback = "";

    @BeforeEach
    void start() throws Exception {
        Chromium.missing().ifPresent(program -> assumeTrue(false, "skipped: " + program + " is not installed here"));
        client.start();
        callback = client.uri().resolve("/retour").toString();
        code = new CodeBench(CodeBench.comingBackTo(callback));
        chromium = Chromium.start(home);
    }

    private Response called(Request request) {
        if (request.path().equals("/retour")) {
            callbacks.add(request);
        }
        return Response.of(200, "text/html; charset=utf-8", "<!DOCTYPE html><title>client</title>");
    }

    @AfterEach
    void close() throws Exception {
        if (chromium != null) {
            chromium.close();
        }
        if (code != null) {
            code.close();
        }
        client.close();
        runtime.close();
    }

    @Test
    void aPersonLogsInByCardThenByPhoneAndLogsOut() throws Exception {
        byCard();
        byPhone();
        byThePhonesPage();
        byFormPost();
        loggedOut();

        assertThat(chromium.complaints()).isEmpty();
    }

    private void byCard() throws Exception {
        open("");
        assertThat(chromium.evaluate("getComputedStyle(document.getElementById('simulator-banner')).backgroundColor"))
                .isEqualTo("rgb(122, 31, 31)");
        chromium.click("person-infirmier");
        chromium.click("method-card");
        chromium.clickThrough("login-submit");

        assertThat(back("GET").first("code")).isPresent();
    }

    private void byPhone() throws Exception {
        code.bench.browser.post(Identities.ALPHA, desk(), "action", "silent");
        open("login");
        chromium.clickThrough("login-submit");
        assertThat(chromium.evaluate("document.getElementById('number').textContent"))
                .matches("\\d\\d");
        String authReqId = chromium.evaluate("document.getElementById('auth-req-id').textContent");
        code.bench.browser.post(Identities.ALPHA, desk(), "action", "allow", "auth_req_id", authReqId);

        assertThat(back("GET").first("code")).isPresent();
    }

    /** In a second tab; what its form says of its origin is what the desk hears of a real browser. */
    private void byThePhonesPage() throws Exception {
        open("login");
        chromium.clickThrough("login-submit");
        String first = chromium.evaluate("document.getElementById('number').textContent");
        try (Chromium phones =
                chromium.tab(URI.create(chromium.evaluate("document.getElementById('ecps-page').href")))) {
            assertThat(phones.evaluate("document.querySelector('.number').textContent"))
                    .isEqualTo(first);
            phones.clickThrough(phones.evaluate("document.querySelector('button[value=allow]').id"));
            assertThat(phones.evaluate("document.getElementById('nothing') != null"))
                    .isEqualTo("true");
            assertThat(phones.complaints()).isEmpty();
        }

        assertThat(back("GET").first("code")).isPresent();
    }

    private void byFormPost() throws Exception {
        chromium.open(code.authorization(Wrong.with(request("none"), "response_mode", "form_post")));

        assertThat(back("POST").first("code")).isPresent();
    }

    private void loggedOut() throws Exception {
        chromium.open(code.bench.at("logout"));
        chromium.clickThrough("logout-confirm");
        assertThat(chromium.evaluate("document.getElementById('logged-out') != null"))
                .isEqualTo("true");

        open("none");
        assertThat(back("GET").first("error")).contains("login_required");
    }

    private void open(String prompt) throws InterruptedException {
        chromium.open(code.authorization(request(prompt)));
    }

    private Form request(String prompt) {
        return Wrong.with(
                Wrong.with(CodeBench.request(Identities.ALPHA_ID), "redirect_uri", callback), "prompt", prompt);
    }

    private Form back(String method) throws InterruptedException {
        Request request = callbacks.poll(30, TimeUnit.SECONDS);
        assertThat(request).as("the browser came back").isNotNull();
        assertThat(request.method()).isEqualTo(method);
        assertThat(request.headers().first("Referer")).isEmpty();
        return Form.parse(method.equals("POST") ? request.text() : request.query());
    }

    private URI desk() {
        return code.bench.psc.uri().resolve(Paths.ECPS);
    }
}
