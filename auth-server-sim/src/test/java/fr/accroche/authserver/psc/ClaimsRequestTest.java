package fr.accroche.authserver.psc;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.authserver.psc.browser.ClaimsRequest;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClaimsRequestTest {

    @Test
    void keepsNoClaimThatThereIsNot() {
        String many =
                IntStream.range(0, 1000).mapToObj(i -> "\"c" + i + "\":null,").collect(Collectors.joining());

        ClaimsRequest read = ClaimsRequest.parse(
                        "{\"userinfo\":{" + many + "\"email\":null},\"id_token\":{" + many + "\"name\":null}}",
                        Set.of("email", "name"))
                .orElseThrow();

        assertThat(read.userInfo()).containsExactly("email");
        assertThat(read.idToken()).containsExactly("name");
    }

    @Test
    void keepsAFewLevels() {
        String many = IntStream.range(0, 1000).mapToObj(i -> "\"l" + i + "\"").collect(Collectors.joining(","));

        ClaimsRequest read = ClaimsRequest.parse(
                        "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[" + many + "]}}}", Set.of())
                .orElseThrow();

        assertThat(read.levels()).hasSize(32).contains("l0");
    }
}
