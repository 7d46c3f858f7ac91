package fr.accroche.authserver.psc;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.authserver.CodeBench;
import fr.accroche.authserver.Identities;
import fr.accroche.authserver.Wrong;
import fr.accroche.compliance.catalogue.standards.AuthorizationIsSound;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationException;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.exchange.Exchange;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.rule.Trial;
import fr.accroche.wire.Form;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The guard of authorization requests and TOK-06 are two statements of one requirement: they say the same of every request. */
class AuthorizationAgreementTest {

    private static final String NONE = null;

    private static final List<List<String>> CHANGES = List.of(
            list("redirect_uri", CodeBench.CALLBACK, "https://ailleurs.accroche.invalid/", NONE),
            list("response_type", "code", "token", NONE),
            list("scope", "openid scope_all", "openid", NONE),
            list("acr_values", "eidas1", "eidas3 eidas1", NONE),
            list("nonce", "n-456", NONE),
            list("code_challenge_method", "S256", "plain", NONE),
            list("code_challenge", CodeBench.CHALLENGE, NONE));

    private static List<String> list(String... values) {
        return Arrays.asList(values);
    }

    @ParameterizedTest(name = "demands: {0}, pkce: {1}")
    @CsvSource({
        "'', s256", "'', required", "'', plain",
        "', demands: []', s256", "', demands: []', required", "', demands: []', plain"
    })
    void guardAndRuleAgree(String demands, String pkce) throws IOException, DeclarationException {
        Declaration declaration = declaration(demands, pkce);
        try (CodeBench code = new CodeBench(PscSettings.from(declaration))) {
            for (Form request : requests()) {
                code.surfer().open(code.authorization(request));
                Hop hop = code.bench.journal.last(Stage.PSC_AUTHORIZATION);

                assertThat(broken(declaration, hop))
                        .as(request.encoded())
                        .isEqualTo(!hop.breaches().isEmpty());
            }
        }
    }

    private static boolean broken(Declaration declaration, Hop hop) {
        List<Exchange> run = Exchange.of(List.of(hop));
        return new AuthorizationIsSound()
                .check(new Trial(declaration, run.get(0), run)).stream()
                        .anyMatch(finding -> finding.status() == Status.FAIL);
    }

    /** Every combination. */
    private static List<Form> requests() {
        List<Form> requests = List.of(CodeBench.request(Identities.ALPHA_ID));
        for (List<String> change : CHANGES) {
            List<Form> more = new ArrayList<>();
            for (Form request : requests) {
                change.subList(1, change.size()).forEach(value -> more.add(Wrong.with(request, change.get(0), value)));
            }
            requests = more;
        }
        return requests;
    }

    private static Declaration declaration(String demands, String pkce) throws DeclarationException {
        String yaml = ShippedDeclaration.PROXY_INTEGRE
                .text()
                .replace(
                        "clientId: alpha-edc-bas,",
                        "clientId: alpha-edc-bas, psc: { redirectUris: [\"" + CodeBench.CALLBACK + "\"]" + demands
                                + " },")
                .replace("operations: ", "settings: { psc: { pkce: " + pkce + " } }\noperations: ");
        return DeclarationReader.read(
                "accroche.yaml", yaml.getBytes(StandardCharsets.UTF_8), LocalDate.parse("2026-11-22"));
    }
}
