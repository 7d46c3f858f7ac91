package fr.accroche.certs;

import fr.accroche.certs.SubjectName.Attribute;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.PolicyQualifierId;
import org.bouncycastle.asn1.x509.PolicyQualifierInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509ExtensionUtils;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.bc.BcX509ExtensionUtils;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** The parts that every certificate of the test IGC has, whatever it is for; signed by the JDK's own provider. */
final class Minting {
    private static final int SERIAL_OCTETS = 16;

    private final X509v3CertificateBuilder certificate;
    private final SubjectPublicKeyInfo publicKey;
    private final SecureRandom random;

    private Minting(X509v3CertificateBuilder certificate, SubjectPublicKeyInfo publicKey, SecureRandom random) {
        this.certificate = certificate;
        this.publicKey = publicKey;
        this.random = random;
    }

    /** Starts a certificate; validity is cut to whole seconds. */
    static Minting start(
            X500Name issuer,
            List<Set<Attribute>> subject,
            PublicKey key,
            Instant notBefore,
            Instant notAfter,
            SecureRandom random) {
        SubjectPublicKeyInfo publicKey = SubjectPublicKeyInfo.getInstance(key.getEncoded());
        return new Minting(
                new X509v3CertificateBuilder(
                        issuer,
                        serial(random),
                        Date.from(notBefore),
                        Date.from(notAfter),
                        Locale.ROOT,
                        name(subject),
                        publicKey),
                publicKey,
                random);
    }

    Minting add(ASN1ObjectIdentifier extension, boolean critical, ASN1Encodable value) {
        try {
            certificate.addExtension(extension, critical, value);
            return this;
        } catch (IOException impossible) {
            throw new UncheckedIOException("encoding extension " + extension, impossible);
        }
    }

    /** Subject and authority key identifiers, each the SHA-1 of a key (RFC 5280 §4.2.1.2). */
    Minting addKeyIdentifiers(PublicKey issuerKey) {
        X509ExtensionUtils identifiers = new BcX509ExtensionUtils();
        SubjectPublicKeyInfo issuer = SubjectPublicKeyInfo.getInstance(issuerKey.getEncoded());
        return add(Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(publicKey))
                .add(Extension.authorityKeyIdentifier, false, identifiers.createAuthorityKeyIdentifier(issuer));
    }

    Minting addPolicy(String oid, String practiceStatement) {
        PolicyQualifierInfo statement =
                new PolicyQualifierInfo(PolicyQualifierId.id_qt_cps, new DERIA5String(practiceStatement));
        PolicyInformation policy = new PolicyInformation(new ASN1ObjectIdentifier(oid), new DERSequence(statement));
        return add(Extension.certificatePolicies, false, new CertificatePolicies(policy));
    }

    Minting addRevocationLists(ASN1ObjectIdentifier extension, List<String> addresses) {
        DistributionPoint[] points = addresses.stream()
                .map(address -> new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, address)))
                .map(names -> new DistributionPoint(new DistributionPointName(names), null, null))
                .toArray(DistributionPoint[]::new);
        return add(extension, false, new CRLDistPoint(points));
    }

    /** What betrays a look-alike, whatever is read of it. */
    Minting addMark(IgcNames issuer) {
        return issuer.lookAlike()
                ? add(new ASN1ObjectIdentifier(Oids.LOOK_ALIKE), false, new DERUTF8String(IgcNames.MARK))
                : this;
    }

    X509Certificate sign(PrivateKey issuer) {
        try {
            byte[] encoded = certificate
                    .build(new JcaContentSignerBuilder("SHA256withRSA")
                            .setSecureRandom(random)
                            .build(issuer))
                    .getEncoded();
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
        } catch (OperatorCreationException | CertificateException | IOException refused) {
            throw new IllegalStateException("a certificate that cannot be signed", refused);
        }
    }

    /** C as PrintableString, the rest as UTF8String (docs/sources.md, IGC-Santé samples). */
    static X500Name name(List<Set<Attribute>> relativeNames) {
        X500NameBuilder name = new X500NameBuilder();
        for (Set<Attribute> attributes : relativeNames) {
            name.addMultiValuedRDN(
                    attributes.stream().map(Minting::typeAndValue).toArray(AttributeTypeAndValue[]::new));
        }
        return name.build();
    }

    private static AttributeTypeAndValue typeAndValue(Attribute attribute) {
        ASN1Encodable value = attribute.type().equals(AttributeType.COUNTRY)
                ? new DERPrintableString(attribute.value())
                : new DERUTF8String(attribute.value());
        return new AttributeTypeAndValue(new ASN1ObjectIdentifier(attribute.type()), value);
    }

    private static BigInteger serial(SecureRandom random) {
        byte[] octets = new byte[SERIAL_OCTETS];
        random.nextBytes(octets);
        octets[0] = (byte) (octets[0] & 0x7f | 0x40);
        return new BigInteger(octets);
    }
}
