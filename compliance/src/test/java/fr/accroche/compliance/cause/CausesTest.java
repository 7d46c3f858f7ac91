package fr.accroche.compliance.cause;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.catalogue.SoundSession;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.exchange.Breach;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.ObservedCertificate.CertificateDefect;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import fr.accroche.compliance.verdict.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How causes are told apart, put together and put in order. */
class CausesTest {

    private static final String ALPHA = "alpha-edc-bas";
    private static final String CLINIQUE = "alpha-clinique-edc-bas";
    private static final Declaration DECLARATION = SoundSession.declaration();

    private static List<Cause> causes(SoundSession... sessions) {
        return causes(
                Stream.of(sessions).flatMap(session -> session.hops().stream()).toList());
    }

    private static List<Cause> causes(List<Hop> hops) {
        return Causes.of(Verdict.judge(DECLARATION, hops), DECLARATION);
    }

    private static SoundSession session() {
        return SoundSession.of(ALPHA);
    }

    @Test
    void aSoundSessionHasNone() {
        assertThat(causes(session(), SoundSession.of(CLINIQUE))).isEmpty();
    }

    @Test
    void twoUnrelatedDefectsAreTwoCausesTheFirstRefusedFirst() {
        SoundSession session = session();
        session.spoil(Stage.BUSINESS, Fact.LPS_VERSION, "1.0")
                .spoilCertificate(session.certificate(ALPHA, "1990000002"));

        assertThat(causes(session)).map(cause -> cause.rule().value()).containsExactly("IDN-02", "LPS-02");
    }

    @Test
    void oneRepairForTwoSessionsIsOneCause() {
        List<Cause> causes = causes(
                session().spoil(Stage.BUSINESS, Fact.BODY_SHA256, "d9"),
                SoundSession.of(CLINIQUE).spoil(Stage.BUSINESS, Fact.BODY_SHA256, "d8"));

        assertThat(causes).singleElement().satisfies(cause -> {
            assertThat(cause.owner()).isEqualTo(Owner.EDITEUR_PROXY);
            assertThat(cause.symptoms()).hasSize(4);
        });
    }

    @Test
    void twoCertificatesToOrderAreTwoCauses() {
        SoundSession alpha = session();
        SoundSession clinique = SoundSession.of(CLINIQUE);

        assertThat(causes(
                        alpha.spoilCertificate(alpha.certificate(ALPHA, "1990000002")),
                        clinique.spoilCertificate(clinique.certificate(CLINIQUE, "1990000002"))))
                .map(cause -> cause.repair().en())
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    static Stream<Arguments> spoilt() {
        return Stream.of(
                spoilt(s -> s.spoil(Stage.PSC_CIBA, Fact.SCOPE, "openid")),
                spoilt(s -> s.spoil(Stage.CREDENTIAL, Fact.REGISTER_LINK, "absent")
                        .spoil(Stage.CREDENTIAL, Fact.REGISTER_ELU, "suspended")),
                spoilt(s -> s.spoil(Stage.BUSINESS, Fact.LPS_NUMBER, "OTHER")
                        .spoil(Stage.BUSINESS, Fact.ASSERTION_SIGNATURE, "invalid: DIGEST")
                        .spoil(Stage.BUSINESS, Fact.BODY_SHA256, "d9")),
                spoilt(s ->
                        s.spoil(Stage.BUSINESS, Fact.VIHF_SECTOR, "").spoil(Stage.BUSINESS, Fact.VIHF_VERSION, "2.0")),
                spoilt(s -> s.spoilCertificate(s.certificate(CLINIQUE, "1990000002"))),
                spoilt(s -> s.spoil(Stage.EXCHANGE, Fact.SUBJECT_TOKEN_CLIENT, CLINIQUE)
                        .spoil(Stage.EXCHANGE, Fact.SUBJECT_TOKEN_STATE, "inactive")));
    }

    private static Arguments spoilt(Consumer<SoundSession> spoil) {
        return Arguments.of(spoil);
    }

    @ParameterizedTest
    @MethodSource("spoilt")
    void eachBrokenFindingBelongsToExactlyOneCause(Consumer<SoundSession> spoil) {
        SoundSession session = session();
        spoil.accept(session);
        Verdict verdict = Verdict.judge(DECLARATION, session.hops());
        List<Cause> causes = Causes.of(verdict, DECLARATION);

        List<Finding> broken = verdict.rules().stream()
                .flatMap(result -> result.findings().stream())
                .filter(finding -> finding.status().compareTo(Status.PASS) < 0)
                .toList();
        assertThat(broken)
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(causes)
                        .filteredOn(cause -> cause.explains(finding))
                        .hasSize(1));
        assertThat(causes.stream().mapToInt(cause -> cause.symptoms().size()).sum())
                .isEqualTo(broken.size());
    }

    @Test
    void whatNothingMoreIsKnownOfHasTheWordsOfItsRule() {
        List<Cause> causes = causes(session().spoil(Stage.BUSINESS, Fact.CONTEXTE_LPS_VERSION, "00_01"));

        assertThat(causes).singleElement().satisfies(cause -> {
            assertThat(cause.rule()).isEqualTo(RuleId.of("LPS-10"));
            assertThat(cause.likely().en()).startsWith("This requirement is not held: ");
            assertThat(cause.repair().en()).isNotBlank();
            assertThat(cause.owner()).isEqualTo(Owner.EDITEUR_LPS);
        });
    }

    @Test
    void aRefusalThatWasWithheldIsToldAndPutInTheOrderOfTheCalls() {
        SoundSession session = session();
        session.spoil(Stage.BUSINESS, Fact.LPS_VERSION, "1.0")
                .spoil(Stage.EXCHANGE, Fact.SUBJECT_TOKEN_STATE, "inactive")
                .spoil(Stage.EXCHANGE, Fact.REFUSAL_WITHHELD, "400 invalid_request");

        List<Cause> causes = causes(blamed(session.hops(), Stage.EXCHANGE, "TOK-02"));

        assertThat(causes).map(cause -> cause.rule().value()).containsExactly("TOK-02", "LPS-02");
        assertThat(causes.get(0).refusal()).contains(new Refusal(Stage.EXCHANGE, "test", "400 invalid_request", true));
        assertThat(causes.get(1).refusal()).as("no guard said anything").isEmpty();
    }

    private static List<Hop> blamed(List<Hop> hops, Stage stage, String rule) {
        Breach breach =
                new Breach(RuleId.of(rule), Text.verbatim("so"), new Observed("a", "here"), new Observed("b", "there"));
        List<Hop> blamed = new ArrayList<>();
        for (Hop hop : hops) {
            blamed.add(hop.stage() != stage ? hop : copy(hop, List.of(breach)));
        }
        return blamed;
    }

    private static Hop copy(Hop hop, List<Breach> breaches) {
        Map<Fact, Observed> facts = new EnumMap<>(hop.facts());
        return new Hop(
                hop.at(),
                hop.took(),
                hop.stage(),
                hop.server(),
                hop.call(),
                hop.status(),
                Optional.empty(),
                hop.client(),
                facts,
                breaches);
    }

    @Test
    void aLongValueIsCutInTheHeadlineAndWholeInTheCause() {
        SoundSession session = session();
        String digest = "0123456789abcdef".repeat(4);
        session.spoil(Stage.BUSINESS, Fact.BODY_SHA256, digest);

        Cause cause = causes(session).get(0);

        assertThat(cause.headline(Language.FR))
                .isEqualTo("SHA-256 du corps : 01234567… observé, d1 attendu — LPS-06 — éditeur du proxy");
        assertThat(cause.observed().value()).isEqualTo(digest);
    }

    @Test
    void aCertificateWithSeveralDefectsIsOneCause() {
        SoundSession session = session();
        session.spoilCertificate(session.certificate(
                ALPHA,
                SoundSession.OU,
                new CertificateDefect("EXPIRED", "notAfter >= 2026-11-22", "notAfter = 2026-11-21: CN=x, serial 0x1"),
                new CertificateDefect("WEAK_KEY", "RSA >= 2048", "RSA 1024")));

        assertThat(causes(session)).singleElement().satisfies(cause -> {
            assertThat(cause.headline(Language.EN))
                    .isEqualTo(
                            "notAfter: 2026-11-21 observed, >= 2026-11-22 expected — MTL-01 — operator of the proxy");
            assertThat(cause.likely().en()).contains("expired").contains("WEAK_KEY");
        });
    }
}
