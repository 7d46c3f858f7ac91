package fr.accroche.scenarios.suite;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.verdict.Outcome;
import fr.accroche.compliance.verdict.RuleResult;
import fr.accroche.proxy.ProxyDefect;
import fr.accroche.scenarios.fault.ProvedDefects;
import fr.accroche.scenarios.report.Paint;
import fr.accroche.scenarios.report.suite.SuiteText;
import fr.accroche.scenarios.suite.BrokenProxies.Broken;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The suite passes on our proxy, and fails in the right place on each that is broken on purpose. */
class ProxySuiteTest {

    @Test
    void ourProxyPasses() {
        SuiteRun run = SuiteBench.run(SuiteBench.declaration(ShippedDeclaration.PROXY_PARTAGE), Set.of());

        assertThat(run.outcome()).as(text(run)).isEqualTo(Outcome.CONFORME);
        assertThat(run.with(Status.WARNING)).containsExactly(BrokenProxies.OF_THE_CONTRACT);
        assertThat(run.with(Status.NOT_APPLICABLE)).containsExactly("session-serves-its-own-lps");
        assertThat(run.with(Status.NOT_TESTABLE)).containsExactly("service-stalls");
        assertThat(run.with(Status.PASS)).hasSize(ProxyCases.ALL.size() - 3);
        assertThat(run.results())
                .allSatisfy(result -> assertThat(result.broken()).isEmpty());
    }

    @Test
    void oneClientAloneIsNoReasonToFail() {
        SuiteRun run = SuiteBench.run(SuiteBench.declaration(ShippedDeclaration.PROXY_TIERS), Set.of());

        assertThat(run.outcome()).as(text(run)).isEqualTo(Outcome.CONFORME);
        assertThat(run.with(Status.NOT_APPLICABLE))
                .containsExactlyInAnyOrder("session-serves-its-own-lps", "certificate-of-each-session");
    }

    @Test
    void lpsThatProveThemselvesHaveTheirSessionsForThemselves() {
        SuiteRun run = SuiteBench.run(SuiteBench.twoLpsWithSecrets(), Set.of());

        assertThat(run.outcome()).as(text(run)).isEqualTo(Outcome.CONFORME);
        assertThat(run.with(Status.PASS)).contains("session-serves-its-own-lps", "connect-refuses-an-unknown-client");
    }

    @Test
    void aMetierProxyIsJudgedByItsSessions() {
        Declaration metier = SuiteBench.declaration(ShippedDeclaration.NON_AUTONOME_DANS_PROXY);

        SuiteRun run = SuiteBench.run(metier, Set.of());

        assertThat(run.outcome()).as(text(run)).isEqualTo(Outcome.CONFORME);
        assertThat(run.with(Status.NOT_APPLICABLE)).contains("send-touches-no-byte", "send-adds-no-header");
        assertThat(run.with(Status.PASS))
                .contains("disconnect-ends-the-session", "tokens-are-renewed", "traces-list-each-call");
    }

    @Test
    void whatNeedsASessionIsLeftUnjudgedWithoutOne() {
        SuiteRun run = SuiteBench.run(SuiteBench.twoLps(), Set.of(ProxyDefect.OFFERS_ONLY_A_REFUSED_SUITE));

        assertThat(run.with(Status.PASS)).doesNotContain("send-touches-no-byte", "disconnect-ends-the-session");
        assertThat(run.of("send-touches-no-byte")
                        .orElseThrow()
                        .reason()
                        .orElseThrow()
                        .en())
                .contains("connect-opens-a-session");
    }

    static List<Broken> broken() {
        return BrokenProxies.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void aBrokenProxyFailsInTheRightPlace(Broken broken) {
        SuiteRun run = SuiteBench.run(SuiteBench.twoLps(), broken.defects());

        Set<String> wrong = run.results().stream()
                .filter(CaseResult::wrong)
                .map(result -> result.played().id())
                .filter(id -> !id.equals(BrokenProxies.OF_THE_CONTRACT))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(wrong).as(text(run)).isEqualTo(broken.failing());
        assertThat(run.with(Status.ERROR)).isEmpty();
        assertThat(run.with(Status.SKIPPED).isEmpty()).as(text(run)).isNotEqualTo(broken.skips());
        assertThat(run.results()).filteredOn(CaseResult::wrong).allSatisfy(ProxySuiteTest::explainsItself);
        assertThat(run.results())
                .filteredOn(CaseResult::wrong)
                .flatExtracting(CaseResult::broken)
                .filteredOn(rule -> rule.telling().isPresent())
                .extracting(RuleResult::card)
                .allSatisfy(card -> assertThat(text(run))
                        .contains(card.id() + " " + card.title().en() + " ("
                                + card.likeness().fidelity().title().en() + ")"));
    }

    private static void explainsItself(CaseResult result) {
        assertThat(result.failed().size() + result.ownBroken().size())
                .as(result.played().id())
                .isPositive();
        assertThat(result.failed())
                .allSatisfy(check -> assertThat(check.observed()).isNotEqualTo(check.expected()));
    }

    /** What a fault of the catalogue proves needs no line here: a line plays the whole suite. */
    @Test
    void everyDefectHasItsLineOrItsFault() {
        Set<ProxyDefect> proved = ProvedDefects.of(ProxyDefect.class);
        List<String> known = Stream.concat(
                        Arrays.stream(ProxyDefect.values()).map(ProxyDefect::name),
                        Stream.of(BrokenProxies.DEMONSTRATOR))
                .toList();

        assertThat(known).containsAll(broken().stream().map(Broken::name).toList());
        assertThat(broken())
                .extracting(Broken::name)
                .doesNotHaveDuplicates()
                .containsAll(Arrays.stream(ProxyDefect.values())
                        .filter(defect -> !proved.contains(defect))
                        .map(ProxyDefect::name)
                        .toList());
    }

    private static String text(SuiteRun run) {
        return SuiteText.of(run, Language.EN, Paint.PLAIN);
    }
}
