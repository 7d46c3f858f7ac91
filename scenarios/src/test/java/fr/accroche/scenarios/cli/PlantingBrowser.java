package fr.accroche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Form;
import fr.accroche.wire.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The browser of a person who logs in at PSC.
 *
 * @param client whose login it is
 */
record PlantingBrowser(PlantingClient client) {

    private static final String CALLBACK = "https://localhost:8443/callback";

    /** Logs in by a browser, with a wrong PIN first, and redeems the code. */
    void run() throws Exception {
        String verifier = client.plant("code-verifier-of-forty-three-characters");
        String challenge = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        Form request = Form.of(
                "response_type",
                "code",
                "client_id",
                PlantedSecrets.CLIENT,
                "redirect_uri",
                CALLBACK,
                "scope",
                "openid",
                "state",
                client.plant("state"),
                "nonce",
                client.plant("nonce"),
                "code_challenge",
                challenge,
                "code_challenge_method",
                "S256");
        Response page = client.send(ClientRequest.get(client.at(0, PlantingClient.OIDC + "auth?" + request.encoded()))
                .with("Accept", "text/html"));
        String cookie = page.headers().first("Set-Cookie").orElseThrow().split(";", 2)[0];
        client.learned("PSC's cookie", Optional.of(cookie.split("=", 2)[1]));
        Matcher form = Pattern.compile("<form [^>]*id=\"login-form\"[^>]*>").matcher(page.text());
        assertThat(form.find()).as(page.text()).isTrue();
        String action = found("action=\"([^\"]*)\"", form.group()).replace("&amp;", "&");
        String id = found("name=\"id\" value=\"([^\"]*)\"", page.text());
        login(action, id, cookie, client.plant("pin"));
        Response back = login(action, id, cookie, "1234");
        String location = back.headers().first("Location").orElseThrow(() -> new AssertionError(back.text()));
        String code = client.learned("code", Optional.of(found("code=([^&]*)", location)));
        client.tokens(
                "PSC by browser",
                client.psc(
                        "token",
                        Form.of(
                                "grant_type",
                                "authorization_code",
                                "code",
                                code,
                                "redirect_uri",
                                CALLBACK,
                                "code_verifier",
                                verifier)));
    }

    private Response login(String action, String id, String cookie, String pin) throws IOException {
        return client.send(PlantingClient.form(
                        client.at(0, PlantingClient.OIDC + "auth").resolve(action),
                        Form.of("id", id, "person", "899900000011", "method", "card", "pin", pin, "action", "login"))
                .with("Cookie", cookie)
                .with("Accept", "text/html"));
    }

    private static String found(String pattern, String in) {
        Matcher matcher = Pattern.compile(pattern).matcher(in);
        assertThat(matcher.find()).as(pattern + " in " + in).isTrue();
        return matcher.group(1);
    }
}
