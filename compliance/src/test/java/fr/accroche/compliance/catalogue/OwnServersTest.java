package fr.accroche.compliance.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationException;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.verdict.Outcome;
import fr.accroche.compliance.verdict.RuleResult;
import fr.accroche.compliance.verdict.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A sound session of which the vendor's own servers recorded nothing. */
class OwnServersTest {

    private static final String PSC =
            "psc: { mode: external, url: 'https://psc/auth/realms/esante-wallet/.well-known/openid-configuration' }";
    private static final String AUTHORIZATION_SERVER =
            "authorizationServer: { mode: external, urls: { DMP: 'https://as.invalid/dmp/token', INSi: 'https://as.invalid/insi/token', ON: 'https://as.invalid/on/token', conformite: 'https://as.invalid/ans/token' } }";
    private static final String CREDENTIAL =
            "credentialApi: { mode: external, url: 'https://edc.invalid/credentials' }";
    private static final String TELESERVICES =
            "teleservices: { mode: external, urls: { DMP: 'https://dmp.invalid/s', INSi: 'https://insi.invalid/s', ON: 'https://on.invalid/s', conformite: 'https://ans.invalid/s' } }";

    private static Declaration declared(String... participants) throws DeclarationException {
        String yaml = ShippedDeclaration.PROXY_INTEGRE.text() + "\nparticipants:\n"
                + Arrays.stream(participants).map(each -> "  " + each + "\n").collect(Collectors.joining());
        return DeclarationReader.read(
                "accroche.yaml", yaml.getBytes(StandardCharsets.UTF_8), LocalDate.of(2026, 11, 22));
    }

    private static List<Hop> without(Stage... stages) {
        Set<Stage> unseen = Set.of(stages);
        return SoundSession.of("alpha-edc-bas").hops().stream()
                .filter(hop -> !unseen.contains(hop.stage()))
                .toList();
    }

    private static Set<String> ids(Verdict verdict, Status status) {
        return verdict.with(status).stream().map(RuleId::value).collect(Collectors.toSet());
    }

    private static Set<String> words(String list) {
        return list == null ? Set.of() : Set.of(list.split(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            psc                 | PSC_DISCOVERY PSC_CIBA PSC_TOKEN PSC_INTROSPECTION PSC_LOGOUT | TOK-05 TOK-06
            authorizationServer | EXCHANGE CREDENTIAL API_INTROSPECTION | CRD-01 CRD-02 CRD-03 CRD-04 CRD-06 IDN-04 IDN-05 TOK-01 TOK-02
            credentialApi       | CREDENTIAL                            | CRD-01 CRD-02 CRD-03 CRD-04 CRD-06 IDN-05
            teleservices        | BUSINESS                              | ARC-05 IDN-06 LPS-01 LPS-02 LPS-03 LPS-04 LPS-05 LPS-06 LPS-07 LPS-08 LPS-09 LPS-10 LPS-11 TOK-03 TOK-04
            """)
    void whatTheVendorsOwnServerAloneSeesIsNotTestable(String who, String stages, String rules)
            throws DeclarationException {
        // Given
        Stage[] unseen = Stream.of(stages.split(" ")).map(Stage::valueOf).toArray(Stage[]::new);
        String participant = Stream.of(PSC, AUTHORIZATION_SERVER, CREDENTIAL, TELESERVICES)
                .filter(each -> each.startsWith(who))
                .findFirst()
                .orElseThrow();

        // When
        Verdict verdict = Verdict.judge(declared(participant), without(unseen));

        // Then
        assertThat(ids(verdict, Status.NOT_TESTABLE)).isEqualTo(words(rules));
        assertThat(ids(verdict, Status.FAIL)).isEmpty();
        assertThat(ids(verdict, Status.ERROR)).isEmpty();
        assertThat(ids(verdict, Status.SKIPPED)).isEmpty();
        RuleResult result = verdict.rule(RuleId.of(rules.split(" ")[0])).orElseThrow();
        assertThat(result.reason().orElseThrow().en())
                .contains("your own", "accroche.yaml:", "nothing was recorded there");
        assertThat(result.reason().orElseThrow().fr()).contains("le vôtre");
    }

    /** A rule that does not say where it looks would be said to wait for a chain that can get no further. */
    @Test
    void everyRuleSaysWhereItLooks() {
        assertThat(Catalogue.ALL.stream().filter(rule -> rule.seenAt().isEmpty()))
                .extracting(rule -> rule.card().id().value())
                .as("of these any hop will do, the proxy's too")
                .containsExactly("MTL-02");
    }

    @Test
    void theProxyTellsWhetherAnOwnTeleserviceAnswered() throws DeclarationException {
        assertThat(Verdict.judge(declared(TELESERVICES), without(Stage.BUSINESS))
                        .outcome())
                .isEqualTo(Outcome.CONFORME);
        assertThat(Verdict.judge(declared(TELESERVICES), without(Stage.BUSINESS, Stage.PROXY_SEND, Stage.LPS_SEND))
                        .outcome())
                .isEqualTo(Outcome.INDETERMINE);
    }

    @Test
    void whereEveryServerIsTheVendorsNoCertificateIsSeen() throws DeclarationException {
        Verdict verdict = Verdict.judge(
                declared(PSC, AUTHORIZATION_SERVER, TELESERVICES),
                without(
                        Stage.PSC_DISCOVERY,
                        Stage.PSC_CIBA,
                        Stage.PSC_TOKEN,
                        Stage.PSC_INTROSPECTION,
                        Stage.EXCHANGE,
                        Stage.CREDENTIAL,
                        Stage.BUSINESS));

        assertThat(ids(verdict, Status.NOT_TESTABLE)).contains("IDN-01", "IDN-02", "IDN-03", "ENV-01", "MTL-01");
        assertThat(verdict.rule(RuleId.of("IDN-01"))
                        .orElseThrow()
                        .reason()
                        .orElseThrow()
                        .en())
                .contains("Pro Santé Connect", "authorization server", "téléservices");
    }

    @Test
    void whatWasMerelyNotReachedIsNotSaidToBeUntestable() throws DeclarationException {
        Verdict verdict = Verdict.judge(declared(CREDENTIAL), without(Stage.CREDENTIAL, Stage.BUSINESS));

        assertThat(ids(verdict, Status.SKIPPED)).contains("LPS-01");
        assertThat(ids(verdict, Status.NOT_TESTABLE)).doesNotContain("LPS-01");
    }

    @Test
    void theIssuerOfAnOwnPscIsTheOneDeclared() throws DeclarationException {
        String other = "psc: { mode: external, url: 'https://psc.invalid/other/.well-known/openid-configuration' }";

        Verdict verdict = Verdict.judge(declared(other), without(Stage.PSC_CIBA));

        assertThat(verdict.rule(RuleId.of("TOK-02"))
                        .orElseThrow()
                        .telling()
                        .orElseThrow()
                        .expected()
                        .value())
                .isEqualTo("https://psc.invalid/other");
        assertThat(ids(verdict, Status.FAIL)).containsExactly("TOK-02");
        assertThat(without().stream()
                        .filter(hop -> hop.value(Fact.SUBJECT_TOKEN_ISSUER).isPresent()))
                .isNotEmpty();
    }
}
