package fr.accroche.scenarios.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationException;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.exchange.Breach;
import fr.accroche.compliance.exchange.ClientCertificate;
import fr.accroche.compliance.exchange.Exchange;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.ObservedCertificate;
import fr.accroche.compliance.exchange.ObservedCertificate.CertificateDefect;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.report.JsonReport;
import fr.accroche.scenarios.report.OwnLinks;
import fr.accroche.scenarios.report.Paint;
import fr.accroche.scenarios.report.Run;
import fr.accroche.scenarios.report.diff.DiffJson;
import fr.accroche.scenarios.report.diff.DiffText;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordingReaderTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123456789Z");

    private static final Breach BREACH = new Breach(
            RuleId.of("IDN-02"),
            Text.verbatim("a sentence"),
            new Observed("a\u0000b", "accroche.yaml:20"),
            new Observed("", "TLS/certificate[1]/CN"));

    private static final ObservedCertificate CERTIFICATE = new ObservedCertificate(
            "CN=alpha-edc-bas,OU=3000",
            "CN=AC",
            "3f2a",
            "ab".repeat(32),
            Optional.of("alpha-edc-bas"),
            Optional.empty(),
            List.of(new CertificateDefect("EXPIRED", "2026", "2025")));

    @Test
    void everyStageAndFactComesBackAsItWasWritten() throws DeclarationException {
        List<Hop> hops = new ArrayList<>();
        Map<Fact, Observed> facts = new EnumMap<>(Fact.class);
        for (Fact fact : Fact.values()) {
            facts.put(fact, new Observed(fact.redact("a value é\u202e of " + fact), "where/" + fact));
        }
        for (Stage stage : Stage.values()) {
            hops.add(hop(hops.size(), stage, new ClientCertificate.NotAsked(), facts));
        }
        hops.add(hop(hops.size(), Stage.BUSINESS, new ClientCertificate.Absent(), Map.of()));
        hops.add(hop(hops.size(), Stage.BUSINESS, new ClientCertificate.Presented(CERTIFICATE), facts));
        hops.add(hop(
                hops.size(),
                Stage.BUSINESS,
                new ClientCertificate.Presented(CERTIFICATE.from("certs/alpha.p12")),
                facts));

        Recording recording = read(report(hops));

        assertThat(recording.hops())
                .isEqualTo(Exchange.of(hops).stream()
                        .flatMap(exchange -> exchange.hops().stream())
                        .sorted(Comparator.comparing(Hop::at))
                        .toList());
        assertThat(recording.at()).isEqualTo(NOW);
        assertThat(recording.took()).isEqualTo(Duration.ofSeconds(3));
        assertThat(recording.clients()).containsExactly("alpha-edc-bas", "alpha-clinique-edc-bas");
        assertThat(recording.origin().orElseThrow().declaration()).isEqualTo("accroche.yaml");
        assertThat(recording.unseen()).isEmpty();
    }

    @Test
    void whatIsTooLongIsKnownBeforeItIsRead() {
        assertThat(RecordingReader.tooLong(RecordingReader.LARGEST, ReportReader.MOST_HOPS))
                .isFalse();
        assertThat(RecordingReader.tooLong(RecordingReader.LARGEST + 1, 1)).isTrue();
        assertThat(RecordingReader.tooLong(1, ReportReader.MOST_HOPS + 1)).isTrue();
    }

    @Test
    void aReportOfADayIsRead() throws DeclarationException {
        Map<Fact, Observed> facts = Map.of(Fact.TELESERVICE, new Observed("DMP", "x".repeat(15_000)));
        List<Hop> hops = IntStream.range(0, 1_200)
                .mapToObj(second -> hop(second, Stage.BUSINESS, new ClientCertificate.NotAsked(), facts))
                .toList();
        byte[] report = report(hops).getBytes(StandardCharsets.UTF_8);

        assertThat(report).hasSizeGreaterThan(17 * 1024 * 1024);
        assertThat(RecordingReader.tooLong(report.length, hops.size())).isFalse();
        assertThat(RecordingReader.read(report).hops()).isEqualTo(hops);
    }

    @Test
    void whatIsFoundAlikeIsWrittenOnceAndReadAsOftenAsItWasFound() throws DeclarationException {
        Map<Fact, Observed> facts = Map.of(Fact.TLS_PROTOCOL, new Observed("TLSv1.3", "TLS/version"));
        List<Hop> hops = IntStream.range(0, 50)
                .mapToObj(second -> hop(second, Stage.BUSINESS, new ClientCertificate.NotAsked(), facts))
                .toList();
        String report = report(hops);

        assertThat(report).contains("\"times\": 50");
        assertThat(judged(report).rules().get(RuleId.of("MTL-02")).findings().values())
                .containsExactly(50);
        assertThat(judged(report.replace("\"times\": 50", "\"times\": 100000"))
                        .rules()
                        .get(RuleId.of("MTL-02"))
                        .findings())
                .hasSize(1);
    }

    @Test
    void moreFindingsThanThereMayBeAreRefusedHoweverTheyAreWritten() throws DeclarationException {
        List<Hop> hops = Stream.of("TLSv1.3", "TLSv1.2")
                .map(version -> hop(
                        0,
                        Stage.BUSINESS,
                        new ClientCertificate.NotAsked(),
                        Map.of(Fact.TLS_PROTOCOL, new Observed(version, "TLS/version"))))
                .toList();
        String report = report(hops).replace("\"times\": 1", "\"times\": 60000");

        assertThatThrownBy(() -> judged(report))
                .hasMessageMatching("rules\\[\\d+]\\.findings: expected: at most 100000 findings in all");
    }

    @Test
    void aDifferenceCountsWhatIsFoundAlike() throws DeclarationException {
        Map<Fact, Observed> facts = Map.of(Fact.TLS_PROTOCOL, new Observed("TLSv1.1", "TLS/version"));
        String once = report(List.of(hop(0, Stage.BUSINESS, new ClientCertificate.NotAsked(), facts)));
        String often = once.replace("\"times\": 1", "\"times\": 90000");

        ReportDiff more = ReportDiff.of(judged(once), judged(often));

        assertThat(more.added().values()).isNotEmpty().containsOnly(89_999);
        assertThat(more.removed()).isEmpty();
        assertThat(DiffJson.of(more, Language.EN)).contains("\"times\": 89999");
        assertThat(DiffText.of(more, Language.EN, Paint.PLAIN)).contains("  × 89999");
        assertThat(ReportDiff.of(judged(often), judged(often)).added()).isEmpty();
    }

    private static JudgedReport judged(String report) {
        return JudgedReport.read("run.json", report.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theVendorsOwnLinksComeBackToo() throws DeclarationException {
        OwnLinks own = new OwnLinks(
                List.of(new OwnLinks.Link("proxy", List.of(URI.create("https://127.0.0.1:9443")), "accroche.yaml:40")),
                Optional.of(new OwnLinks.Silence(
                        Text.verbatim("nothing came"),
                        List.of(new OwnLinks.Address(Text.verbatim("PSC"), URI.create("https://127.0.0.1:1/x"))))));

        assertThat(read(JsonReport.of(run(List.of()).with(own), Language.EN)).own())
                .isEqualTo(own);
    }

    /** What a person wrote into a report by hand would reach every other report. */
    @Test
    void aTokenInsteadOfItsDigestIsRefusedAndNotRepeated() throws DeclarationException {
        for (Fact fact : List.of(Fact.API_TOKEN, Fact.LPS_NUMBER, Fact.VIHF_PATIENT, Fact.QUERY_VALUES)) {
            String digest = fact.redact("secret");
            String report = report(List.of(hop(
                            0,
                            Stage.BUSINESS,
                            new ClientCertificate.NotAsked(),
                            Map.of(fact, new Observed(digest, "header/Authorization")))))
                    .replace(digest, "269054958815780");

            assertThatThrownBy(() -> read(report))
                    .hasMessageContaining("hops[0].facts." + fact + ".value: expected: a redacted value")
                    .hasMessageNotContaining("269054958815780");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"stage\": \"BUSINESS\"|\"stage\": \"NOWHERE\"|hops[0].stage: expected: one of: HANDSHAKE_FAILED",
                "\"status\": 200|\"status\": 1e9|hops[0].status: expected: a whole number from 0 to 999",
                "\"status\": 200|\"status\": 2.5|hops[0].status: expected: a whole number from 0 to 999",
                "\"server\": \"mock\"|\"server\": \"\\u001b[2J\"|hops[0].server: expected: a text of one line",
                "\"TELESERVICE\"|\"TELESERVICES\"|hops[0].facts: expected: facts that this version",
                "\"rule\": \"IDN-02\"|\"rule\": \"IDN\"|hops[0].breaches[0].rule: expected: the id of a rule",
                "\"clientCertificate\": \"PRESENTED\"|\"clientCertificate\": \"ABSENT\"|hops[0].certificate: expected: null",
                "2026-11-22T10:00:00|+999999999-11-22T10:00:00|hops[0].at: expected: an ISO 8601 date and time",
                "\"durationMs\": 5,|\"durationMs\": -5,|hops[0].durationMs: expected: a whole number from 0",
                "\"declarationSha256\": \"|\"declarationSha256\": \"x|declarationSha256: expected: a SHA-256",
                "\"hops\": [|\"hops\": 7, \"more\": [|hops: expected: a JSON array of at most 20000 items",
            })
    void whatIsWrongIsNamedByItsPath(String was, String is, String told) throws DeclarationException {
        Map<Fact, Observed> facts = Map.of(Fact.TELESERVICE, new Observed("DMP", "path"));
        String report = report(List.of(hop(0, Stage.BUSINESS, new ClientCertificate.Presented(CERTIFICATE), facts)));
        assertThat(report).contains(was);

        assertThatThrownBy(() -> read(report.replace(was, is)))
                .isInstanceOf(RecordingException.class)
                .hasMessageStartingWith(told);
    }

    @Test
    void whatIsNoRecordingIsSaidToBeNone() {
        assertThatThrownBy(() -> read("{}")).hasMessageContaining("neither a report of accroche");
        assertThatThrownBy(() -> read("[]")).hasMessageContaining("at least one trace");
        assertThatThrownBy(() -> read("[[]]")).hasMessageContaining("[0]: expected: a JSON object");
        assertThatThrownBy(() -> read("{\"log\": {\"entries\": []}}"))
                .hasMessageContaining("log.entries: at least one call");
        assertThatThrownBy(() -> read("{\"architectures\": {}}")).hasMessageContaining("several architectures");
        assertThatThrownBy(() -> read("hello")).hasMessageContaining("no JSON; line 1");
        assertThatThrownBy(() -> read("[".repeat(100_000))).isInstanceOf(RecordingException.class);
        assertThatThrownBy(() -> RecordingReader.read(new byte[RecordingReader.LARGEST + 1]))
                .hasMessageContaining("more than 64 MiB");
    }

    /** Whatever it is, it is read or refused: nothing else comes of it. */
    @Test
    void changedReportsAreReadOrRefused() throws DeclarationException {
        byte[] sound = report(List.of(hop(0, Stage.BUSINESS, new ClientCertificate.Presented(CERTIFICATE), Map.of())))
                .getBytes(StandardCharsets.UTF_8);
        int hops = new String(sound, StandardCharsets.UTF_8).indexOf("\"hops\"");
        int refused = 0;
        for (int seed = 0; seed < Integer.getInteger("accroche.seeds", 300); seed++) {
            byte[] changed = changed(sound, hops, new Random(seed));
            Throwable thrown = catchThrowable(() -> RecordingReader.read(changed));
            assertThat(thrown == null || thrown instanceof RecordingException)
                    .as("seed " + seed + ": " + thrown)
                    .isTrue();
            refused += thrown == null ? 0 : 1;
        }
        assertThat(refused).isPositive();
    }

    private static byte[] changed(byte[] sound, int from, Random random) {
        byte[] changed = random.nextInt(10) == 0 ? Arrays.copyOf(sound, from + random.nextInt(500)) : sound.clone();
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextBoolean()
                    ? random.nextInt(changed.length)
                    : from + random.nextInt(changed.length - from);
            changed[at] = (byte) "{}[],:\"\\0-9eEnt\u0001\u00ff ".charAt(random.nextInt(18));
        }
        return changed;
    }

    private static Hop hop(int second, Stage stage, ClientCertificate client, Map<Fact, Observed> facts) {
        return new Hop(
                NOW.plusSeconds(second),
                Duration.ofMillis(5),
                stage,
                "mock",
                "POST /x",
                200,
                second % 2 == 0 ? Optional.of("invalid_client") : Optional.empty(),
                client,
                facts,
                List.of(BREACH));
    }

    private static Recording read(String json) {
        return RecordingReader.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String report(List<Hop> hops) throws DeclarationException {
        return JsonReport.of(run(hops), Language.EN);
    }

    private static Run run(List<Hop> hops) throws DeclarationException {
        Declaration declaration = DeclarationReader.read(
                "accroche.yaml", ShippedDeclaration.PROXY_INTEGRE.yaml(), LocalDate.of(2026, 11, 22));
        return Run.judged(declaration, List.of(), declaration.operations(), hops, NOW, NOW.plusSeconds(3));
    }
}
