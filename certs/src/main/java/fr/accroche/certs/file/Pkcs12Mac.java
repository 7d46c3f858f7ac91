package fr.accroche.certs.file;

import fr.accroche.certs.Wording;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA224Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.generators.PKCS12ParametersGenerator;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * The MAC of a PKCS#12 (RFC 7292 §4, and PBMAC1 of RFC 9579).
 *
 * @param name for people
 * @param pbmac1 whether it is that of RFC 9579
 */
record Pkcs12Mac(String name, boolean pbmac1, Check check) {
    private static final String PBMAC1 = "1.2.840.113549.1.5.14";
    private static final Map<String, Derivation.Hash> DIGESTS = Map.of(
            "1.3.14.3.2.26", new Derivation.Hash("SHA-1", SHA1Digest::new),
            "2.16.840.1.101.3.4.2.4", new Derivation.Hash("SHA-224", SHA224Digest::new),
            "2.16.840.1.101.3.4.2.1", new Derivation.Hash("SHA-256", SHA256Digest::new),
            "2.16.840.1.101.3.4.2.2", new Derivation.Hash("SHA-384", SHA384Digest::new),
            "2.16.840.1.101.3.4.2.3", new Derivation.Hash("SHA-512", SHA512Digest::new));

    /** Whether a password makes the MAC of these octets. */
    interface Check {
        boolean fits(byte[] octets, Password password);
    }

    static Pkcs12Mac of(Asn1 macData, Work work) {
        macData.expect(Asn1.SEQUENCE, "MacData");
        Asn1 digestInfo = macData.child(0, Asn1.SEQUENCE, "DigestInfo");
        Asn1 algorithm = digestInfo.child(0, Asn1.SEQUENCE, "digestAlgorithm");
        byte[] expected = digestInfo.child(1, Asn1.OCTET_STRING, "digest").octets();
        String oid =
                algorithm.child(0, Asn1.OBJECT_IDENTIFIER, "digestAlgorithm").oid();
        if (oid.equals(PBMAC1)) {
            return pbmac1(algorithm.child(1, Asn1.SEQUENCE, "PBMAC1-params"), expected, work);
        }
        Derivation.Hash hash = Optional.ofNullable(DIGESTS.get(oid)).orElseThrow(() -> unsupported(oid, algorithm));
        byte[] salt = macData.child(1, Asn1.OCTET_STRING, "macSalt").octets();
        int rounds = macData.child(2).map(count -> count.count("iterations")).orElse(1);
        work.rounds(rounds, macData);
        return new Pkcs12Mac(
                "HMAC-" + hash.name() + ", " + rounds,
                false,
                (octets, password) -> password.bmp().stream().anyMatch(form -> {
                    PKCS12ParametersGenerator generator =
                            new PKCS12ParametersGenerator(hash.digest().get());
                    generator.init(form, salt, rounds);
                    int bits = 8 * hash.digest().get().getDigestSize();
                    return same(hash, generator.generateDerivedMacParameters(bits), octets, expected);
                }));
    }

    private static Pkcs12Mac pbmac1(Asn1 parameters, byte[] expected, Work work) {
        Derivation derivation = Derivation.of(parameters.child(0, Asn1.SEQUENCE, "keyDerivationFunc"), work);
        Derivation.Hash hash = Derivation.hmac(parameters.child(1, Asn1.SEQUENCE, "messageAuthScheme"));
        return new Pkcs12Mac("PBMAC1 HMAC-" + hash.name() + ", " + derivation.name(), true, (octets, password) -> {
            byte[] key = derivation.key().of(password, hash.digest().get().getDigestSize());
            return same(hash, new KeyParameter(key), octets, expected);
        });
    }

    private static boolean same(Derivation.Hash hash, CipherParameters key, byte[] octets, byte[] expected) {
        HMac mac = new HMac(hash.digest().get());
        mac.init(key);
        mac.update(octets, 0, octets.length);
        byte[] made = new byte[mac.getMacSize()];
        mac.doFinal(made, 0);
        return MessageDigest.isEqual(made, expected);
    }

    private static Fault unsupported(String oid, Asn1 where) {
        return Fault.of(
                        Reason.NOT_SUPPORTED,
                        Wording.of("un MAC HMAC-SHA-1 ou SHA-2, ou PBMAC1", "a MAC of HMAC-SHA-1 or SHA-2, or PBMAC1"),
                        Wording.verbatim(oid),
                        Wording.of(
                                "exporter à nouveau avec openssl ou keytool",
                                "export it again with openssl or keytool"))
                .at(where.offset());
    }
}
