package fr.accroche.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.exchange.Breach;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.JsonObject;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a métier proxy refuses to build. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MetierRefusalTest {

    private final MetierBench bench = new MetierBench();

    @BeforeEach
    void connect() throws Exception {
        bench.connect();
    }

    @AfterAll
    void close() {
        bench.close();
    }

    @Test
    void saysWhereARequestIsNotAsItsSchemaHasIt() throws Exception {
        // When
        JsonObject problem = MetierBench.problem(bench.ask(
                MetierBench.EXISTENCE,
                MetierBench.ON_PATIENT.replace(MetierBench.INS, "29001").replace("\"sector\":\"SA07\",", "")));

        // Then
        assertThat(problem.integer("status")).contains(400L);
        assertThat(problem.array("errors").orElseThrow().objects())
                .extracting(JsonObject::compact)
                .containsExactly(
                        "{\"pointer\":\"/professional/sector\",\"expected\":\"to be there\",\"observed\":\"nothing\"}",
                        "{\"pointer\":\"/patient/ins\",\"expected\":\"a text of the form "
                                + "^[0-9]{5}([0-9]{2}|2A|2B)[0-9]{8}$\",\"observed\":\"another text of 5 characters\"}");
        assertThat(problem.compact()).doesNotContain("29001");
        assertThat(bench.chain.teleservices.seen()).isEmpty();
    }

    @Test
    void answersLittleToMuchThatIsWrong() throws Exception {
        // Given
        String members = IntStream.range(0, 100_000)
                .mapToObj(i -> "\"" + Integer.toString(i, 36) + "\":0")
                .collect(Collectors.joining(",", "{", "}"));
        String role = "{\"code\":\"?\",\"codeSystem\":\"?\",\"displayName\":\"\"}";
        String codes = String.join(",", Collections.nCopies(20, role));

        // When
        JsonObject unknown = MetierBench.problem(bench.ask(MetierBench.EXISTENCE, members));
        JsonObject many = MetierBench.problem(bench.ask(
                "/send/dmp/documents/search",
                MetierBench.ON_PATIENT.replaceFirst(
                        "\\{", "{\"classCodes\":[" + codes + "],\"types\":[" + codes + "],")));

        // Then
        assertThat(unknown.array("errors").orElseThrow().items()).hasSize(3);
        assertThat(unknown.text("detail").orElseThrow()).contains("observed 100000 more");
        assertThat(many.array("errors").orElseThrow().items()).hasSize(20);
        assertThat(bench.chain.teleservices.seen()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "\"<soap/>\"", "{\"professional\":null}", "{\"a\":1e400}"})
    void refusesWhatIsNoRequest(String body) throws Exception {
        // When
        Response response = bench.ask(MetierBench.EXISTENCE, body);

        // Then
        assertThat(response.status()).isEqualTo(400);
        MetierBench.problem(response);
        assertThat(bench.chain.teleservices.seen()).isEmpty();
    }

    @Test
    void forwardsNoMessageThatTheLpsBuilt() throws Exception {
        // When
        Response atTheDoor = bench.lps.post(MetierBench.EXISTENCE, "<soap/>");
        Response relayed = bench.lps.post("/send/dmp/patients", "<soap/>");

        // Then
        assertThat(atTheDoor.status()).isEqualTo(415);
        assertThat(atTheDoor.headers().first("Accept")).contains("application/json");
        assertThat(relayed.status()).isEqualTo(404);
        assertThat(relayed.text()).contains("POST /send/dmp/existence-test");
        assertThat(bench.chain.teleservices.seen()).isEmpty();
    }

    @Test
    void buildsNothingForAnLpsOfPassePlat() throws Exception {
        // Given
        bench.lps = bench.chain.lps();
        bench.lps.connect(Chain.BETA);

        // When
        Response built = bench.ask(MetierBench.EXISTENCE, MetierBench.ON_PATIENT);
        Response relayed = bench.lps.post("/send/dmp/x", "<soap/>");

        // Then
        assertThat(built.status()).isEqualTo(404);
        assertThat(relayed.status()).isEqualTo(200);
        assertThat(bench.chain.teleservices.seen("/dmp/patients")).isEmpty();
    }

    @Test
    void takesNoOtherMethod() throws Exception {
        // When
        Response response = bench.lps.get(MetierBench.EXISTENCE);

        // Then
        assertThat(response.status()).isEqualTo(405);
        assertThat(response.headers().first("Allow")).contains("POST");
    }

    @Test
    void refusesACallWithoutSession() throws Exception {
        // Given
        bench.lps = bench.chain.lps();

        // When
        Response response = bench.ask(MetierBench.EXISTENCE, MetierBench.ON_PATIENT);

        // Then
        assertThat(response.status()).isEqualTo(401);
        assertThat(response.text()).contains("No session found.");
    }

    @Test
    void actsForNobodyButTheProfessionalOfTheSession() throws Exception {
        // When
        Response response = bench.ask(
                MetierBench.EXISTENCE,
                MetierBench.ON_PATIENT.replace("{\"displayName", "{\"nationalId\":\"899900000029\",\"displayName"));

        // Then
        assertThat(response.status()).isEqualTo(403);
        assertThat(response.headers().first("X-Accroche-Diagnosis")).contains("LPS-05");
        assertThat(response.text()).doesNotContain("person-of-psc");
        assertThat(bench.chain.lastHop().breaches())
                .singleElement()
                .extracting(Breach::rule)
                .isEqualTo(RuleId.of("LPS-05"));
        assertThat(bench.chain.teleservices.seen()).isEmpty();
    }
}
