package fr.accroche.compliance.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Our evaluation of the schema, held against that of a library that implements all of JSON Schema. */
class SchemaCrossCheckTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final int SEEDS = Integer.getInteger("accroche.seeds", 150);
    private static final String SOUND = new String(ShippedDeclaration.PROXY_INTEGRE.yaml(), StandardCharsets.UTF_8);

    private static final Validator LIBRARY = new ValidatorFactory()
            .withJsonNodeFactory(new JacksonNode.Factory())
            .createValidator();
    private static final URI SCHEMA =
            LIBRARY.registerSchema(new String(DeclarationSchema.json(), StandardCharsets.UTF_8));

    private static Validator.Result library(JsonNode json) {
        return LIBRARY.validate(SCHEMA, json);
    }

    private static boolean ours(byte[] yaml) throws DeclarationException {
        return DeclarationSchema.SHAPE.fits(YamlParser.parse("x.yaml", yaml));
    }

    @ParameterizedTest
    @EnumSource(ShippedDeclaration.class)
    void bothAcceptWhatIsShipped(ShippedDeclaration shipped) throws DeclarationException {
        assertThat(library(HostileTree.json(shipped.yaml())).getErrors()).isEmpty();
        assertThat(ours(shipped.yaml())).isTrue();
    }

    /** One line for each keyword and each kind of value that the schema speaks of. */
    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        version: 1                     | version: 1                       | true
        version: 1                     | version: 1.0                     | true
        version: 1                     | version: 2                       | false
        version: 1                     | version: "1"                     | false
        version: 1                     | version: true                    | false
        version: 1                     | version:                         | false
        version: 1                     | version: []                      | false
        version: 1                     | verson: 1                        | false
        couloir: ville                 | couloir: Ville                   | false
        couloir: ville                 | couloir: medico-social           | true
        environment: test              | environment: ~                   | false
        environment: test              | # environment                    | true
        ui: false                      | ui: False                        | true
        ui: false                      | ui: "false"                      | false
        ui: false                      | ui: 0                            | false
        mode: passe-plat               | mode: plasse-plat                | true
        mode: passe-plat               | mode: plasse                     | false
        type: proxy                    | type: principal                  | false
        type: proxy                    | type: mandataire                 | false
        type: proxy                    | type: [proxy]                    | false
        type: proxy                    | # no type                        | false
        idNatStruct: "1990000002"      | idNatStruct: 1990000002          | true
        idNatStruct: "1990000002"      | idNatStruct: "199000000"         | false
        idNatStruct: "1990000002"      | idNatStruct: true                | false
        department: "Sarthe (72)"      | department: 72                   | true
        department: "Sarthe (72)"      | department: { n: 72 }            | false
        department: "Sarthe (72)"      | department: " "                  | false
        nil: NIL-SIMULE-0001           | nil: 12                          | true
        nil: NIL-SIMULE-0001           | nil: " 12"                       | false
        clientId: alpha-edc-bas        | clientId: alpha edc              | false
        clientId: alpha-edc-bas        | clientId: true                   | true
        validatedOn: D-33              | validatedOn: J+33                | true
        validatedOn: D-33              | validatedOn: 2026-10-20          | true
        validatedOn: D-33              | validatedOn: 20261020            | false
        validatedOn: D-33              | validatedOn: D33                 | false
        firstApi: INSi                 | firstApi: mssante                | true
        firstApi: INSi                 | firstApi: CONFORMITE             | false
        firstApi: INSi                 | firstApi: { a: 1 }               | false
        teleservices: [DMP, INSi, ON]  | teleservices: []                 | false
        teleservices: [DMP, INSi, ON]  | teleservices: DMP                | false
        teleservices: [DMP, INSi, ON]  | teleservices: [DMP, DMP]         | true
        DMP: DMP-SIMULE-0001           | DMP: { number: DMP-SIMULE-0001 } | true
        DMP: DMP-SIMULE-0001           | DMP: { numero: DMP-SIMULE-0001 } | false
        DMP: DMP-SIMULE-0001           | DMP: [DMP-SIMULE-0001]           | false
        DMP: DMP-SIMULE-0001           | DMP: { mode: caché }             | false
        DMP: DMP-SIMULE-0001           | dmp: DMP-SIMULE-0001             | false
        solution: {                    | solutions: {                     | false
        environment: test              | solutions: []                    | false
        environment: test              | settings: { cnf: ans, clockSkew: 5 m } | true
        environment: test              | settings: { clockSkew: 5 }       | false
        environment: test              | settings: []                     | false
        environment: test              | waivers: [{ rule: HAB-1, justification: a, until: D+1 }]  | false
        environment: test              | waivers: [{ rule: HAB-01, justification: a, until: D+1 }] | true
        environment: test              | participants: { lps: { mode: external } }                 | true
        environment: test              | participants: { lps: { mode: external, url: https://a } } | false
        environment: test              | participants: { proxy: { mode: external, url: ftp://a } } | false
        environment: test              | participants: { proxy: { mode: external, url: https://a } } | true
        environment: test              | participants: { lps: {} }        | false
        """)
    void bothJudgeAlike(String sound, String changed, boolean accepted) throws DeclarationException {
        assertThat(SOUND).contains(sound);
        byte[] yaml = SOUND.replace(sound, changed).getBytes(StandardCharsets.UTF_8);

        assertThat(library(HostileTree.json(yaml)).isValid()).isEqualTo(accepted);
        assertThat(ours(yaml)).isEqualTo(accepted);
        assertThat(DeclarationReader.readAll("x.yaml", yaml, TODAY).problems().isEmpty() && !accepted)
                .as("what the schema refuses, the reader says")
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(ShippedDeclaration.class)
    void bothJudgeAlikeWhateverIsChanged(ShippedDeclaration shipped) {
        JsonNode sound = HostileTree.json(shipped.yaml());
        int refused = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            JsonNode json = HostileTree.changed(sound, seed);
            byte[] yaml = HostileTree.bytes(json);
            boolean library = library(json).isValid();
            String which = shipped + ", seed " + seed;
            List<Problem> problems =
                    DeclarationReader.readAll("x.yaml", yaml, TODAY).problems();
            try {
                assertThat(ours(yaml)).as(which).isEqualTo(library);
            } catch (DeclarationException notOurYaml) {
                assertThat(problems).as(which).isEqualTo(notOurYaml.problems());
                continue;
            }
            if (!library) {
                refused++;
                assertThat(problems).as(which).isNotEmpty();
            }
        }
        assertThat(refused).isBetween(SEEDS / 10, SEEDS - SEEDS / 50);
    }

    @Test
    void theSchemaItselfIsSound() {
        URI metaSchema = URI.create("http://json-schema.org/draft-07/schema#");

        assertThat(LIBRARY.validate(metaSchema, new String(DeclarationSchema.json(), StandardCharsets.UTF_8))
                        .getErrors())
                .isEmpty();
    }
}
