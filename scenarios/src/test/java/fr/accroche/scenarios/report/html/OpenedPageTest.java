package fr.accroche.scenarios.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.accroche.compliance.text.Language;
import fr.accroche.scenarios.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page of a run as a real browser opens it, from a file. */
@Tag("once")
class OpenedPageTest {

    /** Kept when the tests are over, to be looked at. */
    private static final Path KEPT = Path.of("target", "html-report");

    /** What a browser leaves behind when it ends, some of it late: cleaned with the rest of the folder. */
    private Path home;

    private Browser browser;

    @BeforeEach
    void start() throws Exception {
        assumeTrue(Programs.present("chromium"), "skipped: chromium is not installed here");
        home = Files.createTempDirectory(Files.createDirectories(KEPT), "profile")
                .toAbsolutePath();
        browser = Browser.start(home);
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private static Path kept(String name, String page) throws IOException {
        return Files.writeString(Files.createDirectories(KEPT).resolve(name), page)
                .toAbsolutePath();
    }

    @Test
    void nothingLeavesTheFileAndAReaderFindsTheWay() throws Exception {
        RecordedRun run = RecordedRun.empty()
                .session("alpha-edc-bas", "AUTRE-0001")
                .session("\"><script>console.log(1)</script>\u05d0", "AUTRE-0001");
        Path file = kept("run.html", HtmlReport.of(run.judged(), Language.FR));

        browser.open(file);

        landmarks();
        keyboard();
        arrowsAndMedia();
        assertThat(browser.requests()).containsExactly(file.toUri().toString());
        assertThat(browser.complaints()).isEmpty();
        assertThat(Programs.run(
                                KEPT,
                                "chromium",
                                "--headless=new",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--user-data-dir=" + home.resolve("second"),
                                "--window-size=1280,2600",
                                "--screenshot=" + KEPT.resolve("run.png").toAbsolutePath(),
                                file.toUri().toString())
                        .exitCode())
                .isZero();
        assertThat(KEPT.resolve("run.png")).isNotEmptyFile();
    }

    private void landmarks() throws InterruptedException {
        for (String role : List.of("banner", "main", "contentinfo")) {
            assertThat(browser.named(role)).as(role).hasSize(1);
        }
        assertThat(browser.named("navigation")).containsExactly("Sommaire");
        assertThat(browser.named("region")).contains("Verdict", "Ce qui ne va pas", "Identités", "Règles");
        assertThat(browser.named("image")).hasSize(4).allMatch(name -> name.startsWith("Échanges de la session"));
        assertThat(browser.named("table")).hasSizeGreaterThan(5).doesNotContain("");
        assertThat(browser.named("article")).anyMatch(name -> name.startsWith("IDN-06 (non conforme)"));
        assertThat(browser.named("link")).isNotEmpty().doesNotContain("");
        assertThat(browser.evaluate("document.documentElement.lang")).isEqualTo("fr");
        assertThat(browser.evaluate("[...document.querySelectorAll('h1,h2,h3')].map(h => h.tagName[1]).join('')"))
                .startsWith("1223")
                .doesNotContain("13");
    }

    private void keyboard() throws InterruptedException {
        browser.press("Tab", 9);
        assertThat(browser.evaluate("document.activeElement.className")).isEqualTo("skip");
        assertThat(browser.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
                .isEqualTo("solid");
        browser.press("Tab", 9);
        assertThat(browser.evaluate("document.activeElement.closest('nav') != null"))
                .isEqualTo("true");
    }

    private void arrowsAndMedia() throws InterruptedException {
        String arrow = "getComputedStyle(document.querySelector('svg .broken')).color";
        browser.show("screen", "light");
        assertThat(browser.evaluate(arrow)).isEqualTo("rgb(179, 0, 27)");
        browser.show("screen", "dark");
        assertThat(browser.evaluate(arrow)).isEqualTo("rgb(255, 138, 150)");
        browser.show("print", "dark");
        assertThat(browser.evaluate(arrow)).isEqualTo("rgb(179, 0, 27)");
        assertThat(browser.evaluate("getComputedStyle(document.querySelector('nav')).display"))
                .isEqualTo("none");
        assertThat(browser.evaluate("document.querySelector('svg a').href.baseVal.endsWith('#IDN-06')"))
                .isEqualTo("true");
    }

    @Test
    void fiveHundredSessionsOpen() throws Exception {
        Path file = kept("many.html", HtmlReport.of(RecordedRun.of(500).judged(), Language.EN));

        browser.open(file);

        System.out.println("500 sessions: " + browser.evaluate("document.querySelectorAll('.hops tbody tr').length")
                + " calls, " + Files.size(file) / 1024 + " KiB, loaded in " + browser.loadedIn() + " ms");
        assertThat(browser.evaluate("document.querySelectorAll('.session').length"))
                .isEqualTo("500");
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.loadedIn())
                .as("ms, far more than on an idle machine")
                .isLessThan(20_000);
        showsOnDemandAndOnPaper();
        Files.delete(file);
    }

    /** What is folded is there for a link and for the printer. */
    private void showsOnDemandAndOnPaper() throws InterruptedException {
        String last = "[...document.querySelectorAll('.hops tr:last-child th')].at(-1)";
        assertThat(browser.evaluate(last + ".checkVisibility()")).isEqualTo("false");
        browser.show("print", "light");
        assertThat(browser.evaluate(last + ".checkVisibility()")).isEqualTo("true");
        assertThat(
                        browser.evaluate(
                                "getComputedStyle(document.querySelector('.session > details'), '::details-content').contentVisibility"))
                .isEqualTo("visible");
        browser.show("screen", "light");
        browser.evaluate("document.querySelector('#s500 a[href=\"#s2-d1\"]').click()");
        assertThat(browser.evaluate("document.querySelector('#s2 > details').open"))
                .isEqualTo("true");
    }
}
