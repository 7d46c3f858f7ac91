package fr.accroche.scenarios.evidence;

import fr.accroche.compliance.catalogue.RuleBook;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationException;
import fr.accroche.compliance.declaration.RedactedDeclaration;
import fr.accroche.compliance.exchange.Sha256;
import fr.accroche.compliance.text.Language;
import fr.accroche.scenarios.Version;
import fr.accroche.scenarios.pmt.PmtFile;
import fr.accroche.scenarios.replay.Recording;
import fr.accroche.scenarios.report.JsonReport;
import fr.accroche.scenarios.report.Paint;
import fr.accroche.scenarios.report.Run;
import fr.accroche.scenarios.report.TextReport;
import fr.accroche.scenarios.report.VersionReport;
import fr.accroche.scenarios.report.html.HtmlReport;
import fr.accroche.scenarios.report.pmt.PmtHtml;
import fr.accroche.scenarios.report.pmt.PmtJson;
import fr.accroche.scenarios.report.pmt.PmtText;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonNull;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All that there is to hand in about one run.
 *
 * @param recorded the recording's bytes
 * @param recording what it holds
 * @param yaml the declaration's bytes; they hold secrets, and stay out
 * @param declaration what it declares
 * @param run the recording, judged again
 * @param language of the reports; the README is in both
 */
public record Evidence(
        byte[] recorded, Recording recording, byte[] yaml, Declaration declaration, Run run, Language language) {

    /**
     * As one file: the same to the byte from the same input, on the same Java.
     *
     * @throws DeclarationException never, of a declaration that was read before
     */
    public Packed packed() throws DeclarationException {
        Archive archive = archive();
        return new Packed(archive.zip(), archive.files().size());
    }

    /**
     * What is written.
     *
     * @param zip its bytes
     * @param files how many are in it
     */
    public record Packed(byte[] zip, int files) {}

    private Archive archive() throws DeclarationException {
        PmtFile page = PmtFile.of(recording, declaration, run);
        String verdict = JsonReport.of(run, language);
        Map<String, String> texts = new TreeMap<>();
        texts.put("README.md", EvidenceReadme.of(run, page));
        texts.put("declaration.yaml", RedactedDeclaration.of(declaration.lines().file(), yaml));
        texts.put("journal.ndjson", journal(verdict));
        texts.put("pmt.html", PmtHtml.of(page, language));
        texts.put("pmt.json", PmtJson.of(page, language));
        texts.put("pmt.txt", PmtText.of(page, language, Paint.PLAIN));
        texts.put("verdict.html", HtmlReport.of(run, language));
        texts.put("verdict.json", verdict);
        texts.put("verdict.txt", TextReport.of(run, language, Paint.PLAIN));
        texts.put("versions.json", versions().pretty() + "\n");
        Map<String, byte[]> files = new TreeMap<>();
        texts.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return Archive.of(files);
    }

    /** The calls of the report, one on each line: what was noted is redacted since it was noted. */
    private static String journal(String verdict) {
        return Json.parseObject(verdict.getBytes(StandardCharsets.UTF_8)).array("hops").stream()
                .flatMap(hops -> hops.objects().stream())
                .map(hop -> hop.compact() + "\n")
                .collect(Collectors.joining());
    }

    private JsonObject versions() {
        return JsonObject.EMPTY
                .with("accroche", Version.CURRENT)
                .with(
                        "ruleBook",
                        JsonObject.EMPTY
                                .with("version", RuleBook.VERSION)
                                .with("rules", RuleBook.CARDS.size())
                                .with("sha256", RuleBook.SHA256))
                .with("java", VersionReport.java())
                .with(
                        "recording",
                        JsonObject.EMPTY
                                .with("kind", recording.kind().name())
                                .with("at", recording.at().toString())
                                .with("accroche", orNull(recording.origin().map(Recording.Origin::version)))
                                .with("sha256", Sha256.hex(recorded)))
                .with(
                        "declaration",
                        JsonObject.EMPTY
                                .with("file", declaration.lines().file())
                                .with("sha256", Sha256.hex(yaml)));
    }

    private static Json orNull(Optional<String> value) {
        return value.<Json>map(JsonText::new).orElse(new JsonNull());
    }
}
