package fr.accroche.messages;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Keys and self-signed certificates made once for all tests. */
record Keys(PrivateKey key, X509Certificate certificate) {
    static final Keys EDITOR = make("RSA", 2048, "C=FR,ST=Paris (75),O=EDITEUR DEMO,OU=399999999900017,CN=lps-demo");
    static final Keys OTHER = make("RSA", 2048, "C=FR,O=AUTRE EDITEUR,OU=399999999900025,CN=lps-autre");
    static final Keys ELLIPTIC = make("EC", 256, "C=FR,O=EDITEUR DEMO,OU=399999999900017,CN=lps-ec");

    private static Keys make(String algorithm, int size, String name) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(size);
            KeyPair pair = generator.generateKeyPair();
            X500Name subject = new X500Name(name);
            return new Keys(pair.getPrivate(), certificate(subject, pair.getPublic(), subject, pair.getPrivate()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A certificate of this key under another name, issued by another. */
    X509Certificate issuedBy(Keys issuer, String name) {
        X500Name issuerName = X500Name.getInstance(
                issuer.certificate().getSubjectX500Principal().getEncoded());
        return certificate(new X500Name(name), certificate.getPublicKey(), issuerName, issuer.key());
    }

    /** A certificate of the largest key that the JDK takes, with the exponent that costs most; nobody has its private key. */
    static X509Certificate enormous() throws GeneralSecurityException {
        RSAPublicKeySpec largest = new RSAPublicKeySpec(
                BigInteger.ONE
                        .shiftLeft(16_384)
                        .subtract(BigInteger.TWO.pow(100))
                        .subtract(BigInteger.ONE),
                BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE));
        X500Name name = new X500Name("CN=enormous");
        return certificate(name, KeyFactory.getInstance("RSA").generatePublic(largest), name, OTHER.key());
    }

    private static X509Certificate certificate(X500Name subject, PublicKey key, X500Name issuer, PrivateKey issuerKey) {
        try {
            Instant now = Instant.now();
            var builder = new JcaX509v3CertificateBuilder(
                    issuer,
                    BigInteger.valueOf(System.nanoTime()),
                    Date.from(now.minus(Duration.ofHours(1))),
                    Date.from(now.plus(Duration.ofHours(1))),
                    subject,
                    key);
            var signer = new JcaContentSignerBuilder(
                            issuerKey.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA")
                    .build(issuerKey);
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    VihfSigner signer() {
        return new VihfSigner(key, certificate);
    }
}
