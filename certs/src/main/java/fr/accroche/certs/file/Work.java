package fr.accroche.certs.file;

import fr.accroche.certs.Wording;

/**
 * How much key derivation one file may ask for, all its parts together: what current advice asks for (OWASP: up to 1.3
 * million rounds) for a MAC, the certificates and a key, and a few seconds at most.
 */
final class Work {
    static final int ROUNDS = 5_000_000;
    private static final long SCRYPT_MEMORY = 64L << 20;
    private static final long SCRYPT_WORK = 256L << 20;

    private int left = ROUNDS;

    void rounds(int rounds, Asn1 where) {
        if (rounds < 1) {
            throw Fault.damaged(
                            Wording.of("au moins une itération", "at least one iteration"),
                            Wording.verbatim(Integer.toString(rounds)))
                    .at(where.offset());
        }
        if (rounds > left) {
            throw Fault.overLimit(
                            Wording.of(
                                    "au plus %d itérations de dérivation de clé dans tout le fichier",
                                    "at most %d iterations of key derivation in the whole file", ROUNDS),
                            Wording.of("%d de plus que permis ici", "%d more than allowed here", (long) rounds - left))
                    .at(where.offset());
        }
        left -= rounds;
    }

    void scrypt(int cost, int blockSize, int parallel, Asn1 where) {
        long memory = 128L * cost * Math.min(blockSize, 1 << 16);
        boolean sound = cost > 1 && Integer.bitCount(cost) == 1 && blockSize >= 1 && parallel >= 1;
        if (!sound
                || blockSize > 1 << 16
                || memory > SCRYPT_MEMORY
                || memory * Math.min(parallel, 1 << 10) > SCRYPT_WORK
                || parallel > 1 << 10) {
            throw Fault.overLimit(
                            Wording.of(
                                    "scrypt : N une puissance de 2, et au plus %d Mio de mémoire",
                                    "scrypt: N a power of 2, and at most %d MiB of memory", SCRYPT_MEMORY >> 20),
                            Wording.verbatim("N=" + cost + ", r=" + blockSize + ", p=" + parallel))
                    .at(where.offset());
        }
        rounds(1 + (int) (memory * parallel >> 10), where);
    }
}
