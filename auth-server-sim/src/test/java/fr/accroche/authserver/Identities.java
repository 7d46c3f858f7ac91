package fr.accroche.authserver;

import fr.accroche.certs.Branch;
import fr.accroche.certs.HeldCertificate;
import fr.accroche.certs.Order;
import fr.accroche.certs.Profile;
import fr.accroche.certs.TestIgc;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Keys and certificates, made once: RSA keys take their time. */
public final class Identities {

    public static final String ALPHA_ID = "alpha-edc-bas";
    public static final String GAMMA_ID = "gamma-edc-bas";
    public static final String BETA_STRUCTURE = "300000000020002";

    public static final TestIgc IGC = TestIgc.inMemory(Clock.systemUTC());
    public static final KeyPair SIGNING = rsa();

    public static final HeldCertificate SERVER = issue(Profile.SERV_SSL, Branch.TEST, "localhost", 0);
    /** The LPS of alpha, behind the proxy that beta operates. */
    public static final HeldCertificate ALPHA = issue(Profile.ORG_AUTH_CLI, Branch.TEST, ALPHA_ID, 0);
    /** The same LPS, after it renewed its certificate. */
    public static final HeldCertificate ALPHA_RENEWED = issue(Profile.ORG_AUTH_CLI, Branch.TEST, ALPHA_ID, 0);
    /** Another LPS behind the same proxy. */
    public static final HeldCertificate GAMMA = issue(Profile.ORG_AUTH_CLI, Branch.TEST, GAMMA_ID, 0);
    /** Of a client that nobody declared. */
    public static final HeldCertificate UNKNOWN = issue(Profile.ORG_AUTH_CLI, Branch.TEST, "unknown-edc-bas", 0);
    /** Good a year ago. */
    public static final HeldCertificate EXPIRED = issue(Profile.ORG_AUTH_CLI, Branch.TEST, ALPHA_ID, -365);
    /** Of the production tree. */
    public static final HeldCertificate PRODUCTION = issue(Profile.ORG_AUTH_CLI, Branch.PRODUCTION, ALPHA_ID, 0);
    /** A server's certificate shown by a client. */
    public static final HeldCertificate SERV_SSL = issue(Profile.SERV_SSL, Branch.TEST, ALPHA_ID, 0);
    /** The authorization server's own. */
    public static final HeldCertificate AUTHORIZATION_SERVER =
            issue(Profile.ORG_AUTH_CLI, Branch.TEST, "as.accroche.invalid", 0);
    /** A téléservice's own. */
    public static final HeldCertificate TELESERVICE =
            issue(Profile.ORG_AUTH_CLI, Branch.TEST, "dmp.accroche.invalid", 0);

    private Identities() {}

    /** The keys of a server, fresh but for the first. */
    public static SigningKeys signing() {
        return new SigningKeys(SIGNING, Identities::rsa);
    }

    /** A client's certificate once it is renewed: the same name on another key. */
    public static HeldCertificate again(String clientId) {
        return issue(Profile.ORG_AUTH_CLI, Branch.TEST, clientId, 0);
    }

    private static HeldCertificate issue(Profile profile, Branch branch, String name, int days) {
        Instant start = Instant.now().minus(Duration.ofHours(1)).plus(Duration.ofDays(days));
        return IGC.issue(new Order(
                profile,
                branch,
                "Paris (75)",
                "ACCROCHE",
                BETA_STRUCTURE,
                name,
                profile == Profile.SERV_SSL ? List.of(name, "127.0.0.1") : List.of(),
                start,
                start.plus(Duration.ofDays(90))));
    }

    public static KeyPair rsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has RSA", e);
        }
    }
}
