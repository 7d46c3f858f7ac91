package fr.accroche.certs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PBMAC1Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.bc.BcX509ExtensionUtils;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.pkcs.PKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.bc.BcPKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.bc.BcPKCS12PBMac1CalculatorBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;

/**
 * PKCS#12 with a key and its chain. The platform's (docs/sources.md, IGC-Santé samples): certificates in clear, leaf
 * first; the key under 3DES; a SHA-1 MAC; a localKeyID and no friendlyName. Old on purpose: it is what a vendor's
 * product has to read.
 */
final class Pkcs12 {
    private static final int ITERATIONS = 2048;
    private static final int SALT = 16;
    private static final int KEY = 32;

    private Pkcs12() {}

    static byte[] encode(HeldCertificate held, char[] password, Pkcs12Dialect dialect, SecureRandom random) {
        if (dialect == Pkcs12Dialect.MODERN) {
            return JavaKeyStores.encodeKey("PKCS12", held, password);
        }
        return sealed(
                held, password, dialect, new BcPKCS12MacCalculatorBuilder().setIterationCount(ITERATIONS), random);
    }

    /** The platform's, with the MAC of RFC 9579 instead of its own. */
    static byte[] encodeWithRecentMac(HeldCertificate held, char[] password, SecureRandom random) {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        AlgorithmIdentifier hmac = new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256, DERNull.INSTANCE);
        PBKDF2Params derivation = new PBKDF2Params(salt, ITERATIONS, KEY, hmac);
        PBMAC1Params parameters =
                new PBMAC1Params(new AlgorithmIdentifier(PKCSObjectIdentifiers.id_PBKDF2, derivation), hmac);
        try {
            PKCS12MacCalculatorBuilder mac = new BcPKCS12PBMac1CalculatorBuilder(parameters);
            return sealed(held, password, Pkcs12Dialect.PLATFORM, mac, random);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Certificates alone, with no mark that Java knows: what {@code openssl pkcs12 -export -nokeys} writes. */
    static byte[] encodeCertificates(List<X509Certificate> certificates, char[] password) {
        try {
            PKCS12PfxPduBuilder file = new PKCS12PfxPduBuilder();
            for (X509Certificate certificate : certificates) {
                file.addData(new JcaPKCS12SafeBagBuilder(certificate).build());
            }
            return file.build(new BcPKCS12MacCalculatorBuilder().setIterationCount(ITERATIONS), password)
                    .getEncoded();
        } catch (PKCSException refused) {
            throw new IllegalStateException("a PKCS#12 that cannot be made", refused);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] sealed(
            HeldCertificate held,
            char[] password,
            Pkcs12Dialect dialect,
            PKCS12MacCalculatorBuilder mac,
            SecureRandom random) {
        try {
            SubjectKeyIdentifier localKeyId = new BcX509ExtensionUtils()
                    .createSubjectKeyIdentifier(SubjectPublicKeyInfo.getInstance(
                            held.certificate().getPublicKey().getEncoded()));
            PKCS12PfxPduBuilder file = new PKCS12PfxPduBuilder();
            List<PKCS12SafeBag> certificates = certificates(held, localKeyId);
            if (dialect == Pkcs12Dialect.LEGACY) {
                file.addEncryptedData(
                        encryptor(PKCSObjectIdentifiers.pbeWithSHAAnd40BitRC2_CBC, password, random),
                        certificates.toArray(PKCS12SafeBag[]::new));
            } else {
                for (PKCS12SafeBag certificate : certificates) {
                    file.addData(certificate);
                }
            }
            OutputEncryptor keyEncryptor =
                    encryptor(PKCSObjectIdentifiers.pbeWithSHAAnd3_KeyTripleDES_CBC, password, random);
            file.addData(new JcaPKCS12SafeBagBuilder(held.key(), keyEncryptor)
                    .addBagAttribute(PKCSObjectIdentifiers.pkcs_9_at_localKeyId, localKeyId)
                    .build());
            return file.build(mac, password).getEncoded();
        } catch (OperatorCreationException | PKCSException refused) {
            throw new IllegalStateException("a PKCS#12 that cannot be made", refused);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static List<PKCS12SafeBag> certificates(HeldCertificate held, SubjectKeyIdentifier localKeyId)
            throws IOException {
        List<PKCS12SafeBag> bags = new ArrayList<>();
        for (X509Certificate certificate : held.chain()) {
            PKCS12SafeBagBuilder bag = new JcaPKCS12SafeBagBuilder(certificate);
            if (certificate.equals(held.certificate())) {
                bag.addBagAttribute(PKCSObjectIdentifiers.pkcs_9_at_localKeyId, localKeyId);
            }
            bags.add(bag.build());
        }
        return bags;
    }

    private static OutputEncryptor encryptor(ASN1ObjectIdentifier algorithm, char[] password, SecureRandom random)
            throws OperatorCreationException {
        return new JcePKCSPBEOutputEncryptorBuilder(algorithm)
                .setIterationCount(ITERATIONS)
                .setRandom(random)
                .build(password);
    }
}
