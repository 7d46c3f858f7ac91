package fr.accroche.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.wire.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisconnectTest {

    private static final String NO_SESSION = "{\"code\":\"401\",\"message\":\"Session ID not found.\",\"metadata\":{}}";

    private Chain chain;
    private Lps lps;
    private String cookie;

    @BeforeEach
    void connect() throws Exception {
        chain = Chain.sound();
        lps = chain.lps();
        lps.connect(Chain.ALPHA);
        cookie = lps.cookie().orElseThrow();
    }

    @AfterEach
    void close() {
        chain.close();
    }

    @Test
    void endsTheSessionHereAndAtPsc() throws Exception {
        // When
        Response response = lps.disconnect();

        // Then
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
        assertThat(response.headers().first("Set-Cookie").orElseThrow())
                .startsWith("proxy_session_id=; Max-Age=0;")
                .endsWith("; Path=/; Secure; HTTPOnly; SameSite=Lax");
        Seen logout = chain.psc.only(FakePsc.LOGOUT);
        assertThat(logout.text()).isEqualTo("id_token_hint=" + FakePsc.idToken("person-of-psc"));
        assertThat(logout.certificate()).isEmpty();
        assertThat(logout.header("Authorization")).isEmpty();
        assertThat(lps.holding(cookie).get("/send/dmp/x").status()).isEqualTo(401);
    }

    @Test
    void endsASessionOnce() throws Exception {
        // Given
        lps.disconnect();

        // When
        Response again = lps.holding(cookie).disconnect();

        // Then
        assertThat(again.status()).isEqualTo(401);
        assertThat(again.text()).isEqualTo(NO_SESSION);
        assertThat(chain.psc.seen(FakePsc.LOGOUT)).hasSize(1);
    }

    @Test
    void refusesACallWithoutCookie() throws Exception {
        // When
        Response response = chain.lps().disconnect();

        // Then
        assertThat(response.status()).isEqualTo(401);
        assertThat(response.text()).isEqualTo(NO_SESSION);
    }

    @ParameterizedTest
    @CsvSource({"/logout,400", "/logout,503", "/.well-known/wallet-openid-configuration,500"})
    void endsTheSessionWhateverPscAnswersButSaysSo(String path, int status) throws Exception {
        // Given
        chain.psc.on(path, Response.of(status));

        // When
        Response response = lps.disconnect();

        // Then
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers().first("Proxy-Status").orElseThrow()).contains("PSC", String.valueOf(status));
        assertThat(lps.holding(cookie).get("/send/dmp/x").status()).isEqualTo(401);
    }

    @Test
    void takesARedirectionOfPscForAnEnd() throws Exception {
        // Given
        chain.psc.on(FakePsc.LOGOUT, Response.of(302).with("Location", "https://localhost/"));

        // When
        Response response = lps.disconnect();

        // Then
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers().first("Proxy-Status")).isEmpty();
    }
}
