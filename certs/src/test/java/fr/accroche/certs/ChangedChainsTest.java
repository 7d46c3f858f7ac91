package fr.accroche.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import fr.accroche.certs.file.Changes;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whatever chain a stranger shows is judged, unless it is no certificate at all; never a crash. The failure shows its
 * bytes; {@code -Daccroche.seeds=100000} tries more of them.
 */
class ChangedChainsTest {
    private static final int SEEDS = Integer.getInteger("accroche.seeds", 250);

    /** Of the corpus, with every kind of extension. */
    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void changedOnTheWay() {
        int judged = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            PathCase chain = PathCorpus.ALL.get(random.nextInt(PathCorpus.ALL.size()));
            List<byte[]> shown = new ArrayList<>(chain.shown());
            int at = random.nextInt(shown.size());
            shown.set(at, Changes.changed(shown.get(at), random));
            judged += judged(chain.title() + ", seed " + seed, shown, chain.root()) ? 1 : 0;
        }
        assertThat(judged).as("some are still certificates").isBetween(1, SEEDS - 1);
    }

    /** Extensions, signed as they are: the judge goes to the end of the path. */
    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void changedBeforeTheSignature() {
        byte[] root = Ladder.three().shown().get(2);
        List<Extension> extensions = extensions();
        int judged = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            Ladder ladder = Ladder.three();
            for (int change = 0; change <= random.nextInt(3); change++) {
                Extension sound = extensions.get(random.nextInt(extensions.size()));
                byte[] value = Changes.changed(sound.getExtnValue().getOctets(), random);
                ladder.rung(1 + random.nextInt(2), rung -> rung.with(sound.getExtnId(), random.nextBoolean(), value));
            }
            judged += judged("signed, seed " + seed, ladder.shown(), root) ? 1 : 0;
        }
        assertThat(judged).as("some are still certificates").isBetween(1, SEEDS - 1);
    }

    private static boolean judged(String which, List<byte[]> shown, byte[] root) {
        String bytes =
                which + ": " + shown.stream().map(HexFormat.of()::formatHex).toList();
        try {
            List<X509Certificate> read = PathPeers.parse(shown);
            long start = System.nanoTime();
            Judgement judgement =
                    PathPeers.judgement(read, PathPeers.parse(List.of(root)).get(0));
            assertThat(System.nanoTime() - start).as(bytes).isLessThan(TimeUnit.SECONDS.toNanos(20));
            assertThat(judgement.defects())
                    .as(bytes)
                    .allSatisfy(defect ->
                            assertThat(defect.expected() + defect.observed()).hasSizeLessThan(5000));
            return true;
        } catch (CertificateException unreadable) {
            return false;
        } catch (RuntimeException | StackOverflowError crash) {
            return fail(bytes, crash);
        }
    }

    /** Those of the test IGC-Santé, and those that compare names. */
    private static List<Extension> extensions() {
        GeneralSubtree[] some = {
            new GeneralSubtree(new GeneralName(new X500Name("C=FR"))),
            new GeneralSubtree(new GeneralName(GeneralName.dNSName, "accroche.invalid")),
            new GeneralSubtree(new GeneralName(GeneralName.iPAddress, "10.0.0.0/8"))
        };
        GeneralNames names = new GeneralNames(new GeneralName[] {
            new GeneralName(GeneralName.dNSName, "psc.accroche.invalid"),
            new GeneralName(GeneralName.rfc822Name, "a@accroche.invalid"),
            new GeneralName(GeneralName.iPAddress, "10.0.0.1")
        });
        byte[] shown = Ladder.three()
                .leaf(leaf -> leaf.with(Extension.nameConstraints, true, new NameConstraints(some, some))
                        .with(Extension.subjectAlternativeName, true, names))
                .shown()
                .get(0);
        return Stream.concat(
                        Stream.of(shown),
                        Fixtures.chain(Fixtures.authCli()).stream().map(PathCase::der))
                .flatMap(ChangedChainsTest::extensions)
                .toList();
    }

    private static Stream<Extension> extensions(byte[] certificate) {
        Extensions held =
                Certificate.getInstance(certificate).getTBSCertificate().getExtensions();
        return Stream.of(held.getExtensionOIDs()).map(held::getExtension);
    }
}
