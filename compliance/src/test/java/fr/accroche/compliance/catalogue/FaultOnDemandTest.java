package fr.accroche.compliance.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.exchange.Breach;
import fr.accroche.compliance.exchange.ClientCertificate;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.rule.Rule;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.text.Text;
import fr.accroche.compliance.verdict.RuleResult;
import fr.accroche.compliance.verdict.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Calls that a server answered by a fault that was asked for: as wrong as can be, and judged by no rule. */
class FaultOnDemandTest {

    private static final String CLIENT = "alpha-edc-bas";
    private static final Declaration DECLARED = SoundSession.declaration();

    static Stream<RuleId> rules() {
        return Catalogue.ALL.stream().map(rule -> rule.card().id());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void noRuleJudgesIt(RuleId rule) {
        List<Hop> sound = SoundSession.of(CLIENT).hops();
        List<Hop> withFaults = new ArrayList<>(sound);
        sound.forEach(hop -> withFaults.add(fault(hop)));

        assertThat(result(withFaults, rule)).isEqualTo(result(sound, rule));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void whereThereIsNothingElseNothingIsFound(RuleId rule) {
        List<Hop> faults = SoundSession.of(CLIENT).hops().stream()
                .map(FaultOnDemandTest::fault)
                .toList();

        assertThat(result(faults, rule).findings()).isEmpty();
    }

    private static RuleResult result(List<Hop> hops, RuleId rule) {
        return Verdict.judge(DECLARED, hops).rule(rule).orElseThrow();
    }

    private static Hop fault(Hop hop) {
        Map<Fact, Observed> facts = new EnumMap<>(Fact.class);
        facts.putAll(hop.facts());
        facts.put(Fact.TLS_PROTOCOL, new Observed("TLSv1.1", "TLS/version"));
        return new Hop(
                hop.at().plus(Duration.ofSeconds(1)),
                hop.took(),
                Stage.FAULT_ON_DEMAND,
                hop.server(),
                "POST /DMP-SIMULE-0001",
                503,
                Optional.of("dmp status:503"),
                new ClientCertificate.Absent(),
                facts,
                Catalogue.ALL.stream().map(FaultOnDemandTest::breach).toList());
    }

    private static Breach breach(Rule rule) {
        return new Breach(
                rule.card().id(),
                Text.verbatim("wrong"),
                new Observed("right", "here"),
                new Observed("wrong", "there"));
    }
}
