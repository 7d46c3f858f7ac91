package fr.accroche.authserver.psc;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.authserver.CodeBench;
import fr.accroche.authserver.Identities;
import fr.accroche.authserver.PscBench;
import fr.accroche.authserver.Surfer;
import fr.accroche.wire.Form;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A login by browser is answered at the e-CPS as a CIBA request is. */
class BrowserPhoneTest {

    private static final String OTHER = "899900000029";

    private final CodeBench code = CodeBench.sound();
    private final Surfer phones = code.surfer();
    private Surfer login;
    private String id;

    @BeforeEach
    void waiting() throws IOException {
        decide("action", "silent");
        login = choose(PscBench.PERSON);
        id = login.filled("waiting-form").first("id").orElseThrow();
    }

    @AfterEach
    void close() {
        code.close();
    }

    @Test
    void pageShowsTheLoginAndItsNumber() throws IOException {
        String page = phones.open(desk()).page().text();

        assertThat(page)
                .contains("id=\"phone-" + PscBench.PERSON + "\"", Identities.ALPHA_ID)
                .contains("class=\"number\">" + login.text("number").orElseThrow() + "<")
                .doesNotContain(login.text("auth-req-id").orElseThrow(), id);
    }

    @ParameterizedTest
    @CsvSource({"allow, code", "deny, error"})
    void buttonOfThePageAnswersTheLogin(String action, String answer) throws IOException {
        phones.open(desk()).submit(form(), "action", action);

        assertThat(phones.page().text()).contains("id=\"nothing\"");
        assertThat(login.open(login()).leftFor(CodeBench.CALLBACK).first(answer))
                .isPresent();
    }

    @Test
    void thirdWrongCodeRefusesTheLogin() throws IOException {
        phones.open(desk()).submit(form(), "action", "wrong-code").submit(form(), "action", "wrong-code");
        assertThat(phones.page().text()).contains("2 / 3");
        assertThat(login.open(login()).page().text()).contains("id=\"waiting\"");

        phones.submit(form(), "action", "wrong-code");

        assertThat(phones.page().text()).contains("id=\"nothing\"");
        assertThat(login.open(login()).leftFor(CodeBench.CALLBACK).first("error"))
                .contains("access_denied");
    }

    @Test
    void professionalAnswersTheirOwnLoginsOnly() throws IOException {
        Surfer others = choose(OTHER);
        String theirs = others.filled("waiting-form").first("id").orElseThrow();

        decide("action", "allow", "login_hint", "medecin");

        assertThat(login.open(login()).leftFor(CodeBench.CALLBACK).first("code"))
                .isPresent();
        assertThat(others.open(login(theirs)).page().text()).contains("id=\"waiting\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"auth_req_id", "login_hint"})
    void answerThatComesTooLateCountsForNothing(String named) throws IOException {
        String value = named.equals("auth_req_id") ? login.text("auth-req-id").orElseThrow() : PscBench.PERSON;
        code.bench.clock.advance(Duration.ofMinutes(2));

        decide("action", "allow", named, value);

        assertThat(login.open(login()).text("problem")).isPresent();
    }

    @Test
    void answerInTimeCountsHoweverLateThePageAsks() throws IOException {
        code.bench.clock.advance(Duration.ofSeconds(119));
        decide("action", "allow", "login_hint", PscBench.PERSON);
        code.bench.clock.advance(Duration.ofMinutes(2));

        assertThat(login.open(login()).leftFor(CodeBench.CALLBACK).first("code"))
                .isPresent();
    }

    private Surfer choose(String person) throws IOException {
        return code.surfer()
                .open(code.authorization(CodeBench.request(Identities.ALPHA_ID)))
                .submit("login-form", "person", person, "method", "ecps", "action", "login");
    }

    /** The form of the one request that waits. */
    private String form() {
        String page = phones.page().text();
        int at = page.indexOf("id=\"request-") + 4;
        return page.substring(at, page.indexOf('"', at));
    }

    private void decide(String... form) throws IOException {
        phones.post(desk(), Form.of(form));
    }

    private URI login() {
        return login(id);
    }

    private URI login(String one) {
        return URI.create(code.bench.psc.issuer() + Paths.LOGIN + "?id=" + one);
    }

    private URI desk() {
        return code.bench.psc.uri().resolve(Paths.ECPS);
    }
}
