package fr.accroche.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.accroche.certs.OrderForm.Offer;
import fr.accroche.certs.OrderForm.Usage;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderFormTest {

    @Test
    void aClientIdIsNamedByAnOrgAuthCliOfThreeYears() {
        Order order = form(Offer.ORG, Usage.AUTH_CLI, "alpha-edc-bas").order(Fixtures.NOW);

        assertThat(order.profile()).isEqualTo(Profile.ORG_AUTH_CLI);
        assertThat(order.names()).isEmpty();
        assertThat(SubjectName.of(order.subject(ProfileShape.of(order.profile()))))
                .hasToString("CN=alpha-edc-bas,OU=300000000010009,O=ALPHA,ST=Paris (75),C=FR");
        assertThat(Duration.between(order.notBefore(), order.notAfter())).isEqualTo(Duration.ofDays(3 * 365));
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.exemple.fr", "*.exemple.fr", "localhost", "proxy.localhost"})
    void aHostIsNamedByAServSsl(String host) {
        Order order = form(Offer.SERV, Usage.SSL_SERV, host).order(Fixtures.NOW);

        assertThat(order.profile()).isEqualTo(Profile.SERV_SSL);
        assertThat(order.names()).containsExactly(host);
    }

    @ParameterizedTest
    @ValueSource(strings = {"alpha-edc-bas", "192.0.2.1", "a..fr", "-a.fr", "a.*.fr", "hôte.fr", "a_b.fr"})
    void aServOfferNamesAHostOnly(String application) {
        assertThatThrownBy(() -> form(Offer.SERV, Usage.SSL_SERV, application).order(Fixtures.NOW))
                .isInstanceOf(OrderException.class)
                .hasMessageContaining("'" + application + "' is no fully qualified domain name")
                .hasMessageContaining("ordered as ORG, usage auth-cli");
    }

    @ParameterizedTest
    @CsvSource({"ORG, SSL_SERV, proxy.exemple.fr", "SERV, AUTH_CLI, proxy.exemple.fr", "SERV, SIGN, proxy.exemple.fr"})
    void eachOfferHasItsUsages(Offer offer, Usage usage, String application) {
        assertThatThrownBy(() -> form(offer, usage, application).order(Fixtures.NOW))
                .isInstanceOf(OrderException.class)
                .hasMessage("offer %s has no usage %s; ORG has auth-cli and sign, SERV has ssl-serv", offer, usage);
    }

    @Test
    void aClientIdOf65CharactersCannotBeACommonName() {
        assertThat(form(Offer.ORG, Usage.AUTH_CLI, "a".repeat(64)).order(Fixtures.NOW))
                .isNotNull();
        assertThatThrownBy(() -> form(Offer.ORG, Usage.AUTH_CLI, "a".repeat(65)).order(Fixtures.NOW))
                .isInstanceOf(OrderException.class)
                .hasMessageContaining("65 characters, at most 64 (X.520)");
    }

    @Test
    void everyReasonIsSaidAtOnceInBothLanguages() {
        OrderForm form = new OrderForm(
                Offer.ORG, Usage.SIGN, Branch.TEST, "31234", " ", "Paris", " cachet", new OrderSettings(1024, 0));

        OrderException refused = catchThrowableOfType(OrderException.class, () -> form.order(Fixtures.NOW));

        assertThat(refused.aboutFiles()).isFalse();
        assertThat(refused.problems())
                .extracting(Wording::en)
                .hasSize(6)
                .anySatisfy(problem -> assertThat(problem)
                        .isEqualTo("idNatStruct '31234' (5 characters) is malformed; expected: 3 + SIRET (14 digits)"));
        assertThat(refused.problems())
                .extracting(Wording::fr)
                .anySatisfy(problem -> assertThat(problem).endsWith("mal formé ; attendu : 3 + SIRET (14 chiffres)"));
    }

    static OrderForm form(Offer offer, Usage usage, String application) {
        return new OrderForm(
                offer,
                usage,
                Branch.TEST,
                "300000000010009",
                "ALPHA",
                "Paris (75)",
                application,
                new OrderSettings(2048, 1095));
    }
}
