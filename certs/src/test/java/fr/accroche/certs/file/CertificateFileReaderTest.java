package fr.accroche.certs.file;

import static fr.accroche.certs.file.Samples.HELD;
import static fr.accroche.certs.file.Samples.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.accroche.certs.Wording;
import fr.accroche.certs.file.Entry.Certificates;
import fr.accroche.certs.file.Entry.Held;
import fr.accroche.certs.file.Entry.Request;
import fr.accroche.certs.file.Entry.Revocations;
import fr.accroche.certs.file.KeyFacts.Fit;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateFileReaderTest {
    private static final char[] OTHER = "une autre".toCharArray();
    private static final int ROUNDS = 10;

    @Test
    void pemOfSeveralBlocksBringsTheKeyToItsChain() throws Exception {
        byte[] intermediateFirst = Samples.join(
                "Bag Attributes\n  friendlyName: x\n".getBytes(StandardCharsets.US_ASCII),
                Samples.pem("CERTIFICATE", HELD.chain().get(1).getEncoded()),
                Samples.keyPem(),
                Samples.chainPem());

        FileContent content = read(intermediateFirst);

        assertThat(content.kind()).isEqualTo(FileKind.PEM);
        assertThat(content.entries())
                .containsExactly(new Held(Optional.empty(), new KeyFacts("RSA", 2048, Fit.MATCHES), HELD.chain()));
        assertThat(content.remarks()).isEmpty();
    }

    @Test
    void aChainOutOfOrderIsPutInOrder() throws Exception {
        byte[] rootFirst = Samples.join(
                Samples.pem("CERTIFICATE", HELD.chain().get(2).getEncoded()),
                Samples.pem("CERTIFICATE", HELD.chain().get(0).getEncoded()),
                Samples.pem("CERTIFICATE", HELD.chain().get(1).getEncoded()));

        assertThat(read(rootFirst).entries()).containsExactly(new Certificates(Optional.empty(), HELD.chain(), false));
    }

    @Test
    void derIsToldByItsShape() throws Exception {
        assertThat(read(HELD.certificate().getEncoded()).kind()).isEqualTo(FileKind.CERTIFICATE);
        assertThat(read(Samples.revocations()).kind()).isEqualTo(FileKind.REVOCATION_LIST);
        assertThat(read(Samples.request()).kind()).isEqualTo(FileKind.REQUEST);
        assertThat(read(HELD.key().getEncoded()).kind()).isEqualTo(FileKind.PRIVATE_KEY);
        assertThat(read(HELD.certificate().getPublicKey().getEncoded()).kind()).isEqualTo(FileKind.PUBLIC_KEY);
        assertThat(read(Samples.pkcs7(ASN1Encoding.BER)).kind()).isEqualTo(FileKind.PKCS7);
        assertThat(read(Samples.pkcs7(ASN1Encoding.BER)).certificates()).isEqualTo(HELD.chain());
        assertThat(read(Base64.getMimeEncoder().encode(HELD.certificate().getEncoded()))
                        .kind())
                .isEqualTo(FileKind.BASE64);
    }

    @Test
    void textOfWindowsIsText() throws Exception {
        String pem = new String(Samples.chainPem(), StandardCharsets.US_ASCII).replace("\n", "\r\n");

        assertThat(read(("\uFEFF" + pem).getBytes(StandardCharsets.UTF_16LE)).certificates())
                .isEqualTo(HELD.chain());
        assertThat(read(("\uFEFF" + pem).getBytes(StandardCharsets.UTF_8)).certificates())
                .isEqualTo(HELD.chain());
    }

    @Test
    void pemMayBeIndentedAndComeAfterOtherText() throws Exception {
        String pem = new String(Samples.chainPem(), StandardCharsets.US_ASCII);

        assertThat(read(pem.indent(4).getBytes(StandardCharsets.US_ASCII)).certificates())
                .isEqualTo(HELD.chain());
        assertThat(read(("0 s:CN = x\n" + pem).getBytes(StandardCharsets.US_ASCII))
                        .certificates())
                .isEqualTo(HELD.chain());
    }

    @Test
    void aFolderIsNoFile() {
        assertThat(catchThrowableOfType(
                                UnreadableFileException.class,
                                () -> CertificateFileReader.read(Path.of("."), Optional.empty()))
                        .wording()
                        .fr())
                .contains("un dossier");
    }

    @Test
    void aRequestIsReadWithItsSignature() throws Exception {
        Request request = (Request) read(Samples.request()).entries().get(0);

        assertThat(request.subject()).isEqualTo("CN=alpha-edc-bas,C=FR");
        assertThat(request.signed()).contains(true);
        assertThat(request.extensions()).containsExactly("2.5.29.15");
        byte[] changed = Samples.request();
        changed[changed.length - 1] ^= 1;
        assertThat(((Request) read(changed).entries().get(0)).signed()).contains(false);
    }

    @Test
    void aRevocationListIsRead() throws Exception {
        Revocations revocations =
                (Revocations) read(Samples.revocations()).entries().get(0);

        assertThat(revocations.list().getRevokedCertificates()).hasSize(1);
    }

    @Test
    void thePlatformsPkcs12IsReadInBerAndDer() throws Exception {
        for (String encoding : List.of(ASN1Encoding.BER, ASN1Encoding.DER)) {
            FileContent content = read(Samples.pkcs12(Samples.TRIPLE_DES, false, encoding));

            assertThat(content.entries())
                    .containsExactly(new Held(Optional.empty(), new KeyFacts("RSA", 2048, Fit.MATCHES), HELD.chain()));
            assertThat(content.dialect())
                    .extracting(Wording::fr)
                    .containsExactly("MAC : HMAC-SHA-1, 10", "clé : SHA-1 / 3DES, 10");
        }
    }

    @Test
    void theDialectOfAPkcs12IsTold() throws Exception {
        assertThat(read(Samples.pkcs12(Samples.AES, true, ASN1Encoding.DER)).dialect())
                .extracting(Wording::en)
                .containsExactly(
                        "MAC: HMAC-SHA-1, 10",
                        "certificates: PBES2 AES-256-CBC, PBKDF2 HMAC-SHA-1, 10",
                        "key: PBES2 AES-256-CBC, PBKDF2 HMAC-SHA-1, 10");
        FileContent rc2 = read(Samples.pkcs12(Samples.RC2_40, true, ASN1Encoding.DER));
        assertThat(rc2.certificates()).isEqualTo(HELD.chain());
        assertThat(rc2.remarks())
                .singleElement()
                .satisfies(remark -> assertThat(remark.en()).contains("RC2", "-legacy"));
    }

    @Test
    void theMacOfRfc9579IsChecked() throws Exception {
        byte[] file = Samples.withPbmac1();

        assertThat(read(file).certificates()).isEqualTo(HELD.chain());
        assertThat(read(file).dialect())
                .first()
                .isEqualTo(Wording.of(
                        "MAC : PBMAC1 HMAC-SHA-256, PBKDF2 HMAC-SHA-256, 10",
                        "MAC: PBMAC1 HMAC-SHA-256, PBKDF2 HMAC-SHA-256, 10"));
        assertThat(refusal(file, Optional.of(OTHER)).reason()).isEqualTo(Reason.PASSWORD_WRONG);
    }

    @Test
    void aJksIsReadWithItsAliases() throws Exception {
        FileContent content = read(Samples.jks(PASSWORD));

        assertThat(content.kind()).isEqualTo(FileKind.JKS);
        assertThat(content.entries())
                .containsExactlyInAnyOrder(
                        new Held(Optional.of("alpha"), new KeyFacts("RSA", 2048, Fit.MATCHES), HELD.chain()),
                        new Certificates(
                                Optional.of("racine"), List.of(HELD.chain().get(2)), true));
    }

    @Test
    void trustOfJavasPkcs12IsTrust() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("racine", HELD.chain().get(2));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        char[] ascii = "changeit".toCharArray(); // Java takes no other one here
        store.store(out, ascii);

        assertThat(CertificateFileReader.read("x", out.toByteArray(), Optional.of(ascii))
                        .entries())
                .containsExactly(new Certificates(
                        Optional.of("racine"), List.of(HELD.chain().get(2)), true));
    }

    @Test
    void aKeyOfAnotherPasswordIsSaidSoAndItsCertificatesAreRead() throws Exception {
        for (byte[] file : List.of(
                Samples.pkcs12(Samples.TRIPLE_DES, false, PASSWORD, OTHER, ROUNDS)
                        .getEncoded(),
                Samples.store("JKS", PASSWORD, OTHER))) {
            FileContent content = read(file);

            assertThat(((Held) content.entries().get(0)).key()).isEqualTo(new KeyFacts("", 0, Fit.UNKNOWN));
            assertThat(content.remarks())
                    .anySatisfy(remark -> assertThat(remark.fr()).contains("en a un autre"));
        }
    }

    @Test
    void aKeyOfAnotherCertificateIsSaidSo() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        byte[] other = generator.generateKeyPair().getPrivate().getEncoded();

        FileContent pem = read(Samples.join(Samples.pem("PRIVATE KEY", other), Samples.chainPem()));

        assertThat(pem.entries().get(0))
                .isEqualTo(new Held(Optional.empty(), new KeyFacts("EC prime256v1", 256, Fit.ALONE), List.of()));
        assertThat(pem.remarks()).extracting(Wording::en).containsExactly("A key has no certificate in this file.");
    }

    @Test
    void aLeafAloneIsWarnedOf() throws Exception {
        byte[] alone = Samples.join(
                Samples.keyPem(), Samples.pem("CERTIFICATE", HELD.certificate().getEncoded()));

        assertThat(read(alone).remarks())
                .singleElement()
                .satisfies(remark -> assertThat(remark.en()).contains("without its intermediate"));
    }

    @Test
    void wrongMissingAndDamagedAreToldApart() throws Exception {
        for (ASN1ObjectIdentifier cipher : List.of(Samples.TRIPLE_DES, Samples.AES)) {
            byte[] file = Samples.pkcs12(cipher, true, ASN1Encoding.DER);
            byte[] damaged = Samples.pkcs12(cipher, true, ASN1Encoding.DER);
            damaged[damaged.length - 30] ^= 1; // in MacData

            assertThat(refusal(file, Optional.of(OTHER)).reason()).isEqualTo(Reason.PASSWORD_WRONG);
            assertThat(refusal(file, Optional.empty()).reason()).isEqualTo(Reason.PASSWORD_MISSING);
            assertThat(refusal(damaged, Optional.of(PASSWORD)).reason()).isEqualTo(Reason.DAMAGED);
        }
        byte[] jks = Samples.jks(PASSWORD);
        byte[] damaged = jks.clone();
        damaged[damaged.length - 1] ^= 1;
        assertThat(refusal(jks, Optional.of(OTHER)).reason()).isEqualTo(Reason.PASSWORD_WRONG);
        assertThat(refusal(jks, Optional.empty()).reason()).isEqualTo(Reason.PASSWORD_MISSING);
        assertThat(refusal(damaged, Optional.of(PASSWORD)).reason()).isEqualTo(Reason.DAMAGED);
    }

    @Test
    void anEmptyPasswordNeedsNotBeGiven() throws Exception {
        char[] empty = new char[0];
        byte[] file =
                Samples.pkcs12(Samples.TRIPLE_DES, true, empty, empty, ROUNDS).getEncoded();

        assertThat(CertificateFileReader.read("x", file, Optional.empty()).certificates())
                .isEqualTo(HELD.chain());
    }

    @Test
    void aCutFileIsStillRecognisedAndSaysWhere() throws Exception {
        byte[] certificate = HELD.certificate().getEncoded();
        UnreadableFileException refused = refusal(Arrays.copyOf(certificate, certificate.length - 1), Optional.empty());

        assertThat(refused.wording().en())
                .startsWith("x.bin: recognised: X.509 certificate in DER; offset ")
                .contains("cut short");
        assertThat(refused.wording().fr())
                .startsWith("x.bin : reconnu : certificat X.509 en DER ; octet ")
                .contains("coupé");
    }

    @Test
    void aDamagedBlockIsNamedByNumberKindAndLine() throws Exception {
        String pem = new String(Samples.chainPem(), StandardCharsets.US_ASCII);
        int second = pem.indexOf("-----BEGIN", 10);
        String changed = pem.substring(0, second + 200) + "*" + pem.substring(second + 201);

        assertThat(refusal(changed.getBytes(StandardCharsets.US_ASCII), Optional.empty())
                        .wording()
                        .en())
                .containsPattern("block 2 \\(CERTIFICATE\\), line \\d+, line \\d+; expected: base64");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "<html>Not found",
                "PK\u0003\u0004",
                "ssh-rsa AAAA",
                "\u0030\u0003\u0002\u0001\u0000"
            })
    void whatIsNoCertificateFileIsSaidSoInBothLanguages(String text) {
        UnreadableFileException refused = refusal(text.getBytes(StandardCharsets.ISO_8859_1), Optional.empty());

        assertThat(refused.reason()).isIn(Reason.NOT_RECOGNISED, Reason.EMPTY);
        assertThat(refused.wording().fr())
                .contains("format non reconnu", "PKCS#12")
                .isNotEqualTo(refused.wording().en());
    }

    @Test
    void workDepthAndSizeAreBounded() throws Exception {
        byte[] deep = new byte[4000];
        Arrays.fill(deep, (byte) 0x30);
        for (int i = 1; i < deep.length; i += 2) {
            deep[i] = (byte) 0x80;
        }

        assertThat(refusal(deep, Optional.empty()).reason()).isEqualTo(Reason.OVER_LIMIT);
        assertThat(refusal(new byte[1024 * 1024 + 1], Optional.empty()).reason())
                .isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void aFileThatAsksForHoursOfWorkIsRefusedAtOnce() throws Exception {
        byte[] costly = Samples.join(
                HexFormat.of().parseHex("3081a0" + "020103"),
                HexFormat.of().parseHex("301106092a864886f70d010701a0040402" + "3000"),
                HexFormat.of().parseHex("308185" + "303130" + "0d060960864801650304020105000420"),
                new byte[32],
                HexFormat.of().parseHex("0408" + "0102030405060708" + "02047fffffff"));
        costly[2] = (byte) (costly.length - 3);
        costly[27] = (byte) (costly.length - 28);

        UnreadableFileException refused = refusal(costly, Optional.of(PASSWORD));

        assertThat(refused.reason()).isEqualTo(Reason.OVER_LIMIT);
        assertThat(refused.wording().en()).contains("at most 5000000 iterations");
    }

    private static FileContent read(byte[] bytes) {
        return CertificateFileReader.read("x.bin", bytes, Optional.of(PASSWORD));
    }

    private static UnreadableFileException refusal(byte[] bytes, Optional<char[]> password) {
        return catchThrowableOfType(
                UnreadableFileException.class, () -> CertificateFileReader.read("x.bin", bytes, password));
    }
}
