package fr.accroche.authserver.psc;

import static fr.accroche.authserver.psc.ChangedTokenRequestsTest.changed;
import static fr.accroche.authserver.psc.ChangedTokenRequestsTest.visible;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.authserver.CodeBench;
import fr.accroche.authserver.Identities;
import fr.accroche.authserver.PscBench;
import fr.accroche.authserver.Wrong;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Form;
import fr.accroche.wire.Response;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What a browser sends, changed by a seed, which the failure names: authorization requests, forms, cookies. None brings the server down,
 * and none sends the browser where the client did not register; {@code -Daccroche.seeds=100000} for more of them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangedAuthorizationRequestsTest {

    private static final int SEEDS = Integer.getInteger("accroche.seeds", 200);
    private static final List<String> PATHS = List.of("auth", "auth", "logout", "login", "status");

    private final CodeBench code = CodeBench.sound();
    private final Form request = Wrong.with(
            CodeBench.request(Identities.ALPHA_ID).plus("max_age", "60").plus("ui_locales", "fr en"),
            "claims",
            "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"eidas1\"]}}}");

    @AfterAll
    void close() {
        code.close();
    }

    @Test
    void noChangedRequestGoesWhereItShouldNot() throws IOException {
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            String form = changed(form(random).encoded(), random);
            URI at = at(PATHS.get(random.nextInt(PATHS.size())));
            String query = form.replaceAll("[^A-Za-z0-9%&=+._~-]", "");

            harmless(seed, cookie(posted(at, form), random));
            harmless(seed, cookie(ClientRequest.get(URI.create(at + "?" + wellEncoded(query))), random));
        }
    }

    private Form form(Random random) {
        return switch (random.nextInt(3)) {
            case 0 ->
                Form.of(
                        "id",
                        "A".repeat(43),
                        "person",
                        PscBench.PERSON,
                        "method",
                        "card",
                        "pin",
                        "1",
                        "action",
                        "login");
            case 1 ->
                Form.of(
                        "id_token_hint",
                        "e30.e30.e30",
                        "client_id",
                        Identities.ALPHA_ID,
                        "post_logout_redirect_uri",
                        CodeBench.GOODBYE,
                        "logout_token",
                        "A".repeat(43));
            default -> request;
        };
    }

    private URI at(String path) {
        return switch (path) {
            case "login" -> URI.create(code.bench.psc.issuer() + Paths.LOGIN);
            case "status" -> URI.create(code.bench.psc.issuer() + Paths.LOGIN_STATUS);
            default -> code.bench.at(path);
        };
    }

    private static ClientRequest posted(URI at, String form) {
        return ClientRequest.post(at, "application/x-www-form-urlencoded", form);
    }

    /** Our own client sends no address that is none. */
    private static String wellEncoded(String query) {
        return query.replaceAll("%(?![0-9A-Fa-f]{2})", "");
    }

    private static ClientRequest cookie(ClientRequest asked, Random random) {
        return asked.with("Cookie", visible(changed("__Host-accroche-browser=a; __Host-accroche-session=b", random)));
    }

    private void harmless(int seed, ClientRequest asked) throws IOException {
        Response response = code.bench.browser.send(Optional.empty(), asked);

        assertThat(response.status()).as("seed %d", seed).isBetween(200, 499);
        assertThat(code.bench.journal.last().answer()).as("seed %d", seed).isNotEqualTo(Optional.of("defect"));
        assertThat(response.headers().first("Location").orElse(CodeBench.CALLBACK))
                .as("seed %d", seed)
                .matches("(\\Q" + CodeBench.CALLBACK + "\\E|\\Q" + CodeBench.GOODBYE
                        + "\\E|/auth/realms/esante-wallet/).*");
    }
}
