package fr.accroche.authserver;

import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.state.State;
import java.security.KeyPair;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
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

    /** One for each ring. */
    private final List<Supplier<KeyPair>> generators;

    private final KeyBoard board;

    /**
     * Keys of this process alone.
     *
     * @param first the key that signs until the first rotation
     * @param generator makes a key of the same kind for each rotation; may take its time
     * @throws IllegalArgumentException if the first key is neither RSA nor of P-256
     */
    public SigningKeys(KeyPair first, Supplier<KeyPair> generator) {
        this(
                List.of(Objects.requireNonNull(generator, "generator")),
                new KeyBoard.Own(new Keyring(List.of(List.of(new SigningKey(first))))));
    }

    private SigningKeys(List<Supplier<KeyPair>> generators, KeyBoard board) {
        this.generators = generators;
        this.board = board;
    }

    /**
     * These keys and others of another algorithm, rotated together; these sign where no algorithm is asked for. What becomes of
     * either alone later does not touch both together.
     */
    public SigningKeys beside(SigningKeys others) {
        return new SigningKeys(
                Stream.concat(generators.stream(), others.generators.stream()).toList(),
                new KeyBoard.Own(board.latest().beside(others.board.latest())));
    }

    /**
     * The keys that all servers have alike which ask the same state for the same name; these where none asked before. A rotation
     * at one is seen at once by the others in what they publish and verify, and within 200 ms in what they sign; what one forgets
     * the others publish no more at once, and use no more within 200 ms. Without the state they sign, verify and publish with what
     * they know; only changes fail, with {@link fr.accroche.wire.state.StateUnavailableException}.
     *
     * <p>The state holds the private keys too, as they are: a simulator's, whose signatures nobody else believes.
     *
     * @param name as {@code psc.keys}
     * @throws fr.accroche.wire.state.StateUnavailableException if the state cannot be reached now
     */
    public SigningKeys sharedIn(State state, String name) {
        return sharedIn(state, name, System::nanoTime);
    }

    /** @param nanos time that passes, in nanoseconds since whenever */
    SigningKeys sharedIn(State state, String name, LongSupplier nanos) {
        return new SigningKeys(generators, new SharedKeyBoard(state, name, board.latest(), nanos));
    }

    /** A compact JWS of these claims, by the newest key. */
    public String sign(JsonObject claims) {
        return first().sign(claims);
    }

    /** The same as a logout token (OpenID Connect Back-Channel Logout 1.0 §2.4), which nobody may take for an id_token. */
    public String signLogout(JsonObject claims) {
        return first().sign(LOGOUT, claims);
    }

    private SigningKey first() {
        return board.recent().rings().get(0).get(0);
    }

    /**
     * The same with an algorithm of RFC 7518 §3.1.
     *
     * @throws IllegalArgumentException if there is no key for it
     */
    public String sign(String algorithm, JsonObject claims) {
        return board.recent()
                .newest()
                .filter(key -> key.algorithm().equals(algorithm))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no key signs " + algorithm))
                .sign(claims);
    }

    /** The claims of a JWS that a key still published signed, whatever their dates. */
    public Optional<JsonObject> claims(String jws) {
        Keyring recent = board.recent();
        Optional<JsonObject> claims = claims(recent, jws);
        return claims.isPresent() || !namesAnother(recent, jws) ? claims : claims(board.latest(), jws);
    }

    private static Optional<JsonObject> claims(Keyring keys, String jws) {
        return keys.published().flatMap(key -> key.claims(jws).stream()).findFirst();
    }

    /** Whether a JWS says that a key signed it which is not among these: it may be newer. */
    private static boolean namesAnother(Keyring keys, String jws) {
        return SigningKey.idIn(jws)
                .filter(id -> keys.published().noneMatch(key -> key.id().equals(id)))
                .isPresent();
    }

    /** The key set (RFC 7517 §5), ring by ring, newest first. */
    public JsonObject keySet() {
        return JsonObject.EMPTY.with(
                "keys", board.latest().published().map(SigningKey::publicPart).toList());
    }

    /** The {@code kid} of each published key, in the same order. */
    public List<String> ids() {
        return board.latest().published().map(SigningKey::id).toList();
    }

    /** Signs with new keys from now on; the old ones stay published. Waits for the generators. */
    public void rotate() {
        List<SigningKey> next = generators.stream()
                .map(generator -> new SigningKey(generator.get()))
                .toList();
        board.change(keys -> keys.rotated(next));
    }

    /** Publishes the keys that sign and no others: what the others signed is verified no more. */
    public void forgetOld() {
        board.change(Keyring::withoutOld);
    }
}
