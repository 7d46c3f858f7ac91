package fr.accroche.certs;

import static fr.accroche.certs.Fixtures.CLOCK;
import static fr.accroche.certs.Fixtures.IGC;
import static fr.accroche.certs.Fixtures.NOW;
import static fr.accroche.certs.Fixtures.QUICK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is revoked, kept and published. */
class RevocationRegisterTest {

    private static final BigInteger SERIAL = new BigInteger("4f3a5c", 16);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(IgcAuthority.class)
    void listsHaveTheShapeOfTheRealOnes(IgcAuthority authority) throws Exception {
        RevocationRegister register = IGC.revocations().apart();
        BigInteger intermediate =
                IGC.authorities(Branch.TEST).intermediateCertificate().getSerialNumber();
        register.revoke(Branch.TEST, SERIAL);
        register.revoke(Branch.TEST, intermediate);

        X509CRL list = register.list(Branch.TEST, authority).orElseThrow();

        boolean root = authority == IgcAuthority.ROOT;
        list.verify(IGC.authorityChain(Branch.TEST).get(root ? 1 : 0).getPublicKey());
        assertThat(list.getVersion()).isEqualTo(2);
        assertThat(list.getThisUpdate()).isEqualTo(Date.from(NOW));
        assertThat(list.getNextUpdate()).isEqualTo(Date.from(NOW.plus(Duration.ofDays(root ? 45 : 6))));
        assertThat(list.getNonCriticalExtensionOIDs()).containsExactlyInAnyOrder("2.5.29.20", "2.5.29.35");
        assertThat(list.getCriticalExtensionOIDs()).isNullOrEmpty();
        assertThat(list.getRevokedCertificates()).singleElement().satisfies(entry -> {
            assertThat(entry.getSerialNumber()).isEqualTo(root ? intermediate : SERIAL);
            assertThat(entry.getRevocationDate()).isEqualTo(Date.from(NOW));
            assertThat(entry.hasExtensions()).isFalse();
        });
    }

    @Test
    void aListStaysTheSameUntilSomethingChangesAndNumbersGrow() {
        RevocationRegister register = IGC.revocations().apart();

        X509CRL first = register.list(Branch.TEST, IgcAuthority.INTERMEDIATE).orElseThrow();
        assertThat(register.list(Branch.TEST, IgcAuthority.INTERMEDIATE)).containsSame(first);
        register.revoke(Branch.TEST, SERIAL);
        X509CRL second = register.list(Branch.TEST, IgcAuthority.INTERMEDIATE).orElseThrow();
        register.set(Branch.TEST, IgcAuthority.INTERMEDIATE, RevocationListState.EXPIRED);
        X509CRL old = register.list(Branch.TEST, IgcAuthority.INTERMEDIATE).orElseThrow();

        assertThat(number(second)).isGreaterThan(number(first));
        assertThat(number(old)).isLessThan(number(first));
    }

    private static BigInteger number(X509CRL list) {
        return new BigInteger(
                Der.extension(list.getExtensionValue("2.5.29.20")).orElseThrow().contentOf(Der.INTEGER));
    }

    @Test
    void whatIsRevokedInOneRunStaysSoInTheNext() throws Exception {
        open().revocations().revoke(Branch.TEST, SERIAL);

        RevocationRegister next = open().revocations();
        assertThat(next.revoked(Branch.TEST)).isEqualTo(Map.of(SERIAL, NOW));
        assertThat(next.revoked(Branch.PRODUCTION)).isEmpty();
        assertThat(file()).hasContent("4f3a5c 2026-11-22T10:00:00Z\n");

        next.restore(Branch.TEST, SERIAL);
        assertThat(open().revocations().revoked(Branch.TEST)).isEmpty();
    }

    @Test
    void whatAnotherProcessOfTheFolderRevokesIsHeededAtOnce() throws Exception {
        RevocationRegister here = open().revocations();
        RevocationRegister there = open().revocations();
        assertThat(here.list(Branch.TEST, IgcAuthority.INTERMEDIATE)
                        .orElseThrow()
                        .getRevokedCertificate(SERIAL))
                .isNull();

        there.revoke(Branch.TEST, SERIAL);
        assertThat(here.list(Branch.TEST, IgcAuthority.INTERMEDIATE)
                        .orElseThrow()
                        .getRevokedCertificate(SERIAL))
                .isNotNull();
        here.restore(Branch.TEST, SERIAL);

        assertThat(there.revoked(Branch.TEST)).isEmpty();
    }

    @Test
    void whatIsRevokedIsSoWhetherOrNotLookAlikesSignInTheNextRun() throws Exception {
        open().revocations().revoke(Branch.TEST, SERIAL);
        RevocationRegister lookAlike =
                TestIgc.in(folder, CLOCK, QUICK, Issuers.LOOK_ALIKE).revocations();
        assertThat(lookAlike.revoked(Branch.TEST)).isEqualTo(Map.of(SERIAL, NOW));

        lookAlike.revoke(Branch.TEST, BigInteger.TWO);
        RevocationRegister plain = open().revocations();
        assertThat(plain.revoked(Branch.TEST)).isEqualTo(Map.of(BigInteger.TWO, NOW, SERIAL, NOW));
        assertThat(folder.resolve("igc/test-sosie/revoked.txt")).hasContent("2 2026-11-22T10:00:00Z\n");

        plain.restore(Branch.TEST, BigInteger.TWO);
        plain.restore(Branch.TEST, SERIAL);
        assertThat(open().revocations().revoked(Branch.TEST)).isEmpty();
        assertThat(folder.resolve("igc/test-sosie/revoked.txt")).isEmptyFile();
    }

    @Test
    void twoRunsRevokeBesideEachOther() {
        RevocationRegister one = open().revocations();
        RevocationRegister other = open().revocations();

        one.revoke(Branch.TEST, SERIAL);
        other.revoke(Branch.TEST, BigInteger.TWO);

        assertThat(open().revocations().revoked(Branch.TEST).keySet()).containsExactly(BigInteger.TWO, SERIAL);
    }

    @Test
    void aRegisterApartKeepsNothingAndSeesNothing() {
        RevocationRegister kept = open().revocations();
        kept.revoke(Branch.TEST, SERIAL);
        kept.set(Branch.TEST, OcspState.SILENT);

        RevocationRegister apart = kept.apart();
        apart.revoke(Branch.TEST, BigInteger.TWO);
        apart.set(Branch.TEST, OcspState.ANSWERING);

        assertThat(apart.revoked(Branch.TEST)).containsOnlyKeys(SERIAL, BigInteger.TWO);
        assertThat(kept.revoked(Branch.TEST)).containsOnlyKeys(SERIAL);
        assertThat(kept.ocsp(Branch.TEST)).isEqualTo(OcspState.SILENT);
        assertThat(open().revocations().revoked(Branch.TEST)).containsOnlyKeys(SERIAL);
    }

    @Test
    void revokedTwiceIsRevokedSinceTheFirstTime() {
        open().revocations().revoke(Branch.TEST, SERIAL);
        TestIgc later = TestIgc.in(folder, Clock.fixed(NOW.plusSeconds(9), ZoneOffset.UTC), QUICK);

        later.revocations().revoke(Branch.TEST, SERIAL);

        assertThat(later.revocations().revoked(Branch.TEST)).isEqualTo(Map.of(SERIAL, NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "4f3a5c", "4f3a5c yesterday", "-1 2026-11-22T10:00:00Z", ""})
    void aDamagedFileIsNamedWithItsLine(String line) throws Exception {
        open();
        Files.writeString(file(), "4f3a5c 2026-11-22T10:00:00Z\n" + line + "\n");

        assertThatThrownBy(this::open)
                .isInstanceOf(CertificateFileException.class)
                .hasMessageStartingWith(file() + ": line 2: expected a serial number in hexadecimal and an instant");
    }

    @Test
    void noCertificateHasSuchASerialNumber() {
        RevocationRegister register = IGC.revocations().apart();

        for (BigInteger odd : List.of(BigInteger.ZERO, BigInteger.ONE.negate(), BigInteger.ONE.shiftLeft(160))) {
            assertThatThrownBy(() -> register.revoke(Branch.TEST, odd)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(register.revoked(Branch.TEST)).isEmpty();
    }

    private Path file() {
        return folder.resolve("igc/test/revoked.txt");
    }

    private TestIgc open() {
        return TestIgc.in(folder, CLOCK, QUICK);
    }
}
