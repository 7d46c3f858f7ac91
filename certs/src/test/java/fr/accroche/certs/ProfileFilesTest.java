package fr.accroche.certs;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.certs.Processes.Ended;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each profile's file says is what a certificate issued with it holds: two other programs read both. */
class ProfileFilesTest {
    private static final Map<String, String> OPENSSL_WORDS = Map.of(
            "digitalSignature", "Digital Signature",
            "nonRepudiation", "Non Repudiation",
            "keyEncipherment", "Key Encipherment",
            "clientAuth", "TLS Web Client Authentication",
            "serverAuth", "TLS Web Server Authentication",
            "emailProtection", "E-mail Protection",
            "msSmartcardLogin", "Microsoft Smartcard Login");
    private static final Map<String, String> KEYTOOL_WORDS = Map.of(
            "digitalSignature", "DigitalSignature",
            "nonRepudiation", "Non_repudiation",
            "keyEncipherment", "Key_Encipherment",
            "msSmartcardLogin", "1.3.6.1.4.1.311.20.2.2");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void opensslReadsWhatTheFileSays(Profile profile) throws Exception {
        Assumptions.assumeTrue(opensslIsThere(), "openssl is not on the PATH: cross-check skipped");
        Properties file = file(profile);
        String text = run("openssl", "x509", "-noout", "-text", "-nameopt", "sep_comma_plus", "-in", written(profile));

        assertThat(after(text, "X509v3 Key Usage: critical")).isEqualTo(words(file, "keyUsage", OPENSSL_WORDS));
        assertThat(after(text, "X509v3 Extended Key Usage:")).isEqualTo(words(file, "extendedKeyUsage", OPENSSL_WORDS));
        assertThat(text).contains("Policy: " + policy(file.getProperty("policy.test")) + "\n");
        assertThat(text).contains("(" + file.getProperty("keyBits") + " bit)");
        assertThat(text.contains("DNS:"))
                .isEqualTo(file.getProperty("hostNames").equals("yes"));
        assertThat(text.contains("othername:"))
                .isNotEqualTo(file.getProperty("userPrincipalName").equals("none"));
        assertThat(text.contains("Private Key Usage Period"))
                .isEqualTo(file.getProperty("privateKeyUsagePeriod").equals("yes"));
        assertThat(text.contains("1.2.250.1.71.1.2.2:"))
                .isNotEqualTo(file.getProperty("card").equals("none"));
        assertThat(text.contains("1.2.250.1.71.1.2.7:"))
                .isEqualTo(file.getProperty("profession").equals("yes"));
        assertThat(keywords(text)).isEqualTo(subject(file));
        HeldCertificate held = issued(profile);
        assertThat(Duration.between(
                        held.certificate().getNotBefore().toInstant(),
                        held.certificate().getNotAfter().toInstant()))
                .isEqualTo(Duration.ofDays(Long.parseLong(file.getProperty("days"))));
    }

    @ParameterizedTest
    @EnumSource
    void keytoolReadsWhatTheFileSays(Profile profile) throws Exception {
        Properties file = file(profile);
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Assumptions.assumeTrue(Files.isExecutable(Path.of(keytool)), "no keytool in this Java: cross-check skipped");
        String text = run(keytool, "-J-Duser.language=en", "-printcert", "-file", written(profile));

        assertThat(listed(text, "KeyUsage ")).isEqualTo(words(file, "keyUsage", KEYTOOL_WORDS));
        assertThat(listed(text, "ExtendedKeyUsages ")).isEqualTo(words(file, "extendedKeyUsage", KEYTOOL_WORDS));
        assertThat(text).contains("CertificatePolicyId: [" + file.getProperty("policy.test") + "]");
    }

    private HeldCertificate issued(Profile profile) {
        Order order = Cards.order(profile);
        OrderSettings settings = Profiles.SHIPPED.settings(profile);
        return Fixtures.IGC.issue(
                order.withValidity(order.notBefore(), settings.until(order.notBefore())), Fixtures.KEY);
    }

    private String written(Profile profile) throws Exception {
        return Files.write(
                        folder.resolve("leaf.pem"),
                        Pem.encode(List.of(issued(profile).certificate())))
                .toString();
    }

    /** By the JDK's own reader: the files are what any program takes them for. */
    private Properties file(Profile profile) throws Exception {
        Properties file = new Properties();
        try (InputStream in = getClass().getResourceAsStream("profiles/" + Profiles.fileName(profile))) {
            file.load(in);
        }
        assertThat(file).hasSize(12);
        return file;
    }

    private static List<String> words(Properties file, String key, Map<String, String> words) {
        return Arrays.stream(file.getProperty(key).split(", "))
                .map(word -> words.getOrDefault(word, word))
                .toList();
    }

    private static String policy(String oid) {
        return oid.equals(Oids.ANY_POLICY) ? "X509v3 Any Policy" : oid;
    }

    private static List<String> after(String text, String title) {
        String line = text.substring(text.indexOf(title) + title.length()).strip();
        return List.of(line.substring(0, line.indexOf('\n')).strip().split(", "));
    }

    private static List<String> listed(String text, String title) {
        int start = text.indexOf('[', text.indexOf("\n" + title)) + 1;
        return text.substring(start, text.indexOf(']', start))
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static List<List<String>> subject(Properties file) {
        return Stream.of(file.getProperty("subject").split(", "))
                .map(name -> Stream.of(name.split("\\+")).sorted().toList())
                .toList();
    }

    private static List<List<String>> keywords(String text) {
        String line = text.lines()
                .map(String::strip)
                .filter(each -> each.startsWith("Subject:"))
                .findFirst()
                .orElseThrow();
        return Stream.of(line.substring("Subject:".length()).replace(" = ", "=").split(", ?"))
                .map(name -> Stream.of(name.split("\\+"))
                        .map(attribute -> attribute.strip().split("=")[0])
                        .sorted()
                        .toList())
                .toList();
    }

    private static String run(String... command) throws Exception {
        Ended ended = Processes.run(List.of(command));
        assertThat(ended.code()).as(ended.output()).isZero();
        return ended.output();
    }

    private static boolean opensslIsThere() {
        try {
            return Processes.run(List.of("openssl", "version")).code() == 0;
        } catch (Exception absent) {
            return false;
        }
    }
}
