package fr.accroche.certs.file;

import static fr.accroche.certs.file.Samples.HELD;
import static fr.accroche.certs.file.Samples.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.certs.HeldCertificate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenedFileTest {

    @TempDir
    private Path folder;

    private OpenedFile open(byte[] bytes) throws Exception {
        Path file = Files.write(folder.resolve("brought"), bytes);
        return CertificateFileReader.open(file, Optional.of(PASSWORD.clone()));
    }

    @Test
    void whatIsPresentedComesOutOfEveryKindOfFile() throws Exception {
        byte[] pkcs1 = PrivateKeyInfo.getInstance(HELD.key().getEncoded())
                .parsePrivateKey()
                .toASN1Primitive()
                .getEncoded();
        Map<String, byte[]> files = Map.of(
                "PEM, PKCS#8", Samples.join(Samples.chainPem(), Samples.keyPem()),
                "PEM, PKCS#1", Samples.join(Samples.chainPem(), Samples.pem("RSA PRIVATE KEY", pkcs1)),
                "PKCS#12, AES", Samples.pkcs12(Samples.AES, false, ASN1Encoding.DER),
                "PKCS#12, triple DES", Samples.pkcs12(Samples.TRIPLE_DES, true, ASN1Encoding.BER),
                "JKS", Samples.jks(PASSWORD));

        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            List<OpenedEntry> entries = open(file.getValue()).entries();
            assertThat(entries).as(file.getKey()).hasSize(1);
            HeldCertificate held = entries.get(0).held();
            assertThat(held.chain()).as(file.getKey()).isEqualTo(HELD.chain());
            assertThat(((RSAPrivateCrtKey) held.key()).getPrivateExponent())
                    .as(file.getKey())
                    .isEqualTo(((RSAPrivateCrtKey) HELD.key()).getPrivateExponent());
        }
    }

    @Test
    void theKeyMayStandApart() throws Exception {
        Path chain = Files.write(folder.resolve("chain.pem"), Samples.chainPem());
        Path key = Files.write(folder.resolve("key.pem"), Samples.keyPem());

        OpenedFile opened = CertificateFileReader.open(chain, key, Optional.empty());

        assertThat(opened.entry(HELD.chain())).isPresent();
        assertThat(opened.toString()).doesNotContain(HELD.key().toString());
    }

    @Test
    void aCertificateWithoutItsKeyCannotBePresented() throws Exception {
        KeyPairGenerator other = KeyPairGenerator.getInstance("RSA");
        other.initialize(2048);
        byte[] otherKey = other.generateKeyPair().getPrivate().getEncoded();

        assertThat(open(Samples.chainPem()).entries()).isEmpty();
        assertThat(open(Samples.join(Samples.chainPem(), Samples.pem("PRIVATE KEY", otherKey)))
                        .entries())
                .isEmpty();
    }

    @Test
    void aKeyOnACurveIsReadAsOpenSslWritesIt() throws Exception {
        KeyPairGenerator curve = KeyPairGenerator.getInstance("EC");
        curve.initialize(new ECGenParameterSpec("secp256r1"));
        java.security.KeyPair pair = curve.generateKeyPair();
        PrivateKeyInfo info = PrivateKeyInfo.getInstance(pair.getPrivate().getEncoded());
        org.bouncycastle.asn1.sec.ECPrivateKey bare =
                org.bouncycastle.asn1.sec.ECPrivateKey.getInstance(info.parsePrivateKey());
        byte[] sec1 = new org.bouncycastle.asn1.sec.ECPrivateKey(
                        256, bare.getKey(), info.getPrivateKeyAlgorithm().getParameters())
                .getEncoded();

        PrivateKey read = OpenedKey.of(Asn1Parser.parse(sec1, 0, "ECPrivateKey").orThrow())
                .key()
                .orElseThrow();

        Signature signing = Signature.getInstance("SHA256withECDSA");
        signing.initSign(read);
        byte[] signature = signing.sign();
        signing.initVerify(pair.getPublic());
        assertThat(signing.verify(signature)).isTrue();
    }
}
