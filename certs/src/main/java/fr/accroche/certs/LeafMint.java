package fr.accroche.certs;

import fr.accroche.certs.ProfileShape.Principal;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;
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
    private static final ASN1ObjectIdentifier CARD_NUMBER = new ASN1ObjectIdentifier(Oids.CARD_NUMBER);
    private static final ASN1ObjectIdentifier PROFESSION = new ASN1ObjectIdentifier(Oids.PROFESSION);
    private static final ASN1ObjectIdentifier UPN = new ASN1ObjectIdentifier(Oids.USER_PRINCIPAL_NAME);
    private static final int FOR_TESTS = 0x80;

    private LeafMint() {}

    static X509Certificate make(
            Order order, ProfileShape shape, PublicKey key, Authorities authorities, SecureRandom random) {
        HeldCertificate issuer = authorities.intermediate();
        return start(order, shape, key, authorities.names(), issuer, random).sign(issuer.key());
    }

    /** All but the signature. */
    static Minting start(
            Order order,
            ProfileShape shape,
            PublicKey key,
            IgcNames names,
            HeldCertificate issuer,
            SecureRandom random) {
        X500Name issuerName = X500Name.getInstance(
                issuer.certificate().getSubjectX500Principal().getEncoded());
        Minting leaf = Minting.start(issuerName, order.subject(shape), key, order.notBefore(), order.notAfter(), random)
                .add(Extension.basicConstraints, false, new BasicConstraints(false))
                .addKeyIdentifiers(issuer.certificate().getPublicKey())
                .addPolicy(shape.policies().get(order.branch()), names.practiceStatement())
                .addRevocationLists(Extension.cRLDistributionPoints, names.intermediateRevocations())
                .addRevocationLists(Extension.freshestCRL, names.freshestRevocations())
                .add(Extension.authorityInfoAccess, false, access(names))
                .add(PRODUCT_CATEGORY, false, new DEROctetString(new byte[] {category(shape, names)}));
        leaf.addMark(names);
        addUsages(leaf, shape);
        addCard(leaf, order, shape);
        List<GeneralName> alternatives = alternativeNames(order, shape);
        if (!alternatives.isEmpty()) {
            leaf.add(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(alternatives.toArray(GeneralName[]::new)));
        }
        if (shape.signs()) {
            leaf.add(Extension.privateKeyUsagePeriod, false, keyUsagePeriod(order));
        }
        return leaf;
    }

    private static void addUsages(Minting leaf, ProfileShape shape) {
        if (!shape.keyUsage().isEmpty()) {
            leaf.add(Extension.keyUsage, true, keyUsage(shape.keyUsage()));
        }
        if (!shape.extendedKeyUsage().isEmpty()) {
            leaf.add(Extension.extendedKeyUsage, false, extendedKeyUsage(shape.extendedKeyUsage()));
        }
    }

    private static void addCard(Minting leaf, Order order, ProfileShape shape) {
        if (shape.card().isEmpty()) {
            return;
        }
        leaf.add(CARD_TYPE, false, new ASN1Integer(shape.card().getAsInt()));
        order.holder().ifPresent(holder -> {
            if (!holder.cardNumber().isEmpty()) {
                leaf.add(CARD_NUMBER, false, new DERPrintableString(holder.cardNumber(), true));
            }
            if (shape.profession() && holder.profession().isPresent()) {
                leaf.add(PROFESSION, false, new ASN1Integer(holder.profession().getAsInt()));
            }
        });
    }

    private static byte category(ProfileShape shape, IgcNames names) {
        return shape.card().isPresent() ? (byte) (names.category() & FOR_TESTS) : names.category();
    }

    /** The first eight bits fill an octet from its left, the ninth begins another (X.690 §8.6.2). */
    private static KeyUsage keyUsage(List<String> names) {
        return new KeyUsage(names.stream()
                .mapToInt(Oids.KEY_USAGES::indexOf)
                .map(bit -> bit < Byte.SIZE ? 0x80 >> bit : KeyUsage.decipherOnly)
                .reduce(0, (left, right) -> left | right));
    }

    private static ExtendedKeyUsage extendedKeyUsage(List<String> oids) {
        return new ExtendedKeyUsage(oids.stream()
                .map(ASN1ObjectIdentifier::new)
                .map(KeyPurposeId::getInstance)
                .toArray(KeyPurposeId[]::new));
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

    private static List<GeneralName> alternativeNames(Order order, ProfileShape shape) {
        List<GeneralName> names = new ArrayList<>();
        for (String name : order.names()) {
            names.add(AlternativeNames.address(name)
                    .map(octets -> new GeneralName(GeneralName.iPAddress, new DEROctetString(octets)))
                    .orElseGet(() -> new GeneralName(GeneralName.dNSName, name)));
        }
        if (order.holder().isPresent() && shape.principal() != Principal.NONE) {
            names.add(principal(order.commonName(), shape.principal()));
        }
        return names;
    }

    /** As {@code 8.99700041983@carte-cps.fr}, under a domain that nobody has. */
    private static GeneralName principal(String identifier, Principal form) {
        String user = form == Principal.DOTTED ? identifier.replaceFirst("(?<=^.)", ".") : identifier;
        ASN1Encodable name = new DERUTF8String(user + "@" + IgcNames.CARDS);
        return new GeneralName(
                GeneralName.otherName, new DERSequence(new ASN1Encodable[] {UPN, new DERTaggedObject(true, 0, name)}));
    }

    private static ASN1Encodable keyUsagePeriod(Order order) {
        return new DERSequence(new ASN1Encodable[] {
            new DERTaggedObject(false, 0, new DERGeneralizedTime(Date.from(order.notBefore()))),
            new DERTaggedObject(false, 1, new DERGeneralizedTime(Date.from(order.notAfter())))
        });
    }
}
