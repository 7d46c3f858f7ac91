package fr.accroche.authserver;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import fr.accroche.compliance.text.Text;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonArray;
import fr.accroche.wire.json.JsonException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The public keys that a client registered, as a JWK set (RFC 7517 §5): RSA of 2048 bits and more, and P-256. Read once, at start,
 * and refused as a whole if anything is wrong with it: a key that is left out would be missed in the middle of a session.
 */
public final class ClientKeys {

    /** The largest file, in bytes: a key takes less than two thousand. */
    static final int LARGEST_FILE = 64 * 1024;

    /** The most keys of a set. */
    static final int MOST_KEYS = 16;

    private static final int LEAST_RSA_BITS = 2048;

    private static final Text UNREADABLE = Text.of("illisible", "cannot be read");
    private static final Text ABSENT = Text.of("aucun fichier à cet endroit", "there is no file there");
    private static final Text TOO_LARGE =
            Text.of("plus de {0} octets", "more than {0} bytes").with(LARGEST_FILE);
    private static final Text NO_SET = Text.of(
            "pas un jeu de clés JWK : un objet JSON avec un tableau « keys » est attendu",
            "no JWK set: a JSON object with an array 'keys' is expected");
    private static final Text COUNT =
            Text.of("de 1 à {0} clés attendues, {1} trouvées", "1 to {0} keys expected, {1} found");
    private static final Text NO_KEY = Text.of("pas une clé JWK", "no JWK");
    private static final Text PRIVATE = Text.of(
            "contient une clé privée ou secrète ; PSC n'enregistre que des clés publiques",
            "holds a private or secret key; PSC registers public keys only");
    private static final Text KIND = Text.of(
            "clé RSA d'au moins 2048 bits ou clé EC sur P-256 attendue",
            "RSA key of at least 2048 bits or EC key on P-256 expected");
    private static final Text TWICE = Text.of("kid déjà pris par une autre clé", "kid already taken by another key");
    private static final Text AT_KEY = Text.of("keys[{0}] : {1}", "keys[{0}]: {1}");

    private final List<JWK> keys;

    private ClientKeys(List<JWK> keys) {
        this.keys = List.copyOf(keys);
    }

    /**
     * Reads a file.
     *
     * @throws ClientKeysException naming the file, and the key if it is about one
     */
    public static ClientKeys read(Path file) {
        String name = file.toString();
        if (!Files.isRegularFile(file)) {
            throw new ClientKeysException(name, ABSENT);
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST_FILE + 1);
            if (bytes.length > LARGEST_FILE) {
                throw new ClientKeysException(name, TOO_LARGE);
            }
            return parse(name, bytes);
        } catch (IOException e) {
            throw new ClientKeysException(name, UNREADABLE);
        }
    }

    /**
     * Reads a JWK set.
     *
     * @param name what the set is called, for messages
     * @throws ClientKeysException naming the set, and the key if it is about one
     */
    public static ClientKeys parse(String name, byte[] utf8) {
        List<Json> members;
        try {
            members = Json.parseObject(utf8)
                    .array("keys")
                    .map(JsonArray::items)
                    .orElseThrow(() -> new ClientKeysException(name, NO_SET));
        } catch (JsonException e) {
            throw new ClientKeysException(name, NO_SET);
        }
        if (members.isEmpty() || members.size() > MOST_KEYS) {
            throw new ClientKeysException(name, COUNT.with(MOST_KEYS, members.size()));
        }
        List<JWK> keys = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int index = 0; index < members.size(); index++) {
            JWK key = key(name, index, members.get(index));
            if (key.getKeyID() != null && !ids.add(key.getKeyID())) {
                throw wrong(name, index, TWICE);
            }
            keys.add(key);
        }
        return new ClientKeys(keys);
    }

    private static JWK key(String name, int index, Json member) {
        try {
            JWK key = JWK.parse(member.compact());
            if (key.isPrivate()) {
                throw wrong(name, index, PRIVATE);
            }
            if (!fit(key)) {
                throw wrong(name, index, KIND);
            }
            return key;
        } catch (ParseException | IllegalArgumentException e) {
            throw wrong(name, index, NO_KEY);
        }
    }

    private static boolean fit(JWK key) {
        return key instanceof RSAKey rsa
                ? rsa.size() >= LEAST_RSA_BITS
                : key instanceof ECKey elliptic && Curve.P_256.equals(elliptic.getCurve());
    }

    private static ClientKeysException wrong(String name, int index, Text problem) {
        return new ClientKeysException(name, AT_KEY.with(index, problem));
    }

    /** The first RSA key that may encrypt with this algorithm (RFC 7518 §4.3). */
    public Optional<RSAKey> encryption(Algorithm algorithm) {
        return keys.stream()
                .filter(RSAKey.class::isInstance)
                .filter(key -> allows(key, KeyUse.ENCRYPTION, algorithm))
                .map(JWK::toRSAKey)
                .findFirst();
    }

    /**
     * The keys that may have signed with this algorithm.
     *
     * @param kid the key that the signature names, if it names one
     */
    public List<JWK> signature(Algorithm algorithm, Optional<String> kid) {
        boolean elliptic = algorithm.getName().startsWith("ES");
        return keys.stream()
                .filter(key -> elliptic == key instanceof ECKey)
                .filter(key -> allows(key, KeyUse.SIGNATURE, algorithm))
                .filter(key -> kid.isEmpty() || kid.get().equals(key.getKeyID()))
                .toList();
    }

    private static boolean allows(JWK key, KeyUse use, Algorithm algorithm) {
        return (key.getKeyUse() == null || key.getKeyUse().equals(use))
                && (key.getAlgorithm() == null || key.getAlgorithm().equals(algorithm));
    }

    /** How many there are. */
    @Override
    public String toString() {
        return "ClientKeys[" + keys.size() + "]";
    }
}
