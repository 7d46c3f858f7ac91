package fr.accroche.scenarios.suite;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationException;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.exchange.InMemoryJournal;
import fr.accroche.scenarios.TestFolders;
import fr.accroche.scenarios.chain.Chain;
import fr.accroche.scenarios.chain.Ports;
import fr.accroche.teleservice.stub.Stubs;
import fr.accroche.wire.admin.MovableClock;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;

/** Plays the suite on a simulated proxy, sound or broken on purpose. */
final class SuiteBench {

    private static final Duration PATIENCE = Duration.ofMillis(300);

    private SuiteBench() {}

    static Declaration declaration(ShippedDeclaration shipped) {
        return read(shipped.yaml());
    }

    private static Declaration read(byte[] yaml) {
        try {
            return DeclarationReader.read("accroche.yaml", yaml, LocalDate.now(TestFolders.clock()));
        } catch (DeclarationException e) {
            throw new AssertionError(e);
        }
    }

    /** Two LPS of one editor at one proxy, each for INSi alone: the fewer exchanges, the sooner done. */
    static Declaration twoLps() {
        String yaml = new String(ShippedDeclaration.PROXY_PARTAGE.yaml(), StandardCharsets.UTF_8)
                .replaceAll("teleservices: \\[[^]]*]", "teleservices: [INSi]");
        return read(yaml.getBytes(StandardCharsets.UTF_8));
    }

    /** The same two, each with a secret that it proves itself to the proxy by. */
    static Declaration twoLpsWithSecrets() {
        String yaml = new String(ShippedDeclaration.PROXY_PARTAGE.yaml(), StandardCharsets.UTF_8)
                .replaceAll("teleservices: \\[[^]]*]", "teleservices: [INSi]")
                .replaceAll("clientId: ([a-z-]+),", "clientId: $1, lpsAuthentication: { secret: secret-de-$1 },");
        return read(yaml.getBytes(StandardCharsets.UTF_8));
    }

    static SuiteRun run(Declaration declaration, Set<? extends Enum<?>> defects) {
        MovableClock clock = TestFolders.clock();
        Chain.Surround around = new Chain.Surround(
                TestFolders.open(clock), Ports.FREE, Stubs.NONE, new InMemoryJournal(1), clock, new SecureRandom());
        return new ProxySuite(around, PATIENCE)
                .run(ProxySuite.plan(declaration).withDefects(defects), declaration.operations(), ProxyCases.ALL);
    }
}
