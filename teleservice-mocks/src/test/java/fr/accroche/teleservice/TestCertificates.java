package fr.accroche.teleservice;

import fr.accroche.certs.Branch;
import fr.accroche.certs.CertificateJudge;
import fr.accroche.certs.HeldCertificate;
import fr.accroche.certs.Order;
import fr.accroche.certs.Profile;
import fr.accroche.certs.TestIgc;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One test IGC for the whole suite: making keys is slow. */
final class TestCertificates {

    static final String CLIENT_ID = "alpha-edc-bas";
    static final String PROXY_OPERATOR = "300000000010001";

    private static final TestIgc IGC = TestIgc.inMemory(Clock.systemUTC());
    private static final Instant NOW = Instant.now();

    static final List<X509Certificate> ROOTS = IGC.roots(Branch.TEST);
    static final HeldCertificate SERVER =
            IGC.issue(order(Profile.SERV_SSL, "127.0.0.1").withNames(List.of("127.0.0.1")));
    static final HeldCertificate CLIENT = IGC.issue(order(Profile.ORG_AUTH_CLI, CLIENT_ID));
    static final HeldCertificate OTHER_CLIENT = IGC.issue(order(Profile.ORG_AUTH_CLI, "beta-edc-bas"));
    static final HeldCertificate SIGNER = IGC.issue(order(Profile.ORG_SIGN, "LOGICIEL ALPHA"));
    static final HeldCertificate PRODUCTION_CLIENT =
            IGC.issue(order(Profile.ORG_AUTH_CLI, CLIENT_ID).withBranch(Branch.PRODUCTION));
    static final HeldCertificate EXPIRED_CLIENT = IGC.issue(order(Profile.ORG_AUTH_CLI, CLIENT_ID)
            .withValidity(NOW.minus(Duration.ofDays(2)), NOW.minus(Duration.ofDays(1))));

    private TestCertificates() {}

    static CertificateJudge judge(Profile profile) {
        return IGC.judge(profile, Branch.TEST);
    }

    private static Order order(Profile profile, String commonName) {
        return new Order(
                profile,
                Branch.TEST,
                "Paris (75)",
                "EDITEUR ALPHA",
                PROXY_OPERATOR,
                commonName,
                List.of(),
                NOW.minus(Duration.ofHours(1)),
                NOW.plus(Duration.ofDays(1)));
    }
}
