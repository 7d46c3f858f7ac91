package fr.accroche.scenarios.external;

import fr.accroche.certs.Branch;
import fr.accroche.certs.HeldCertificate;
import fr.accroche.certs.file.CertificateFileReader;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.messages.VihfForm;
import fr.accroche.scenarios.TestFolders;
import fr.accroche.scenarios.lps.AnsContract;
import fr.accroche.scenarios.lps.LpsDefect;
import fr.accroche.scenarios.lps.LpsDriver;
import fr.accroche.scenarios.lps.LpsProfile;
import fr.accroche.scenarios.lps.SeatedPerson;
import fr.accroche.wire.ClientSettings;
import fr.accroche.wire.WireClient;
import fr.accroche.wire.WireRuntime;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * An LPS of somebody else's: it knows of a chain where the proxy is, and has the files that it was delivered.
 *
 * @param declaration which LPS
 */
public record ForeignLps(Declaration declaration) {

    /** A whole session of a client_id. */
    public void session(URI proxy, Operation operation, LpsDefect... defects) throws IOException {
        LpsProfile profile = profile(operation, defects);
        try (WireRuntime runtime = WireRuntime.start();
                WireClient http = new WireClient(
                        runtime,
                        ClientSettings.trusting(TestFolders.open().igc().roots(Branch.TEST))
                                .waiting(Duration.ofMinutes(1)))) {
            new LpsDriver(
                            new AnsContract(proxy),
                            true,
                            profile,
                            http,
                            hop -> {},
                            Clock.systemUTC(),
                            UUID::randomUUID,
                            new SecureRandom())
                    .everyTeleservice();
        }
    }

    /** Which LPS that is. */
    public LpsProfile profile(Operation operation, LpsDefect... defects) throws IOException {
        String structure = declaration.operator(operation).idNatStruct().value();
        HeldCertificate seal = held(operation.operator() + "-cachet-" + structure);
        HeldCertificate client = held(operation.clientId() + "-"
                + declaration.proxyOperator(operation).idNatStruct().value());
        return new LpsProfile(
                operation,
                declaration.proxy(operation).mode(),
                declaration.lps(operation),
                declaration.integratedIn(operation),
                declaration.teleservices(operation),
                declaration.environment(),
                declaration.settings().teleservices().insi().authentication(),
                SeatedPerson.physician(),
                seal,
                client,
                VihfForm.INDIRECTE,
                Set.of(defects),
                Optional.empty());
    }

    /** What the chain of the tests' work folder keeps under a name. */
    public static HeldCertificate held(String name) throws IOException {
        Path file = TestFolders.PATH.resolve("certs").resolve(name + ".p12");
        return CertificateFileReader.open(file, Optional.of("accroche".toCharArray()))
                .entries()
                .get(0)
                .held();
    }
}
