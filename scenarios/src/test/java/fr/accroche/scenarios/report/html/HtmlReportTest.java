package fr.accroche.scenarios.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.DeclarationException;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.text.Language;
import fr.accroche.scenarios.report.Runs;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HtmlReportTest {

    private static final Pattern TAG =
            Pattern.compile("<(/?)([a-z][a-z0-9]*)((?:\\s+[a-zA-Z-]+=\"[^\"<>]*\")*)\\s*(/?)>");
    private static final Set<String> VOID = Set.of("meta");

    private static String page(RecordedRun run, Language language) throws DeclarationException {
        return HtmlReport.of(run.judged(), language);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aBrokenCallIsRedAndLeadsToItsFindingAndBack(Language language) throws DeclarationException {
        String page = page(RecordedRun.empty().session("alpha-edc-bas", "AUTRE-0001"), language);

        assertThat(page)
                .contains(
                        "<a tabindex=\"-1\" href=\"#IDN-06\"><g class=\"broken\">",
                        "<article id=\"IDN-06\" class=\"fail\"")
                .contains("✗ IDN-06 500 soap:SIM_LpsInconnu", "<code>500 soap:SIM_LpsInconnu</code>")
                .containsPattern(
                        "<tr id=\"s1-14\" class=\"broken\">(?s:.*?)<td class=\"rules\">✗ <a href=\"#IDN-06\">IDN-06</a>")
                .contains("<a href=\"#s1-14\">")
                .contains("<g class=\"doubt\">", "</text><path class=\"arrow\"");
    }

    @Test
    void eachFindingHasAllThatIsNeededToMendIt() throws DeclarationException {
        String page = page(RecordedRun.empty().session("alpha-edc-bas", "AUTRE-0001"), Language.FR);
        int start = page.indexOf("<article id=\"IDN-06\"");
        String finding = page.substring(start, page.indexOf("</article>", start));

        assertThat(finding.split("<dt>")).hasSizeGreaterThan(9);
        assertThat(finding)
                .contains(
                        "<dt>où</dt>",
                        "<dt>attendu</dt>",
                        "accroche.yaml:",
                        "<dt>observé</dt>",
                        "VIHF/LPS_ID_HOMOLOGATION_DMP")
                .contains("<dt>source</dt>", "<dt>fidélité</dt>", "<dt>remède</dt>", "<dt>par</dt><dd>éditeur du LPS");
    }

    @Test
    void theDiagnosisComesFirstAndLeadsToItsFindings() throws DeclarationException {
        String page = page(RecordedRun.empty().session("alpha-edc-bas", "AUTRE-0001"), Language.EN);
        int start = page.indexOf("<article id=\"cause-1\" class=\"fail\" aria-labelledby=\"cause-1-h\">");
        String cause = page.substring(start, page.indexOf("</article>", start));

        assertThat(page.indexOf("<section id=\"causes\"")).isBetween(0, page.indexOf("<section id=\"wrong\""));
        assertThat(cause)
                .contains(
                        "LPS_ID_HOMOLOGATION_DMP: AUTR",
                        "expected — IDN-06 — editor of the LPS</h3>",
                        "<dt>likely cause</dt>",
                        "<dt>repair</dt>",
                        "500 soap:SIM_LpsInconnu",
                        "<a href=\"#IDN-06\">IDN-06</a>");
        assertThat(page(RecordedRun.empty().session("alpha-edc-bas", RecordedRun.NUMBER), Language.EN))
                .doesNotContain("id=\"causes\"");
    }

    @Test
    void theSameSightInTwoSessionsIsBlamedOnTheOneThatBrokeTheRule() throws DeclarationException {
        String page = page(
                RecordedRun.empty()
                        .session("alpha-edc-bas", RecordedRun.NUMBER)
                        .session("alpha-clinique-edc-bas", "AUTRE-0001"),
                Language.EN);

        assertThat(page)
                .containsPattern("<tr id=\"s2-14\" class=\"broken\">")
                .doesNotContainPattern("<tr id=\"s1-\\d+\" class=\"broken\">");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyElementIsClosedEveryIdIsOneAndEveryLinkLeadsSomewhere(Language language) throws DeclarationException {
        sound(page(
                RecordedRun.empty().session("alpha-edc-bas", "AUTRE-0001").session("nobody", RecordedRun.NUMBER),
                language));
    }

    @Test
    void aFoldedSessionThatWentLikeAnEarlierOneLeadsToItsDiagramAndHoldsItsFactsInOneList()
            throws DeclarationException {
        RecordedRun run = RecordedRun.empty();
        for (int session = 0; session < 11; session++) {
            run.session("alpha-edc-bas", RecordedRun.NUMBER);
        }

        String page = page(run.session("alpha-edc-bas", "AUTRE-0001"), Language.EN);

        sound(page);
        assertThat(found("<details open=\"()\">", page)).hasSize(1);
        assertThat(found("<figure id=\"([^\"]*)\"", page)).containsExactly("s1-d1", "s1-d15", "s12-d1", "s12-d15");
        assertThat(found("<a href=\"#(s1-d[^\"]*)\"", page)).hasSize(2 * 10).containsOnly("s1-d1", "s1-d15");
        assertThat(found("<li value=\"([^\"]*)\"", page)).containsExactly("12");
        assertThat(found("What the calls held \\(([0-9]+)\\)", page)).hasSize(11);
        assertThat(page.split("VIHF_PATIENT: ")).hasSize(4 * 12 + 1);
    }

    @Test
    void ofFewSessionsEachHasItsDiagramAndEachCallItsFacts() throws DeclarationException {
        String page = page(
                RecordedRun.empty()
                        .session("alpha-edc-bas", RecordedRun.NUMBER)
                        .session("alpha-edc-bas", RecordedRun.NUMBER),
                Language.EN);

        sound(page);
        assertThat(found("<figure id=\"([^\"]*)\"", page)).containsExactly("s1-d1", "s1-d15", "s2-d1", "s2-d15");
        assertThat(found("What call ([0-9]+) held", page)).hasSize(2 * 27);
    }

    @Test
    void severalArchitecturesAreOnePage() throws DeclarationException {
        Runs runs = new Runs(
                Map.of(
                        ShippedDeclaration.PROXY_INTEGRE,
                        RecordedRun.empty()
                                .session("alpha-edc-bas", "AUTRE-0001")
                                .judged(),
                        ShippedDeclaration.PROXY_TIERS,
                        RecordedRun.empty().judged(ShippedDeclaration.PROXY_TIERS)),
                Duration.ofSeconds(1));

        String page = HtmlReport.of(runs, Language.FR);

        sound(page);
        assertThat(page)
                .contains("href=\"#proxy-integre-IDN-06\"", "id=\"proxy-integre-s1-14\"", "id=\"proxy-tiers-verdict\"")
                .contains("Aucun appel n&#39;a été vu.");
    }

    @Test
    void whatAStrangerWroteIsNeitherMarkupNorScriptAndTurnsNothingAround() throws DeclarationException {
        List<String> hostile = List.of(
                "<script>alert(1)</script>",
                "\"' onload='alert(1)' x=\"",
                "]]></style></svg><img src=x onerror=alert(1)>",
                "\u202egnp.\u2066exe\u0000\u001b[2J",
                "אבג \"&amp;",
                "x".repeat(500),
                "\ud83e\udd80".repeat(300),
                "a\r\nb\tc");
        RecordedRun run = RecordedRun.empty();
        hostile.forEach(client -> run.session(client, client));

        String page = page(run, Language.EN);

        sound(page);
        assertThat(page)
                .doesNotContain("<script", "<img", "onload='", "</style></svg>", "\u202e", "\u2066", "\u0000", "\u001b")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "<bdi>אבג &quot;&amp;amp;</bdi>");
        assertThat(page.split("</style>")).hasSize(2);
    }

    @Test
    void thePageAsksForNothing() throws DeclarationException {
        String page = page(RecordedRun.empty().session("alpha-edc-bas", RecordedRun.NUMBER), Language.FR);

        assertThat(page)
                .startsWith("<!DOCTYPE html>\n<html lang=\"fr\">")
                .contains("content=\"default-src &#39;none&#39;".replace("&#39;", "'"), "@media print")
                .doesNotContain("<script", "<link", "<img", "src=", "url(", "@import", "javascript:", "href=\"http");
    }

    @Test
    void noSecretReachesThePage() throws DeclarationException {
        String page = page(
                RecordedRun.empty().session("alpha-edc-bas", RecordedRun.NUMBER).session("alpha-edc-bas", "AUTRE-0001"),
                Language.EN);

        assertThat(page)
                .contains("VIHF_PATIENT", "API_TOKEN")
                .doesNotContain("eyJ", RecordedRun.NUMBER, "AUTRE-0001", "290019999900113", "PRIVATE KEY");
    }

    static void sound(String page) {
        String body = page.replaceAll("(?s)<style>.*?</style>", "").replace("<!DOCTYPE html>", "");
        Deque<String> open = new ArrayDeque<>();
        Matcher tag = TAG.matcher(body);
        StringBuilder rest = new StringBuilder();
        while (tag.find()) {
            tag.appendReplacement(rest, "");
            if (tag.group(1).equals("/")) {
                assertThat(tag.group(2)).isEqualTo(open.pop());
            } else if (!VOID.contains(tag.group(2)) && tag.group(4).isEmpty()) {
                open.push(tag.group(2));
            }
        }
        assertThat(open).isEmpty();
        assertThat(tag.appendTail(rest).toString()).doesNotContain("<", ">");
        List<String> ids = found(" id=\"([^\"]*)\"", body);
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[A-Za-z0-9-]+"));
        assertThat(ids)
                .containsAll(found(" href=\"#([^\"]*)\"", body))
                .containsAll(found(" aria-[a-z]+by=\"([^\"]*)\"", body));
        assertThat(found(" href=\"([^#][^\"]*)\"", body)).isEmpty();
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
