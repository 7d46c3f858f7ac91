package fr.accroche.certs;

import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * A root, its intermediates and a leaf, sound until one of them is changed. Each is issued by the one before it, whatever
 * has become of that one's name and key.
 */
final class Ladder {
    private final List<PathCertificate> rungs = new ArrayList<>();

    private Ladder() {}

    /** Root, intermediate, leaf. */
    static Ladder three() {
        return of(1);
    }

    static Ladder of(int intermediates) {
        Ladder ladder = new Ladder();
        ladder.rungs.add(PathCertificate.authority("CN=Root", PathKeys.ROOT));
        for (int i = 1; i <= intermediates; i++) {
            KeyPair key = i == intermediates ? PathKeys.INTERMEDIATE : PathKeys.between(i);
            ladder.rungs.add(PathCertificate.authority("CN=Intermediate " + i, key));
        }
        ladder.rungs.add(PathCertificate.leaf(OddCertificate.SUBJECT, PathKeys.LEAF));
        return ladder;
    }

    Ladder root(Consumer<PathCertificate> change) {
        return rung(0, change);
    }

    /** The one that issues the leaf. */
    Ladder intermediate(Consumer<PathCertificate> change) {
        return rung(rungs.size() - 2, change);
    }

    Ladder leaf(Consumer<PathCertificate> change) {
        return rung(rungs.size() - 1, change);
    }

    /** Counted from the root, which is 0. */
    Ladder rung(int level, Consumer<PathCertificate> change) {
        change.accept(rungs.get(level));
        return this;
    }

    /** One more below the leaf, which is thereby used as an authority. */
    Ladder below(PathCertificate lower) {
        rungs.add(lower);
        return this;
    }

    /** As a client shows it: leaf first, root last. */
    List<byte[]> shown() {
        List<byte[]> certificates = new ArrayList<>();
        PathCertificate issuer = rungs.get(0);
        for (PathCertificate rung : rungs) {
            certificates.add(rung.der(issuer.name(), issuer.pair()));
            issuer = rung;
        }
        Collections.reverse(certificates);
        return certificates;
    }
}
