package fr.accroche.certs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;

/** What a run of the product does with its certificate folder; writes what it got, so that runs can be compared. */
final class OtherRun {
    static final Clock CLOCK = Clock.fixed(Orders.NOW, ZoneOffset.UTC);

    private OtherRun() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Files.write(Path.of(arguments[1]), got(folder));
    }

    static List<String> got(Path folder) {
        char[] password = "changeit".toCharArray();
        TestIgc igc = TestIgc.in(folder, CLOCK, new TestIgc.KeySizes(1024, 1024));
        CertificateFolder certificates = new CertificateFolder(folder, igc);
        Order order = Orders.authCli();
        HeldCertificate held = certificates.issueOrReuse("alpha", order, password);
        TrustFiles trust = certificates.trust("trust", order.branch(), password);
        Judgement judgement = igc.judge(order.profile(), order.branch()).judge(held.chain());
        return List.of(
                held.certificate().getSerialNumber().toString(16),
                igc.roots(Branch.PRODUCTION).get(0).getSerialNumber().toString(16),
                certificates.signingKey("psc", 1024).getPublic().toString(),
                trust.p12().getFileName().toString(),
                Boolean.toString(judgement.has(DefectCode.WEAK_KEY)),
                Boolean.toString(judgement.has(DefectCode.UNTRUSTED_AUTHORITY)));
    }
}
