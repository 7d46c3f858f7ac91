package fr.accroche.compliance.declaration;

import static fr.accroche.compliance.declaration.Leniency.ACCEPT;
import static fr.accroche.compliance.declaration.Leniency.REFUSE;
import static fr.accroche.compliance.declaration.Leniency.WARN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.accroche.compliance.declaration.AssertionChoices.Signature;
import fr.accroche.compliance.declaration.DmpChoices.Mode;
import fr.accroche.compliance.declaration.DmpChoices.SignedBy;
import fr.accroche.compliance.declaration.InsiChoices.Answers;
import fr.accroche.compliance.declaration.InsiChoices.Authentication;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each key of the téléservices lands where it belongs: most are words of the same few, and one could be taken for another. */
class TeleserviceReaderTest {

    @Test
    void whatIsDoneOfAssertions() throws Exception {
        assertThat(read("assertions: { sha1: refuse }").assertions())
                .isEqualTo(new AssertionChoices(REFUSE, WARN, WARN, WARN));
        assertThat(read("assertions: { signaturePlace: refuse }").assertions())
                .isEqualTo(new AssertionChoices(WARN, REFUSE, WARN, WARN));
        assertThat(read("assertions: { issuer: accept }").assertions())
                .isEqualTo(new AssertionChoices(WARN, WARN, ACCEPT, WARN));
        assertThat(read("assertions: { replay: accept }").assertions())
                .isEqualTo(new AssertionChoices(WARN, WARN, WARN, ACCEPT));
    }

    @Test
    void whatTheDmpAsks() throws Exception {
        assertThat(read("""
                        dmp: { base: /a/b/, mode: DELEGUEE, signature: forbidden, signedBy: lps-operator, signerUsage: accept,
                               versions: ["4.0"], authnContexts: ["urn:a"], purposes: [normal], lpsId: warn, structure: refuse,
                               faults: { replayed: A_1, right-missing: A_2 } }""").dmp())
                .isEqualTo(new DmpChoices(
                        "/a/b/",
                        DmpChoices.DEFAULT.rights(),
                        Mode.DELEGUEE,
                        Signature.FORBIDDEN,
                        SignedBy.LPS_OPERATOR,
                        ACCEPT,
                        Set.of("4.0"),
                        Set.of("urn:a"),
                        Set.of("normal"),
                        WARN,
                        REFUSE,
                        Map.of(FaultCause.REPLAYED, "A_1", FaultCause.RIGHT_MISSING, "A_2")));
    }

    @Test
    void whatInsiAndOnAsk() throws Exception {
        TeleserviceChoices choices = read("""
                        tlsi: { base: /t/, signature: required, nameQualifiers: [CPS], attributes: [], idam: twelve, r: "5",
                                schema: warn, clockTolerance: 30s, clock: refuse, severity: fatale, faults: { malformed: B_1 } },
                        insi: { answers: production, authentication: mtls }""");

        assertThat(choices.tlsi())
                .isEqualTo(new TlsiChoices(
                        "/t/",
                        Signature.REQUIRED,
                        Set.of("CPS"),
                        Set.of(),
                        TlsiChoices.Idam.TWELVE,
                        "5",
                        WARN,
                        Duration.ofSeconds(30),
                        REFUSE,
                        TlsiChoices.Severity.FATALE,
                        Map.of(FaultCause.MALFORMED, "B_1")));
        assertThat(choices.insi()).isEqualTo(new InsiChoices(Optional.of(Answers.PRODUCTION), Authentication.MTLS));
    }

    @Test
    void insiAnswersAsItsEnvironmentUnlessTold() throws Exception {
        InsiChoices silent = read("insi: { authentication: assertion }").insi();

        assertThat(silent).isEqualTo(InsiChoices.DEFAULT);
        assertThat(silent.answersIn(Environment.TEST)).isEqualTo(Answers.CNDA);
        assertThat(silent.answersIn(Environment.PRODUCTION)).isEqualTo(Answers.PRODUCTION);
        assertThat(read("insi: { answers: cnda }").insi().answersIn(Environment.PRODUCTION))
                .isEqualTo(Answers.CNDA);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dmp: { base: services/ }",
                "dmp: { base: /services }",
                "dmp: { base: /__accroche/ }",
                "tlsi: { base: /health/ }",
                "tlsi: { base: /a/../b c/ }",
                "dmp: { rights: { directe: [TD0.2] } }",
                "dmp: { versions: [] }",
                "dmp: { faults: { unheard-of: A_1 } }",
                "dmp: { faults: { malformed: '<a>' } }"
            })
    void whatIsNoChoiceIsAProblemOfTheDeclaration(String settings) {
        assertThatThrownBy(() -> read(settings)).isInstanceOf(DeclarationException.class);
    }

    private static TeleserviceChoices read(String settings) throws Exception {
        byte[] yaml = (ShippedDeclaration.PROXY_INTEGRE.text() + "\nsettings: { " + settings + " }\n")
                .getBytes(StandardCharsets.UTF_8);
        return DeclarationReader.read("accroche.yaml", yaml, LocalDate.of(2026, 11, 27))
                .settings()
                .teleservices();
    }
}
