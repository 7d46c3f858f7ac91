package fr.accroche.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.accroche.certs.OrderForm.Offer;
import fr.accroche.certs.OrderForm.Usage;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProfilesTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void eachKeyHasItsSourceAboveIt(Profile profile) throws Exception {
        assertMarked(shipped(profile));
    }

    @Test
    void soDoTheAuthorities() throws Exception {
        try (InputStream in = getClass().getResourceAsStream("authorities.properties")) {
            assertMarked(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static void assertMarked(String file) {
        List<String> lines = file.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isEmpty() && !lines.get(i).startsWith("#")) {
                assertThat(lines.get(i - 1)).as(lines.get(i)).matches("# (public|inferred|unknown)\\b.*");
            }
        }
        assertThat(lines).anyMatch(line -> line.startsWith("keyBits = "));
    }

    @Test
    void ownFilesTakeThePlaceOfThoseThatCome() throws Exception {
        write(
                Profile.ORG_AUTH_CLI,
                shipped(Profile.ORG_AUTH_CLI)
                        .replace("= digitalSignature", "= decipherOnly, keyAgreement")
                        .replace("= clientAuth", "= OCSPSigning, codeSigning")
                        .replace("hostNames = no", "hostNames = yes")
                        .replace("privateKeyUsagePeriod = no", "privateKeyUsagePeriod = yes")
                        .replace("= 1.2.250.1.213.1.7.2.1.1.1.1", "= 2.5.29.32.0")
                        .replace("= C, ST, O, OU, CN", "= C, O, OU+CN")
                        .replace("keyBits = 2048", "keyBits = 3072")
                        .replace("days = 1095", "days = 7"));
        Profiles own = Profiles.in(folder);
        OrderSettings settings = own.settings(Profile.ORG_AUTH_CLI);
        Order order = new OrderForm(
                        Offer.ORG,
                        Usage.AUTH_CLI,
                        Branch.TEST,
                        "300000000010009",
                        "ALPHA",
                        "Paris (75)",
                        "alpha.example.org",
                        settings)
                .order(Fixtures.NOW, own);
        X509Certificate leaf = Fixtures.IGC.with(own).issue(order, Fixtures.KEY).certificate();

        assertThat(KeyUsages.of(leaf)).containsExactly("keyAgreement", "decipherOnly");
        assertThat(leaf.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.9", "1.3.6.1.5.5.7.3.3");
        assertThat(AlternativeNames.texts(leaf, AlternativeNames.DNS)).containsExactly("alpha.example.org");
        assertThat(SubjectName.of(leaf.getSubjectX500Principal()).shape()).hasSize(3);
        assertThat(leaf.getExtensionValue("2.5.29.16")).isNotNull();
        assertThat(settings).isEqualTo(new OrderSettings(3072, 7));
        assertThat(own.settings(Profile.ORG_SIGN)).isEqualTo(new OrderSettings(2048, 1095));
        assertThat(Fixtures.judge(Fixtures.IGC
                                .with(own)
                                .issue(order, Fixtures.KEY)
                                .chain())
                        .defects())
                .extracting(Defect::code)
                .containsExactly(
                        DefectCode.KEY_USAGE,
                        DefectCode.EXTENDED_KEY_USAGE,
                        DefectCode.UNEXPECTED_SUBJECT_ALTERNATIVE_NAME,
                        DefectCode.SUBJECT_SHAPE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "keyUsage = digitalSignature; keyUsage = digitalsignature; keyUsage = digitalsignature; none, or words among",
                "keyUsage = digitalSignature; keyUsage = cRLSign,cRLSign; keyUsage = cRLSign,cRLSign; once each",
                "keyUsage = digitalSignature; keyUsage =; keyUsage = ; none, or words among",
                "extendedKeyUsage = clientAuth; extendedKeyUsage = 1.2; extendedKeyUsage = 1.2; clientAuth",
                "hostNames = no; hostNames = true; hostNames = true; no | yes",
                "userPrincipalName = none; userPrincipalName = x; userPrincipalName = x; none | plain | dotted",
                "card = none; card = cps; card = cps; none | CPS | CPF | CPE | CPA",
                "policy.production = 2.5.29.32.0; policy.production = 2.5.; policy.production = 2.5.; identifier",
                "subject = C, ST, O, OU, CN; subject = C, O; subject = C, O; CN included",
                "subject = C, ST, O, OU, CN; subject = CN, CN; subject = CN, CN; once each",
                "keyBits = 2048; keyBits = 1024; keyBits = 1024; from 2048 to 8192",
                "keyBits = 2048; keyBits = 99999999999; keyBits = 99999999999; from 2048 to 8192",
                "days = 1095; days = 0; days = 0; from 1 to 36500",
                "days = 1095; jours = 3; unknown key jours; the keys are card, days",
                "days = 1095; # gone; the key days is missing; org-auth-cli.properties: ",
                "days = 1095; card = CPS; card stands on line; already",
                "days = 1095; days; expected 'key = value', observed 'days'; org-auth-cli.properties:"
            })
    void whatIsWrongIsRefusedWithFileAndKey(String right, String wrong, String observed, String expected)
            throws Exception {
        String content = shipped(Profile.ORG_AUTH_CLI);
        assertThat(content).contains(right);
        write(Profile.ORG_AUTH_CLI, content.replace(right, wrong));

        assertThatThrownBy(() -> Profiles.in(folder))
                .isInstanceOf(OrderException.class)
                .hasMessageContaining(folder.resolve("org-auth-cli.properties").toString())
                .hasMessageContaining(observed)
                .hasMessageContaining(expected);
    }

    @Test
    void everyProblemIsSaidAtOnceWithItsLine() throws Exception {
        write(Profile.ORG_SIGN, "days = 0\n\nkeyBits = x\n");

        assertThatThrownBy(() -> Profiles.in(folder)).isInstanceOfSatisfying(OrderException.class, refused -> {
            assertThat(refused.problems()).hasSize(12);
            assertThat(refused.problems().get(0).fr()).contains("org-sign.properties:3 : keyBits = x");
            assertThat(refused.problems().get(1).en()).contains("org-sign.properties:1: days = 0");
        });
    }

    @Test
    void aFolderWithoutProfilesAndAFileOfAnotherNameAreRefused() throws Exception {
        assertThatThrownBy(() -> Profiles.in(folder.resolve("none")))
                .isInstanceOf(OrderException.class)
                .hasMessageContaining("expected a folder of profiles");
        assertThatThrownBy(() -> Profiles.in(folder))
                .isInstanceOf(OrderException.class)
                .hasMessageContaining("no profile; expected one or more of org-auth-cli.properties");
        Files.writeString(folder.resolve("auth-cli.properties"), "");
        assertThatThrownBy(() -> Profiles.in(folder))
                .isInstanceOf(OrderException.class)
                .hasMessageContaining("auth-cli.properties: no profile is called so");
    }

    @Test
    void aFileThatIsTooLargeIsNotRead() throws Exception {
        write(Profile.ORG_SIGN, "#".repeat(64 * 1024 + 1));

        assertThatThrownBy(() -> Profiles.in(folder))
                .isInstanceOf(OrderException.class)
                .hasMessageContaining("at most 65536 bytes");
    }

    private void write(Profile profile, String content) throws Exception {
        Files.writeString(folder.resolve(Profiles.fileName(profile)), content);
    }

    private String shipped(Profile profile) throws Exception {
        try (InputStream in = getClass().getResourceAsStream("profiles/" + Profiles.fileName(profile))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
