package fr.accroche.compliance.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationException;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.exchange.Breach;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.HopNotes;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.fidelity.Likeness;
import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.Phase;
import fr.accroche.compliance.rule.Rule;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.rule.Trial;
import fr.accroche.compliance.text.Text;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);

    @Test
    void whatAGuardRefusedIsNeverReportedAsHeld() throws DeclarationException {
        // Given: PSC does not know the professional, which no rule looks at
        Hop refused = HopNotes.open(CLOCK, Stage.PSC_CIBA, "psc", "POST /ciba")
                .note(Fact.CLIENT_ID, "alpha-edc-bas", "form/client_id")
                .note(Fact.SCOPE, "openid scope_all", "form/scope")
                .note(Fact.ACR_VALUES, "eidas1", "form/acr_values")
                .note(Fact.BINDING_MESSAGE, "42", "form/binding_message")
                .note(Fact.LOGIN_HINT, "000", "form/login_hint")
                .breach(new Breach(
                        RuleId.of("TOK-05"),
                        Text.verbatim("unknown professional"),
                        new Observed("a known professional", "PSC"),
                        new Observed("000", "form/login_hint")))
                .refused(400, "unknown_user_id");

        // When
        Verdict verdict = Verdict.judge(declaration(), List.of(refused));

        // Then
        RuleResult result = verdict.rule(RuleId.of("TOK-05")).orElseThrow();
        assertThat(result.status()).isEqualTo(Status.FAIL);
        assertThat(result.telling().orElseThrow().observed()).isEqualTo(new Observed("000", "form/login_hint"));
    }

    @Test
    void aRuleThatCrashesIsOurErrorNotTheVendorsFailure() throws DeclarationException {
        Verdict verdict = judge(trial -> {
            throw new IllegalStateException("a defect of ours");
        });

        assertThat(verdict.with(Status.ERROR)).containsExactly(RuleId.of("TST-01"));
        assertThat(verdict.with(Status.FAIL)).isEmpty();
        assertThat(verdict.outcome()).isEqualTo(Outcome.INDETERMINE);
    }

    @Test
    void aRuleThatJudgedNothingIsNotPassed() throws DeclarationException {
        Verdict verdict = judge(trial -> List.of());

        assertThat(verdict.with(Status.SKIPPED)).containsExactly(RuleId.of("TST-01"));
        assertThat(verdict.outcome()).isEqualTo(Outcome.INDETERMINE);
    }

    @Test
    void everySessionHasItsOwnFindingsAndTogetherTheyAreThoseOfTheRun() throws DeclarationException {
        Hop right = ciba("alpha-edc-bas", "eidas1").answered(200);
        Hop wrong = ciba("alpha-clinique-edc-bas", "eidas9").answered(200);
        Hop played = HopNotes.open(CLOCK, Stage.FAULT_ON_DEMAND, "psc", "POST /ciba")
                .note(Fact.CLIENT_ID, "zeta", "form/client_id")
                .answered(503);
        Verdict verdict = Verdict.judge(declaration(), List.of(right, wrong, played));

        List<SessionResult> sessions = verdict.bySession(declaration());

        assertThat(sessions)
                .extracting(session -> session.exchange().clientId().orElse(""))
                .containsExactlyInAnyOrder("alpha-edc-bas", "alpha-clinique-edc-bas");
        assertThat(verdict.with(Status.FAIL)).isNotEmpty();
        for (RuleResult whole : verdict.rules()) {
            List<RuleResult> parts = sessions.stream()
                    .flatMap(session -> session.rules().stream())
                    .filter(part -> part.card().equals(whole.card()))
                    .toList();
            assertThat(parts).hasSize(2);
            assertThat(parts.stream().flatMap(part -> part.findings().stream()))
                    .containsExactlyInAnyOrderElementsOf(whole.findings());
            assertThat(parts.stream().map(RuleResult::status).min(Comparator.naturalOrder()))
                    .contains(whole.status());
        }
    }

    @Test
    void aRunWithARefusalWithheldIsNotCalledConformingEvenIfNoRuleExplainsIt() throws DeclarationException {
        HopNotes sound = HopNotes.open(CLOCK, Stage.BUSINESS, "dmp", "POST /");
        HopNotes withheld = HopNotes.open(CLOCK, Stage.API_REVOCATION, "api-psc", "POST /revoke")
                .withheld(401, "invalid_client");

        assertThat(judge(trial -> List.of(held(trial)), sound.answered(200)).outcome())
                .isEqualTo(Outcome.CONFORME);
        assertThat(judge(trial -> List.of(held(trial)), sound.answered(200), withheld.answered(200))
                        .outcome())
                .isEqualTo(Outcome.INDETERMINE);
    }

    private static Finding held(Trial trial) {
        Hop hop = trial.exchange().hops().get(0);
        return new Finding(
                RuleId.of("TST-01"), Status.PASS, hop.stage(), hop.server(), Observed.NOTHING, Observed.NOTHING);
    }

    private static HopNotes ciba(String clientId, String acr) {
        return HopNotes.open(CLOCK, Stage.PSC_CIBA, "psc", "POST /ciba")
                .note(Fact.CLIENT_ID, clientId, "form/client_id")
                .note(Fact.SCOPE, "openid scope_all", "form/scope")
                .note(Fact.ACR_VALUES, acr, "form/acr_values")
                .note(Fact.BINDING_MESSAGE, "42", "form/binding_message");
    }

    private static Verdict judge(Function<Trial, List<Finding>> check) throws DeclarationException {
        return judge(
                check, HopNotes.open(CLOCK, Stage.BUSINESS, "dmp", "POST /").answered(200));
    }

    private static Verdict judge(Function<Trial, List<Finding>> check, Hop... hops) throws DeclarationException {
        RuleCard card = RuleCard.violation(
                "TST-01",
                Phase.BUSINESS,
                Likeness.invented(Text.verbatim("for a test")),
                Text.verbatim("a rule"),
                Citation.standard("RFC 0"),
                Text.verbatim("a remedy"),
                Owner.SERVICE);
        Rule rule = new Rule() {
            @Override
            public RuleCard card() {
                return card;
            }

            @Override
            public List<Finding> check(Trial trial) {
                return check.apply(trial);
            }
        };
        return Verdict.judge(declaration(), List.of(hops), List.of(rule));
    }

    private static Declaration declaration() throws DeclarationException {
        return DeclarationReader.read("accroche.yaml", ShippedDeclaration.PROXY_INTEGRE.yaml(), LocalDate.now(CLOCK));
    }
}
