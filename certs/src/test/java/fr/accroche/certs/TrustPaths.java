package fr.accroche.certs;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;

/** Which root a chain comes to, and which of several namesakes issued what. */
final class TrustPaths {
    private static final List<byte[]> SOUND = Ladder.three().shown();
    private static final byte[] ROOT = SOUND.get(2);
    private static final List<byte[]> STRANGERS =
            Ladder.three().root(root -> root.key(PathKeys.STRANGER)).shown();

    private TrustPaths() {}

    static List<PathCase> cases() {
        PathCase.Family trust = new PathCase.Family("trust");
        roots(trust);
        identifiers(trust);
        namesakes(trust);
        crossed(trust);
        selfSigned(trust);
        return trust.cases();
    }

    private static void roots(PathCase.Family trust) {
        byte[] leafOfNamesake = Ladder.three()
                .intermediate(middle -> middle.key(PathKeys.STRANGER))
                .shown()
                .get(0);
        List<byte[]> other = Ladder.three()
                .root(root -> root.subject(new X500Name("CN=Other")).key(PathKeys.STRANGER))
                .shown();
        List<byte[]> sameKey = Ladder.three()
                .root(root -> root.subject(new X500Name("CN=Renamed")))
                .shown();
        List<byte[]> again =
                Ladder.three().root(root -> root.serial(BigInteger.TEN)).shown();
        List<byte[]> expired = Ladder.three()
                .root(root -> root.valid(Fixtures.NOW.minusSeconds(99), Fixtures.NOW.minusSeconds(9)))
                .shown();
        trust.add("the trusted root", true, SOUND, ROOT)
                .add("the trusted root, not shown", true, SOUND.subList(0, 2), ROOT)
                .add("another root", false, other, ROOT)
                .add("another root, not shown", false, other.subList(0, 2), ROOT)
                .add("a namesake of the root on another key", false, STRANGERS, ROOT)
                .add("a namesake of the root, not shown", false, STRANGERS.subList(0, 2), ROOT)
                .add("a namesake of the root, the true one shown", false, join(STRANGERS.subList(0, 2), ROOT), ROOT)
                .add(
                        "leaf of a namesake of the intermediate, authorities borrowed",
                        false,
                        join(leafOfNamesake, SOUND.subList(1, 3)),
                        ROOT)
                .add("the root's key under another name", false, sameKey.subList(0, 2), ROOT)
                .add("the root's key under another name, shown", false, sameKey, ROOT)
                .add("the root in another certificate on the same key", true, again, ROOT)
                .add("the root in an ended certificate on the same key", true, expired, ROOT);
    }

    private static void identifiers(PathCase.Family trust) {
        AuthorityKeyIdentifier wrong = new AuthorityKeyIdentifier(new byte[20]);
        for (int level = 1; level < 3; level++) {
            String who = List.of("", "intermediate", "leaf").get(level);
            trust.accepts(who + " without key identifiers", Ladder.three().rung(level, PathCertificate::unidentified))
                    .refuses(
                            who + " asks for another authorityKeyIdentifier",
                            Ladder.three()
                                    .rung(level, rung -> rung.with(Extension.authorityKeyIdentifier, false, wrong)))
                    .refuses(
                            who + "'s issuer bears another subjectKeyIdentifier",
                            Ladder.three()
                                    .rung(
                                            level - 1,
                                            rung -> rung.with(
                                                    Extension.subjectKeyIdentifier,
                                                    false,
                                                    new SubjectKeyIdentifier(new byte[20]))))
                    .accepts(
                            who + " asks for another serial of its issuer",
                            Ladder.three()
                                    .rung(
                                            level,
                                            rung -> rung.with(Extension.authorityKeyIdentifier, false, bySerial(99))))
                    .accepts(
                            who + " asks for its issuer by name and serial",
                            Ladder.three()
                                    .rung(
                                            level,
                                            rung -> rung.with(
                                                    Extension.authorityKeyIdentifier, false, bySerial(0xbad))));
        }
        trust.accepts(
                "no key identifier anywhere",
                Ladder.three()
                        .root(PathCertificate::unidentified)
                        .intermediate(PathCertificate::unidentified)
                        .leaf(PathCertificate::unidentified));
    }

    private static AuthorityKeyIdentifier bySerial(long serial) {
        return new AuthorityKeyIdentifier(
                new GeneralNames(new GeneralName(new X500Name("CN=Root"))), BigInteger.valueOf(serial));
    }

    private static void namesakes(PathCase.Family trust) {
        byte[] namesake = Ladder.three()
                .intermediate(middle -> middle.key(PathKeys.STRANGER))
                .shown()
                .get(1);
        byte[] silent = Ladder.three()
                .intermediate(middle -> middle.key(PathKeys.STRANGER).unidentified())
                .shown()
                .get(1);
        List<byte[]> quiet = Ladder.three()
                .intermediate(PathCertificate::unidentified)
                .leaf(PathCertificate::unidentified)
                .shown();
        trust.add("a namesake of the intermediate in its place", false, List.of(SOUND.get(0), namesake, ROOT))
                .add("a namesake, then the intermediate", true, List.of(SOUND.get(0), namesake, SOUND.get(1), ROOT))
                .add("the intermediate, then a namesake", true, List.of(SOUND.get(0), SOUND.get(1), namesake, ROOT))
                .add("a namesake without identifier in its place", false, List.of(quiet.get(0), silent, ROOT))
                .add(
                        "a namesake, then the intermediate, no identifier",
                        true,
                        List.of(quiet.get(0), silent, quiet.get(1), quiet.get(2)))
                .add(
                        "the intermediate, then a namesake, no identifier",
                        true,
                        List.of(quiet.get(0), quiet.get(1), silent, quiet.get(2)));
    }

    /** One key and name, two certificates: a path may go through either. */
    private static void crossed(PathCase.Family trust) {
        byte[] strangers = STRANGERS.get(1);
        byte[] strangersRoot = STRANGERS.get(2);
        byte[] ended = middle(rung -> rung.valid(Fixtures.NOW.minus(Duration.ofDays(9)), Fixtures.NOW.minusSeconds(9)));
        byte[] early = middle(rung -> rung.valid(Fixtures.NOW.plusSeconds(9), Fixtures.NOW.plus(Duration.ofDays(9))));
        byte[] unfit = middle(rung -> rung.with(Extension.keyUsage, true, new KeyUsage(KeyUsage.cRLSign)));
        byte[] leaf = SOUND.get(0);
        byte[] sound = SOUND.get(1);
        trust.add("certified by the root, then by a stranger", true, List.of(leaf, sound, strangers, ROOT), ROOT)
                .add("certified by a stranger, then by the root", true, List.of(leaf, strangers, sound, ROOT), ROOT)
                .add(
                        "certified by a stranger that is shown, then by the root",
                        true,
                        List.of(leaf, strangers, strangersRoot, sound, ROOT),
                        ROOT)
                .add("renewed intermediate, then the ended one", true, List.of(leaf, sound, ended, ROOT))
                .add("ended intermediate, then the renewed one", true, List.of(leaf, ended, sound, ROOT))
                .add("intermediate of tomorrow, then today's", true, List.of(leaf, early, sound, ROOT))
                .add("today's intermediate, then tomorrow's", true, List.of(leaf, sound, early, ROOT))
                .add("intermediate without keyCertSign, then with it", true, List.of(leaf, unfit, sound, ROOT));
    }

    private static byte[] middle(Consumer<PathCertificate> change) {
        return Ladder.three().intermediate(change).shown().get(1);
    }

    private static void selfSigned(PathCase.Family trust) {
        byte[] alone = PathCertificate.leaf(OddCertificate.SUBJECT, PathKeys.LEAF)
                .der(new X500Name(OddCertificate.SUBJECT), PathKeys.LEAF);
        byte[] authority = PathCertificate.authority(OddCertificate.SUBJECT, PathKeys.LEAF)
                .der(new X500Name(OddCertificate.SUBJECT), PathKeys.LEAF);
        byte[] onRootKey = PathCertificate.leaf(OddCertificate.SUBJECT, PathKeys.ROOT)
                .der(new X500Name(OddCertificate.SUBJECT), PathKeys.ROOT);
        trust.add("self-signed leaf", false, List.of(alone), ROOT)
                .add("self-signed leaf with the authorities", false, List.of(alone, SOUND.get(1), ROOT), ROOT)
                .add("self-signed authority as leaf", false, List.of(authority), ROOT)
                .add("self-signed leaf on the root's key, another name", false, List.of(onRootKey), ROOT)
                .add("self-signed leaf that is itself trusted", true, List.of(alone), alone);
    }

    private static List<byte[]> join(byte[] first, List<byte[]> then) {
        return join(List.of(first), then.toArray(byte[][]::new));
    }

    private static List<byte[]> join(List<byte[]> first, byte[]... then) {
        List<byte[]> all = new ArrayList<>(first);
        all.addAll(List.of(then));
        return all;
    }
}
