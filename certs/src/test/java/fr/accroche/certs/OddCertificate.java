package fr.accroche.certs;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Certificates that the platform would never issue, with what a test asks for and nothing else. */
final class OddCertificate {
    static final String SUBJECT = "C=FR,ST=Paris (75),O=ODD,OU=300000000020002,CN=odd";

    private final X509v3CertificateBuilder builder;
    private String algorithm = "SHA256withRSA";

    private OddCertificate(X509v3CertificateBuilder builder) {
        this.builder = builder;
    }

    static OddCertificate of(X500Name issuer, X500Name subject, PublicKey key, Instant from, Instant until) {
        return of(issuer, BigInteger.valueOf(0xbad), subject, key, from, until);
    }

    static OddCertificate of(
            X500Name issuer, BigInteger serial, X500Name subject, PublicKey key, Instant from, Instant until) {
        return new OddCertificate(new X509v3CertificateBuilder(
                issuer,
                serial,
                Date.from(from),
                Date.from(until),
                subject,
                SubjectPublicKeyInfo.getInstance(key.getEncoded())));
    }

    /** Valid now, by name issued by this authority. */
    static OddCertificate issuedBy(X509Certificate issuer, X500Name subject, PublicKey key) {
        return of(
                X500Name.getInstance(issuer.getSubjectX500Principal().getEncoded()),
                subject,
                key,
                Fixtures.NOW.minus(Duration.ofDays(1)),
                Fixtures.NOW.plus(Duration.ofDays(1)));
    }

    /** A leaf of the test intermediate with the usages of an AUTH_CLI. */
    static OddCertificate authCli(String subject, PublicKey key) {
        return issuedBy(Fixtures.IGC.authorities(Branch.TEST).intermediateCertificate(), new X500Name(subject), key)
                .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                .with(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth));
    }

    OddCertificate asAuthority() {
        return with(Extension.basicConstraints, true, new BasicConstraints(true))
                .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
    }

    OddCertificate with(ASN1ObjectIdentifier extension, boolean critical, ASN1Encodable value) {
        try {
            if (builder.hasExtension(extension)) {
                builder.removeExtension(extension);
            }
            builder.addExtension(extension, critical, value);
            return this;
        } catch (Exception impossible) {
            throw new AssertionError(impossible);
        }
    }

    OddCertificate without(ASN1ObjectIdentifier extension) {
        builder.removeExtension(extension);
        return this;
    }

    OddCertificate signedWith(String other) {
        this.algorithm = other;
        return this;
    }

    X509Certificate by(PrivateKey issuer) {
        try {
            return parse(builder.build(new JcaContentSignerBuilder(algorithm)
                            .setProvider(new BouncyCastleProvider())
                            .build(issuer))
                    .getEncoded());
        } catch (Exception impossible) {
            throw new AssertionError(impossible);
        }
    }

    X509Certificate byTestIntermediate() {
        return by(Fixtures.IGC.authorities(Branch.TEST).intermediate().key());
    }

    static X509Certificate parse(byte[] der) throws Exception {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
    }
}
