package fr.accroche.compliance.catalogue;

import static fr.accroche.compliance.exchange.Stage.BUSINESS;
import static fr.accroche.compliance.exchange.Stage.PSC_CIBA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.verdict.RuleResult;
import fr.accroche.compliance.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Where a homologation number may be, and where it is a secret that leaked (LPS-09). */
class NumberIsSecretTest {

    private static final String ALPHA = "alpha-edc-bas";
    private static final Declaration DECLARATION = SoundSession.declaration();

    static Stream<Arguments> leaks() {
        return Stream.of(
                leak("HTTP/path", s -> s.call(BUSINESS, "POST /lps/DMP-SIMULE-0001")),
                leak("QUERY_VALUES", s -> s.spoil(BUSINESS, Fact.QUERY_VALUES, "lps\nDMP-SIMULE-0001")),
                leak("QUERY_VALUES", s -> s.spoil(BUSINESS, Fact.QUERY_VALUES, "lps\nON-SIMULE-0001")),
                leak(
                        "QUERY_VALUES",
                        s -> s.spoil(BUSINESS, Fact.LPS_NUMBER, "OTHER").spoil(PSC_CIBA, Fact.QUERY_VALUES, "OTHER")));
    }

    private static Arguments leak(String where, Consumer<SoundSession> spoil) {
        return arguments(where, spoil);
    }

    @ParameterizedTest
    @MethodSource("leaks")
    void aNumberInAUrlIsAWarning(String where, Consumer<SoundSession> spoil) {
        SoundSession session = SoundSession.of(ALPHA);

        spoil.accept(session);

        RuleResult result = Verdict.judge(DECLARATION, session.hops())
                .rule(RuleId.of("LPS-09"))
                .orElseThrow();
        assertThat(result.status()).isEqualTo(Status.WARNING);
        Finding finding = result.telling().orElseThrow();
        assertThat(finding.observed().where()).isEqualTo(where);
        assertThat(finding.observed().value()).contains("…#").doesNotContain("SIMULE-0001");
    }

    @Test
    void anotherQueryIsNoLeak() {
        SoundSession session = SoundSession.of(ALPHA).spoil(BUSINESS, Fact.QUERY_VALUES, "page\n2");

        assertThat(Verdict.judge(DECLARATION, session.hops()).with(Status.WARNING))
                .isEmpty();
    }

    @Test
    void oneNumberOfTwoSoftwareIsAWarning() {
        List<Hop> hops =
                new ArrayList<>(SoundSession.of("alpha-cabinet-edc-bas").hops());
        hops.addAll(SoundSession.of("alpha-officine-edc-bas").hops());

        Verdict verdict = Verdict.judge(SoundSession.oneNumberForTwo(), hops);

        Finding finding =
                verdict.rule(RuleId.of("LPS-09")).flatMap(RuleResult::telling).orElseThrow();
        assertThat(finding.status()).isEqualTo(Status.WARNING);
        assertThat(finding.expected().value()).isEqualTo("cabinet");
        assertThat(finding.observed().value()).isEqualTo("cabinet, officine");
        assertThat(verdict.rule(RuleId.of("IDN-06")).orElseThrow().status()).isEqualTo(Status.PASS);
    }
}
