package fr.accroche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.scenarios.TestFolders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code accroche certs order --from}. */
class OrderFromDeclarationTest {

    @TempDir
    private Path directory;

    private Ordering ordering;

    @BeforeEach
    void smallKeys() {
        TestFolders.open();
        ordering = new Ordering(directory);
    }

    @ParameterizedTest
    @EnumSource
    void allThatADeclarationNeeds(ShippedDeclaration shipped) throws Exception {
        Files.write(directory.resolve("mine.yaml"), shipped.yaml());
        Declaration declaration = DeclarationReader.read("mine.yaml", shipped.yaml(), LocalDate.now(Clock.systemUTC()));
        long sealers = declaration.operations().stream()
                .map(declaration::operator)
                .distinct()
                .count();

        CommandLineRun run = ordering.run(Ordering.words("certs order --from mine.yaml -o all"));

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out().lines().filter(line -> line.startsWith("ORG AUTH_CLI")))
                .hasSameSizeAs(declaration.operations());
        assertThat(run.out().lines().filter(line -> line.startsWith("ORG SIGN")))
                .hasSize((int) sealers);
        assertThat(declaration.operations()).allSatisfy(operation -> {
            String ou = declaration.proxyOperator(operation).idNatStruct().value();
            List<X509Certificate> chain =
                    Ordering.chain(directory.resolve("all").resolve(operation.clientId() + "-" + ou));
            assertThat(chain.get(0).getSubjectX500Principal().getName())
                    .startsWith("CN=" + operation.clientId() + ",OU=" + ou + ",");
        });
    }

    @Test
    void theCertificateByWhichAnLpsProvesItselfToo() throws Exception {
        String yaml = ShippedDeclaration.PROXY_TIERS.text();
        Declaration declaration = DeclarationReader.read(
                "mine.yaml", ShippedDeclaration.PROXY_TIERS.yaml(), LocalDate.now(Clock.systemUTC()));
        Operation operation = declaration.operations().get(0);
        String ou = declaration.operator(operation).idNatStruct().value();
        Files.writeString(
                directory.resolve("mine.yaml"),
                yaml.replace(
                        "clientId: " + operation.clientId() + ",",
                        "clientId: " + operation.clientId() + ", lpsAuthentication: { certificate: true },"));

        CommandLineRun run = ordering.run(Ordering.words("certs order --from mine.yaml -o all"));

        assertThat(run.exitCode()).as(run.err()).isZero();
        List<X509Certificate> chain =
                Ordering.chain(directory.resolve("all").resolve(operation.clientId() + "-lps-" + ou));
        assertThat(chain.get(0).getSubjectX500Principal().getName())
                .startsWith("CN=" + operation.clientId() + "-lps,OU=" + ou + ",");
    }

    @Test
    void itsSettingsAreCheckedToo() throws Exception {
        Files.write(directory.resolve("mine.yaml"), ShippedDeclaration.PROXY_TIERS.yaml());

        CommandLineRun run =
                ordering.run(Ordering.words("certs order --from mine.yaml -o all --days 0 --key-bits 1024"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("0 days of validity", "an RSA key of 1024 bits");
        assertThat(directory.resolve("all")).doesNotExist();
    }
}
