package fr.accroche.certs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.bc.BcX509ExtensionUtils;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.bc.BcPKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;

/**
 * PKCS#12 as the ordering platform delivers it (docs/sources.md, IGC-Santé samples): certificates in clear, leaf
 * first; the key under 3DES; a SHA-1 MAC; a localKeyID and no friendlyName. Old on purpose: it is what a vendor's
 * product has to read.
 */
final class PlatformPkcs12 {
    private static final int ITERATIONS = 2048;

    private PlatformPkcs12() {}

    static byte[] encode(HeldCertificate held, char[] password, SecureRandom random) {
        try {
            SubjectKeyIdentifier localKeyId = new BcX509ExtensionUtils()
                    .createSubjectKeyIdentifier(SubjectPublicKeyInfo.getInstance(
                            held.certificate().getPublicKey().getEncoded()));
            PKCS12PfxPduBuilder file = new PKCS12PfxPduBuilder();
            for (X509Certificate certificate : held.chain()) {
                PKCS12SafeBagBuilder bag = new JcaPKCS12SafeBagBuilder(certificate);
                if (certificate.equals(held.certificate())) {
                    bag.addBagAttribute(PKCSObjectIdentifiers.pkcs_9_at_localKeyId, localKeyId);
                }
                file.addData(bag.build());
            }
            OutputEncryptor encryptor = new JcePKCSPBEOutputEncryptorBuilder(
                            PKCSObjectIdentifiers.pbeWithSHAAnd3_KeyTripleDES_CBC)
                    .setIterationCount(ITERATIONS)
                    .setRandom(random)
                    .build(password);
            file.addData(new JcaPKCS12SafeBagBuilder(held.key(), encryptor)
                    .addBagAttribute(PKCSObjectIdentifiers.pkcs_9_at_localKeyId, localKeyId)
                    .build());
            return file.build(new BcPKCS12MacCalculatorBuilder().setIterationCount(ITERATIONS), password)
                    .getEncoded();
        } catch (OperatorCreationException | PKCSException refused) {
            throw new IllegalStateException("a PKCS#12 that cannot be made", refused);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
