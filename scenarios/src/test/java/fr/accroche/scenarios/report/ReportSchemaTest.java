package fr.accroche.scenarios.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationException;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.exchange.Breach;
import fr.accroche.compliance.exchange.ClientCertificate;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.HopNotes;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.ObservedCertificate;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.fidelity.Fidelity;
import fr.accroche.compliance.rule.Level;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import fr.accroche.compliance.verdict.Outcome;
import fr.accroche.scenarios.report.scenario.ScenarioJson;
import fr.accroche.scenarios.scenario.ScenarioSamples;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The published schema of the JSON report, and the report, say the same. */
class ReportSchemaTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    /** Absent in reports of earlier builds, which are still read. */
    private static final Set<String> OF_LATER_BUILDS = Set.of("times");

    private final ReportSchema schema = new ReportSchema();

    /** With something in each part that a sound run leaves empty. */
    private static Run run() throws DeclarationException {
        ShippedDeclaration shipped = ShippedDeclaration.PROXY_TIERS;
        Declaration declaration =
                DeclarationReader.read(shipped.id() + ".yaml", shipped.yaml(), LocalDate.of(2026, 11, 22));
        Breach breach = new Breach(
                RuleId.of("IDN-02"),
                Text.of("une phrase", "a sentence"),
                new Observed("a", "x.yaml:1"),
                Observed.NOTHING);
        ObservedCertificate certificate = new ObservedCertificate(
                "CN=zeta",
                "CN=an authority",
                "01",
                "00ff",
                Optional.of("zeta"),
                Optional.empty(),
                List.of(new ObservedCertificate.CertificateDefect("expired", "2026-11-22", "2026-11-21")),
                Optional.empty());
        Hop hop = HopNotes.open(CLOCK, Stage.PSC_CIBA, "psc", "POST /ciba")
                .note(Fact.CLIENT_ID, "zeta", "form/client_id")
                .note(Fact.SCOPE, "openid", "form/scope")
                .client(new ClientCertificate.Presented(certificate))
                .breach(breach)
                .answered(400);
        OwnLinks own = new OwnLinks(
                List.of(new OwnLinks.Link("proxy", List.of(URI.create("https://localhost:1")), "x.yaml:1")),
                Optional.of(new OwnLinks.Silence(
                        Text.verbatim("nothing"),
                        List.of(new OwnLinks.Address(Text.verbatim("PSC"), URI.create("https://localhost:2"))))));
        return Run.judged(declaration, List.of(), declaration.operations(), List.of(hop), NOW, NOW)
                .with(own);
    }

    private static JsonNode json(String report) throws IOException {
        return new ObjectMapper().readTree(report);
    }

    @Test
    void takesWhatIsReportedInBothLanguages() throws Exception {
        for (Language language : Language.values()) {
            schema.require(json(JsonReport.of(run(), language)));
            schema.require(json(JsonReport.of(
                    new Runs(Map.of(ShippedDeclaration.PROXY_TIERS, run()), Duration.ofSeconds(1)), language)));
        }
    }

    @Test
    void eachKeyIsAlwaysThereAndNoOther() throws Exception {
        eachKey(json(JsonReport.of(run(), Language.EN)), 15);
        eachKey(json(ScenarioJson.of(ScenarioSamples.one(run()), Language.EN)), 18);
    }

    private void eachKey(JsonNode report, int kindsAtLeast) {
        List<ObjectNode> kinds = new ArrayList<>();
        collect(report, "", new HashSet<>(), kinds);

        assertThat(kinds).hasSizeGreaterThan(kindsAtLeast);
        for (ObjectNode object : kinds) {
            for (String name : names(object)) {
                JsonNode value = object.remove(name);
                assertThat(schema.fits(report)).as("without " + name).isEqualTo(OF_LATER_BUILDS.contains(name));
                object.set(name, value);
            }
            object.put("more", "x");
            assertThat(schema.fits(report)).as("one more in " + names(object)).isFalse();
            object.remove("more");
        }
        schema.require(report);
    }

    /** One object of each kind; the facts of a hop are a table, not keys. */
    private static void collect(JsonNode node, String path, Set<String> met, List<ObjectNode> kinds) {
        if (node instanceof ObjectNode object) {
            if (!path.endsWith("/facts") && met.add(path)) {
                kinds.add(object);
            }
            names(object).forEach(name -> collect(object.get(name), path + "/" + name, met, kinds));
        }
        if (node.isArray()) {
            node.forEach(item -> collect(item, path + "[]", met, kinds));
        }
    }

    private static List<String> names(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void theWordsOfTheSchemaAreThoseOfTheReports() {
        assertThat(words("status")).isEqualTo(names(Status.values()));
        assertThat(words("verdict")).isEqualTo(names(Outcome.values()));
        assertThat(words("level")).isEqualTo(names(Level.values()));
        JsonNode fidelity = ReportSchema.published().at("/definitions/fidelity/properties/word/enum");
        assertThat(texts(fidelity)).isEqualTo(names(Fidelity.values()));
        assertThat(names(Owner.values())).allMatch(name -> name.matches(pattern("owner")));
        assertThat(names(Stage.values())).allMatch(name -> name.matches(pattern("stage")));
        assertThat(names(Fact.values())).allMatch(name -> name.matches(pattern("stage")));
    }

    private static List<String> words(String definition) {
        return texts(ReportSchema.published().at("/definitions/" + definition + "/enum"));
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static String pattern(String definition) {
        return ReportSchema.published()
                .at("/definitions/" + definition + "/pattern")
                .asText();
    }

    private static List<String> names(Enum<?>[] values) {
        return Stream.of(values).map(Enum::name).toList();
    }
}
