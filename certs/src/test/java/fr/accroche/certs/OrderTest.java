package fr.accroche.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderTest {

    @Test
    void refusesAClientIdThatCannotBeACommonName() {
        assertThat(Fixtures.authCli().withCommonName("é".repeat(64)).commonName())
                .hasSize(64);
        assertThatThrownBy(() -> Fixtures.authCli().withCommonName("a".repeat(65)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 64");
    }

    @Test
    void refusesAValidityThatEndsBeforeItStarts() {
        assertThatThrownBy(() -> Fixtures.authCli().withValidity(Fixtures.NOW, Fixtures.NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2026-11-22T10:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hôte.invalid", "a b", "1.2.3.4/24", "-x", "::g"})
    void refusesWhatIsNoHostName(String name) {
        assertThatThrownBy(() -> Fixtures.servSsl().withNames(List.of(name)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("subjectAltName");
    }

    @Test
    void cutsTheOrganisationBetweenCharactersNotInsideOne() {
        Order order = new Order(
                Profile.ORG_AUTH_CLI,
                Branch.TEST,
                "Paris (75)",
                "𝄞".repeat(41),
                "300000000020002",
                "alpha",
                List.of(),
                Fixtures.NOW,
                Fixtures.NOW.plusSeconds(1));

        assertThat(order.subject(ProfileShape.of(order.profile())).get(2))
                .extracting("value")
                .containsExactly("𝄞".repeat(40));
    }

    @Test
    void leavesOutAnEmptyAttribute() {
        Order order = Fixtures.authCli().withIdNatStruct("");

        assertThat(SubjectName.of(order.subject(ProfileShape.of(order.profile())))
                        .shape())
                .containsExactly("C", "ST", "O", "CN");
    }
}
