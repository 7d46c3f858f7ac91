package fr.accroche.scenarios.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.accroche.compliance.text.Language;
import fr.accroche.scenarios.Programs;
import fr.accroche.scenarios.pmt.PmtFile;
import fr.accroche.scenarios.replay.Recording;
import fr.accroche.scenarios.report.OwnLinks;
import fr.accroche.scenarios.report.Replayed;
import fr.accroche.scenarios.report.Run;
import fr.accroche.scenarios.report.pmt.PmtHtml;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The PMT page as a real browser opens it, and would print it. */
class OpenedPmtPageTest {

    /** Kept when the tests are over, to be looked at. */
    private static final Path KEPT = Path.of("target", "html-report");

    private static Path page() throws Exception {
        Run run = RecordedRun.empty().session("alpha-edc-bas", "AUTRE-0001").judged();
        Recording recording = new Recording(
                Replayed.Kind.REPORT,
                run.at(),
                run.took(),
                Optional.empty(),
                List.of(),
                OwnLinks.NONE,
                List.of(),
                Map.of());
        return Files.writeString(
                        Files.createDirectories(KEPT).resolve("pmt.html"),
                        PmtHtml.of(PmtFile.of(recording, run.declaration(), run), Language.FR))
                .toAbsolutePath();
    }

    @Test
    void aReaderFindsTheWayAndEachSheetSaysWhatItIsNot() throws Exception {
        assumeTrue(Programs.present("chromium"), "skipped: chromium is not installed here");
        Path file = page();
        try (Browser browser =
                Browser.start(Files.createTempDirectory(KEPT, "profile").toAbsolutePath())) {
            browser.open(file);

            for (String role : List.of("banner", "main", "contentinfo")) {
                assertThat(browser.named(role)).as(role).hasSize(1);
            }
            assertThat(browser.named("region"))
                    .contains("Résultat", "Les trois mois")
                    .doesNotContain("");
            assertThat(browser.named("table")).hasSizeGreaterThan(5).doesNotContain("");
            browser.show("print", "dark");
            assertThat(browser.evaluate("getComputedStyle(document.querySelector('.running')).display"))
                    .isEqualTo("table-header-group");
            assertThat(browser.evaluate("getComputedStyle(document.querySelector('.red td')).color"))
                    .isEqualTo("rgb(179, 0, 27)");
            assertThat(browser.requests()).containsExactly(file.toUri().toString());
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
