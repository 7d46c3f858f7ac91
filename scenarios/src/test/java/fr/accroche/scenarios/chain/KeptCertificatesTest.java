package fr.accroche.scenarios.chain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.certs.CertificateFiles;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.exchange.InMemoryJournal;
import fr.accroche.scenarios.TestFolders;
import fr.accroche.teleservice.stub.Stubs;
import fr.accroche.wire.admin.MovableClock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** One client_id behind two proxies: each chain of the work folder finds its own certificate again. */
class KeptCertificatesTest {

    private static final MovableClock CLOCK = TestFolders.clock();

    @Test
    void anotherArchitectureDoesNotReplaceACertificate() throws Exception {
        Declaration own = read(ShippedDeclaration.PROXY_INTEGRE);
        Declaration other = read(ShippedDeclaration.PROXY_TIERS);
        Operation operation = own.operations().get(0);
        assertThat(other.operation(operation.clientId().value())).isPresent();

        try (Chain first = start(own)) {
            CertificateFiles files = first.certificateFiles(operation);
            byte[] shown = Files.readAllBytes(files.chain());
            byte[] installed = Files.readAllBytes(files.p12());
            try (Chain second = start(other)) {
                assertThat(second.certificateFiles(other.operations().get(0)).chain())
                        .exists()
                        .isNotEqualTo(files.chain());
                assertThat(second.seal(other.operations().get(0))).isEqualTo(first.seal(operation));
            }
            start(own).close();

            assertThat(files.chain()).hasBinaryContent(shown);
            assertThat(files.p12()).hasBinaryContent(installed);
        }
    }

    @Test
    void anyDeclaredNameMakesAFile() throws Exception {
        String yaml = ShippedDeclaration.PROXY_TIERS
                .text()
                .replace("alpha", "éditeur alpha")
                .replace("clientId: éditeur alpha-edc-bas", "clientId: \"alpha/../edc:bas*\"");
        Declaration declaration =
                DeclarationReader.read("own.yaml", yaml.getBytes(StandardCharsets.UTF_8), LocalDate.now(CLOCK));

        try (Chain chain = start(declaration)) {
            Operation operation = declaration.operations().get(0);
            assertThat(chain.certificateFiles(operation).chain()).exists().hasParent(TestFolders.PATH.resolve("certs"));
            assertThat(chain.seal(operation)).isNotNull();
        }
    }

    private static Chain start(Declaration declaration) {
        Chain.Surround around = new Chain.Surround(
                TestFolders.open(), Ports.FREE, Stubs.NONE, new InMemoryJournal(100), CLOCK, new SecureRandom());
        return Chain.start(
                ChainPlan.sound(declaration), declaration.operations().get(0), around);
    }

    private static Declaration read(ShippedDeclaration shipped) throws Exception {
        return DeclarationReader.read(shipped.id() + ".yaml", shipped.yaml(), LocalDate.now(CLOCK));
    }
}
