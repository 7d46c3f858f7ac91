package fr.accroche.authserver;

import java.util.List;
import java.util.function.Function;

/**
 * The keys of a server as its copies read them from each other: private halves and all. These are toys, which sign what a simulator
 * says and nothing that anyone believes; even so they are in no {@code toString}.
 *
 * @param rings one for each algorithm, each newest first
 */
record SharedKeys(List<Ring> rings) {

    /** @param keys newest first */
    record Ring(List<Key> keys) {}

    /**
     * A key.
     *
     * @param id its {@code kid}
     * @param jwk both halves (RFC 7517)
     */
    record Key(String id, String jwk) {
        @Override
        public String toString() {
            return id;
        }
    }

    static SharedKeys of(Keyring keys) {
        return new SharedKeys(keys.rings().stream()
                .map(ring -> new Ring(ring.stream()
                        .map(key -> new Key(key.id(), key.secret()))
                        .toList()))
                .toList());
    }

    /** @param reading makes a key of what was written of it */
    Keyring keys(Function<Key, SigningKey> reading) {
        return new Keyring(rings.stream()
                .map(ring -> ring.keys().stream().map(reading).toList())
                .toList());
    }
}
