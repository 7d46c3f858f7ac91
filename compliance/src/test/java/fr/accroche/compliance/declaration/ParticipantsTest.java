package fr.accroche.compliance.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParticipantsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static Participants declared(String participants) throws DeclarationException {
        String yaml = new String(ShippedDeclaration.PROXY_INTEGRE.yaml(), StandardCharsets.UTF_8) + "\nparticipants: "
                + participants + "\n";
        return DeclarationReader.read("accroche.yaml", yaml.getBytes(StandardCharsets.UTF_8), TODAY)
                .participants();
    }

    @Test
    void everyLinkIsSimulatedByDefault() throws DeclarationException {
        assertThat(DeclarationReader.read("accroche.yaml", ShippedDeclaration.PROXY_INTEGRE.yaml(), TODAY)
                        .participants())
                .isEqualTo(Participants.SIMULATED);
        assertThat(declared("{ proxy: { mode: simulated } }")).isEqualTo(Participants.SIMULATED);
    }

    @Test
    void aProxyIsWhereItIsSaidToBe() throws DeclarationException {
        Participants.Proxy proxy = declared(
                        "{ proxy: { mode: external, url: \"https://127.0.0.1:9443\", trust: ca.pem } }")
                .proxy()
                .orElseThrow();

        assertThat(proxy.path()).isEqualTo("participants.proxy");
        assertThat(proxy.url()).isEqualTo(URI.create("https://127.0.0.1:9443"));
        assertThat(proxy.files().orElseThrow().trust()).contains("ca.pem");
    }

    @Test
    void aTeleserviceThatHasNoAddressStaysSimulated() throws DeclarationException {
        Participants participants =
                declared("{ teleservices: { mode: external, urls: { INSi: \"https://insi.invalid\" } } }");

        assertThat(participants.teleservices().orElseThrow().urls())
                .isEqualTo(Map.of(Teleservice.INSI, URI.create("https://insi.invalid")));
    }

    @Test
    void anLpsNeedsNoAddress() throws DeclarationException {
        assertThat(declared("{ lps: { mode: external } }").lps()).isPresent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            proxy: { mode: external }                                    | needs url
            teleservices: { mode: external }                             | needs urls
            proxy: { mode: external, url: "http://proxy.invalid" }       | this machine
            proxy: { mode: external, url: "https://a:70000" }            | no address
            proxy: { mode: external, url: "https://user:pw@a" }          | no address
            proxy: { mode: simulated, url: "https://a" }                 | mode: external
            proxy: { mode: external, url: "ftp://a" }                    | form
            credentialApi: { mode: external, url: "http://127.0.0.1:1" } | only https
            psc: { mode: external, url: "https://psc.invalid" }          | .well-known
            authorizationServer: { mode: external, urls: { DMP: "https://a" }, introspection: { ON: "https://b" } } | ON: introspection without
            """)
    void saysWhatIsMissingOrCannotBeCalled(String participant, String word) {
        assertThatExceptionOfType(DeclarationException.class)
                .isThrownBy(() -> declared("{ " + participant + " }"))
                .satisfies(refused -> assertThat(refused.problems())
                        .anyMatch(problem -> problem.message().en().contains(word)));
    }

    @Test
    void theIssuerOfPscStandsBeforeItsDiscoveryDocument() throws DeclarationException {
        assertThat(declared(
                                "{ psc: { mode: external, url: \"https://psc.invalid/a/.well-known/openid-configuration\" } }")
                        .pscIssuer())
                .contains("https://psc.invalid/a");
    }

    @Test
    void tokensAreIntrospectedUnderTheTokenEndpointUnlessSaidOtherwise() throws DeclarationException {
        Participants.AuthorizationServers servers = declared(
                        "{ authorizationServer: { mode: external, urls: { DMP: \"https://a/dmp/token\", ON: \"https://a/on/token\" },"
                                + " introspection: { ON: \"https://a/on/asked\" } } }")
                .authorizationServer()
                .orElseThrow();

        assertThat(servers.introspection(Teleservice.DMP)).contains(URI.create("https://a/dmp/token/introspect"));
        assertThat(servers.introspection(Teleservice.ON)).contains(URI.create("https://a/on/asked"));
        assertThat(servers.introspection(Teleservice.INSI)).isEmpty();
    }
}
