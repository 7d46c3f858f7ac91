package fr.accroche.certs.file;

import fr.accroche.certs.Wording;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed448PrivateKeyParameters;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/**
 * A private key once it has been read: its kind, the public key that belongs to it, and itself, for who presents it. The
 * numbers are read as they are: nothing is computed with those of a stranger but what is bounded.
 *
 * @param algorithm its kind
 * @param bits its size
 * @param publicKeys the forms in which a certificate may hold the public key; none when it cannot be told
 * @param encoded the key as it was found
 */
record OpenedKey(String algorithm, int bits, List<byte[]> publicKeys, byte[] encoded) {
    private static final int LONGEST_RSA = 16_384;
    private static final String RSA = "1.2.840.113549.1.1.1";
    private static final String RSA_PSS = "1.2.840.113549.1.1.10";
    private static final String EC = "1.2.840.10045.2.1";
    private static final String ED25519 = "1.3.101.112";
    private static final String ED448 = "1.3.101.113";

    /** PKCS#8 (RFC 5958 §2), PKCS#1 (RFC 8017 §A.1.2) or SEC 1 (RFC 5915 §3). */
    static OpenedKey of(Asn1 element) {
        OpenedKey facts = read(element);
        return new OpenedKey(facts.algorithm(), facts.bits(), facts.publicKeys(), element.encoded());
    }

    private OpenedKey(String algorithm, int bits, List<byte[]> publicKeys) {
        this(algorithm, bits, publicKeys, new byte[0]);
    }

    private static OpenedKey read(Asn1 element) {
        element.expect(Asn1.SEQUENCE, "PrivateKey");
        element.child(0, Asn1.INTEGER, "version");
        int second = element.child(1).map(Asn1::tag).orElse(-1);
        return switch (second) {
            case Asn1.INTEGER -> rsa(element);
            case Asn1.OCTET_STRING -> ec(element, curve(element));
            default -> pkcs8(element);
        };
    }

    private static OpenedKey pkcs8(Asn1 element) {
        Asn1 algorithm = element.child(1, Asn1.SEQUENCE, "privateKeyAlgorithm");
        Asn1 key = element.child(2, Asn1.OCTET_STRING, "privateKey");
        String oid = algorithm.child(0, Asn1.OBJECT_IDENTIFIER, "algorithm").oid();
        return switch (oid) {
            case RSA, RSA_PSS -> rsa(key.opened("RSAPrivateKey").expect(Asn1.SEQUENCE, "RSAPrivateKey"));
            case EC -> ec(key.opened("ECPrivateKey").expect(Asn1.SEQUENCE, "ECPrivateKey"), algorithm.child(1));
            case ED25519 -> edwards(key, "Ed25519", 255, Ed25519PrivateKeyParameters.KEY_SIZE);
            case ED448 -> edwards(key, "Ed448", 448, Ed448PrivateKeyParameters.KEY_SIZE);
            default -> new OpenedKey(oid, 0, List.of());
        };
    }

    private static OpenedKey rsa(Asn1 element) {
        List<String> names = List.of("version", "modulus", "publicExponent", "privateExponent", "prime1", "prime2");
        BigInteger[] numbers = new BigInteger[names.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = element.child(i, Asn1.INTEGER, names.get(i)).integer(names.get(i));
        }
        BigInteger modulus = numbers[1];
        if (modulus.bitLength() > LONGEST_RSA) {
            throw Fault.overLimit(
                            Wording.of("RSA d'au plus %d bits", "RSA of at most %d bits", LONGEST_RSA),
                            Wording.verbatim("RSA " + modulus.bitLength()))
                    .at(element.offset());
        }
        if (modulus.signum() <= 0
                || numbers[4].bitLength() + numbers[5].bitLength() > modulus.bitLength() + 1
                || !numbers[4].multiply(numbers[5]).equals(modulus)) {
            throw damaged(element, "RSA");
        }
        try {
            byte[] publicKey = new RSAPublicKey(modulus, numbers[2]).getEncoded();
            return new OpenedKey("RSA", modulus.bitLength(), List.of(publicKey));
        } catch (IOException impossible) {
            throw damaged(element, "RSA");
        }
    }

    private static Optional<Asn1> curve(Asn1 element) {
        return element.children().stream()
                .filter(child -> child.is(Asn1.CONTEXT_0))
                .findFirst()
                .flatMap(parameters -> parameters.child(0));
    }

    /** Named curves only: numbers of a curve of one's own are neither believed nor computed with. */
    private static OpenedKey ec(Asn1 element, Optional<Asn1> parameters) {
        Asn1 secret = element.child(1, Asn1.OCTET_STRING, "privateKey");
        Optional<String> oid = parameters.or(() -> curve(element)).flatMap(Asn1::maybeOid);
        X9ECParameters curve = oid.map(known -> ECNamedCurveTable.getByOID(new ASN1ObjectIdentifier(known)))
                .orElse(null);
        if (curve == null) {
            return new OpenedKey("EC", 0, List.of());
        }
        BigInteger number = new BigInteger(1, secret.octets());
        if (number.signum() == 0 || number.compareTo(curve.getN()) >= 0) {
            throw damaged(element, "EC");
        }
        ECPoint point =
                new FixedPointCombMultiplier().multiply(curve.getG(), number).normalize();
        String name = ECNamedCurveTable.getName(new ASN1ObjectIdentifier(oid.orElseThrow()));
        return new OpenedKey(
                "EC " + name, curve.getN().bitLength(), List.of(point.getEncoded(false), point.getEncoded(true)));
    }

    private static OpenedKey edwards(Asn1 key, String name, int bits, int size) {
        byte[] secret = key.opened("CurvePrivateKey")
                .expect(Asn1.OCTET_STRING, "CurvePrivateKey")
                .octets();
        if (secret.length != size) {
            throw damaged(key, name);
        }
        byte[] publicKey = name.equals("Ed25519")
                ? new Ed25519PrivateKeyParameters(secret, 0).generatePublicKey().getEncoded()
                : new Ed448PrivateKeyParameters(secret, 0).generatePublicKey().getEncoded();
        return new OpenedKey(name, bits, List.of(publicKey));
    }

    private static Fault damaged(Asn1 element, String algorithm) {
        return Fault.damaged(
                        Wording.of("une clé privée %s entière", "a whole %s private key", algorithm),
                        Wording.of("des nombres qui ne vont pas ensemble", "numbers that do not go together"))
                .at(element.offset());
    }

    /** Whether this public key is the private one's; empty when it cannot be told. */
    Optional<Boolean> fits(PublicKey key) {
        if (publicKeys.isEmpty()) {
            return Optional.empty();
        }
        try {
            byte[] held = SubjectPublicKeyInfo.getInstance(key.getEncoded())
                    .getPublicKeyData()
                    .getOctets();
            return Optional.of(publicKeys.stream().anyMatch(own -> Arrays.equals(own, held)));
        } catch (RuntimeException unreadable) {
            return Optional.of(false);
        }
    }

    /** The key, to be proved; empty where the JDK has no such kind of key. */
    Optional<PrivateKey> key() {
        try {
            PrivateKeyInfo info = info();
            String algorithm = info.getPrivateKeyAlgorithm().getAlgorithm().getId();
            return Optional.of(KeyFactory.getInstance(algorithm.equals(EC) ? "EC" : algorithm)
                    .generatePrivate(new PKCS8EncodedKeySpec(info.getEncoded())));
        } catch (IOException | GeneralSecurityException | RuntimeException otherKind) {
            return Optional.empty(); // its message may hold the key
        }
    }

    private PrivateKeyInfo info() throws IOException {
        ASN1Sequence sequence = ASN1Sequence.getInstance(encoded);
        if (sequence.getObjectAt(1) instanceof ASN1Integer) {
            return new PrivateKeyInfo(
                    new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE), sequence);
        }
        if (sequence.getObjectAt(1) instanceof ASN1OctetString number) {
            ECPrivateKey key = ECPrivateKey.getInstance(sequence);
            int bits = number.getOctets().length * Byte.SIZE;
            return new PrivateKeyInfo(
                    new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, key.getParametersObject()),
                    new ECPrivateKey(bits, key.getKey())); // a JDK wants the curve at one place only
        }
        return PrivateKeyInfo.getInstance(sequence);
    }

    /** Keeps even the public key out of logs, where it would name its owner. */
    @Override
    public String toString() {
        return algorithm + " " + bits;
    }
}
