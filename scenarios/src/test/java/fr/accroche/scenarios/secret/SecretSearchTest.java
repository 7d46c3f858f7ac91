package fr.accroche.scenarios.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A search that finds nothing is worth what it finds where there is something. */
class SecretSearchTest {

    private static final String HARD = "p\"a<s>&s'w/o+r d\\%é-0123";

    private final SecretSearch search = new SecretSearch(new Random(8));

    @TempDir
    private Path folder;

    private enum Writing {
        PLAIN,
        PERCENT,
        JSON,
        XML,
        HTML,
        HEXADECIMAL,
        UPPER,
        COLONS,
        BASE64,
        BASE64_URL,
        LINES,
        UTF_16;

        String of(String secret) {
            byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
            return switch (this) {
                case PLAIN -> secret;
                case PERCENT -> URLEncoder.encode(secret, StandardCharsets.UTF_8);
                case JSON -> secret.replace("\\", "\\\\").replace("\"", "\\\"").replace("/", "\\/");
                case XML -> xml(secret).replace("'", "&apos;");
                case HTML -> xml(secret).replace("'", "&#39;");
                case HEXADECIMAL -> HexFormat.of().formatHex(bytes);
                case UPPER -> HexFormat.of().withUpperCase().formatHex(bytes);
                case COLONS -> HexFormat.ofDelimiter(":").formatHex(bytes);
                case BASE64 -> Base64.getEncoder().encodeToString(bytes);
                case BASE64_URL -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
                case LINES -> Base64.getMimeEncoder(20, new byte[] {'\n'}).encodeToString(bytes);
                case UTF_16 -> new String(secret.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
            };
        }

        private static String xml(String secret) {
            return secret.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
        }
    }

    @ParameterizedTest
    @EnumSource
    void findsEveryWayOfWritingIt(Writing writing) {
        String secret = search.plant("somewhere");
        String hard = search.know("elsewhere", writing == Writing.UTF_16 ? HARD.replace('é', 'e') : HARD);

        assertThat(search.in("a log", "2026 INFO «" + writing.of(secret) + "» and so on"))
                .anyMatch(found -> found.startsWith("somewhere ("))
                .allMatch(found -> found.endsWith(" in a log"));
        assertThat(search.in("a log", "x=" + writing.of(hard) + ";"))
                .anyMatch(found -> found.startsWith("elsewhere ("));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "alpha-edc-bas:"})
    void findsItInBase64OfMore(String before) {
        String secret = search.plant("password");
        byte[] more = (before + secret + "\n").getBytes(StandardCharsets.UTF_8);

        assertThat(search.in("a header", Base64.getEncoder().encodeToString(more)))
                .hasSize(1);
    }

    @Test
    void findsThePartOfALongOneThatSomebodyKept() {
        String token = search.know(
                "token", "abcdefghijklmnopqrstuvwxyz".repeat(9).substring(0, 200) + "-the-end-of-a-token-0123");

        assertThat(search.in("begun", token.substring(0, 40) + "…")).hasSize(1);
        assertThat(search.in("ended", "…" + token.substring(170))).hasSize(1);
    }

    @Test
    void findsAPrivateKeyHoweverItIsEncodedAndNotItsPublicHalf() throws GeneralSecurityException {
        for (String algorithm : List.of("RSA", "EC")) {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(algorithm.equals("RSA") ? 1024 : 256);
            KeyPair pair = generator.generateKeyPair();
            search.know(algorithm, pair.getPrivate());
            byte[] der = pair.getPrivate().getEncoded();

            assertThat(search.in("DER", der)).contains(algorithm + " (plain) in DER");
            assertThat(search.in("PEM", Base64.getMimeEncoder().encodeToString(der)))
                    .contains(algorithm + " (base64) in PEM");
            assertThat(search.in("public", pair.getPublic().getEncoded())).isEmpty();
            assertThat(search.in(
                            "public",
                            Base64.getEncoder().encodeToString(pair.getPublic().getEncoded())))
                    .isEmpty();
            assertThat(search.in("text", pair.getPublic().toString())).isEmpty();
            if (pair.getPrivate() instanceof RSAPrivateCrtKey rsa) {
                BigInteger exponent = rsa.getPrivateExponent();
                assertThat(search.in("number", exponent.toString())).isNotEmpty();
                assertThat(search.in("number", exponent.toString(16))).isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / Authorization: Bearer 2YotnFZFEjr1zCsicMWpAA",
                "authorization=Basic YWxwaGE6czNjcjN0LTAxMjM=",
                "{\"t\":\"eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.c2lnbmF0dXJl\"}",
                "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC\n"
            })
    void findsWhatHasTheShapeOfOneThatNobodyPlanted(String output) {
        assertThat(search.in("a log", output)).hasSize(1);
    }

    @Test
    void looksIntoArchivesAndFoldersAndNames() throws IOException {
        String secret = search.plant("body");
        byte[] inner = zip("deep.txt", secret.getBytes(StandardCharsets.UTF_8));
        Files.write(folder.resolve("proofs.zip"), zip("inner.zip", inner));
        Files.writeString(folder.resolve(secret + ".txt"), "nothing");
        Files.writeString(folder.resolve("kept.key"), secret);

        assertThat(search.under(folder, file -> file.endsWith("kept.key")))
                .containsExactlyInAnyOrder(
                        "body (plain) in proofs.zip!inner.zip!deep.txt",
                        "body (plain) in the name of " + secret + ".txt");
    }

    @Test
    void findsNothingWhereThereIsNothing() {
        String secret = search.plant("body");

        assertThat(search.in("a log", secret.substring(0, 9) + " " + secret.substring(12)))
                .isEmpty();
        assertThat(search.in("a log", "bearer token; Basic authentication; BEGIN PRIVATE KEY"))
                .isEmpty();
        assertThat(search.places()).containsExactly("body");
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }
}
