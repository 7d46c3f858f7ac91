package fr.accroche.certs.file;

import fr.accroche.certs.Branch;
import fr.accroche.certs.HeldCertificate;
import fr.accroche.certs.Order;
import fr.accroche.certs.Profile;
import fr.accroche.certs.TestIgc;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PBMAC1Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSAbsentContent;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.PKCS12PfxPdu;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.bc.BcPKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.bc.BcPKCS12PBMac1CalculatorBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;

/** One small file of each format, made anew: keys are random, and few iterations keep a hundred thousand readings short. */
final class Samples {
    static final String SECRET = "Accroché-2026";
    static final char[] PASSWORD = SECRET.toCharArray();
    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final TestIgc IGC = TestIgc.inMemory(CLOCK);
    static final HeldCertificate HELD = IGC.issue(new Order(
            Profile.ORG_AUTH_CLI,
            Branch.TEST,
            "Paris (75)",
            "LOGICIELS ALPHA",
            "318751275100020",
            "alpha-edc-bas",
            List.of(),
            NOW.minus(Duration.ofDays(1)),
            NOW.plus(Duration.ofDays(100))));
    static final ASN1ObjectIdentifier TRIPLE_DES = PKCSObjectIdentifiers.pbeWithSHAAnd3_KeyTripleDES_CBC;
    static final ASN1ObjectIdentifier RC2_40 = PKCSObjectIdentifiers.pbeWithSHAAnd40BitRC2_CBC;
    static final ASN1ObjectIdentifier AES = NISTObjectIdentifiers.id_aes256_CBC;

    private static final BouncyCastleProvider BC = new BouncyCastleProvider();
    private static final int ROUNDS = 10;

    private Samples() {}

    /** Every format, by name. */
    static Map<String, byte[]> all() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("pem-chain", chainPem());
        files.put("pem-key-and-chain", join(keyPem(), chainPem()));
        files.put("pem-request", pem("CERTIFICATE REQUEST", request()));
        files.put("pem-crl", pem("X509 CRL", revocations()));
        files.put("pem-pkcs7", pem("PKCS7", pkcs7(ASN1Encoding.DER)));
        files.put("der-certificate", HELD.certificate().getEncoded());
        files.put("der-crl", revocations());
        files.put("der-request", request());
        files.put("pkcs7-der", pkcs7(ASN1Encoding.DER));
        files.put("pkcs7-ber", pkcs7(ASN1Encoding.BER));
        files.put("pkcs8", HELD.key().getEncoded());
        files.put("pkcs12-3des-ber", pkcs12(TRIPLE_DES, false, ASN1Encoding.BER));
        files.put("pkcs12-3des-der", pkcs12(TRIPLE_DES, false, ASN1Encoding.DER));
        files.put("pkcs12-aes", pkcs12(AES, true, ASN1Encoding.DER));
        files.put("pkcs12-rc2", pkcs12(RC2_40, true, ASN1Encoding.DER));
        files.put("pkcs12-without-mac", withoutMac(pkcs12(AES, true, PASSWORD, PASSWORD, ROUNDS)));
        files.put("pkcs12-pbmac1", withPbmac1());
        files.put("jks", jks(PASSWORD));
        return files;
    }

    static byte[] pem(String label, byte[] der) {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return ("-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] chainPem() throws Exception {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (X509Certificate certificate : HELD.chain()) {
            all.writeBytes(pem("CERTIFICATE", certificate.getEncoded()));
        }
        return all.toByteArray();
    }

    static byte[] keyPem() {
        return pem("PRIVATE KEY", HELD.key().getEncoded());
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static byte[] request() throws Exception {
        ExtensionsGenerator extensions = new ExtensionsGenerator();
        extensions.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        PublicKey key = HELD.certificate().getPublicKey();
        return new JcaPKCS10CertificationRequestBuilder(new X500Name("C=FR,CN=alpha-edc-bas"), key)
                .addAttribute(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, extensions.generate())
                .build(signer())
                .getEncoded();
    }

    static byte[] revocations() throws Exception {
        return new X509v2CRLBuilder(new X500Name("C=FR,CN=TEST AC SIMULEE"), Date.from(NOW))
                .setNextUpdate(Date.from(NOW.plus(Duration.ofDays(6))))
                .addCRLEntry(HELD.certificate().getSerialNumber(), Date.from(NOW), CRLReason.keyCompromise)
                .build(signer())
                .getEncoded();
    }

    static byte[] pkcs7(String encoding) throws Exception {
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addCertificates(new JcaCertStore(HELD.chain()));
        return generator.generate(new CMSAbsentContent()).toASN1Structure().getEncoded(encoding);
    }

    static byte[] pkcs12(ASN1ObjectIdentifier cipher, boolean hidden, String encoding) throws Exception {
        return pkcs12(cipher, hidden, PASSWORD, PASSWORD, ROUNDS).getEncoded(encoding);
    }

    /** With certificates in clear or hidden, and a key that may have a password of its own. */
    static PKCS12PfxPdu pkcs12(
            ASN1ObjectIdentifier cipher, boolean hidden, char[] password, char[] keyPassword, int rounds)
            throws Exception {
        return pkcs12Builder(cipher, hidden, password, keyPassword, rounds)
                .build(new BcPKCS12MacCalculatorBuilder().setIterationCount(rounds), password);
    }

    private static PKCS12PfxPduBuilder pkcs12Builder(
            ASN1ObjectIdentifier cipher, boolean hidden, char[] password, char[] keyPassword, int rounds)
            throws Exception {
        PKCS12PfxPduBuilder file = new PKCS12PfxPduBuilder();
        SubjectKeyIdentifier id = new SubjectKeyIdentifier(new byte[] {1, 2, 3});
        List<PKCS12SafeBag> bags = new ArrayList<>();
        for (X509Certificate certificate : HELD.chain()) {
            JcaPKCS12SafeBagBuilder bag = new JcaPKCS12SafeBagBuilder(certificate);
            if (certificate.equals(HELD.certificate())) {
                bag.addBagAttribute(PKCSObjectIdentifiers.pkcs_9_at_localKeyId, id);
            }
            bags.add(bag.build());
        }
        if (hidden) {
            file.addEncryptedData(encryptor(cipher, password, rounds), bags.toArray(PKCS12SafeBag[]::new));
        } else {
            for (PKCS12SafeBag bag : bags) {
                file.addData(bag);
            }
        }
        file.addData(new JcaPKCS12SafeBagBuilder(HELD.key(), encryptor(cipher, keyPassword, rounds))
                .addBagAttribute(PKCSObjectIdentifiers.pkcs_9_at_localKeyId, id)
                .build());
        return file;
    }

    /** With the MAC of RFC 9579: PBKDF2, then HMAC, both of SHA-256. */
    static byte[] withPbmac1() throws Exception {
        AlgorithmIdentifier hmac = new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256, DERNull.INSTANCE);
        PBKDF2Params derivation = new PBKDF2Params(new byte[8], ROUNDS, 32, hmac);
        PBMAC1Params parameters =
                new PBMAC1Params(new AlgorithmIdentifier(PKCSObjectIdentifiers.id_PBKDF2, derivation), hmac);
        return pkcs12Builder(AES, true, PASSWORD, PASSWORD, ROUNDS)
                .build(new BcPKCS12PBMac1CalculatorBuilder(parameters), PASSWORD)
                .getEncoded(ASN1Encoding.DER);
    }

    static byte[] withoutMac(PKCS12PfxPdu file) throws Exception {
        return new Pfx(file.toASN1Structure().getAuthSafe(), null).getEncoded(ASN1Encoding.DER);
    }

    static byte[] jks(char[] password) throws Exception {
        return store("JKS", password, password);
    }

    static byte[] store(String type, char[] password, char[] keyPassword) throws Exception {
        KeyStore store = KeyStore.getInstance(type);
        store.load(null, null);
        store.setKeyEntry("alpha", HELD.key(), keyPassword, HELD.chain().toArray(Certificate[]::new));
        store.setCertificateEntry("racine", HELD.chain().get(2));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, password);
        return out.toByteArray();
    }

    private static OutputEncryptor encryptor(ASN1ObjectIdentifier cipher, char[] password, int rounds)
            throws Exception {
        return new JcePKCSPBEOutputEncryptorBuilder(cipher)
                .setProvider(BC)
                .setIterationCount(rounds)
                .build(password);
    }

    private static ContentSigner signer() throws Exception {
        return new JcaContentSignerBuilder("SHA256withRSA").build(HELD.key());
    }
}
