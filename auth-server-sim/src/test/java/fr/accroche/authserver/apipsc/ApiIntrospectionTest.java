package fr.accroche.authserver.apipsc;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.authserver.ApiBench;
import fr.accroche.authserver.Browser;
import fr.accroche.authserver.Identities;
import fr.accroche.authserver.PscBench;
import fr.accroche.authserver.Wrong;
import fr.accroche.certs.Thumbprint;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.ObservedCertificate;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.wire.Form;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiIntrospectionTest {

    private final ApiBench bench = ApiBench.sound();

    @AfterAll
    void close() {
        bench.close();
    }

    @Test
    void saysWhatALiveTokenIs() throws IOException {
        String token = bench.apiToken();

        JsonObject said = bench.introspect(Teleservice.DMP, token);

        assertThat(said.bool("active")).contains(true);
        assertThat(said.text("azp")).contains(Identities.ALPHA_ID);
        assertThat(said.text("client_id")).contains(Identities.ALPHA_ID);
        assertThat(said.text("SubjectNameID")).contains(PscBench.PERSON);
        assertThat(said.integer("exp")).isPresent();
        assertThat(said.get("aud").orElseThrow().compact()).contains("\"dmp\"");
        String cnf = said.object("cnf").flatMap(each -> each.text("x5t#S256")).orElseThrow();
        assertThat(Thumbprint.matchesAny(cnf, Identities.ALPHA.certificate())).isTrue();
        Hop hop = bench.journal.last();
        assertThat(hop.stage()).isEqualTo(Stage.API_INTROSPECTION);
        assertThat(hop.breaches()).isEmpty();
        assertThat(hop.value(Fact.API_TOKEN)).contains(Fact.API_TOKEN.redact(token));
        assertThat(hop.value(Fact.TELESERVICE)).contains("DMP");
        assertThat(hop.value(Fact.TOKEN_PERSON)).contains(PscBench.PERSON);
        assertThat(hop.value(Fact.TOKEN_CNF))
                .contains(ObservedCertificate.of(Identities.ALPHA.certificate(), List.of())
                        .sha256());
        assertThat(hop.toString()).doesNotContain(token);
    }

    @Test
    void tokenIsDeadElsewhereAndAfterItsLife() throws IOException {
        String token = bench.apiToken();

        assertThat(bench.introspect(Teleservice.INSI, token).compact()).isEqualTo("{\"active\":false}");
        assertThat(bench.introspect(Teleservice.DMP, "unknown").compact()).isEqualTo("{\"active\":false}");
        assertThat(bench.introspect(Teleservice.DMP, bench.pscToken()).compact())
                .isEqualTo("{\"active\":false}");
        bench.psc.clock.advance(Duration.ofSeconds(14_397));
        assertThat(bench.introspect(Teleservice.DMP, token).bool("active")).contains(true);
        bench.psc.clock.advance(Duration.ofSeconds(3));
        assertThat(bench.introspect(Teleservice.DMP, token).compact()).isEqualTo("{\"active\":false}");
    }

    @Test
    void knowsTeleserviceByItsCertificateWhateverItNamesItself() throws IOException {
        Form form = Form.of("token", bench.apiToken(), "client_id", "teleservice");

        Response response = bench.psc.browser.post(Identities.TELESERVICE, bench.introspection(Teleservice.DMP), form);

        assertThat(PscBench.json(response).bool("active")).contains(true);
    }

    @Test
    void refusesCallerThatIsNoTeleservice() throws IOException {
        Response response =
                bench.psc.browser.post(Identities.ALPHA, bench.introspection(Teleservice.DMP), Form.of("token", "any"));

        Wrong.assertRefused(response, bench.journal.last(), 401, "invalid_client", "IDN-03");
    }

    @Test
    void refusesCallerWithoutCertificate() throws IOException {
        Response response = bench.psc.browser.send(
                Optional.empty(), Browser.form(bench.introspection(Teleservice.DMP), Form.of("token", "any")));

        Wrong.assertRefused(response, bench.journal.last(), 401, "invalid_client", "MTL-01");
    }

    @Test
    void refusesCallWithoutToken() throws IOException {
        Response response =
                bench.psc.browser.post(Identities.TELESERVICE, bench.introspection(Teleservice.DMP), Form.of());

        Wrong.assertRefused(response, bench.journal.last(), 400, "invalid_request", "TOK-04");
    }
}
