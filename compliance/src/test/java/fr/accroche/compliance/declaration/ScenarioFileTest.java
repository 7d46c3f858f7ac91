package fr.accroche.compliance.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import fr.accroche.compliance.declaration.Settings.Enforcement;
import fr.accroche.compliance.declaration.WrittenScenario.Named;
import fr.accroche.compliance.declaration.WrittenScenario.OnDemand;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import fr.accroche.compliance.verdict.Outcome;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioFileTest {

    private static final Path PUBLISHED = Path.of("..", "docs", "scenario.schema.json");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static final String SOUND = """
            version: 1
            scenarios:
              - id: wrong-ou
                title: { fr: "mauvaise OU", en: "wrong OU" }
                tags: [mine, certificates]
                architecture: proxy-tiers
                settings: { pscTokenLife: 5m, psc: { pkce: required } }
                enforcement: explain
                clientIds: [alpha-edc-bas]
                professional: cardiologue:2
                faults:
                  - certificate-ou
                  - { at: psc, endpoint: token, do: status:503, times: 2 }
                steps: [connect, { send: DMP }, { wait: PT2H }, { wait: 3 m }, disconnect]
                expect: { outcome: non-conforming, broken: [IDN-02], warned: [LPS-09], unreached: [CRD-03] }
              - { id: plain, title: A sound one, expect: { outcome: conforming } }
            """;

    private static final ScenarioVocabulary WORDS = new ScenarioVocabulary() {
        @Override
        public Set<String> faults() {
            return Set.of("certificate-ou");
        }

        @Override
        public Map<String, Set<String>> endpoints() {
            return Map.of("psc", Set.of("token"));
        }

        @Override
        public Optional<Text> objection(OnDemand fault) {
            return fault.act().startsWith("status:") ? Optional.empty() : Optional.of(Text.verbatim("do is status:…"));
        }
    };

    private static final Validator LIBRARY = new ValidatorFactory()
            .withJsonNodeFactory(new JacksonNode.Factory())
            .createValidator();

    static {
        LIBRARY.registerSchema(new String(DeclarationSchema.json(), StandardCharsets.UTF_8));
    }

    private static final URI SCHEMA = LIBRARY.registerSchema(new String(ScenarioSchema.json(), StandardCharsets.UTF_8));

    private static ScenarioFile read(String yaml) throws DeclarationException {
        return ScenarioFileReader.read("s.yaml", yaml.getBytes(StandardCharsets.UTF_8), WORDS);
    }

    private static List<String> problems(String yaml) {
        return catchThrowableOfType(DeclarationException.class, () -> read(yaml)).problems().stream()
                .map(problem -> problem.in(Language.EN))
                .toList();
    }

    private static boolean library(String yaml) {
        JsonNode json = HostileTree.json(yaml.getBytes(StandardCharsets.UTF_8));
        return LIBRARY.validate(SCHEMA, json).isValid();
    }

    @Test
    void thePublishedSchemaIsTheOneThatJudges() throws IOException {
        if (Boolean.getBoolean("accroche.write")) {
            Files.write(PUBLISHED, ScenarioSchema.json());
        }

        assertThat(PUBLISHED)
                .as("docs/scenario.schema.json; CONTRIBUTING.md says how to write it again")
                .hasBinaryContent(ScenarioSchema.json());
    }

    @Test
    void readsEachPart() throws DeclarationException {
        ScenarioFile file = read(SOUND);
        WrittenScenario first = file.scenarios().get(0);

        assertThat(library(SOUND)).isTrue();
        assertThat(first.id()).isEqualTo("wrong-ou");
        assertThat(first.title()).isEqualTo(Text.of("mauvaise OU", "wrong OU"));
        assertThat(first.tags()).containsExactly("mine", "certificates");
        assertThat(first.architecture()).contains(ShippedDeclaration.PROXY_TIERS);
        assertThat(first.overrides().enforcement()).contains(Enforcement.EXPLAIN);
        assertThat(first.clientIds()).containsExactly("alpha-edc-bas");
        assertThat(first.professional()).contains("cardiologue:2");
        assertThat(first.faults())
                .containsExactly(
                        new Named("scenarios[0].faults[0]", "certificate-ou"),
                        new OnDemand("scenarios[0].faults[1]", "psc", "token", "status:503", 2, Optional.empty()));
        assertThat(first.steps())
                .containsExactly(
                        new ScenarioStep.Connect(),
                        new ScenarioStep.Send(Optional.of(Teleservice.DMP)),
                        new ScenarioStep.Wait(Duration.ofHours(2)),
                        new ScenarioStep.Wait(Duration.ofMinutes(3)),
                        new ScenarioStep.Disconnect());
        assertThat(first.expectation().outcome()).isEqualTo(Outcome.NON_CONFORME);
        assertThat(first.expectation().broken()).containsExactly(RuleId.of("IDN-02"));
        assertThat(first.expectation().warned()).containsExactly(RuleId.of("LPS-09"));
        assertThat(first.expectation().unreached()).containsExactly(RuleId.of("CRD-03"));
        assertThat(file.lines().at("scenarios[1]")).isEqualTo("s.yaml:16");
        assertThat(file.scenarios().get(1).steps()).isEmpty();
    }

    @Test
    void replacesKeyByKeyAndKeepsTheRestOfTheDeclaration() throws DeclarationException {
        Overrides overrides = read(SOUND).scenarios().get(0).overrides();
        byte[] yaml = ShippedDeclaration.PROXY_TIERS.yaml();

        Declaration changed = DeclarationReader.read("x.yaml", yaml, TODAY, overrides);
        Declaration whole = DeclarationReader.read("x.yaml", yaml, TODAY);

        assertThat(changed.settings().pscTokenLife()).isEqualTo(Duration.ofMinutes(5));
        assertThat(changed.settings().psc().pkce()).isEqualTo(PscChoices.Pkce.REQUIRED);
        assertThat(changed.settings().enforcement()).isEqualTo(Enforcement.EXPLAIN);
        assertThat(changed.settings().cnf()).isEqualTo(whole.settings().cnf());
        assertThat(changed.operations()).isEqualTo(whole.operations());
        assertThat(changed.lines().sha256()).as("it is no file's").isEmpty();
        assertThat(DeclarationReader.read("x.yaml", yaml, TODAY, Overrides.NONE))
                .isEqualTo(whole);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        - certificate-ou   | - certificate-o         | s.yaml:12:9: scenarios[0].faults[0]: 'certificate-o' is no known fault; did you mean 'certificate-ou'?
        endpoint: token    | endpoint: tken          | s.yaml:13:30: scenarios[0].faults[1].endpoint: 'tken' is not declared; one of: token
        status:503         | sleep                   | s.yaml:13:41: scenarios[0].faults[1].do: do is status:…
        times: 2           | times: 2000             | s.yaml:13:60: scenarios[0].faults[1].times: from 1 to 1000
        id: plain          | id: wrong-ou            | s.yaml:16:11: scenarios[1].id: 'wrong-ou' is taken in this file
        pscTokenLife: 5m   | pscTokenLif: 5m         | s.yaml:7:30: scenarios[0].settings.pscTokenLif: unknown key; did you mean 'pscTokenLife'?
        steps: [connect,   | steps: [                | s.yaml:14:14: scenarios[0].steps[0]: no session is open here: connect first
        { wait: PT2H }     | connect                 | s.yaml:14:37: scenarios[0].steps[2]: a session is open already: disconnect first
        PT2H               | PT2000000H              | s.yaml:14:45: scenarios[0].steps[2].wait: 'PT2000000H' is no duration of a year at most; write 90s, 2m, 4h or PT2H
        warned: [LPS-09]   | warned: [IDN-02]        | s.yaml:15:67: scenarios[0].expect.warned[0]: 'IDN-02' is expected here already
        warned: [LPS-09]   | warned: [HAB-01]        | s.yaml:15:67: scenarios[0].expect.warned[0]: 'HAB-01' is no rule that a run checks; see accroche explain
        outcome: conforming | outcome: conform       | 'conform' is not accepted; one of: conforming, non-conforming, inconclusive
        enforcement: explain | enforcement: lenient  | 'lenient' is not accepted; one of: strict, explain
        """)
    void saysFileLineKeyAndWhatWouldHaveWorked(String right, String wrong, String said) {
        assertThat(problems(SOUND.replace(right, wrong)))
                .anySatisfy(problem -> assertThat(problem).contains(said));
    }

    @Test
    void oneDeclarationAtMostAndAnExpectationAlways() {
        assertThat(problems(SOUND.replace(
                        "architecture: proxy-tiers", "architecture: proxy-tiers\n    declaration: a.yaml")))
                .singleElement()
                .asString()
                .contains("scenarios[0]: 'architecture' and 'declaration' do not go together");
        assertThat(problems(SOUND.replace(", expect: { outcome: conforming }", "")))
                .singleElement()
                .asString()
                .contains("scenarios[1]: key 'expect' is missing");
    }

    @Test
    void theSchemaRefusesWhatTheReaderDoes() {
        for (String wrong : List.of(
                SOUND.replace("version: 1", "version: 2"),
                SOUND.replace("pscTokenLife: 5m", "pscTokenLif: 5m"),
                SOUND.replace("proxy-tiers", "proxy-quart"),
                SOUND.replace("broken: [IDN-02]", "broken: [idn]"),
                SOUND.replace("{ send: DMP }", "{ send: DMP, wait: 2h }"),
                SOUND.replace("at: psc", "at: igc"))) {
            assertThat(library(wrong)).as(wrong).isFalse();
            assertThat(problems(wrong)).isNotEmpty();
        }
    }
}
