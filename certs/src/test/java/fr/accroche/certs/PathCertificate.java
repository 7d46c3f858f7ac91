package fr.accroche.certs;

import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Provider;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.cert.X509ExtensionUtils;
import org.bouncycastle.cert.bc.BcX509ExtensionUtils;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** One certificate of a {@link Ladder}, every field of which can be made wrong; signed once its issuer is known. */
final class PathCertificate {
    private static final Provider PROVIDER = new BouncyCastleProvider();
    private static final X509ExtensionUtils IDENTIFIERS = new BcX509ExtensionUtils();

    private final Map<ASN1ObjectIdentifier, Extension> extensions = new LinkedHashMap<>();
    private X500Name subject;
    private KeyPair key;
    private X500Name issuer;
    private PrivateKey signer;
    private String algorithm;
    private boolean identified = true;
    private int version = 3;
    private BigInteger serial = BigInteger.valueOf(0xbad);
    private Time from = new Time(Date.from(Fixtures.NOW.minus(Duration.ofDays(1))));
    private Time until = new Time(Date.from(Fixtures.NOW.plus(Duration.ofDays(1))));
    private UnaryOperator<ASN1Encodable[]> change = UnaryOperator.identity();
    private UnaryOperator<byte[]> signatureChange = UnaryOperator.identity();

    private PathCertificate(String subject, KeyPair key) {
        this.subject = new X500Name(subject);
        this.key = key;
    }

    static PathCertificate authority(String subject, KeyPair key) {
        return new PathCertificate(subject, key)
                .with(Extension.basicConstraints, true, new BasicConstraints(true))
                .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
    }

    static PathCertificate leaf(String subject, KeyPair key) {
        return new PathCertificate(subject, key)
                .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                .with(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth));
    }

    PathCertificate with(ASN1ObjectIdentifier oid, boolean critical, ASN1Encodable value) {
        try {
            return with(oid, critical, value.toASN1Primitive().getEncoded("DER"));
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    PathCertificate with(ASN1ObjectIdentifier oid, boolean critical, byte[] value) {
        extensions.put(oid, new Extension(oid, critical, new DEROctetString(value)));
        return this;
    }

    PathCertificate without(ASN1ObjectIdentifier... oids) {
        for (ASN1ObjectIdentifier oid : oids) {
            extensions.remove(oid);
        }
        return this;
    }

    /** Without the identifiers of its own key and its issuer's, but for those that are given. */
    PathCertificate unidentified() {
        identified = false;
        return this;
    }

    PathCertificate subject(X500Name other) {
        subject = other;
        return this;
    }

    PathCertificate key(KeyPair other) {
        key = other;
        return this;
    }

    /** The name it bears of its issuer, whoever signs. */
    PathCertificate issuer(X500Name other) {
        issuer = other;
        return this;
    }

    /** The key that signs it, whoever its issuer is. */
    PathCertificate signer(PrivateKey other) {
        signer = other;
        return this;
    }

    PathCertificate algorithm(String other) {
        algorithm = other;
        return this;
    }

    PathCertificate version(int other) {
        version = other;
        return this;
    }

    PathCertificate serial(BigInteger other) {
        serial = other;
        return this;
    }

    PathCertificate valid(Instant first, Instant last) {
        return valid(new Time(Date.from(first)), new Time(Date.from(last)));
    }

    PathCertificate valid(Time first, Time last) {
        from = first;
        until = last;
        return this;
    }

    /** Changes its signed fields before they are signed. */
    PathCertificate fields(UnaryOperator<ASN1Encodable[]> other) {
        change = other;
        return this;
    }

    PathCertificate signature(UnaryOperator<byte[]> other) {
        signatureChange = other;
        return this;
    }

    X500Name name() {
        return subject;
    }

    KeyPair pair() {
        return key;
    }

    byte[] der(X500Name issuerName, KeyPair issuerKey) {
        PrivateKey signing = signer == null ? issuerKey.getPrivate() : signer;
        ContentSigner made = signer(algorithm == null ? usual(signing) : algorithm, signing);
        if (identified) {
            identify(issuerKey);
        }
        try {
            byte[] signed = new DERSequence(signedFields(issuer == null ? issuerName : issuer, made)).getEncoded("DER");
            made.getOutputStream().write(signed);
            ASN1EncodableVector whole = new ASN1EncodableVector();
            whole.add(DERSequence.fromByteArray(signed));
            whole.add(made.getAlgorithmIdentifier());
            whole.add(new DERBitString(signatureChange.apply(made.getSignature())));
            return new DERSequence(whole).getEncoded("DER");
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private void identify(KeyPair issuerKey) {
        if (!extensions.containsKey(Extension.subjectKeyIdentifier)) {
            with(Extension.subjectKeyIdentifier, false, IDENTIFIERS.createSubjectKeyIdentifier(info(key)));
        }
        if (!extensions.containsKey(Extension.authorityKeyIdentifier)) {
            with(Extension.authorityKeyIdentifier, false, IDENTIFIERS.createAuthorityKeyIdentifier(info(issuerKey)));
        }
    }

    private ASN1Encodable[] signedFields(X500Name issuerName, ContentSigner made) {
        AlgorithmIdentifier signature = made.getAlgorithmIdentifier();
        ASN1EncodableVector fields = new ASN1EncodableVector();
        if (version > 1) {
            fields.add(new DERTaggedObject(true, 0, new ASN1Integer(version - 1)));
        }
        fields.add(new ASN1Integer(serial));
        fields.add(signature);
        fields.add(issuerName);
        fields.add(new DERSequence(new ASN1Encodable[] {from, until}));
        fields.add(subject);
        fields.add(info(key));
        if (version > 2 && !extensions.isEmpty()) {
            fields.add(new DERTaggedObject(
                    true, 3, new DERSequence(extensions.values().toArray(ASN1Encodable[]::new))));
        }
        return change.apply(new DERSequence(fields).toArray());
    }

    static SubjectPublicKeyInfo info(KeyPair pair) {
        return SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded());
    }

    private static ContentSigner signer(String algorithm, PrivateKey key) {
        try {
            return new JcaContentSignerBuilder(algorithm).setProvider(PROVIDER).build(key);
        } catch (OperatorCreationException impossible) {
            throw new AssertionError(algorithm, impossible);
        }
    }

    private static String usual(PrivateKey key) {
        return switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC", "ECDSA" -> "SHA256withECDSA";
            case "DSA" -> "SHA256withDSA";
            default -> key.getAlgorithm();
        };
    }
}
