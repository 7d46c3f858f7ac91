package fr.accroche.certs;

import java.security.KeyPair;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Kinds and sizes of keys, and digests of signatures, in the leaf, the intermediate and the root. */
final class KeyPaths {

    private KeyPaths() {}

    static List<PathCase> cases() {
        PathCase.Family keys = new PathCase.Family("keys");
        kinds().forEach((kind, key) -> {
            boolean strong = !kind.equals("RSA 1024") && !kind.equals("EC P-224");
            keys.add(
                            "leaf " + kind,
                            strong,
                            Ladder.three().leaf(leaf -> leaf.key(key)).shown())
                    .add(
                            "intermediate " + kind,
                            strong,
                            Ladder.three()
                                    .intermediate(middle -> middle.key(key))
                                    .shown())
                    .add(
                            "root " + kind,
                            strong,
                            Ladder.three().root(root -> root.key(key)).shown());
        });
        digests(keys);
        ellipticDigests(keys);
        sizes(keys);
        return keys.cases();
    }

    private static Map<String, KeyPair> kinds() {
        Map<String, KeyPair> kinds = new LinkedHashMap<>();
        kinds.put("RSA 1024", PathKeys.rsa(1024));
        kinds.put("EC P-224", PathKeys.ec("secp224r1"));
        kinds.put("EC P-256", PathKeys.ec("secp256r1"));
        kinds.put("EC P-384", PathKeys.ec("secp384r1"));
        kinds.put("EC P-521", PathKeys.ec("secp521r1"));
        kinds.put("Ed25519", PathKeys.edwards("Ed25519"));
        kinds.put("Ed448", PathKeys.edwards("Ed448"));
        return kinds;
    }

    private static void digests(PathCase.Family keys) {
        for (String algorithm : List.of(
                "MD5withRSA",
                "SHA1withRSA",
                "SHA224withRSA",
                "SHA384withRSA",
                "SHA512withRSA",
                "SHA1withRSAandMGF1",
                "SHA256withRSAandMGF1",
                "SHA384withRSAandMGF1",
                "SHA512withRSAandMGF1")) {
            boolean strong = !algorithm.startsWith("MD5") && !algorithm.startsWith("SHA1");
            keys.add(
                            "leaf signed by " + algorithm,
                            strong,
                            Ladder.three()
                                    .leaf(leaf -> leaf.algorithm(algorithm))
                                    .shown())
                    .add(
                            "intermediate signed by " + algorithm,
                            strong,
                            Ladder.three()
                                    .intermediate(middle -> middle.algorithm(algorithm))
                                    .shown())
                    .accepts("root signed by " + algorithm, Ladder.three().root(root -> root.algorithm(algorithm)));
        }
    }

    private static void ellipticDigests(PathCase.Family keys) {
        for (String algorithm : List.of("SHA1withECDSA", "SHA224withECDSA", "SHA384withECDSA", "SHA512withECDSA")) {
            keys.add(
                    "leaf signed by " + algorithm,
                    !algorithm.startsWith("SHA1"),
                    Ladder.three()
                            .intermediate(middle -> middle.key(PathKeys.between(1)))
                            .leaf(leaf -> leaf.algorithm(algorithm))
                            .shown());
        }
    }

    private static void sizes(PathCase.Family keys) {
        for (int bits : new int[] {512, 1536, 2047, 3072, 4096, 8192}) {
            KeyPair key = PathKeys.publicRsa(bits);
            keys.add(
                    "leaf RSA " + bits,
                    bits >= 2048,
                    Ladder.three().leaf(leaf -> leaf.key(key)).shown());
        }
    }
}
