package fr.accroche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.text.Language;
import fr.accroche.scenarios.TestFolders;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonArray;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.json.JsonText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code accroche report pmt} and {@code report evidence}, from one sound run of a whole chain. */
class RunFileReportsTest {

    private static final String SECRET = "tres-secret-9d2f";

    private static byte[] recorded;

    @TempDir
    private Path directory;

    @BeforeAll
    static void record(@TempDir Path folder) throws IOException {
        TestFolders.open();
        CommandLineRun run = CommandLineRun.in(folder, "test", "-o", "json:run.json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        recorded = Files.readAllBytes(folder.resolve("run.json"));
    }

    @BeforeEach
    void keep() throws IOException {
        Files.write(directory.resolve("run.json"), recorded);
    }

    private CommandLineRun pmt(String... more) {
        return CommandLineRun.in(
                directory,
                Stream.concat(Stream.of("report", "pmt", "run.json"), Stream.of(more))
                        .toArray(String[]::new));
    }

    private CommandLineRun evidence(String... more) {
        return CommandLineRun.in(
                directory,
                Stream.concat(Stream.of("report", "evidence"), Stream.of(more)).toArray(String[]::new));
    }

    private static JsonObject json(CommandLineRun run) {
        return Json.parseObject(run.out().getBytes(StandardCharsets.UTF_8));
    }

    private static List<JsonObject> points(JsonObject page) {
        List<JsonObject> points = new ArrayList<>();
        page.array("parts")
                .orElseThrow()
                .objects()
                .forEach(
                        part -> points.addAll(part.array("points").orElseThrow().objects()));
        return points;
    }

    private static List<String> inState(JsonObject page, String state) {
        return points(page).stream()
                .filter(point -> point.text("state").orElseThrow().equals(state))
                .map(point -> point.text("key").orElseThrow())
                .toList();
    }

    /** The run as it would be with the vendor's own proxy. */
    private void withOwnProxy() throws IOException {
        JsonObject link = JsonObject.EMPTY
                .with("name", "proxy")
                .with("addresses", List.of(new JsonText("https://127.0.0.1:9443")))
                .with("declared", "accroche.yaml:70");
        JsonObject run = Json.parseObject(recorded);
        JsonObject own = run.object("own").orElseThrow().with("links", List.of(link));
        Files.writeString(directory.resolve("run.json"), run.with("own", own).pretty());
    }

    @Test
    void aRunWhereAllIsSimulatedShowsNothingOfTheSolution() {
        CommandLineRun run = pmt("-o", "json");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(4);
        assertThat(inState(json(run), "NOT_SHOWN")).containsExactly("own");
        assertThat(inState(json(run), "RED")).isEmpty();
        assertThat(json(run).array("testNumbers").orElseThrow().objects()).isEmpty();
        assertThat(pmt("--lang", "fr").out())
                .contains("Ni décision, ni avis", "aucun : points ouverts : 1")
                .doesNotContain("SIMULE-ACCROCHE");
    }

    @Test
    void aGreenPageHasANumberForEachClientAndAlwaysTheSame() throws IOException {
        withOwnProxy();

        CommandLineRun run = pmt("-o", "json");

        assertThat(run.exitCode()).as(run.out()).isZero();
        List<JsonObject> numbers = json(run).array("testNumbers").orElseThrow().objects();
        assertThat(numbers)
                .extracting(number -> number.text("simulated").orElseThrow())
                .hasSize(2)
                .doesNotHaveDuplicates()
                .allMatch(number -> number.matches("SIMULE-ACCROCHE-[0-9A-F]{6}-[0-9A-F]{6}"));
        assertThat(pmt("-o", "json").out()).isEqualTo(run.out());
        assertThat(json(run).array("parts").orElseThrow().objects())
                .allSatisfy(
                        part -> assertThat(part.object("fidelity").orElseThrow().members())
                                .containsKeys("word", "detail", "source"));
    }

    @Test
    void whatIsBrokenIsRedWithWhereAndWho() throws IOException {
        withOwnProxy();
        String other = ShippedDeclaration.PROXY_INTEGRE.text().replace("300000000010009", "300000000090001");
        Files.writeString(directory.resolve("other.yaml"), other.replace("ui: false", "ui: true"));

        CommandLineRun run = pmt("-c", "other.yaml", "-o", "json");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
        assertThat(inState(json(run), "RED")).contains("ARC-03", "IDN-02", "verdict", "rules");
        assertThat(inState(json(run), "NOT_SHOWN")).contains("declaration");
        assertThat(points(json(run)))
                .filteredOn(point -> point.text("key").orElseThrow().equals("IDN-02"))
                .isNotEmpty()
                .allSatisfy(point -> {
                    assertThat(point.text("evidence").orElseThrow())
                            .contains("300000000090001", "300000000010009", "IDN-02", "OU");
                    assertThat(point.text("where").orElseThrow()).startsWith("session ");
                    assertThat(point.text("who").orElseThrow()).isNotBlank();
                });
    }

    @Test
    void aFaultThatThisVersionDoesNotKnowIsAFaultAllTheSame() throws IOException {
        withOwnProxy();
        JsonObject run = Json.parseObject(Files.readAllBytes(directory.resolve("run.json")));
        Files.writeString(
                directory.resolve("run.json"), run.with("fault", "of-tomorrow").pretty());

        CommandLineRun page = pmt("-o", "json");

        assertThat(page.exitCode()).isEqualTo(4);
        assertThat(inState(json(page), "NOT_SHOWN")).containsExactly("sound");
    }

    @Test
    void aClientThatDidNotComeIsNotShown() throws IOException {
        JsonObject run = Json.parseObject(recorded);
        List<JsonObject> hops = run.array("hops").orElseThrow().objects().stream()
                .filter(hop ->
                        hop.text("clientId").filter("alpha-edc-bas"::equals).isPresent())
                .toList();
        Files.writeString(directory.resolve("run.json"), run.with("hops", hops).pretty());

        CommandLineRun page = pmt("-o", "json");

        assertThat(page.exitCode()).isEqualTo(4);
        assertThat(inState(json(page), "NOT_SHOWN")).contains("session", "authentication", "exchange", "business");
        assertThat(pmt("--lang", "en").out()).contains("no session of this client_id");
    }

    @Test
    void whatAProxySaysOfItselfIsNoProofThatPscAuthenticated() throws IOException {
        Files.writeString(
                directory.resolve("run.json"),
                "[{\"type\": \"CONNECT_SUCCESS\", \"clientId\": \"alpha-edc-bas\", \"IdRPPS\": \"899900000001\","
                        + " \"ipAddress\": \"/127.0.0.1\", \"ports\": [4711], \"session_state\": \"s-1\", \"dn\": null,"
                        + " \"proxy_id_session\": \"8b0c6a3e-6d0e-4b7e-9d5f-2f0f5a0c1d2e\","
                        + " \"timestamp\": \"2026-11-22T10:00:00+01:00\"}]");

        CommandLineRun page = pmt("--architecture", "proxy-tiers", "-o", "json");

        assertThat(page.exitCode()).as(page.err()).isEqualTo(4);
        assertThat(inState(json(page), "NOT_SHOWN")).contains("declaration", "authentication", "exchange");
        assertThat(inState(json(page), "GREEN")).contains("session").doesNotContain("verdict");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void thePageIsWellFormedAndSaysOnEachSheetWhatItIsNot(Language language) throws Exception {
        CommandLineRun run = pmt("-o", "html", "--lang", language.name().toLowerCase(Locale.ROOT));

        PageTree page = PageTree.of(run.out());

        assertThat(page.count("//header")).isEqualTo(1);
        assertThat(page.count("//main")).isEqualTo(1);
        assertThat(page.count("//footer")).isEqualTo(1);
        assertThat(page.count("//section[not(@aria-labelledby = .//h2/@id)]")).isZero();
        assertThat(page.count("//section")).isGreaterThan(8);
        assertThat(page.count("//a[starts-with(@href, '#') and not(substring(@href, 2) = //@id)]"))
                .isZero();
        assertThat(page.count("//table[not(caption) or not(thead//th[@scope='col'])]"))
                .isZero();
        assertThat(page.count("//div[@class='running']//p[@class='notice']")).isEqualTo(1);
        assertThat(run.out())
                .contains(".running { break-inside: avoid; display: table-header-group; }", "ANS", "CNDA")
                .contains(language == Language.FR ? "Ni décision" : "No decision")
                .doesNotContain("<script", "<link", "<img", "src=", "url(", "href=\"http");
    }

    @Test
    void whatIsDeclaredIsNoMarkup() throws IOException {
        String hostile = ShippedDeclaration.PROXY_INTEGRE
                .text()
                .replace("name: Logiciel Alpha", "name: \"<script>alert(1)</script>\"");
        Files.writeString(directory.resolve("hostile.yaml"), hostile);

        assertThat(pmt("-c", "hostile.yaml", "-o", "html").out())
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain("<script");
    }

    @Test
    void whatIsNoReportIsAUsageErrorThatNamesThePlace() throws IOException {
        Files.writeString(directory.resolve("run.json"), "{\"hops\": [], \"accroche\": 7}");

        assertThat(pmt().exitCode()).isEqualTo(2);
        assertThat(pmt().err()).contains("run.json: accroche: expected: a text");
        assertThat(evidence("run.json").exitCode()).isEqualTo(2);
        assertThat(directory.resolve("accroche-evidence.zip")).doesNotExist();
        assertThat(CommandLineRun.in(directory, "report", "pmt", "none.json").exitCode())
                .isEqualTo(3);
    }

    private SortedMap<String, String> unpacked(String zip) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        byte[] bytes = Files.readAllBytes(directory.resolve(zip));
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    @Test
    void theArchiveHoldsAllAndIsTheSameToTheByte() throws IOException {
        assertThat(evidence("run.json", "-o", "a.zip").exitCode()).isZero();
        Files.createDirectory(directory.resolve("elsewhere"));
        Files.write(directory.resolve("elsewhere/run.json"), recorded);
        assertThat(evidence("elsewhere/run.json", "-o", "elsewhere/b.zip").exitCode())
                .isZero();

        assertThat(directory.resolve("a.zip")).hasSameBinaryContentAs(directory.resolve("elsewhere/b.zip"));
        SortedMap<String, String> files = unpacked("a.zip");
        assertThat(files.keySet())
                .containsExactly(
                        "README.md",
                        "SHA256SUMS",
                        "declaration.yaml",
                        "journal.ndjson",
                        "pmt.html",
                        "pmt.json",
                        "pmt.txt",
                        "verdict.html",
                        "verdict.json",
                        "verdict.txt",
                        "versions.json");
        assertThat(files.get("SHA256SUMS").lines()).hasSize(10);
        assertThat(files.get("README.md")).contains("Ce que ce n'est pas", "What it is not", "conforming");
        assertThat(Json.parseObject(files.get("versions.json").getBytes(StandardCharsets.UTF_8))
                        .members())
                .containsKeys("accroche", "ruleBook", "java", "recording", "declaration");
        JsonArray hops = Json.parseObject(recorded).array("hops").orElseThrow();
        assertThat(files.get("journal.ndjson").lines()).hasSize(hops.objects().size());
        assertThat(evidence("--check", "a.zip").exitCode()).isZero();
    }

    @Test
    void theArchivedVerdictIsReplayed() throws IOException {
        evidence("run.json", "-o", "a.zip");
        Files.writeString(directory.resolve("verdict.json"), unpacked("a.zip").get("verdict.json"));

        CommandLineRun replay = CommandLineRun.in(directory, "replay", "verdict.json");

        assertThat(replay.exitCode()).as(replay.err()).isZero();
    }

    @Test
    void noSecretOfTheDeclarationIsInTheArchive() throws IOException {
        String yaml = ShippedDeclaration.PROXY_INTEGRE
                        .text()
                        .replace(
                                "{ clientId: alpha-edc-bas,",
                                "{ clientId: alpha-edc-bas, lpsAuthentication: { secret: " + SECRET + " }, ")
                + "\n# " + SECRET + "\n";
        assertThat(yaml).contains("secret: " + SECRET);
        Files.writeString(directory.resolve("own.yaml"), yaml);

        assertThat(evidence("run.json", "-c", "own.yaml", "-o", "a.zip").exitCode())
                .isZero();

        assertThat(unpacked("a.zip"))
                .allSatisfy((name, text) -> assertThat(text)
                        .as(name)
                        .doesNotContain(
                                SECRET, "DMP-SIMULE-0001", "INSI-SIMULE-0001", "ON-SIMULE-0001", "eyJ", "PRIVATE KEY"));
    }

    @Test
    void neitherTheRecordingNorTheDeclarationIsWrittenOver() throws IOException {
        Files.write(directory.resolve("accroche.yaml"), ShippedDeclaration.PROXY_INTEGRE.yaml());

        assertThat(evidence("run.json", "-o", "run.json").exitCode()).isEqualTo(2);
        assertThat(evidence("run.json", "-o", "accroche.yaml").exitCode()).isEqualTo(2);
        assertThat(evidence("run.json", "-o", "none/a.zip").exitCode()).isEqualTo(3);
        assertThat(evidence().exitCode()).isEqualTo(2);
        assertThat(evidence("run.json", "--check", "a.zip").exitCode()).isEqualTo(2);
        assertThat(directory.resolve("run.json")).hasBinaryContent(recorded);
    }

    @Test
    void aChangedArchiveIsFoundOut() throws IOException {
        evidence("run.json", "-o", "a.zip");
        byte[] zip = Files.readAllBytes(directory.resolve("a.zip"));
        Files.write(
                directory.resolve("longer.zip"),
                Stream.of(zip, new byte[] {0})
                        .collect(
                                ByteArrayOutputStream::new,
                                (all, part) -> all.writeBytes(part),
                                (one, other) -> one.writeBytes(other.toByteArray()))
                        .toByteArray());
        Files.writeString(directory.resolve("none.zip"), "no archive");

        assertThat(evidence("--check", "longer.zip").exitCode()).isEqualTo(1);
        assertThat(evidence("--check", "longer.zip").err()).contains("not, to the byte");
        assertThat(evidence("--check", "none.zip").exitCode()).isEqualTo(2);
        assertThat(evidence("--check", "absent.zip").exitCode()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pmt.md", "evidence.md"})
    void theSessionsOfThePageAreWhatTheCommandsPrint(String page) throws IOException {
        evidence("run.json", "-o", "evidence.zip");
        String[] blocks = Files.readString(Path.of("..", "docs", page)).split("```console\\n");
        assertThat(blocks).hasSizeGreaterThan(2);
        for (int block = 1; block < blocks.length; block++) {
            List<String> session = blocks[block].split("```")[0].lines().toList();
            String printed = CommandLineRun.in(
                            directory, session.get(0).replace("$ accroche ", "").split(" "))
                    .out();
            assertThat(session.subList(1, session.size()))
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(printed).contains(line));
        }
    }
}
