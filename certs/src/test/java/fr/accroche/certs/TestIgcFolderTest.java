package fr.accroche.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestIgcFolderTest {
    @TempDir
    static Path made;

    @TempDir
    Path folder;

    @BeforeAll
    static void makeOnce() {
        TestIgc.in(made, Fixtures.CLOCK, Fixtures.QUICK);
    }

    @BeforeEach
    void copy() throws IOException {
        try (Stream<Path> files = Files.walk(made)) {
            for (Path file : files.sorted().toList()) {
                Path copy = folder.resolve(made.relativize(file).toString());
                if (!Files.exists(copy)) {
                    Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    @Test
    void keepsFilesUnderReadableNames() {
        for (String branch : List.of("test", "production")) {
            assertThat(folder.resolve("igc").resolve(branch)).isDirectoryContaining("glob:**/racine.pem");
            assertThat(folder.resolve("igc").resolve(branch).toFile().list())
                    .containsExactlyInAnyOrder(
                            "racine.pem", "racine.key.pem", "intermediaire.pem", "intermediaire.key.pem");
        }
    }

    @Test
    void closesKeysToOtherUsers() throws IOException {
        assumePosix();
        Path test = folder.resolve("igc/test");

        assertThat(permissions(folder.resolve("igc"))).isEqualTo("rwx------");
        assertThat(permissions(test)).isEqualTo("rwx------");
        assertThat(permissions(test.resolve("racine.key.pem"))).isEqualTo("rw-------");
        assertThat(permissions(test.resolve("intermediaire.key.pem"))).isEqualTo("rw-------");
    }

    @Test
    void closesAKeyThatWasOpened() throws IOException {
        assumePosix();
        Path key = folder.resolve("igc/test/racine.key.pem");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));

        open(Fixtures.NOW);

        assertThat(permissions(key)).isEqualTo("rw-------");
    }

    @Test
    void opensTheSameAuthoritiesAgain() {
        TestIgc first = open(Fixtures.NOW);
        TestIgc second = open(Fixtures.NOW.plus(Duration.ofDays(365)));

        for (Branch branch : Branch.values()) {
            assertThat(second.authorities(branch).intermediate().chain())
                    .isEqualTo(first.authorities(branch).intermediate().chain());
        }
        HeldCertificate held = second.issue(Fixtures.authCli(), Fixtures.KEY);
        assertThat(first.judge(Profile.ORG_AUTH_CLI, Branch.TEST)
                        .judge(held.chain())
                        .defects())
                .extracting(Defect::code)
                .containsOnly(DefectCode.WEAK_KEY);
    }

    @Test
    void makesAuthoritiesAnewThirtyDaysBeforeTheyExpire() {
        TestIgc first = open(Fixtures.NOW);
        Instant end = first.authorities(Branch.TEST)
                .intermediateCertificate()
                .getNotAfter()
                .toInstant();

        TestIgc before = open(end.minus(Duration.ofDays(30)).minusSeconds(1));
        TestIgc after = open(end.minus(Duration.ofDays(30)));

        assertThat(before.roots(Branch.TEST)).isEqualTo(first.roots(Branch.TEST));
        assertThat(after.roots(Branch.TEST)).isNotEqualTo(first.roots(Branch.TEST));
        assertThat(open(end.minus(Duration.ofDays(30))).roots(Branch.TEST)).isEqualTo(after.roots(Branch.TEST));
    }

    @ParameterizedTest
    @ValueSource(strings = {"racine.pem", "racine.key.pem", "intermediaire.pem", "intermediaire.key.pem"})
    void namesTheFileThatIsCorruptAndWhatToDo(String name) throws IOException {
        Path file = folder.resolve("igc/test").resolve(name);
        Files.writeString(file, Files.readString(file).replace("MII", "MIJ"));

        assertThatThrownBy(() -> open(Fixtures.NOW))
                .isInstanceOf(CertificateFileException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("expected")
                .hasMessageContaining("delete the folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"racine.key.pem", "intermediaire.pem", "intermediaire.key.pem"})
    void neverWorksWithHalfOfTheFiles(String name) throws IOException {
        Path file = folder.resolve("igc/production").resolve(name);
        Files.delete(file);

        assertThatThrownBy(() -> open(Fixtures.NOW))
                .isInstanceOf(CertificateFileException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void refusesTheKeyOrIntermediateOfAnother() throws IOException {
        Path test = folder.resolve("igc/test");
        Path production = folder.resolve("igc/production");
        Files.write(test.resolve("racine.key.pem"), Files.readAllBytes(production.resolve("racine.key.pem")));

        assertThatThrownBy(() -> open(Fixtures.NOW))
                .isInstanceOf(CertificateFileException.class)
                .hasMessageContaining("expected the private key of racine.pem, observed another");

        Files.write(test.resolve("racine.key.pem"), Files.readAllBytes(made.resolve("igc/test/racine.key.pem")));
        for (String name : List.of("intermediaire.pem", "intermediaire.key.pem")) {
            Files.write(test.resolve(name), Files.readAllBytes(production.resolve(name)));
        }
        assertThatThrownBy(() -> open(Fixtures.NOW))
                .isInstanceOf(CertificateFileException.class)
                .hasMessageContaining("expected a certificate signed by racine.pem");
    }

    @Test
    void makesAnewWhatWasLeftHalfWritten() throws IOException {
        Path test = folder.resolve("igc/test");
        Files.delete(test.resolve("racine.pem"));
        Files.writeString(test.resolve(".racine.pem.tmp"), "half");

        TestIgc igc = open(Fixtures.NOW);

        assertThat(open(Fixtures.NOW).roots(Branch.TEST)).isEqualTo(igc.roots(Branch.TEST));
    }

    @Test
    void refusesAFolderThatIsAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");

        assertThatThrownBy(() -> TestIgc.in(file, Fixtures.CLOCK, Fixtures.QUICK))
                .isInstanceOf(CertificateFileException.class)
                .hasMessageContaining("choose another folder");
    }

    private TestIgc open(Instant now) {
        return TestIgc.in(folder, Clock.fixed(now, ZoneOffset.UTC), Fixtures.QUICK);
    }

    private static void assumePosix() {
        Assumptions.assumeTrue(
                made.getFileSystem().supportedFileAttributeViews().contains("posix"),
                "no POSIX permissions on this file system: not checked");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
