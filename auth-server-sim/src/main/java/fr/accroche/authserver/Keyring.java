package fr.accroche.authserver;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The keys of a server at one moment.
 *
 * @param rings one for each algorithm, each newest first and never empty
 */
record Keyring(List<List<SigningKey>> rings) {

    Keyring {
        rings = rings.stream().map(List::copyOf).toList();
    }

    /** The key that signs in each ring. */
    Stream<SigningKey> newest() {
        return rings.stream().map(ring -> ring.get(0));
    }

    /** Ring by ring, newest first. */
    Stream<SigningKey> published() {
        return rings.stream().flatMap(List::stream);
    }

    /** These rings and others after them. */
    Keyring beside(Keyring others) {
        return new Keyring(Stream.concat(rings.stream(), others.rings.stream()).toList());
    }

    /**
     * The same after a rotation.
     *
     * @param next a key for each ring, in their order
     */
    Keyring rotated(List<SigningKey> next) {
        return new Keyring(IntStream.range(0, rings.size())
                .mapToObj(i -> Stream.concat(Stream.of(next.get(i)), rings.get(i).stream())
                        .limit(SigningKeys.PUBLISHED)
                        .toList())
                .toList());
    }

    /** The same without the keys that sign no more. */
    Keyring withoutOld() {
        return new Keyring(newest().map(List::of).toList());
    }
}
