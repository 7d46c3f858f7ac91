package fr.accroche.certs;

import java.util.List;
import java.util.function.Consumer;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;

/** Who may issue (RFC 5280 §4.2.1.3 and §4.2.1.9), and how many below. */
final class AuthorityPaths {

    private AuthorityPaths() {}

    static List<PathCase> cases() {
        PathCase.Family authority = new PathCase.Family("authority");
        constraints(authority);
        usages(authority);
        lengths(authority);
        leafAsAuthority(authority);
        return authority.cases();
    }

    private static void constraints(PathCase.Family authority) {
        for (int level = 0; level < 2; level++) {
            String who = List.of("root", "intermediate").get(level);
            authority
                    .refuses(
                            who + " without basicConstraints",
                            three(level, rung -> rung.without(Extension.basicConstraints)))
                    .refuses(who + " CA:FALSE", three(level, notAuthority(true)))
                    .refuses(who + " CA:FALSE, not critical", three(level, notAuthority(false)))
                    .accepts(
                            who + " CA:TRUE, not critical",
                            three(
                                    level,
                                    rung -> rung.with(Extension.basicConstraints, false, new BasicConstraints(true))))
                    .refuses(
                            who + " without basicConstraints nor keyUsage",
                            three(level, rung -> rung.without(Extension.basicConstraints, Extension.keyUsage)));
        }
        authority
                .refuses("lower of two intermediates CA:FALSE", Ladder.of(2).intermediate(notAuthority(true)))
                .refuses("upper of two intermediates CA:FALSE", Ladder.of(2).rung(1, notAuthority(true)))
                .refuses(
                        "upper of two intermediates without basicConstraints",
                        Ladder.of(2).rung(1, rung -> rung.without(Extension.basicConstraints)));
    }

    private static void usages(PathCase.Family authority) {
        for (int level = 0; level < 2; level++) {
            String who = List.of("root", "intermediate").get(level);
            authority
                    .accepts(who + " without keyUsage", three(level, rung -> rung.without(Extension.keyUsage)))
                    .accepts(who + " keyCertSign only", three(level, usage(KeyUsage.keyCertSign)))
                    .accepts(
                            who + " keyCertSign and digitalSignature",
                            three(level, usage(KeyUsage.keyCertSign | KeyUsage.digitalSignature)))
                    .refuses(who + " cRLSign only", three(level, usage(KeyUsage.cRLSign)))
                    .refuses(who + " digitalSignature only", three(level, usage(KeyUsage.digitalSignature)))
                    .refuses(
                            who + " keyAgreement and decipherOnly only",
                            three(level, usage(KeyUsage.keyAgreement | KeyUsage.decipherOnly)))
                    .refuses(who + " every usage but keyCertSign", three(level, usage(0x80ff & ~KeyUsage.keyCertSign)))
                    .refuses(
                            who + " cRLSign only, not critical",
                            three(level, rung -> rung.with(Extension.keyUsage, false, new KeyUsage(KeyUsage.cRLSign))));
        }
        authority.refuses(
                "upper of two intermediates cRLSign only", Ladder.of(2).rung(1, usage(KeyUsage.cRLSign)));
    }

    private static void lengths(PathCase.Family authority) {
        for (int between = 1; between <= 4; between++) {
            String who = "root over intermediates, " + between + " of them, pathlen ";
            authority
                    .accepts(who + between, Ladder.of(between).root(length(between)))
                    .accepts(who + (between + 1), Ladder.of(between).root(length(between + 1)))
                    .refuses(who + (between - 1), Ladder.of(between).root(length(between - 1)));
        }
        authority
                .accepts("intermediate pathlen 0 over a leaf", three(1, length(0)))
                .refuses("upper of two intermediates pathlen 0", Ladder.of(2).rung(1, length(0)))
                .accepts("upper of two intermediates pathlen 1", Ladder.of(2).rung(1, length(1)))
                .accepts(
                        "both of two intermediates pathlen 0 and 1",
                        Ladder.of(2).rung(1, length(1)).rung(2, length(0)))
                .accepts(
                        "lower pathlen above the upper's",
                        Ladder.of(2).rung(1, length(1)).rung(2, length(5)))
                .refuses("upper of three intermediates pathlen 1", Ladder.of(3).rung(1, length(1)))
                .refuses("middle of three intermediates pathlen 0", Ladder.of(3).rung(2, length(0)))
                .accepts("self-issued intermediate is not counted", selfIssued(0))
                .accepts("self-issued intermediate, pathlen 1", selfIssued(1))
                .accepts("pathlen of 32 bits", three(1, length(Integer.MAX_VALUE)));
    }

    /** The second of two bears the name of the first on another key. */
    private static Ladder selfIssued(int length) {
        return Ladder.of(2).rung(1, length(length)).rung(2, rung -> rung.subject(new X500Name("CN=Intermediate 1")));
    }

    /** F38 and what is near it. */
    private static void leafAsAuthority(PathCase.Family authority) {
        Consumer<PathCertificate> full = rung -> rung.with(Extension.basicConstraints, true, new BasicConstraints(true))
                .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyCertSign));
        authority
                .refuses("leaf issues another", used(rung -> {}))
                .refuses("leaf without keyUsage issues another", used(rung -> rung.without(Extension.keyUsage)))
                .refuses("leaf CA:FALSE issues another", used(notAuthority(true)))
                .refuses("leaf with keyCertSign alone issues another", used(usage(KeyUsage.keyCertSign)))
                .refuses(
                        "leaf CA:TRUE without keyCertSign issues another",
                        used(rung -> rung.with(Extension.basicConstraints, true, new BasicConstraints(true))))
                .accepts("leaf that is an authority issues another", used(full))
                .refuses(
                        "leaf that is an authority under pathlen 0 issues another",
                        used(full).rung(1, length(0)));
    }

    private static Ladder used(Consumer<PathCertificate> change) {
        return Ladder.three()
                .leaf(change)
                .below(PathCertificate.leaf("C=FR,ST=Paris (75),O=ODD,OU=300000000020002,CN=below", PathKeys.STRANGER));
    }

    private static Ladder three(int level, Consumer<PathCertificate> change) {
        return Ladder.three().rung(level, change);
    }

    private static Consumer<PathCertificate> notAuthority(boolean critical) {
        return rung -> rung.with(Extension.basicConstraints, critical, new BasicConstraints(false));
    }

    private static Consumer<PathCertificate> length(int length) {
        return rung -> rung.with(Extension.basicConstraints, true, new BasicConstraints(length));
    }

    private static Consumer<PathCertificate> usage(int bits) {
        return rung -> rung.with(Extension.keyUsage, true, new KeyUsage(bits));
    }
}
