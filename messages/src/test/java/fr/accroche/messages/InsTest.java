package fr.accroche.messages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InsTest {
    /** Public test patients of the INSi and DMP test environments. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "297022A02077878",
                "160012B02077713",
                "207058575627097",
                "236066322083656",
                "109076322083489",
                "109076322088835",
                "180032B02040123",
                "153078987658513",
                "277076322082910",
                "290019999900113"
            })
    void findsTheKeyOfPublicTestPatientsRight(String value) {
        assertThat(new Ins(value, Ins.NIR).keyIsRight()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"290019999900112", "29001999990011", "2900199999001", "", "297022C02077878", "2900199999001AA"})
    void findsAnyOtherKeyWrong(String value) {
        assertThat(new Ins(value, Ins.NIR).keyIsRight()).isFalse();
    }

    @Test
    void readsItsOwnHl7Form() {
        assertThat(Fictive.PATIENT.hl7()).isEqualTo("290019999900113^^^&1.2.250.1.213.1.4.10&ISO^NH");
        assertThat(Ins.ofHl7(Fictive.PATIENT.hl7())).contains(Fictive.PATIENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "290019999900113", "290019999900113^^^&1.2&ISO", "a^^^&b&ISO^NH ", "a^^^&b&c&ISO^NH"})
    void readsNoOtherForm(String text) {
        assertThat(Ins.ofHl7(text)).isEmpty();
    }
}
