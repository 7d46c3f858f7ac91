package fr.accroche.authserver.psc;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.authserver.Identities;
import fr.accroche.authserver.PscBench;
import fr.accroche.compliance.declaration.PscRegistration.RequestObject;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Form;
import fr.accroche.wire.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Requests that were changed by a seed are answered as CIBA Core answers, and nothing signed is accepted once a byte of it
 * is another; {@code -Daccroche.seeds=100000} for more of them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangedCibaTest {

    private static final int SEEDS = Integer.getInteger("accroche.seeds", 300);
    private static final String FORM = "application/x-www-form-urlencoded";

    private final PscBench plain = PscBench.sound();
    private final PscBench signed = new PscBench(Registrations.settings(
            "",
            client -> client.with(Registrations.signing(RequestObject.ES256)).with(SignedRequest.KEYS)));

    @AfterAll
    void close() {
        plain.close();
        signed.close();
    }

    @Test
    void answersChangedForms() throws IOException {
        for (int seed = 0; seed < SEEDS; seed++) {
            String body = changed(PscBench.ciba(Identities.ALPHA_ID).encoded(), new Random(seed));

            assertAnswered(seed, plain, send(plain, plain.at("ext/ciba/auth"), body));
        }
    }

    @Test
    void answersChangedPolls() throws IOException {
        String authReqId = plain.ask(Identities.ALPHA, Identities.ALPHA_ID);
        Form poll =
                Form.of("client_id", Identities.ALPHA_ID, "grant_type", PscBench.CIBA_GRANT, "auth_req_id", authReqId);
        for (int seed = 0; seed < SEEDS; seed++) {
            String body = changed(poll.encoded(), new Random(seed));

            assertAnswered(seed, plain, send(plain, plain.at("token"), body));
        }
    }

    /** Before the signature is verified: whatever the object's text becomes. */
    @Test
    void refusesChangedObjects() throws IOException {
        for (int seed = 0; seed < SEEDS; seed++) {
            String sound = SignedRequest.sound(signed, "ES256").compact();
            String other = changed(sound, new Random(seed));
            String body =
                    Form.of("client_id", Identities.ALPHA_ID, "request", other).encoded();

            Response response = send(signed, signed.at("ext/ciba/auth"), body);

            if (!sameBytes(sound, other)) {
                assertThat(response.status()).as("seed %d", seed).isEqualTo(400);
            }
            assertAnswered(seed, signed, response);
        }
    }

    /** After it: what the client itself signs may be anything. */
    @Test
    void answersSignedNonsense() throws IOException {
        for (int seed = 0; seed < SEEDS; seed++) {
            SignedRequest sound = SignedRequest.sound(signed, "ES256");
            SignedRequest other = sound.withPayload(changed(sound.payload(), new Random(seed)));

            assertAnswered(
                    seed,
                    signed,
                    send(signed, signed.at("ext/ciba/auth"), other.form().encoded()));
        }
    }

    @Test
    void deskAnswersChangedOrders() throws IOException {
        for (int seed = 0; seed < SEEDS; seed++) {
            String body = changed("action=allow&auth_req_id=x&login_hint=899900000011&request=y", new Random(seed));

            Response response = send(plain, plain.psc.uri().resolve(Paths.ECPS), body);

            assertThat(response.status()).as("seed %d: %s", seed, body).isIn(204, 400, 404);
        }
    }

    private static void assertAnswered(int seed, PscBench bench, Response response) {
        Hop hop = bench.journal.last();
        assertThat(response.status()).as("seed %d", seed).isIn(200, 400, 401);
        if (response.status() == 200) {
            assertThat(hop.breaches()).as("seed %d", seed).isEmpty();
            assertThat(hop.value(Fact.AUTH_REQ_ID)).as("seed %d", seed).isPresent();
        } else {
            String error = PscBench.json(response).text("error").orElseThrow();
            assertThat(error).as("seed %d", seed).matches("[a-z_]+");
            assertThat(PscBench.json(response).text("error_description").orElseThrow())
                    .as("seed %d", seed)
                    .matches("[ -~]{1,120}");
        }
    }

    private static Response send(PscBench bench, URI uri, String body) throws IOException {
        return bench.browser.send(Optional.of(Identities.ALPHA), ClientRequest.post(uri, FORM, body));
    }

    /** One to four characters put in, taken out, replaced or doubled. */
    private static String changed(String text, Random random) {
        StringBuilder changed = new StringBuilder(text);
        String alphabet = "abcXYZ019=&%+._-{}[]\",:\\ \u0000\u00e9";
        for (int i = 0; i <= random.nextInt(4); i++) {
            int at = random.nextInt(changed.length());
            char c = alphabet.charAt(random.nextInt(alphabet.length()));
            switch (random.nextInt(4)) {
                case 0 -> changed.insert(at, c);
                case 1 -> changed.deleteCharAt(at);
                case 2 -> changed.setCharAt(at, c);
                default -> changed.insert(at, changed.substring(at, Math.min(changed.length(), at + 20)));
            }
        }
        return changed.toString();
    }

    /** Whether two compact forms say the same: the last character of a part has bits that count for nothing. */
    private static boolean sameBytes(String one, String other) {
        String[] parts = other.split("\\.", -1);
        String[] sound = one.split("\\.", -1);
        if (parts.length != 3 || !parts[0].equals(sound[0]) || !parts[1].equals(sound[1])) {
            return false;
        }
        try {
            return Arrays.equals(
                    Base64.getUrlDecoder().decode(sound[2].getBytes(StandardCharsets.US_ASCII)),
                    Base64.getUrlDecoder().decode(parts[2].getBytes(StandardCharsets.US_ASCII)));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
