package fr.accroche.proxy;

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

/** The certificates of every test: made once, for keys take time. */
final class Certificates {

    private static final String PROXY_OPERATOR = "300000000020002";
    private static final TestIgc IGC = TestIgc.inMemory(Clock.systemUTC());

    static final HeldCertificate SERVER = server(Branch.TEST);
    static final HeldCertificate UNTRUSTED_SERVER = server(Branch.PRODUCTION);
    static final HeldCertificate ALPHA = client(Chain.ALPHA);
    static final HeldCertificate ALPHA_RENEWED = client(Chain.ALPHA);
    static final HeldCertificate BETA = client(Chain.BETA);
    static final HeldCertificate ALPHA_LPS = client(Chain.ALPHA + "-lps");
    static final HeldCertificate BETA_LPS = client(Chain.BETA + "-lps");
    static final HeldCertificate UNTRUSTED_LPS =
            issue(Profile.ORG_AUTH_CLI, Branch.PRODUCTION, Chain.ALPHA + "-lps", List.of());
    static final List<X509Certificate> ROOTS = IGC.roots(Branch.TEST);
    static final CertificateJudge JUDGE = IGC.judge(Profile.ORG_AUTH_CLI, Branch.TEST);

    private Certificates() {}

    private static HeldCertificate client(String clientId) {
        return issue(Profile.ORG_AUTH_CLI, Branch.TEST, clientId, List.of());
    }

    private static HeldCertificate server(Branch branch) {
        return issue(Profile.SERV_SSL, branch, "localhost", List.of("localhost", "127.0.0.1"));
    }

    private static HeldCertificate issue(Profile profile, Branch branch, String commonName, List<String> names) {
        Instant now = Instant.now();
        return IGC.issue(new Order(
                profile,
                branch,
                "Paris (75)",
                "EDITEUR TEST",
                PROXY_OPERATOR,
                commonName,
                names,
                now.minus(Duration.ofMinutes(5)),
                now.plus(Duration.ofDays(1))));
    }
}
