package fr.accroche.authserver;

import fr.accroche.wire.json.JsonObject;
import java.security.KeyPair;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The keys of a server, in a ring for each algorithm: the newest of a ring signs, and its last {@value #PUBLISHED} are published,
 * so that what an older one signed is verified while it lives (OpenID Connect Core §10.1.1). Thread-safe.
 */
public final class SigningKeys {

    private static final String LOGOUT = "logout+jwt";

    /** How many of a ring are published at most; a rotation beyond forgets the oldest. */
    public static final int PUBLISHED = 3;

    private final List<Ring> rings;

    /**
     * @param first the key that signs until the first rotation
     * @param generator makes a key of the same kind for each rotation; may take its time
     * @throws IllegalArgumentException if the first key is neither RSA nor of P-256
     */
    public SigningKeys(KeyPair first, Supplier<KeyPair> generator) {
        this(List.of(new Ring(first, generator)));
    }

    private SigningKeys(List<Ring> rings) {
        this.rings = rings;
    }

    /** These keys and others of another algorithm, rotated together; these sign where no algorithm is asked for. */
    public SigningKeys beside(SigningKeys others) {
        return new SigningKeys(
                Stream.concat(rings.stream(), others.rings.stream()).toList());
    }

    /** A compact JWS of these claims, by the newest key. */
    public String sign(JsonObject claims) {
        return rings.get(0).newest().sign(claims);
    }

    /** The same as a logout token (OpenID Connect Back-Channel Logout 1.0 §2.4), which nobody may take for an id_token. */
    public String signLogout(JsonObject claims) {
        return rings.get(0).newest().sign(LOGOUT, claims);
    }

    /**
     * The same with an algorithm of RFC 7518 §3.1.
     *
     * @throws IllegalArgumentException if there is no key for it
     */
    public String sign(String algorithm, JsonObject claims) {
        return rings.stream()
                .map(Ring::newest)
                .filter(key -> key.algorithm().equals(algorithm))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no key signs " + algorithm))
                .sign(claims);
    }

    /** The claims of a JWS that a key still published signed, whatever their dates. */
    public Optional<JsonObject> claims(String jws) {
        return published().flatMap(key -> key.claims(jws).stream()).findFirst();
    }

    /** The key set (RFC 7517 §5), ring by ring, newest first. */
    public JsonObject keySet() {
        return JsonObject.EMPTY.with(
                "keys", published().map(SigningKey::publicPart).toList());
    }

    /** The {@code kid} of each published key, in the same order. */
    public List<String> ids() {
        return published().map(SigningKey::id).toList();
    }

    /** Signs with new keys from now on; the old ones stay published. Waits for the generators. */
    public void rotate() {
        rings.forEach(Ring::rotate);
    }

    /** Publishes the keys that sign and no others: what the others signed is verified no more. */
    public void forgetOld() {
        rings.forEach(Ring::forgetOld);
    }

    private Stream<SigningKey> published() {
        return rings.stream().flatMap(ring -> ring.keys.stream());
    }

    private static final class Ring {

        private final Supplier<KeyPair> generator;

        /** Newest first. */
        private volatile List<SigningKey> keys;

        Ring(KeyPair first, Supplier<KeyPair> generator) {
            this.generator = Objects.requireNonNull(generator, "generator");
            this.keys = List.of(new SigningKey(first));
        }

        SigningKey newest() {
            return keys.get(0);
        }

        synchronized void rotate() {
            SigningKey next = new SigningKey(generator.get());
            keys = Stream.concat(Stream.of(next), keys.stream())
                    .limit(PUBLISHED)
                    .toList();
        }

        synchronized void forgetOld() {
            keys = List.of(keys.get(0));
        }
    }
}
