package fr.accroche.certs;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;

/** What is shown beside the leaf, how often and in which order. */
final class ShownPaths {
    private static final List<byte[]> THREE = Ladder.three().shown();
    private static final List<byte[]> FOUR = Ladder.of(2).shown();
    private static final byte[] ALIEN = Ladder.three()
            .root(root -> root.key(PathKeys.STRANGER))
            .intermediate(middle -> middle.subject(new X500Name("CN=Alien")))
            .shown()
            .get(1);
    private static final byte[] OTHER_LEAF = Ladder.three()
            .leaf(leaf -> leaf.key(PathKeys.STRANGER).serial(BigInteger.TWO))
            .shown()
            .get(0);

    private ShownPaths() {}

    static List<PathCase> cases() {
        PathCase.Family shown = new PathCase.Family("shown");
        missing(shown);
        orders(shown);
        more(shown);
        lengths(shown);
        return shown.cases();
    }

    private static void missing(PathCase.Family shown) {
        shown.add("leaf alone", false, three(0), THREE.get(2))
                .add("leaf and root", false, three(0, 2))
                .add("root alone", false, three(2))
                .add("intermediate alone", false, three(1), THREE.get(2))
                .add("intermediate and root", false, three(1, 2))
                .add("lower of two intermediates missing", false, four(0, 2, 3))
                .add("upper of two intermediates missing", false, four(0, 1, 3))
                .add("both of two intermediates missing", false, four(0, 3))
                .add("two intermediates and no root", true, four(0, 1, 2), FOUR.get(3));
    }

    private static void orders(PathCase.Family shown) {
        byte[] root = FOUR.get(3);
        shown.add("root before the intermediate", true, three(0, 2, 1), THREE.get(2))
                .add("intermediate before the leaf", false, three(1, 0, 2))
                .add("root first", false, three(2, 1, 0), THREE.get(2))
                .add("upper, lower, root", true, four(0, 2, 1, 3), root)
                .add("lower, root, upper", true, four(0, 1, 3, 2), root)
                .add("upper, root, lower", true, four(0, 2, 3, 1), root)
                .add("root, lower, upper", true, four(0, 3, 1, 2), root)
                .add("root, upper, lower", true, four(0, 3, 2, 1), root)
                .add("upper, lower, no root", true, four(0, 2, 1), root);
    }

    private static void more(PathCase.Family shown) {
        byte[] root = THREE.get(2);
        shown.add("leaf twice", true, three(0, 0, 1, 2))
                .add("leaf at both ends", true, three(0, 1, 2, 0), root)
                .add("intermediate twice", true, three(0, 1, 1, 2))
                .add("root twice", true, three(0, 1, 2, 2))
                .add("everything twice", true, three(0, 1, 2, 0, 1, 2))
                .add("everything thrice", true, three(0, 1, 2, 0, 1, 2, 0, 1, 2))
                .add("an authority of elsewhere last", true, List.of(THREE.get(0), THREE.get(1), root, ALIEN), root)
                .add("an authority of elsewhere between", true, List.of(THREE.get(0), ALIEN, THREE.get(1), root), root)
                .add("an authority of elsewhere in the intermediate's place", false, List.of(THREE.get(0), ALIEN, root))
                .add("another leaf after the first", true, List.of(THREE.get(0), OTHER_LEAF, THREE.get(1), root))
                .add("another leaf last", true, List.of(THREE.get(0), THREE.get(1), root, OTHER_LEAF), root);
    }

    private static void lengths(PathCase.Family shown) {
        shown.add("no intermediate", true, Ladder.of(0).shown());
        for (int between = 2; between <= 10; between++) {
            boolean sound = between + 2 <= 10;
            List<byte[]> chain = Ladder.of(between).shown();
            shown.add(between + " intermediates", sound, chain);
            List<byte[]> reversed = new ArrayList<>(chain.subList(1, chain.size()));
            Collections.reverse(reversed);
            reversed.add(0, chain.get(0));
            shown.add(between + " intermediates, root first", sound, reversed, chain.get(chain.size() - 1));
        }
        List<byte[]> padded = new ArrayList<>(THREE);
        padded.addAll(Collections.nCopies(7, THREE.get(1)));
        shown.add("ten certificates, most of them the intermediate", true, padded, THREE.get(2));
        padded.add(THREE.get(1));
        shown.add("eleven certificates, most of them the intermediate", false, padded, THREE.get(2));
    }

    private static List<byte[]> three(int... which) {
        return pick(THREE, which);
    }

    private static List<byte[]> four(int... which) {
        return pick(FOUR, which);
    }

    private static List<byte[]> pick(List<byte[]> from, int... which) {
        List<byte[]> picked = new ArrayList<>();
        for (int each : which) {
            picked.add(from.get(each));
        }
        return picked;
    }
}
