package fr.accroche.certs.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.accroche.certs.Processes;
import fr.accroche.certs.file.Entry.Certificates;
import fr.accroche.certs.file.Entry.Held;
import fr.accroche.certs.file.KeyFacts.Fit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as OpenSSL and keytool write them. */
class OtherProgramsFilesTest {
    private static final String SECRET = "changeit";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-name alpha",
                "-legacy -name alpha",
                "-nomac -name alpha",
                "-keypbe NONE -certpbe NONE",
                "-keypbe aes-128-cbc -certpbe PBE-SHA1-RC2-128 -legacy -macalg sha512",
                "-keypbe PBE-SHA1-RC4-128 -legacy"
            })
    void pkcs12OfOpenSsl(String options) throws Exception {
        keyAndChain();
        List<String> command =
                new ArrayList<>(List.of("pkcs12", "-export", "-inkey", "key.pem", "-in", "chain.pem", "-out", "x.p12"));
        command.addAll(List.of("-passout", "pass:" + SECRET));
        command.addAll(List.of(options.split(" ")));
        openssl(command);

        Held held = (Held) read("x.p12").entries().get(0);

        assertThat(held.key()).isEqualTo(new KeyFacts("RSA", 2048, Fit.MATCHES));
        assertThat(held.chain()).isEqualTo(Samples.HELD.chain());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rsa -aes256 -traditional -in key.pem -out x.pem -passout pass:changeit",
                "rsa -des3 -traditional -in key.pem -out x.pem -passout pass:changeit",
                "rsa -traditional -in key.pem -out x.pem",
                "pkcs8 -topk8 -scrypt -in key.pem -out x.pem -passout pass:changeit",
                "pkcs8 -topk8 -in key.pem -outform DER -out x.pem -passout pass:changeit",
                "pkcs8 -topk8 -v1 PBE-SHA1-3DES -in key.pem -out x.pem -passout pass:changeit"
            })
    void privateKeysOfOpenSsl(String command) throws Exception {
        keyAndChain();
        openssl(List.of(command.split(" ")));

        assertThat(read("x.pem").entries())
                .containsExactly(new Held(Optional.empty(), new KeyFacts("RSA", 2048, Fit.ALONE), List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"EC -pkeyopt ec_paramgen_curve:P-256", "EC -pkeyopt ec_paramgen_curve:P-384", "ED25519", "ED448"
            })
    void keysOfOtherKindsMatchTheirCertificates(String kind) throws Exception {
        openssl(List.of(("genpkey -out key.pem -algorithm " + kind).split(" ")));
        openssl(List.of("req -x509 -key key.pem -subj /CN=x -out cert.pem".split(" ")));
        Files.write(
                folder.resolve("both.pem"),
                Samples.join(
                        Files.readAllBytes(folder.resolve("key.pem")), Files.readAllBytes(folder.resolve("cert.pem"))));

        assertThat(((Held) read("both.pem").entries().get(0)).key().fit()).isEqualTo(Fit.MATCHES);
    }

    @Test
    void pkcs7OfOpenSsl() throws Exception {
        keyAndChain();
        openssl(List.of("crl2pkcs7 -nocrl -certfile chain.pem -out x.p7b".split(" ")));

        assertThat(read("x.p7b").entries())
                .containsExactly(new Certificates(Optional.empty(), Samples.HELD.chain(), false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"JKS", "PKCS12"})
    void storesOfKeytool(String type) throws Exception {
        keytool("-genkeypair", "-alias", "alpha", "-keyalg", "RSA", "-dname", "CN=alpha", "-storetype", type);

        Held held = (Held) read("x.store").entries().get(0);

        assertThat(held.alias()).contains("alpha");
        assertThat(held.key().fit()).isEqualTo(Fit.MATCHES);
        assertThat(refusal("wrong").reason()).isEqualTo(Reason.PASSWORD_WRONG);
        assertThat(refusal(null).reason()).isEqualTo(Reason.PASSWORD_MISSING);
    }

    @Test
    void jceksIsNamedAndNotRead() throws Exception {
        keytool("-genkeypair", "-alias", "alpha", "-keyalg", "RSA", "-dname", "CN=alpha", "-storetype", "JCEKS");

        assertThat(refusal(SECRET).wording().en()).contains("JCEKS", "keytool -importkeystore");
    }

    private void keyAndChain() throws IOException {
        Files.write(folder.resolve("key.pem"), Samples.keyPem());
        try {
            Files.write(folder.resolve("chain.pem"), Samples.chainPem());
        } catch (Exception impossible) {
            throw new AssertionError(impossible);
        }
    }

    private FileContent read(String name) throws IOException {
        return CertificateFileReader.read(folder.resolve(name), Optional.of(SECRET.toCharArray()));
    }

    private UnreadableFileException refusal(String password) {
        Optional<char[]> given = Optional.ofNullable(password).map(String::toCharArray);
        return catchThrowableOfType(
                UnreadableFileException.class, () -> CertificateFileReader.read(folder.resolve("x.store"), given));
    }

    private void keytool(String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", "x.store", "-storepass", SECRET, "-keypass", SECRET));
        assertThat(run(command)).isZero();
    }

    private void openssl(List<String> arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(arguments);
        Assumptions.assumeTrue(present(), "openssl is not on the PATH: its files are not read");
        Assumptions.assumeTrue(run(command) == 0, "this openssl does not know: " + String.join(" ", command));
    }

    private boolean present() throws InterruptedException {
        try {
            return run(List.of("openssl", "version")) == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    private int run(List<String> command) throws IOException, InterruptedException {
        return Processes.run(folder, command).code();
    }
}
