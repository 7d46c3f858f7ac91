package fr.accroche.authserver.apipsc;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.authserver.ApiBench;
import fr.accroche.authserver.Identities;
import fr.accroche.authserver.PscBench;
import fr.accroche.authserver.ResourceEndpoint;
import fr.accroche.authserver.Wrong;
import fr.accroche.certs.HeldCertificate;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiResourceTest {

    @ParameterizedTest
    @ValueSource(strings = {"ans", "rfc8705"})
    void takesAnApiTokenOverItsCertificateInBothEncodings(String encoding) throws IOException {
        try (ApiBench bench = ApiBench.with("cnf: " + encoding)) {
            Response response = get(bench, Optional.of(Identities.ALPHA), bench.apiToken());

            assertThat(response.status()).isEqualTo(200);
            JsonObject said = PscBench.json(response);
            assertThat(said.text("client_id")).contains(Identities.ALPHA_ID);
            assertThat(said.text("SubjectNameID")).contains(PscBench.PERSON);
            assertThat(said.object("cnf").orElseThrow().text("encoding")).contains(encoding);
        }
    }

    @Test
    void refusesAnotherCertificateAndAPscToken() throws IOException {
        try (ApiBench bench = ApiBench.sound()) {
            String token = bench.apiToken();

            Response other = get(bench, Optional.of(Identities.GAMMA), token);
            Wrong.assertRefused(other, bench.journal.last(Stage.RESOURCE), 401, "invalid_token", "TOK-03");
            Response none = get(bench, Optional.empty(), token);
            Wrong.assertRefused(none, bench.journal.last(Stage.RESOURCE), 401, "invalid_token", "TOK-03");
            Response ofPsc = get(bench, Optional.of(Identities.ALPHA), bench.pscToken());
            Wrong.assertRefused(ofPsc, bench.journal.last(Stage.RESOURCE), 401, "invalid_token", "TOK-04");
        }
    }

    private static Response get(ApiBench bench, Optional<HeldCertificate> identity, String token) throws IOException {
        return bench.psc.browser.send(
                identity,
                ClientRequest.get(bench.api.uri().resolve(ResourceEndpoint.PATH))
                        .with("Authorization", "Bearer " + token));
    }
}
