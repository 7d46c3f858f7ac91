package fr.accroche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.accroche.certs.Delivery;
import fr.accroche.certs.Pkcs12Dialect;
import fr.accroche.scenarios.Programs;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is delivered, read by programs that know nothing of us. */
class DeliveredFilesTest {

    private static final String PASSWORD = "changeit";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void keytoolListsEveryDialectAndTheJks(Pkcs12Dialect dialect) throws Exception {
        Delivery.Keyed keyed = delivery(dialect).keyed().orElseThrow();

        for (Path store : new Path[] {keyed.p12(), keyed.jks()}) {
            assertThat(keytool(store, PASSWORD).printed())
                    .contains("Alias name: 1\n", "Entry type: PrivateKeyEntry", "Certificate chain length: 3")
                    .contains("Owner: CN=alpha-edc-bas, OU=300000000010009");
            assertThat(keytool(store, "another-one").exitCode()).isNotZero();
        }
    }

    @Test
    void keytoolListsTheTruststores() throws Exception {
        for (Path store : delivery(Pkcs12Dialect.PLATFORM).trust().subList(0, 2)) {
            assertThat(keytool(store, "accroche").printed())
                    .contains(
                            "Alias name: racine-test",
                            "Entry type: trustedCertEntry",
                            "Your keystore contains 1 entry");
        }
    }

    @Test
    void opensslReadsThePemFilesAndVerifiesThem() throws Exception {
        assumeTrue(Programs.present("openssl"), "skipped: openssl is not installed here");
        Delivery delivery = delivery(Pkcs12Dialect.PLATFORM);
        String chain = delivery.chain().toString();
        String root = delivery.trust().get(2).toString();

        assertThat(openssl("x509", "-noout", "-subject", "-nameopt", "RFC2253", "-in", chain)
                        .printed())
                .startsWith("subject=CN=alpha-edc-bas,OU=300000000010009,");
        assertThat(openssl(
                                "verify",
                                "-x509_strict",
                                "-purpose",
                                "sslclient",
                                "-CAfile",
                                root,
                                "-untrusted",
                                chain,
                                chain)
                        .printed())
                .endsWith(": OK\n");
        assertThat(openssl("verify", "-CAfile", root, chain).exitCode()).isNotZero();
        assertThat(openssl("x509", "-noout", "-pubkey", "-in", chain).printed())
                .isEqualTo(openssl(
                                "pkey",
                                "-pubout",
                                "-in",
                                delivery.keyed().orElseThrow().key().toString())
                        .printed());
    }

    /** Node brings its own OpenSSL: RC2 is refused by it whatever the machine's own does (F18). */
    @ParameterizedTest
    @EnumSource
    void nodeOpensTheDialectsThatOpenSsl3Does(Pkcs12Dialect dialect) throws Exception {
        assumeTrue(Programs.present("node"), "skipped: node is not installed here");
        String p12 = delivery(dialect).keyed().orElseThrow().p12().toString();
        String program = "require('tls').createSecureContext({pfx: require('fs').readFileSync(process.argv[1]),"
                + " passphrase: process.argv[2]}); console.log('opened')";

        Programs.Ended ended = Programs.run(folder, "node", "-e", program, p12, PASSWORD);

        if (dialect == Pkcs12Dialect.LEGACY) {
            assertThat(ended.printed()).contains("Unsupported PKCS12 PFX data");
        } else {
            assertThat(ended.printed()).isEqualTo("opened\n");
        }
        assertThat(Programs.run(folder, "node", "-e", program, p12, "another-one")
                        .printed())
                .doesNotContain("opened");
    }

    private Delivery delivery(Pkcs12Dialect dialect) {
        return new Deliveries(folder)
                .deliver("delivered", Deliveries.client(), dialect, Optional.of(PASSWORD.toCharArray()));
    }

    private Programs.Ended keytool(Path store, String password) throws Exception {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        return Programs.run(
                folder,
                keytool,
                "-J-Duser.language=en",
                "-list",
                "-v",
                "-keystore",
                store.toString(),
                "-storepass",
                password);
    }

    private Programs.Ended openssl(String... arguments) throws Exception {
        return Programs.run(
                folder,
                Stream.concat(Stream.of("openssl"), Arrays.stream(arguments)).toArray(String[]::new));
    }
}
