package fr.accroche.certs;

import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/** Makes end-entity certificates with the extensions of the real ones (docs/sources.md, IGC-Santé samples). */
final class LeafMint {
    private static final ASN1ObjectIdentifier PRODUCT_CATEGORY = new ASN1ObjectIdentifier(Oids.PRODUCT_CATEGORY);

    private static final ASN1ObjectIdentifier CARD_TYPE = new ASN1ObjectIdentifier(Oids.CARD_TYPE);
    private static final int FOR_TESTS = 0x80;

    private LeafMint() {}

    static X509Certificate make(Order order, PublicKey key, HeldCertificate issuer, SecureRandom random) {
        return start(order, key, issuer, random).sign(issuer.key());
    }

    /** All but the signature. */
    static Minting start(Order order, PublicKey key, HeldCertificate issuer, SecureRandom random) {
        ProfileShape shape = ProfileShape.of(order.profile());
        IgcNames names = IgcNames.of(order.branch());
        X500Name issuerName = X500Name.getInstance(
                issuer.certificate().getSubjectX500Principal().getEncoded());
        Minting leaf = Minting.start(issuerName, order.subject(), key, order.notBefore(), order.notAfter(), random)
                .add(Extension.basicConstraints, false, new BasicConstraints(false))
                .add(Extension.keyUsage, true, keyUsage(shape.keyUsage()))
                .add(Extension.extendedKeyUsage, false, extendedKeyUsage(shape.extendedKeyUsage()))
                .addKeyIdentifiers(issuer.certificate().getPublicKey())
                .addPolicy(policy(order), names.practiceStatement())
                .addRevocationLists(Extension.cRLDistributionPoints, names.intermediateRevocations())
                .addRevocationLists(Extension.freshestCRL, names.freshestRevocations())
                .add(Extension.authorityInfoAccess, false, access(names))
                .add(PRODUCT_CATEGORY, false, new DEROctetString(new byte[] {category(shape, names)}));
        shape.card().ifPresent(type -> leaf.add(CARD_TYPE, false, new ASN1Integer(type)));
        if (!order.names().isEmpty()) {
            leaf.add(Extension.subjectAlternativeName, false, alternativeNames(order.names()));
        }
        if (shape.signs()) {
            leaf.add(Extension.privateKeyUsagePeriod, false, keyUsagePeriod(order));
        }
        return leaf;
    }

    private static byte category(ProfileShape shape, IgcNames names) {
        return shape.card().isPresent() ? (byte) (names.category() & FOR_TESTS) : names.category();
    }

    private static KeyUsage keyUsage(List<String> names) {
        int[] bits = {
            KeyUsage.digitalSignature, KeyUsage.nonRepudiation, KeyUsage.keyEncipherment,
        };
        return new KeyUsage(names.stream()
                .mapToInt(name -> bits[Oids.KEY_USAGES.indexOf(name)])
                .reduce(0, (left, right) -> left | right));
    }

    private static ExtendedKeyUsage extendedKeyUsage(List<String> oids) {
        return new ExtendedKeyUsage(oids.stream()
                .map(ASN1ObjectIdentifier::new)
                .map(KeyPurposeId::getInstance)
                .toArray(KeyPurposeId[]::new));
    }

    /** The real policies; that of the production AUTH_CLI is not public, so it claims any. */
    private static String policy(Order order) {
        return switch (order.branch()) {
            case TEST -> "1.2.250.1.213.1.7.2.1.1.1.1";
            case PRODUCTION ->
                switch (order.profile()) {
                    case ORG_AUTH_CLI -> Oids.ANY_POLICY;
                    case ORG_SIGN -> "1.2.250.1.213.1.7.1.1.2.3.1";
                    case SERV_SSL -> "1.2.250.1.213.1.7.1.1.2.5.1";
                    case CPS_AUTH, CPE_AUTH -> "1.2.250.1.213.1.7.1.1.1.5.1";
                    case CPS_SIGN -> "1.2.250.1.213.1.7.1.1.1.4.1";
                };
        };
    }

    private static AuthorityInformationAccess access(IgcNames names) {
        return new AuthorityInformationAccess(new AccessDescription[] {
            new AccessDescription(AccessDescription.id_ad_ocsp, address(names.ocsp())),
            new AccessDescription(AccessDescription.id_ad_caIssuers, address(names.intermediateCertificate()))
        });
    }

    private static GeneralName address(String uri) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, uri);
    }

    private static GeneralNames alternativeNames(List<String> names) {
        return new GeneralNames(names.stream()
                .map(name -> AlternativeNames.address(name)
                        .map(octets -> new GeneralName(GeneralName.iPAddress, new DEROctetString(octets)))
                        .orElseGet(() -> new GeneralName(GeneralName.dNSName, name)))
                .toArray(GeneralName[]::new));
    }

    private static ASN1Encodable keyUsagePeriod(Order order) {
        return new DERSequence(new ASN1Encodable[] {
            new DERTaggedObject(false, 0, new DERGeneralizedTime(Date.from(order.notBefore()))),
            new DERTaggedObject(false, 1, new DERGeneralizedTime(Date.from(order.notAfter())))
        });
    }
}
