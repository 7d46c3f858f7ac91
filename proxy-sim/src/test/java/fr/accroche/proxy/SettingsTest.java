package fr.accroche.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.accroche.messages.VihfForm;
import fr.accroche.proxy.metier.MetierLps;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final URI SOMEWHERE = URI.create("https://localhost/x");
    private static final Route DMP = new Route("dmp", SOMEWHERE, SOMEWHERE);

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "a b", "%61"})
    void refusesARouteNameThatIsNoPathSegment(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Route(name, SOMEWHERE, SOMEWHERE));
    }

    @Test
    void refusesATargetThatIsNotHttps() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Route("dmp", URI.create("http://localhost/x"), SOMEWHERE))
                .withMessageContaining("absolute https URI");
    }

    @Test
    void refusesTwoRoutesOfOneName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProxySettings.of(SOMEWHERE, List.of(), Map.of(), List.of(DMP, DMP)))
                .withMessageContaining("two routes have one name");
    }

    @Test
    void refusesAnotherClientThatIsNotConfigured() {
        ProxySettings settings = ProxySettings.of(SOMEWHERE, List.of(), Map.of(), List.of(DMP));
        ProxyDefects defects =
                ProxyDefects.withOtherClient(ProxyDefect.EXCHANGES_TOKEN_OF_ANOTHER_CLIENT, "beta-edc-bas");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings.withDefects(defects))
                .withMessageContaining("beta-edc-bas");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "poste-1", "1-1-1-1-1", "5d0b2d1e1f3f4a6e9d553f7a5b7c0001"})
    void refusesAnInstanceOfAnLpsThatIsNoUuid(String instance) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MetierLps(
                        "Alpha",
                        "2.1",
                        instance,
                        Map.of(),
                        false,
                        Certificates.ALPHA_LPS,
                        VihfForm.INDIRECTE,
                        Map.of()))
                .withMessageContaining("UUID");
    }

    @Test
    void refusesASessionWithoutLife() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SessionLife(Duration.ofHours(4), Duration.ZERO));
    }

    @ParameterizedTest
    @EnumSource(
            value = ProxyDefect.class,
            names = {
                "EXCHANGES_TOKEN_OF_ANOTHER_CLIENT",
                "PRESENTS_CERTIFICATE_OF_ANOTHER_CLIENT",
                "CALLS_CREDENTIAL_API",
                "WRITES_ITS_OWN_NUMBER"
            })
    void refusesADefectWithoutWhatItNeeds(ProxyDefect defect) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProxyDefects.only(defect))
                .withMessageContaining(defect.name());
    }

    @Test
    void keepsTheNumberOutOfLogs() {
        ProxyDefects defects = new ProxyDefects(
                Set.of(ProxyDefect.WRITES_ITS_OWN_NUMBER), Optional.empty(), Optional.empty(), Optional.of("OWN-1"));

        assertThat(defects.toString()).doesNotContain("OWN-1");
    }
}
