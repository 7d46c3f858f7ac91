package fr.accroche.authserver.psc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import fr.accroche.authserver.Call;
import fr.accroche.authserver.ClientKeys;
import fr.accroche.authserver.StrictJws;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonException;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A signed request object whose form, header and signature were judged (RFC 7515, RFC 8725); what it claims is for {@link
 * RequestObjectClaims}.
 *
 * @param algorithm what its header says; {@code unreadable} if it says nothing that can be read
 * @param flaws what is wrong with it
 * @param claims its claims; empty if there is any flaw
 */
record RequestObject(String algorithm, List<Flaw> flaws, Optional<JsonObject> claims) {

    /** Longest one that is read: with every parameter it takes less than three kilobytes. */
    static final int LONGEST = 16 * 1024;

    /** RFC 7519 §5.1 and RFC 9101 §10.8; lower case. */
    private static final Set<String> TYPES =
            Set.of("jwt", "application/jwt", "oauth-authz-req+jwt", "application/oauth-authz-req+jwt");

    /** Header parameters that change what a JWS means; none is understood here (RFC 7515 §4.1.11, RFC 7797 §3, RFC 7519 §5.2). */
    private static final List<String> FORBIDDEN = List.of("crit", "b64", "cty", "enc", "zip");

    /**
     * Something wrong.
     *
     * @param part where: {@code header.alg}, {@code aud}…
     * @param expected what would have been right
     * @param observed what it is; nothing secret
     */
    record Flaw(String part, String expected, String observed) {

        static Flaw of(String part, String expected, Optional<Json> observed) {
            return new Flaw(
                    part,
                    expected,
                    observed.map(value -> value instanceof JsonText text ? text.value() : value.compact())
                            .map(Call::clipped)
                            .orElse("none"));
        }
    }

    /**
     * Judges one.
     *
     * @param algorithm the one that the client registered
     * @param keys the client's
     */
    static RequestObject judge(String compact, JWSAlgorithm algorithm, Optional<ClientKeys> keys) {
        if (compact.length() > LONGEST) {
            return broken(new Flaw("request", "at most " + LONGEST + " characters", compact.length() + " characters"));
        }
        if (!StrictJws.isCompact(compact)) {
            long dots = compact.chars().filter(c -> c == '.').count();
            return broken(new Flaw(
                    "request",
                    "a JWS in compact form",
                    dots == 4 ? "a JWE: encryption is not offered" : "something else"));
        }
        Optional<JsonObject> header = object(compact.substring(0, compact.indexOf('.')));
        if (header.isEmpty()) {
            return broken(new Flaw("header", "a JSON object", "something else"));
        }
        String observed = header.get().text("alg").map(Call::clipped).orElse("unreadable");
        List<Flaw> flaws = header(header.get(), algorithm);
        return flaws.isEmpty()
                ? verified(compact, algorithm, keys, header.get().text("kid"))
                : new RequestObject(observed, flaws, Optional.empty());
    }

    private static RequestObject broken(Flaw flaw) {
        return new RequestObject("unreadable", List.of(flaw), Optional.empty());
    }

    private static List<Flaw> header(JsonObject header, JWSAlgorithm algorithm) {
        List<Flaw> flaws = new ArrayList<>();
        if (header.text("alg").filter(algorithm.getName()::equals).isEmpty()) {
            flaws.add(Flaw.of("header.alg", algorithm.getName(), header.get("alg")));
        }
        if (header.get("typ").isPresent()
                && header.text("typ")
                        .map(type -> type.toLowerCase(Locale.ROOT))
                        .filter(TYPES::contains)
                        .isEmpty()) {
            flaws.add(Flaw.of("header.typ", "JWT, oauth-authz-req+jwt or none", header.get("typ")));
        }
        if (header.get("kid").isPresent() && header.text("kid").isEmpty()) {
            flaws.add(Flaw.of("header.kid", "a text", header.get("kid")));
        }
        FORBIDDEN.stream()
                .filter(name -> header.get(name).isPresent())
                .forEach(name -> flaws.add(Flaw.of("header." + name, "none", header.get(name))));
        return flaws;
    }

    private static RequestObject verified(
            String compact, JWSAlgorithm algorithm, Optional<ClientKeys> keys, Optional<String> kid) {
        List<JWK> candidates = keys.map(set -> set.signature(algorithm, kid)).orElse(List.of());
        if (candidates.isEmpty()) {
            return new RequestObject(
                    algorithm.getName(),
                    List.of(new Flaw(
                            "header.kid",
                            "a key that the client registered",
                            kid.map(Call::clipped).orElse("none"))),
                    Optional.empty());
        }
        if (candidates.stream().noneMatch(key -> verifies(key, compact))) {
            return new RequestObject(
                    algorithm.getName(),
                    List.of(new Flaw("signature", "by a key that the client registered", "another one")),
                    Optional.empty());
        }
        String payload = compact.substring(compact.indexOf('.') + 1, compact.lastIndexOf('.'));
        Optional<JsonObject> claims = object(payload);
        List<Flaw> flaws = claims.isPresent()
                ? List.of()
                : List.of(new Flaw("payload", "a JSON object, each member once", "something else"));
        return new RequestObject(algorithm.getName(), flaws, claims);
    }

    private static boolean verifies(JWK key, String compact) {
        try {
            return JWSObject.parse(compact)
                    .verify(
                            key instanceof ECKey elliptic
                                    ? new ECDSAVerifier(elliptic)
                                    : new RSASSAVerifier(key.toRSAKey()));
        } catch (ParseException | JOSEException e) {
            return false;
        }
    }

    /** A part as an object: strict, so that two readers cannot see two things in it. */
    private static Optional<JsonObject> object(String base64url) {
        try {
            byte[] utf8 = Base64.getUrlDecoder().decode(base64url.getBytes(StandardCharsets.US_ASCII));
            return Optional.of(Json.parseObject(utf8));
        } catch (IllegalArgumentException | JsonException e) {
            return Optional.empty();
        }
    }
}
