package fr.accroche.authserver.psc;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.authserver.CodeBench;
import fr.accroche.authserver.Identities;
import fr.accroche.authserver.PscBench;
import fr.accroche.authserver.Surfer;
import fr.accroche.authserver.Wrong;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Form;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeFlowTest {

    private final CodeBench code = CodeBench.sound();
    private final PscBench bench = code.bench;
    private final Form request = CodeBench.request(Identities.ALPHA_ID);

    @AfterEach
    void close() {
        code.close();
    }

    @Test
    void cardBringsCodeAndCodeBringsTokens() throws Exception {
        Form back = code.byCard(code.surfer(), request);

        assertThat(back.names()).containsExactly("code", "state", "iss");
        assertThat(back.first("state")).contains("s-123");
        assertThat(back.first("iss")).contains(bench.psc.issuer().toString());
        JsonObject tokens = PscBench.json(
                code.redeem(CodeBench.redemption(back.first("code").orElseThrow())));
        JsonObject identity = claims(tokens.text("id_token").orElseThrow());
        assertThat(identity.text("nonce")).contains("n-456");
        assertThat(identity.text("aud")).contains(Identities.ALPHA_ID);
        assertThat(identity.text("azp")).contains(Identities.ALPHA_ID);
        assertThat(identity.text("acr")).contains("eidas1");
        assertThat(identity.integer("auth_time")).contains(bench.clock.instant().getEpochSecond());
        assertThat(identity.text("at_hash"))
                .contains(leftHalf(tokens.text("access_token").orElseThrow()));
        assertThat(tokens.text("scope")).contains("openid scope_all");
        assertThat(claims(tokens.text("access_token").orElseThrow()).text("authMode"))
                .contains("CARD");
        assertThat(bench.journal.last(Stage.PSC_TOKEN).value(Fact.CODE_STATE)).contains("sound");
        assertThat(userInfo(tokens).text("SubjectNameID")).contains(PscBench.PERSON);
    }

    @Test
    void claimsAskedForOneByOneComeWhereTheyWereAskedFor() throws IOException {
        Form asked = Wrong.with(
                Wrong.with(request, "scope", "openid scope_all"),
                "claims",
                "{\"userinfo\":{\"email\":{\"essential\":true},\"nickname\":null},\"id_token\":{\"phone_number\":null,\"aud\":null}}");

        JsonObject tokens = PscBench.json(code.redeem(CodeBench.redemption(
                code.byCard(code.surfer(), asked).first("code").orElseThrow())));

        JsonObject identity = claims(tokens.text("id_token").orElseThrow());
        assertThat(identity.text("phone_number")).isPresent();
        assertThat(identity.text("email")).isEmpty();
        assertThat(identity.text("aud")).contains(Identities.ALPHA_ID);
        assertThat(userInfo(tokens).text("email")).contains("medecin@pro.accroche.invalid");
        assertThat(userInfo(tokens).text("phone_number")).isEmpty();
        assertThat(userInfo(tokens).get("nickname")).isEmpty();
    }

    @Test
    void theHopsOfOneLoginBelongTogether() throws IOException {
        code.redeem(CodeBench.redemption(code.code()));

        String name = bench.journal
                .last(Stage.PSC_AUTHORIZATION)
                .value(Fact.AUTHORIZATION)
                .orElseThrow();
        assertThat(bench.journal.last(Stage.PSC_LOGIN).value(Fact.AUTHORIZATION))
                .contains(name);
        assertThat(bench.journal.last(Stage.PSC_TOKEN).value(Fact.AUTHORIZATION))
                .contains(name);
        assertThat(bench.journal.all())
                .allSatisfy(hop -> assertThat(hop.breaches()).isEmpty());
    }

    @Test
    void phoneIsWaitedForWithANumberToCompare() throws IOException {
        bench.browser.post(Identities.ALPHA, desk(), "action", "silent");
        Surfer surfer = choosePhone();

        assertThat(surfer.text("number").orElseThrow()).matches("\\d\\d");
        assertThat(surfer.page().text())
                .contains("http-equiv=\"refresh\"", "href=\"/__accroche/ecps\" id=\"ecps-page\"");
        String again = surfer.filled("waiting-form").first("id").orElseThrow();
        String authReqId = surfer.text("auth-req-id").orElseThrow();
        assertThat(pending(surfer, again)).isTrue();
        Response answered = bench.browser.post(Identities.ALPHA, desk(), "action", "allow", "auth_req_id", authReqId);
        assertThat(answered.status()).isEqualTo(204);
        assertThat(pending(surfer, again)).isFalse();
        assertThat(surfer.open(login(again)).leftFor(CodeBench.CALLBACK).first("code"))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"deny", "cancel"})
    void personRefuses(String how) throws IOException {
        bench.browser.post(Identities.ALPHA, desk(), "action", "silent");
        Surfer surfer = choosePhone();
        String id = surfer.filled("waiting-form").first("id").orElseThrow();

        if (how.equals("deny")) {
            bench.browser.post(Identities.ALPHA, desk(), "action", "deny");
            surfer.open(login(id));
        } else {
            surfer.submit("waiting-form", "action", "cancel");
        }

        Form back = surfer.leftFor(CodeBench.CALLBACK);
        assertThat(back.first("error")).contains("access_denied");
        assertThat(back.first("state")).contains("s-123");
        assertThat(back.first("iss")).contains(bench.psc.issuer().toString());
    }

    @Test
    void phoneThatDoesNotAnswerInTimeLetsThePersonChooseAgain() throws IOException {
        bench.browser.post(Identities.ALPHA, desk(), "action", "silent");
        Surfer surfer = choosePhone();
        String id = surfer.filled("waiting-form").first("id").orElseThrow();
        bench.clock.advance(Duration.ofMinutes(2));

        surfer.open(login(id));

        assertThat(surfer.text("problem")).isPresent();
        assertThat(surfer.filled("login-form").first("id")).contains(id);
    }

    @Test
    void threeWrongPinsEndTheLogin() throws IOException {
        Surfer surfer = code.surfer().open(code.authorization(request));
        String[] wrong = {"person", PscBench.PERSON, "method", "card", "pin", "0000", "action", "login"};

        surfer.submit("login-form", wrong).submit("login-form", wrong);
        assertThat(surfer.text("problem")).isPresent();
        surfer.submit("login-form", wrong);

        assertThat(surfer.leftFor(CodeBench.CALLBACK).first("error")).contains("access_denied");
    }

    @Test
    void secondClientNeedsNoLogin() throws IOException {
        Surfer surfer = code.surfer();
        code.byCard(surfer, request);

        Form back = surfer.open(code.authorization(CodeBench.request(Identities.GAMMA_ID)))
                .leftFor(CodeBench.CALLBACK);

        assertThat(back.first("code")).isPresent();
    }

    @Test
    void requestByPostFromAnotherSiteFindsTheSession() throws IOException {
        Surfer surfer = code.surfer();
        code.byCard(surfer, request);

        Form back = surfer.postedFromElsewhere(bench.at("auth"), Wrong.with(request, "prompt", "none"))
                .leftFor(CodeBench.CALLBACK);

        assertThat(back.first("code")).isPresent();
    }

    @Test
    void requestByPostShowsTheLogin() throws IOException {
        Surfer surfer = code.surfer().postedFromElsewhere(bench.at("auth"), request);

        surfer.submit("login-form", "person", PscBench.PERSON, "method", "card", "action", "login");

        assertThat(surfer.leftFor(CodeBench.CALLBACK).first("code")).isPresent();
    }

    @Test
    void pathOfTheWalletIsServedToo() throws IOException {
        Surfer surfer = code.surfer().open(bench.psc.uri().resolve("/auth?" + request.encoded()));

        assertThat(surfer.text("client")).contains(Identities.ALPHA_ID);
    }

    private Surfer choosePhone() throws IOException {
        return code.surfer()
                .open(code.authorization(request))
                .submit("login-form", "person", PscBench.PERSON, "method", "ecps", "action", "login");
    }

    private boolean pending(Surfer surfer, String id) throws IOException {
        URI status = URI.create(bench.psc.issuer() + Paths.LOGIN_STATUS + "?id=" + id);
        return PscBench.json(surfer.open(status).page()).bool("pending").orElseThrow();
    }

    private URI login(String id) {
        return URI.create(bench.psc.issuer() + Paths.LOGIN + "?id=" + id);
    }

    private URI desk() {
        return bench.psc.uri().resolve(Paths.ECPS);
    }

    private JsonObject userInfo(JsonObject tokens) throws IOException {
        return PscBench.json(bench.browser.send(
                Optional.empty(),
                ClientRequest.get(bench.at("userinfo"))
                        .with(
                                "Authorization",
                                "Bearer " + tokens.text("access_token").orElseThrow())));
    }

    private static String leftHalf(String token) throws NoSuchAlgorithmException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 16));
    }

    static JsonObject claims(String jwt) {
        return Json.parseObject(Base64.getUrlDecoder().decode(jwt.split("\\.")[1]));
    }
}
