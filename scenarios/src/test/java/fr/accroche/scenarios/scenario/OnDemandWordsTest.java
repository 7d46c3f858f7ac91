package fr.accroche.scenarios.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.accroche.compliance.declaration.WrittenScenario.OnDemand;
import fr.accroche.compliance.text.Language;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a scenario may ask of the simulators; that they understand it, {@code AdminApiTest} asks a chain. */
class OnDemandWordsTest {

    private static OnDemand asked(String at, String endpoint, String act) {
        return new OnDemand("scenarios[0].faults[0]", at, endpoint, act, 1, Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "psc, token, slow-down",
        "psc, discovery, rotate-keys",
        "api-psc, exchange, unusual-answer",
        "credential-api, credential, status:503",
        "dmp, business, delay:2s",
        "proxy, send, advance:PT2M"
    })
    void takesTheWordsOfEachSimulator(String at, String endpoint, String act) {
        assertThat(new OnDemandWords().objection(asked(at, endpoint, act))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "dmp, business, slow-down",
        "dmp, business, status:200",
        "psc, token, sleep",
        "api-psc, exchange, slow-down",
        "on, business, delay:2h"
    })
    void saysWhatWouldHaveBeenUnderstood(String at, String endpoint, String act) {
        assertThat(new OnDemandWords().objection(asked(at, endpoint, act)))
                .get()
                .satisfies(text -> assertThat(text.in(Language.EN))
                        .startsWith("'" + act + "' is not understood by " + at)
                        .containsAnyOf("do is status:", "is from"));
    }

    @Test
    void asksNobodyElse() {
        assertThatThrownBy(() -> OnDemandWords.planned(asked("igc", "crl", "close")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
