package fr.accroche.scenarios.report.html;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.text.Language;
import fr.accroche.scenarios.Programs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long a browser, started anew each time, takes to open the page of many sessions. Asked for by name, so that no build waits
 * for it. With {@code -Daccroche.write=true} it writes its part of {@code docs/html-report.md}.
 */
class PageLoad {

    private static final int SESSIONS = Integer.getInteger("accroche.sessions", 500);
    private static final int ROUNDS = Integer.getInteger("accroche.rounds", 5);
    private static final String HEADING = "## Figures · Mesures\n";

    @Test
    void measure(@TempDir Path work) throws Exception {
        assertThat(Programs.present("chromium"))
                .as("chromium is not in the PATH")
                .isTrue();
        List<String> rows = new ArrayList<>();
        rows.add(row(work, "alike · semblables", RecordedRun.of(SESSIONS)));
        rows.add(row(work, "no two alike · toutes différentes", RecordedRun.noTwoAlike(SESSIONS)));
        String section = HEADING
                + SECTION.formatted(
                        SESSIONS,
                        SESSIONS,
                        SESSIONS,
                        Runtime.getRuntime().availableProcessors(),
                        ROUNDS,
                        String.join("\n", rows));
        System.out.println(section);
        if (Boolean.getBoolean("accroche.write")) {
            Path page = Path.of("../docs/html-report.md");
            String before = Files.readString(page).split(HEADING, 2)[0];
            Files.writeString(page, before + section, UTF_8);
        }
    }

    private static String row(Path work, String name, RecordedRun run) throws Exception {
        Path file = Files.writeString(work.resolve("page.html"), HtmlReport.of(run.judged(), Language.EN));
        List<Long> times = new ArrayList<>();
        String elements = "";
        for (int round = 0; round < ROUNDS; round++) {
            try (Browser browser = Browser.start(Files.createTempDirectory("profile"))) {
                browser.open(file);
                times.add(browser.loadedIn());
                elements = browser.evaluate("document.getElementsByTagName('*').length");
            }
        }
        Collections.sort(times);
        return String.format(
                Locale.ROOT,
                "| %s | %.1f | %s | %d | %d |",
                name,
                Files.size(file) / 1e6,
                elements,
                times.get(0),
                times.get(ROUNDS / 2));
    }

    private static final String SECTION = """

            %d sessions of 27 calls each, a tenth of which broke a rule: until the load event of headless Chromium has ended, from a file, on a
            machine shared with others. Diagrams that are alike are drawn once, so the worst is that no two are. ·
            %d sessions de 27 appels, dont un dixième enfreint une règle : jusqu'à la fin de l'événement load de Chromium sans écran,
            depuis un fichier, sur une machine partagée. Les diagrammes semblables ne sont dessinés qu'une fois : au pire, aucun ne l'est.

            ```console
            $ mvn -B -q -pl scenarios -am test -Dtest=PageLoad -Dsurefire.failIfNoSpecifiedTests=false -Daccroche.write=true
            ```

            | %d sessions, %d processors, %d rounds | MB · Mo | elements · éléments | best ms · au mieux | median ms · médiane |
            |---|--:|--:|--:|--:|
            %s
            """;
}
