package fr.accroche.authserver.psc;

import static fr.accroche.authserver.TokenBench.access;
import static fr.accroche.authserver.TokenBench.refreshToken;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.authserver.Caller;
import fr.accroche.authserver.Identities;
import fr.accroche.authserver.PscBench;
import fr.accroche.authserver.TokenBench;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Form;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Requests about tokens that were changed by a seed, which the failure names: forms, Authorization headers, JWTs. None brings the server
 * down, and no token that is not the one issued is taken for it; {@code -Daccroche.seeds=100000} for more of them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangedTokenRequestsTest {

    private static final int SEEDS = Integer.getInteger("accroche.seeds", 150);
    private static final String PIECES = "&=%+ \u0000\u00e9;/.:,\"'\\{}[]<>~A0zZ-_";
    private static final List<String> PATHS = List.of("token", "revoke", "token/introspect", "userinfo", "logout");

    private final TokenBench bench = TokenBench.sound();
    private JsonObject tokens;

    @BeforeAll
    void connect() throws IOException {
        tokens = bench.connect(Caller.ALPHA);
    }

    @AfterAll
    void close() {
        bench.close();
    }

    @Test
    void noChangedFormBringsTheServerDown() throws IOException {
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            String path = PATHS.get(random.nextInt(PATHS.size()));
            String body = changed(form(random).encoded(), random);

            Response response = bench.psc.browser.send(
                    Optional.of(Identities.ALPHA),
                    ClientRequest.post(bench.psc.at(path), "application/x-www-form-urlencoded", body));

            sound(seed, response);
        }
    }

    /** Of tokens that live no more: so whatever a change leaves right, nothing is ended by it. */
    private Form form(Random random) {
        Form form = Caller.ALPHA.form(
                "grant_type",
                random.nextBoolean() ? "refresh_token" : PscBench.CIBA_GRANT,
                "refresh_token",
                "A".repeat(43) + "." + random.nextInt() + "." + "A".repeat(43),
                "auth_req_id",
                "request-" + random.nextInt(),
                "token",
                "token." + random.nextInt() + ".x",
                "token_type_hint",
                "access_token",
                "scope",
                "openid scope_all",
                "id_token_hint",
                "e30.e30.e30");
        return random.nextInt(4) == 0 ? form.plus("scope", "again") : form;
    }

    @Test
    void noChangedHeaderBringsTheServerDownOrLetsAnyoneIn() throws IOException {
        String sound = "Bearer " + access(tokens);
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            String value = visible(changed(random.nextInt(5) == 0 ? "Basic YWxwaGE6YQ==" : sound, random));
            String path = random.nextBoolean() ? "userinfo" : "token/introspect";

            Response response = bench.psc.browser.send(
                    Optional.empty(), ClientRequest.get(bench.psc.at(path)).with("Authorization", value));

            sound(seed, response);
            assertThat(response.status() == 200).as("seed %d", seed).isEqualTo(path.equals("userinfo") && same(value));
        }
    }

    private boolean same(String header) {
        return header.matches("(?i)bearer +\\Q" + access(tokens) + "\\E");
    }

    @Test
    void noChangedTokenIsTakenForTheOneThatWasIssued() throws IOException {
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            String idToken = forged(tokens.text("id_token").orElseThrow(), random);
            String accessToken = forged(access(tokens), random);
            String refreshToken = forged(refreshToken(tokens), random);

            assertThat(bench.active(Caller.ALPHA, accessToken))
                    .as("seed %d", seed)
                    .isFalse();
            assertThat(bench.refresh(Caller.ALPHA, refreshToken).status())
                    .as("seed %d", seed)
                    .isEqualTo(400);
            Response logout = bench.post(Caller.ALPHA, "logout", Form.of("id_token_hint", idToken));
            assertThat(logout.status()).as("seed %d", seed).isEqualTo(400);
        }
        assertThat(bench.active(Caller.ALPHA, access(tokens))).isTrue();
        assertThat(bench.active(Caller.ALPHA, refreshToken(tokens))).isTrue();
    }

    /** Another token: changed anywhere, without signature, of another algorithm, or with other claims. */
    private static String forged(String token, Random random) {
        String[] parts = token.split("\\.");
        String other = switch (random.nextInt(5)) {
            case 0 -> encoded("{\"alg\":\"none\"}") + "." + parts[1] + ".";
            case 1 -> encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + parts[1] + "." + parts[2];
            case 2 ->
                parts[0] + "." + encoded("{\"typ\":\"ID\",\"sid\":\"" + random.nextInt() + "\"}") + "." + parts[2];
            case 3 -> parts[0] + "." + parts[1] + "." + encoded("signature " + random.nextInt());
            default -> visible(changed(token, random));
        };
        return other.equals(token) || other.isBlank() ? token + "A" : other;
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** One to four changes: a piece put in, taken out, doubled, or another character. */
    static String changed(String text, Random random) {
        StringBuilder changed = new StringBuilder(text);
        for (int left = 1 + random.nextInt(4); left > 0; left--) {
            int at = random.nextInt(changed.length() + 1);
            int end = Math.min(changed.length(), at + 1 + random.nextInt(8));
            char piece = PIECES.charAt(random.nextInt(PIECES.length()));
            switch (random.nextInt(5)) {
                case 0 -> changed.insert(at, piece);
                case 1 -> changed.delete(at, end);
                case 2 -> changed.insert(at, changed.substring(at, end).repeat(1 + random.nextInt(300)));
                case 3 -> changed.replace(at, end, String.valueOf(piece));
                default -> changed.setLength(Math.max(1, at));
            }
            if (changed.isEmpty()) {
                changed.append(piece);
            }
        }
        return changed.toString();
    }

    /** What a header may hold. */
    static String visible(String text) {
        return text.replaceAll("[^\\x20-\\x7e]", "?").strip();
    }

    private void sound(int seed, Response response) {
        Hop hop = bench.psc.journal.last();
        assertThat(response.status()).as("seed %d", seed).isBetween(200, 499);
        assertThat(hop.answer()).as("seed %d", seed).isNotEqualTo(Optional.of("defect"));
        assertThat(response.body().length).as("seed %d", seed).isLessThan(10_000);
    }
}
