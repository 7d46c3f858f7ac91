package fr.accroche.authserver.apipsc;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.authserver.ApiBench;
import fr.accroche.authserver.ApiSettings;
import fr.accroche.authserver.Changes;
import fr.accroche.authserver.Declarations;
import fr.accroche.authserver.FakeCredentialApi;
import fr.accroche.authserver.FakeIntrospection;
import fr.accroche.authserver.Identities;
import fr.accroche.authserver.PscBench;
import fr.accroche.certs.Thumbprint;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whatever a stranger, PSC or the API Credential sends, a realm answers; never a crash, and no token that is not bound to the
 * certificate of the connection. The failure shows the seed; {@code -Daccroche.seeds=100000} tries more of them.
 */
class ChangedExchangeTest {

    private static final int SEEDS = Integer.getInteger("accroche.seeds", 250);

    @Test
    @Timeout(value = 60, unit = TimeUnit.MINUTES)
    void changedForms() throws IOException {
        try (ApiBench bench = ApiBench.with("apiPsc: { followsPscSession: true }")) {
            String exchange =
                    ApiBench.exchange(bench.pscToken()).plus("scope", "a b").encoded();
            JsonObject tokens = bench.tokens();
            List<String[]> sound = List.of(
                    new String[] {"token", exchange},
                    new String[] {"token", ApiBench.renewal("unknown").encoded()},
                    new String[] {
                        "token/introspect",
                        "token=" + tokens.text("access_token").orElseThrow()
                    },
                    new String[] {"revoke", "client_id=" + Identities.ALPHA_ID + "&token=unknown"},
                    new String[] {
                        "logout/backchannel-logout",
                        "logout_token=" + Identities.signing().sign(tokens)
                    });
            int served = 0;
            for (int seed = 0; seed < SEEDS; seed++) {
                Random random = new Random(seed);
                String[] call = sound.get(random.nextInt(sound.size()));
                ClientRequest request = ClientRequest.post(
                        bench.at(call[0]), "application/x-www-form-urlencoded", Changes.changed(call[1], random));
                Response response = bench.psc.browser.send(Optional.of(Identities.ALPHA), request);
                served += answered(seed, bench, response) ? 1 : 0;
            }
            assertThat(served).as("some are still sound").isBetween(0, SEEDS - 1);
        }
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.MINUTES)
    void changedSubjectTokens() throws IOException {
        try (ApiBench bench = ApiBench.with("apiPsc: { subjectTokenCheck: local-jwks }")) {
            String sound = bench.pscToken();
            for (int seed = 0; seed < SEEDS; seed++) {
                String changed = Changes.changed(sound, new Random(seed));
                Response response = bench.exchange(ApiBench.exchange(changed));
                boolean served = answered(seed, bench, response);
                assertThat(served && !CompactJws.claims(changed).equals(CompactJws.claims(sound)))
                        .as("seed %d: a token that was changed is taken", seed)
                        .isFalse();
            }
        }
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.MINUTES)
    void changedAnswersOfPscAndTheCredentialApi() throws IOException {
        try (ApiBench usual = ApiBench.sound();
                FakeIntrospection psc = new FakeIntrospection(usual.psc.runtime);
                ApiBench bench =
                        new ApiBench(Declarations.ville(), settings -> ApiSettings.pscIssuer(settings, psc.issuer()))) {
            String said = JsonObject.EMPTY
                    .with("active", true)
                    .with("exp", 4_000_000_000L)
                    .with("iss", psc.issuer().toString())
                    .with("typ", "Bearer")
                    .with("azp", Identities.ALPHA_ID)
                    .with("acr", "eidas1")
                    .with("SubjectNameID", PscBench.PERSON)
                    .compact();
            for (int seed = 0; seed < SEEDS; seed++) {
                Random random = new Random(seed);
                boolean ofPsc = random.nextBoolean();
                psc.says(ofPsc ? Changes.changed(said, random) : said);
                String granted = "{\"status\":\"GRANTED\"}";
                bench.credential.answers(
                        FakeCredentialApi.json(200, ofPsc ? granted : Changes.changed(granted, random)));
                answered(seed, bench, bench.exchange(ApiBench.exchange("any")));
            }
        }
    }

    /** Whether a token was issued. */
    private static boolean answered(int seed, ApiBench bench, Response response) throws IOException {
        Hop hop = bench.journal.last();
        assertThat(response.status()).as("seed %d", seed).isIn(200, 400, 401, 403, 503);
        assertThat(hop.answer()).as("seed %d", seed).isNotEqualTo(Optional.of("defect"));
        assertThat(hop.status()).isEqualTo(response.status());
        if (response.status() != 200) {
            assertThat(PscBench.json(response).text("error"))
                    .as("seed %d", seed)
                    .isPresent();
            return false;
        }
        Optional<String> token = response.body().length == 0
                ? Optional.empty()
                : PscBench.json(response).text("access_token");
        if (token.isPresent()) {
            String cnf = bench.introspect(Teleservice.DMP, token.get())
                    .object("cnf")
                    .flatMap(claim -> claim.text("x5t#S256"))
                    .orElseThrow();
            assertThat(Thumbprint.matchesAny(cnf, Identities.ALPHA.certificate()))
                    .as("seed %d", seed)
                    .isTrue();
        }
        return token.isPresent();
    }
}
