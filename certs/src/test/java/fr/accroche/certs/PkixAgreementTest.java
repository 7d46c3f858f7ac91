package fr.accroche.certs;

import static fr.accroche.certs.Fixtures.IGC;
import static fr.accroche.certs.Fixtures.KEY;
import static fr.accroche.certs.Fixtures.NOW;
import static fr.accroche.certs.Fixtures.STRANGER;
import static fr.accroche.certs.Fixtures.authCli;
import static fr.accroche.certs.Fixtures.chain;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the JDK's validator accepts or refuses, the judge does too. */
class PkixAgreementTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("chains")
    void agreesWithTheJdk(String what, List<X509Certificate> chain, boolean sound) throws Exception {
        assertThat(Fixtures.judge(chain).sound()).isEqualTo(sound);
        assertThat(jdkAccepts(chain)).isEqualTo(sound);
    }

    static Stream<Arguments> chains() {
        X509Certificate forged =
                OddCertificate.authCli(OddCertificate.SUBJECT, KEY.getPublic()).by(KEY.getPrivate());
        return Stream.of(
                Arguments.of("sound", chain(authCli()), true),
                Arguments.of(
                        "expired",
                        chain(authCli().withValidity(NOW.minus(Duration.ofDays(2)), NOW.minus(Duration.ofDays(1)))),
                        false),
                Arguments.of(
                        "not yet valid",
                        chain(authCli().withValidity(NOW.plus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(2)))),
                        false),
                Arguments.of("untrusted", STRANGER.issue(authCli(), KEY).chain(), false),
                Arguments.of("other branch", chain(authCli().withBranch(Branch.PRODUCTION)), false),
                Arguments.of(
                        "bad signature",
                        List.of(
                                forged,
                                chain(authCli()).get(1),
                                chain(authCli()).get(2)),
                        false));
    }

    private static boolean jdkAccepts(List<X509Certificate> chain) throws Exception {
        PKIXParameters parameters =
                new PKIXParameters(Set.of(new TrustAnchor(IGC.roots(Branch.TEST).get(0), null)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(NOW));
        try {
            CertPathValidator.getInstance("PKIX")
                    .validate(
                            CertificateFactory.getInstance("X.509").generateCertPath(chain.subList(0, 2)), parameters);
            return true;
        } catch (CertPathValidatorException refused) {
            return false;
        }
    }
}
