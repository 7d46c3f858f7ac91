package fr.accroche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.certs.FaultyFiles;
import fr.accroche.scenarios.TestFolders;
import fr.accroche.scenarios.certificate.Provocation;
import fr.accroche.scenarios.certificate.Provocations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every error that a file of a vendor can have is named by {@code accroche doctor}. */
class DoctorCatalogueTest {

    private static final String PASSWORD_FILE = "password";

    @TempDir
    private Path directory;

    @BeforeAll
    static void keysAreThere() {
        TestFolders.open();
    }

    /**
     * A vendor declares the files of a client; those of its servers are not brought. A list that stands beside a file (F30)
     * is not the one that the authorities publish.
     */
    static Stream<Provocation> ofClients() {
        return Provocations.ALL.stream()
                .filter(one -> one.files().isPresent())
                .filter(one -> !one.check().contains("ssl-serv") && !one.check().contains("--crl"));
    }

    @ParameterizedTest
    @MethodSource("ofClients")
    void itIsNamed(Provocation provocation) throws Exception {
        BroughtDeclaration brought = broken(provocation);

        CommandLineRun run = brought.doctor("-o", "json");

        if (provocation.error().equals("F8")) {
            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).contains("Where they must be one: F8");
        } else {
            assertThat(run.exitCode()).as(run.out()).isEqualTo(1);
            assertThat(BroughtDeclaration.ids(run)).contains(provocation.error());
        }
        assertThat(run.out() + run.err()).doesNotContain("PRIVATE KEY");
    }

    private BroughtDeclaration broken(Provocation provocation) throws Exception {
        CommandLineRun made = CommandLineRun.in(
                directory,
                "certs",
                "break",
                provocation.error(),
                "--work",
                TestFolders.PATH.toString(),
                "--output",
                ".");
        assertThat(made.exitCode()).as(made.err()).isZero();
        BroughtDeclaration brought = new BroughtDeclaration(directory);
        brought.password(PASSWORD_FILE, FaultyFiles.PASSWORD);
        brought.declare(String.join(", ", declared(provocation)));
        Path declaration = directory.resolve("accroche.yaml");
        String operator = option(provocation, "--proxy-operator");
        Files.writeString(
                declaration,
                Files.readString(declaration)
                        .replace(
                                "\"300000000010009\"",
                                "\"" + (operator.isEmpty() ? "300000000010009" : operator) + "\""));
        return brought;
    }

    /** The arguments of {@code accroche certs check} as keys of the declaration. */
    private static List<String> declared(Provocation provocation) {
        String file = provocation.check().get(0);
        if (provocation.check().contains("truststore")) {
            return List.of("truststore: " + file, "truststorePasswordFile: " + PASSWORD_FILE);
        }
        List<String> files = new ArrayList<>(List.of("certificate: " + file, "passwordFile: " + PASSWORD_FILE));
        for (String key : List.of("key", "alias", "seal")) {
            String value = option(provocation, "--" + key);
            if (!value.isEmpty()) {
                files.add(key + ": " + value);
            }
        }
        if (provocation.check().contains("--seal")) {
            files.add("sealPasswordFile: " + PASSWORD_FILE);
        }
        return files;
    }

    private static String option(Provocation provocation, String name) {
        int at = provocation.check().indexOf(name);
        return at < 0 ? "" : provocation.check().get(at + 1);
    }
}
