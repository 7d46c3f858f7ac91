package fr.accroche.certs;

import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Keys are slow to make: every test shares these. */
final class Fixtures {
    static final Instant NOW = Orders.NOW;
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    /** For tests that look at files and not at strength. */
    static final TestIgc.KeySizes QUICK = new TestIgc.KeySizes(1024, 1024);

    static final TestIgc IGC = TestIgc.inMemory(CLOCK);
    static final TestIgc STRANGER = TestIgc.inMemory(CLOCK);
    static final KeyPair KEY = RsaKeys.generate(2048, new SecureRandom());

    private Fixtures() {}

    static Order authCli() {
        return Orders.authCli();
    }

    static Order sign() {
        return authCli().withProfile(Profile.ORG_SIGN);
    }

    static Order servSsl() {
        return authCli()
                .withProfile(Profile.SERV_SSL)
                .withCommonName("psc.accroche.invalid")
                .withNames(List.of("psc.accroche.invalid", "localhost", "127.0.0.1", "::1"));
    }

    static List<X509Certificate> chain(Order order) {
        return IGC.issue(order, KEY).chain();
    }

    static Judgement judge(List<X509Certificate> chain) {
        return IGC.judge(Profile.ORG_AUTH_CLI, Branch.TEST).judge(chain);
    }

    /** As machines have them: French left out. */
    static List<Defect> english(List<Defect> defects) {
        return defects.stream()
                .map(defect -> new Defect(defect.code(), defect.expected(), defect.observed()))
                .toList();
    }
}
