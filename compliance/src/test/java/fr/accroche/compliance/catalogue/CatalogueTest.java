package fr.accroche.compliance.catalogue;

import static fr.accroche.compliance.exchange.Stage.BUSINESS;
import static fr.accroche.compliance.exchange.Stage.CREDENTIAL;
import static fr.accroche.compliance.exchange.Stage.EXCHANGE;
import static fr.accroche.compliance.exchange.Stage.LPS_SEND;
import static fr.accroche.compliance.exchange.Stage.PROXY_CONNECT;
import static fr.accroche.compliance.exchange.Stage.PSC_CIBA;
import static fr.accroche.compliance.exchange.Stage.PSC_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.exchange.ClientCertificate;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.ObservedCertificate.CertificateDefect;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.verdict.Outcome;
import fr.accroche.compliance.verdict.RuleResult;
import fr.accroche.compliance.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {

    private static final String ALPHA = "alpha-edc-bas";
    private static final String CLINIQUE = "alpha-clinique-edc-bas";
    private static final Declaration DECLARATION = SoundSession.declaration(
            "clientId: alpha-edc-bas,", "clientId: alpha-edc-bas, lpsAuthentication: { secret: secret-du-lps-1 },");

    @Test
    void aSoundSessionHoldsEveryRuleThatApplies() {
        List<Hop> hops = new ArrayList<>(SoundSession.of(ALPHA).hops());
        hops.addAll(SoundSession.of(CLINIQUE).hops());

        Verdict verdict = Verdict.judge(DECLARATION, hops);

        assertThat(verdict.exchanges()).hasSize(2);
        assertThat(verdict.outcome()).isEqualTo(Outcome.CONFORME);
        assertThat(verdict.rules())
                .filteredOn(result -> result.status() != Status.PASS)
                .extracting(result -> result.card().id() + " " + result.status())
                .containsExactly("CND-09 NOT_APPLICABLE", "CRD-05 NOT_APPLICABLE", "TOK-06 NOT_APPLICABLE");
    }

    static Stream<Arguments> breachesInMetier() {
        return Stream.of(
                breach("ARC-05", s -> s.spoil(LPS_SEND, Fact.BODY_TYPE, "application/soap+xml")),
                breach(
                        "ARC-05 LPS-06",
                        s -> s.spoil(LPS_SEND, Fact.BODY_TYPE, "application/soap+xml")
                                .spoil(BUSINESS, Fact.BODY_SHA256, "d1")),
                breach("ARC-05 LPS-06", s -> s.spoil(BUSINESS, Fact.BODY_SHA256, "d1")),
                breach("IDN-06 LPS-07", s -> s.spoil(BUSINESS, Fact.LPS_NUMBER, "OTHER")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("breachesInMetier")
    void findsTheBreachOfAProxyThatBuilds(String rules, Consumer<SoundSession> spoil) {
        Declaration metier = SoundSession.declaration("mode: passe-plat", "mode: metier");
        SoundSession session = SoundSession.of(ALPHA).builtByProxy();
        assertThat(Verdict.judge(metier, session.hops()).outcome()).isEqualTo(Outcome.CONFORME);

        spoil.accept(session);

        Verdict verdict = Verdict.judge(metier, session.hops());
        assertThat(verdict.with(Status.FAIL)).map(RuleId::value).containsExactlyInAnyOrder(rules.split(" "));
    }

    @ParameterizedTest
    @EnumSource(
            value = Stage.class,
            names = {"LPS_SEND", "BUSINESS"})
    void aBodyThatWasNotNotedIsNeitherBuiltNorForwarded(Stage stage) {
        Declaration metier = SoundSession.declaration("mode: passe-plat", "mode: metier");
        SoundSession session = SoundSession.of(ALPHA).builtByProxy();
        assertThat(Verdict.judge(metier, session.hops()).with(Status.PASS)).contains(RuleId.of("LPS-06"));

        session.spoil(stage, Fact.BODY_SHA256, null);

        Verdict verdict = Verdict.judge(metier, session.hops());
        assertThat(verdict.with(Status.PASS)).doesNotContain(RuleId.of("LPS-06"));
        assertThat(verdict.with(Status.FAIL)).isEmpty();
    }

    static Stream<Arguments> breaches() {
        return Stream.of(
                breach("IDN-01", s -> s.spoilCertificate(s.certificate("beta-edc-bas", SoundSession.OU))),
                breach("IDN-01", s -> s.spoil(PSC_CIBA, Fact.CLIENT_ID, null)),
                breach("IDN-02", s -> s.spoilCertificate(s.certificate(ALPHA, "1990000002"))),
                breach("IDN-03 CRD-03", s -> s.spoil(CREDENTIAL, Fact.REGISTER_CLIENT, "unknown")),
                breach("IDN-03 IDN-01", s -> s.spoil(PSC_CIBA, Fact.CLIENT_ID, "nope")),
                breach("IDN-04", s -> s.spoil(EXCHANGE, Fact.SUBJECT_TOKEN_CLIENT, CLINIQUE)),
                breach("IDN-05 CRD-06", s -> refused(s.spoil(CREDENTIAL, Fact.REGISTER_LINK, "absent"), "link")),
                breach("IDN-06 LPS-07", s -> s.spoil(BUSINESS, Fact.LPS_NUMBER, "OTHER")),
                breach("IDN-01 IDN-07", s -> s.spoilCertificate(s.certificate(CLINIQUE, SoundSession.OU))),
                breach("IDN-08", s -> s.spoil(PROXY_CONNECT, Fact.PROXY_CALLER, CLINIQUE)),
                breach("IDN-08", s -> s.spoil(PROXY_CONNECT, Fact.PROXY_CALLER, "none")),
                breach("CRD-01", s -> s.spoil(CREDENTIAL, Fact.CREDENTIAL_CALLER, ALPHA)),
                breach("CRD-02", s -> s.spoil(CREDENTIAL, Fact.CREDENTIAL_CERTIFICATE_OU, "")),
                breach("CRD-03", s -> refused(s, "")),
                breach("CRD-03", s -> s.spoil(CREDENTIAL, Fact.CREDENTIAL_CERTIFICATE_CN, "other")),
                breach(
                        "CRD-04",
                        s -> refused(s.spoil(CREDENTIAL, Fact.REGISTER_SECURITY_LEVEL, "10"), "securityLevel")),
                breach("CRD-06", s -> refused(s.spoil(CREDENTIAL, Fact.REGISTER_ELU, "suspended"), "elu")),
                breach("CRD-06", s -> refused(s.spoil(CREDENTIAL, Fact.REGISTER_PMT_UNTIL, "2026-11-21"), "pmt")),
                breach(
                        "ENV-01",
                        s -> s.spoilCertificate(s.certificate(
                                ALPHA, SoundSession.OU, new CertificateDefect("WRONG_BRANCH", "TEST", "PRODUCTION")))),
                breach("LPS-01", s -> s.spoil(BUSINESS, Fact.ASSERTION_KIND, "none")),
                breach("LPS-02", s -> s.spoil(BUSINESS, Fact.LPS_VERSION, "9.9")),
                breach("LPS-02 LPS-03", s -> s.spoil(BUSINESS, Fact.LPS_NUMBER, null)),
                breach("LPS-04", s -> s.spoil(BUSINESS, Fact.ASSERTION_SIGNATURE, "invalid: digest")),
                breach("LPS-04", s -> s.spoil(BUSINESS, Fact.ASSERTION_SIGNER_DEFECTS, "KEY_USAGE")),
                breach("LPS-04", s -> s.spoil(BUSINESS, Fact.ASSERTION_AGE, "4000")),
                breach("LPS-04", s -> s.spoil(BUSINESS, Fact.ASSERTION_AGE, "-301")),
                breach("LPS-05", s -> s.spoil(BUSINESS, Fact.ASSERTION_PERSON, "899900000029")),
                breach("LPS-06", s -> s.spoil(BUSINESS, Fact.BODY_SHA256, "d2")),
                breach("LPS-04", s -> s.spoil(BUSINESS, Fact.ASSERTION_AUTHENTICATED_AFTER, "301")),
                breach("LPS-04", s -> s.spoil(BUSINESS, Fact.REFUSED_FORMS, "SIGNED_WITH_SHA1=VIHF/Signature")),
                breach("LPS-10", s -> s.spoil(BUSINESS, Fact.CONTEXTE_LPS_VERSION, "01_01")),
                breach("LPS-10", s -> s.spoil(BUSINESS, Fact.CONTEXTE_BAM_VERSION, "")),
                breach("LPS-10", s -> s.spoil(BUSINESS, Fact.PS_QUALIFIER, "CPX")),
                breach("LPS-10", s -> s.spoil(BUSINESS, Fact.PS_ATTRIBUTES, "Issuer secteurActivite")),
                breach("LPS-10", s -> s.spoil(BUSINESS, Fact.PS_ATTRIBUTES, "identifiantFacturation")),
                breach("LPS-10", s -> s.spoil(BUSINESS, Fact.REFUSED_FORMS, "SCHEMA=SOAP/ContexteBAM")),
                breach("ARC-05 LPS-06", SoundSession::builtByProxy),
                breach("MTL-01", s -> s.spoilCertificate(new ClientCertificate.Absent())),
                breach(
                        "MTL-01",
                        s -> s.spoilCertificate(s.certificate(
                                ALPHA, SoundSession.OU, new CertificateDefect("EXPIRED", "2026", "2025")))),
                breach("MTL-01", s -> s.spoil(PSC_CIBA, Fact.CLIENT_AUTHENTICATION, "client_secret_post")),
                breach("MTL-02", s -> s.spoil(EXCHANGE, Fact.TLS_PROTOCOL, "TLSv1.1")),
                breach("MTL-02", s -> s.spoil(EXCHANGE, Fact.TLS_SUITE, "TLS_RSA_WITH_AES_128_GCM_SHA256")),
                breach("MTL-02", s -> s.spoil(EXCHANGE, Fact.TLS_SUITE, "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256")),
                breach("MTL-02", s -> s.spoil(BUSINESS, Fact.TLS_SUITE, "none")),
                breach("TOK-01", s -> s.spoil(EXCHANGE, Fact.SUBJECT_TOKEN_TYPE, null)),
                breach("TOK-01", s -> s.spoil(EXCHANGE, Fact.REPEATED_PARAMETERS, "client_id")),
                breach("TOK-02", s -> s.spoil(EXCHANGE, Fact.SUBJECT_TOKEN_STATE, "inactive")),
                breach("TOK-02", s -> s.spoil(EXCHANGE, Fact.SUBJECT_TOKEN_ISSUER, "https://evil/")),
                breach("TOK-02", s -> s.spoil(EXCHANGE, Fact.SUBJECT_TOKEN_STATE, "spent")),
                breach("TOK-03", s -> renewing(s).spoil(EXCHANGE, Fact.TOKEN_CNF, "cd")),
                breach("TOK-04", s -> renewing(s).spoil(EXCHANGE, Fact.BEARER_STATE, "revoked")),
                breach("TOK-03", s -> s.spoil(BUSINESS, Fact.TOKEN_CNF, "cd")),
                breach("TOK-03", s -> s.spoil(BUSINESS, Fact.TOKEN_CNF, "none")),
                breach("TOK-04", s -> s.spoil(BUSINESS, Fact.BEARER_KIND, "psc")),
                breach("TOK-04", s -> s.spoil(BUSINESS, Fact.BEARER_AUDIENCE, "on")),
                breach("TOK-05", s -> s.spoil(PSC_CIBA, Fact.BINDING_MESSAGE, "bonjour")),
                breach("TOK-05", s -> s.spoil(PSC_CIBA, Fact.CHANNEL, "SMS")),
                breach("TOK-05", s -> s.spoil(PSC_TOKEN, Fact.POLL_GAP, "12")),
                breach("TOK-06", SoundSession::byBrowser));
    }

    private static Arguments breach(String rules, Consumer<SoundSession> spoil) {
        return arguments(rules, spoil);
    }

    /** One whose tokens are renewed, not exchanged. */
    private static SoundSession renewing(SoundSession session) {
        return session.spoil(EXCHANGE, Fact.GRANT_TYPE, "refresh_token");
    }

    private static SoundSession refused(SoundSession session, String field) {
        return session.spoil(CREDENTIAL, Fact.CREDENTIAL_OUTCOME, "refused")
                .spoil(CREDENTIAL, Fact.CREDENTIAL_REFUSED_FIELD, field);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("breaches")
    void findsTheBreachAndNoOther(String rules, Consumer<SoundSession> spoil) {
        SoundSession session = SoundSession.of(ALPHA);

        spoil.accept(session);

        Verdict verdict = Verdict.judge(DECLARATION, session.hops());
        assertThat(verdict.with(Status.FAIL)).map(RuleId::value).containsExactlyInAnyOrder(rules.split(" "));
        assertThat(verdict.outcome()).isEqualTo(Outcome.NON_CONFORME);
    }

    @Test
    void aFindingSaysWhichLineAsksAndWhereItIsBroken() {
        SoundSession session = SoundSession.of(ALPHA);
        session.spoilCertificate(session.certificate(ALPHA, "1990000002"));

        RuleResult result = Verdict.judge(DECLARATION, session.hops())
                .rule(RuleId.of("IDN-02"))
                .orElseThrow();

        Finding finding = result.telling().orElseThrow();
        assertThat(finding.expected().where()).matches("accroche\\.yaml:\\d+");
        assertThat(finding.observed().where()).isEqualTo("TLS/certificate[3f2a]/OU");
        assertThat(result.card().remedyFor(finding).in(Language.EN)).contains(SoundSession.OU, "1990000002");
    }

    @Test
    void inMedicoSocialTheCredentialRulesDoNotApply() {
        Declaration declaration = SoundSession.declaration("couloir: ville", "couloir: medico-social");
        SoundSession session = SoundSession.of(ALPHA).spoil(EXCHANGE, Fact.CREDENTIAL_OUTCOME, "skipped");

        Verdict verdict = Verdict.judge(declaration, session.hops());

        assertThat(verdict.with(Status.FAIL)).isEmpty();
        assertThat(verdict.with(Status.NOT_APPLICABLE))
                .map(RuleId::value)
                .containsExactly(
                        "CND-09", "CRD-01", "CRD-02", "CRD-03", "CRD-04", "CRD-06", "IDN-05", "IDN-08", "TOK-06");
        assertThat(verdict.rule(RuleId.of("CRD-05")).orElseThrow().status()).isEqualTo(Status.PASS);
    }

    @Test
    void whereServersTakeAnotherClientsTokenThatIsNoBreach() {
        Declaration declaration = SoundSession.declaration(
                "couloir: ville", "couloir: ville\nsettings: { apiPsc: { sameClient: false } }");
        SoundSession session = SoundSession.of(ALPHA).spoil(EXCHANGE, Fact.SUBJECT_TOKEN_CLIENT, CLINIQUE);

        Verdict verdict = Verdict.judge(declaration, session.hops());

        assertThat(verdict.with(Status.FAIL)).isEmpty();
        assertThat(verdict.with(Status.NOT_APPLICABLE)).contains(RuleId.of("IDN-04"));
    }

    @Test
    void askingTheCredentialApiInMedicoSocialIsAWarning() {
        Declaration declaration = SoundSession.declaration("couloir: ville", "couloir: medico-social");

        Verdict verdict = Verdict.judge(declaration, SoundSession.of(ALPHA).hops());

        assertThat(verdict.with(Status.WARNING)).containsExactly(RuleId.of("CRD-05"));
        assertThat(verdict.outcome()).isEqualTo(Outcome.CONFORME);
    }

    @Test
    void aFormThatOnlySomeUseIsAWarningWithWhatMostWrite() {
        SoundSession session = SoundSession.of(ALPHA)
                .spoil(BUSINESS, Fact.VARIANTS, "MODE_SPELLING=VIHF/Authentification_Mode | CUT_OFF…");

        Verdict verdict = Verdict.judge(DECLARATION, session.hops());

        assertThat(verdict.with(Status.WARNING)).containsExactly(RuleId.of("LPS-11"));
        assertThat(verdict.outcome()).isEqualTo(Outcome.CONFORME);
        Finding finding =
                verdict.rule(RuleId.of("LPS-11")).flatMap(RuleResult::telling).orElseThrow();
        assertThat(finding.expected().value()).isEqualTo("Authentification_mode");
        assertThat(finding.observed().where()).isEqualTo("VIHF/Authentification_Mode");
    }

    @Test
    void whereTheStructuresCertificateSpeaksInsiWantsNoAssertion() {
        Declaration mtls = SoundSession.declaration(
                "couloir: ville", "couloir: ville\nsettings: { insi: { authentication: mtls } }");
        SoundSession session = SoundSession.of(ALPHA).spoil(BUSINESS, Fact.SECURITY_HEADER, "absent");
        assertThat(Verdict.judge(mtls, session.hops()).with(Status.FAIL)).isEmpty();

        session.spoil(BUSINESS, Fact.SECURITY_HEADER, "present");

        assertThat(Verdict.judge(mtls, session.hops()).with(Status.FAIL)).containsExactly(RuleId.of("LPS-10"));
    }

    @ParameterizedTest
    @CsvSource({"SIMULE-TEST-0001, ''", "SIMULE-TEST-0002, IDN-06"})
    void inTestTheAttributedTestNumberIsTheSoftwaresToo(String number, String broken) {
        Declaration declaration =
                SoundSession.declaration("firstApi: INSi", "firstApi: INSi, testNumber: SIMULE-TEST-0001");
        SoundSession session = SoundSession.of(ALPHA)
                .spoil(LPS_SEND, Fact.LPS_NUMBER, number)
                .spoil(BUSINESS, Fact.LPS_NUMBER, number);

        assertThat(String.join(
                        " ",
                        Verdict.judge(declaration, session.hops()).with(Status.FAIL).stream()
                                .map(RuleId::value)
                                .sorted()
                                .toList()))
                .isEqualTo(broken);
    }

    @ParameterizedTest
    @CsvSource({"required, absent", "forbidden, valid"})
    void theSettingsSayWhetherAnAssertionPsIsSigned(String setting, String seen) {
        Declaration declaration = SoundSession.declaration(
                "couloir: ville",
                "couloir: ville\nsettings: { tlsi: { signature: " + setting + " }, dmp: { signature: optional } }");
        SoundSession session = SoundSession.of(ALPHA).spoil(BUSINESS, Fact.ASSERTION_SIGNATURE, seen);

        assertThat(Verdict.judge(declaration, session.hops()).with(Status.FAIL)).containsExactly(RuleId.of("LPS-04"));
    }

    @Test
    void noTrafficIsNoSuccess() {
        Verdict verdict = Verdict.judge(DECLARATION, List.of());

        assertThat(verdict.outcome()).isEqualTo(Outcome.INDETERMINE);
        assertThat(verdict.with(Status.PASS)).isEmpty();
    }

    @Test
    void aRuleOnATeleserviceThatIsNotUsedDoesNotApply() {
        Declaration declaration = SoundSession.declaration("teleservices: [DMP, INSi, ON]", "teleservices: [INSi]");

        assertThat(Verdict.judge(declaration, SoundSession.of(ALPHA).hops())
                        .rule(RuleId.of("LPS-02"))
                        .orElseThrow()
                        .status())
                .isEqualTo(Status.NOT_APPLICABLE);
    }

    @Test
    void requestsThatOvertakeEachOtherAreStillTheSame() {
        SoundSession session = SoundSession.of(ALPHA).overtaking("DMP", "DMP-SIMULE-0001");

        assertThat(Verdict.judge(DECLARATION, session.hops()).with(Status.FAIL)).isEmpty();
    }

    @Test
    void aTokenWithoutCnfIsExpectedToBeBoundToTheCertificateShown() {
        SoundSession session = SoundSession.of(ALPHA).spoil(BUSINESS, Fact.TOKEN_CNF, "none");

        Finding finding = Verdict.judge(DECLARATION, session.hops())
                .rule(RuleId.of("TOK-03"))
                .flatMap(RuleResult::telling)
                .orElseThrow();

        assertThat(finding.observed().value()).isEqualTo("none");
        assertThat(finding.expected().where()).isEqualTo("TLS/certificate[3f2a]/SHA-256");
    }

    @Test
    void aRefusalThatNoRuleExplainsIsNoSuccess() {
        Verdict verdict = Verdict.judge(
                DECLARATION, SoundSession.of(ALPHA).refuse(Stage.LPS_SEND).hops());

        assertThat(verdict.with(Status.FAIL)).isEmpty();
        assertThat(verdict.outcome()).isEqualTo(Outcome.INDETERMINE);
    }

    @Test
    void aPollThatComesTooSoonForTheProfessionalIsNoRefusal() {
        Verdict verdict = Verdict.judge(
                DECLARATION, SoundSession.of(ALPHA).refuse(PSC_TOKEN).hops());

        assertThat(verdict.outcome()).isEqualTo(Outcome.CONFORME);
    }

    @Test
    void aSessionThatReachesNoTeleserviceIsNoSuccess() {
        Verdict verdict = Verdict.judge(
                DECLARATION, SoundSession.of(ALPHA).endBefore(EXCHANGE).hops());

        assertThat(verdict.with(Status.PASS)).isNotEmpty();
        assertThat(verdict.with(Status.FAIL)).isEmpty();
        assertThat(verdict.outcome()).isEqualTo(Outcome.INDETERMINE);
    }

    @Test
    void aWrongBranchIsFoundInAHandshakeThatFailed() {
        SoundSession session = SoundSession.of(ALPHA).endBefore(EXCHANGE);
        session.handshakeFailed(session.certificate(
                ALPHA, SoundSession.OU, new CertificateDefect("WRONG_BRANCH", "TEST", "PRODUCTION")));

        assertThat(Verdict.judge(DECLARATION, session.hops()).with(Status.FAIL)).containsExactly(RuleId.of("ENV-01"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TLS_CHACHA20_POLY1305_SHA256",
                "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
                "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
                "TLS_DHE_RSA_WITH_AES_256_GCM_SHA384"
            })
    void aForwardSecretSuiteIsTaken(String suite) {
        SoundSession session = SoundSession.of(ALPHA).spoil(EXCHANGE, Fact.TLS_SUITE, suite);

        assertThat(Verdict.judge(DECLARATION, session.hops()).with(Status.FAIL)).isEmpty();
    }
}
