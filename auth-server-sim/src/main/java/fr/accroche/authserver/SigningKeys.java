package fr.accroche.authserver;

import fr.accroche.wire.json.JsonObject;
import java.security.KeyPair;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The RSA keys of a server: the newest signs, and the last {@value #PUBLISHED} are published, so that what an older one signed
 * is verified while it lives (OpenID Connect Core §10.1.1). Thread-safe.
 */
public final class SigningKeys {

    /** How many are published at most; a rotation beyond forgets the oldest. */
    public static final int PUBLISHED = 3;

    private final Supplier<KeyPair> generator;

    /** Newest first. */
    private volatile List<SigningKey> ring;

    /**
     * @param first the key that signs until the first rotation
     * @param generator makes an RSA key for each rotation; may take its time
     * @throws IllegalArgumentException if the first key is not RSA
     */
    public SigningKeys(KeyPair first, Supplier<KeyPair> generator) {
        this.generator = Objects.requireNonNull(generator, "generator");
        this.ring = List.of(new SigningKey(first));
    }

    /** A compact JWS of these claims, by the newest key. */
    public String sign(JsonObject claims) {
        return ring.get(0).sign(claims);
    }

    /** The claims of a JWS that a key still published signed, whatever their dates. */
    public Optional<JsonObject> claims(String jws) {
        return ring.stream().flatMap(key -> key.claims(jws).stream()).findFirst();
    }

    /** The key set (RFC 7517 §5), newest first. */
    public JsonObject keySet() {
        return JsonObject.EMPTY.with(
                "keys", ring.stream().map(SigningKey::publicPart).toList());
    }

    /** The {@code kid} of each published key, newest first. */
    public List<String> ids() {
        return ring.stream().map(SigningKey::id).toList();
    }

    /** Signs with a new key from now on; the old one stays published. Waits for the generator. */
    public synchronized void rotate() {
        SigningKey next = new SigningKey(generator.get());
        ring = Stream.concat(Stream.of(next), ring.stream()).limit(PUBLISHED).toList();
    }

    /** Publishes the key that signs and no other: what the others signed is verified no more. */
    public synchronized void forgetOld() {
        ring = List.of(ring.get(0));
    }
}
