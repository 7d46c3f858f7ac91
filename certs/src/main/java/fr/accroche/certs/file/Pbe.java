package fr.accroche.certs.file;

import fr.accroche.certs.Wording;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.DESedeEngine;
import org.bouncycastle.crypto.engines.RC2Engine;
import org.bouncycastle.crypto.engines.RC4Engine;
import org.bouncycastle.crypto.generators.PKCS12ParametersGenerator;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.paddings.PaddedBufferedBlockCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/**
 * Decryption under a password: the schemes of PKCS#12 (RFC 7292 §C) and PBES2 (RFC 8018 §6.2).
 *
 * @param name the scheme, for people
 * @param protection what decides which programs open it, if anything does
 */
record Pbe(String name, Optional<Protection> protection, Decryption decryption) {
    private static final String PKCS12_SCHEMES = "1.2.840.113549.1.12.1.";
    private static final String PBES2 = "1.2.840.113549.1.5.13";

    /** The schemes of RFC 7292 §C by their last arc; RC4 has no block cipher. */
    private static final Map<String, Scheme> SCHEMES = Map.of(
            "1", new Scheme("RC4-128", 128, Optional.empty()),
            "2", new Scheme("RC4-40", 40, Optional.empty()),
            "3", new Scheme("3DES", 192, Optional.of(DESedeEngine::new)),
            "4", new Scheme("3DES (2 keys)", 128, Optional.of(DESedeEngine::new)),
            "5", new Scheme("RC2-128", 128, Optional.of(RC2Engine::new)),
            "6", new Scheme("RC2-40", 40, Optional.of(RC2Engine::new)));

    private static final Map<String, Scheme> CIPHERS = Map.of(
            "2.16.840.1.101.3.4.1.2", new Scheme("AES-128-CBC", 128, Optional.of(AESEngine::newInstance)),
            "2.16.840.1.101.3.4.1.22", new Scheme("AES-192-CBC", 192, Optional.of(AESEngine::newInstance)),
            "2.16.840.1.101.3.4.1.42", new Scheme("AES-256-CBC", 256, Optional.of(AESEngine::newInstance)),
            "1.2.840.113549.3.7", new Scheme("3DES-CBC", 192, Optional.of(DESedeEngine::new)));

    private record Scheme(String name, int bits, Optional<Supplier<BlockCipher>> cipher) {}

    /** What opens octets with a password; empty when they do not open. */
    interface Decryption {
        Optional<byte[]> open(byte[] octets, Password password);
    }

    static Pbe of(Asn1 algorithm, Work work) {
        algorithm.expect(Asn1.SEQUENCE, "encryptionAlgorithm");
        String oid = algorithm
                .child(0, Asn1.OBJECT_IDENTIFIER, "encryptionAlgorithm")
                .oid();
        if (oid.equals(PBES2)) {
            return pbes2(algorithm.child(1, Asn1.SEQUENCE, "PBES2-params"), work);
        }
        Scheme scheme = oid.startsWith(PKCS12_SCHEMES) ? SCHEMES.get(oid.substring(PKCS12_SCHEMES.length())) : null;
        if (scheme == null) {
            throw unsupported(oid, algorithm);
        }
        return pkcs12(scheme, algorithm.child(1, Asn1.SEQUENCE, "pkcs-12PbeParams"), work);
    }

    private static Pbe pkcs12(Scheme scheme, Asn1 parameters, Work work) {
        byte[] salt = parameters.child(0, Asn1.OCTET_STRING, "salt").octets();
        Asn1 count = parameters.child(1, Asn1.INTEGER, "iterations");
        int rounds = count.count("iterations");
        work.rounds(rounds, count);
        return new Pbe(
                "SHA-1 / " + scheme.name() + ", " + rounds,
                Optional.of(Protection.OBSOLETE).filter(old -> scheme.name().startsWith("RC")),
                (octets, password) -> {
                    for (byte[] form : password.bmp()) {
                        PKCS12ParametersGenerator generator = new PKCS12ParametersGenerator(new SHA1Digest());
                        generator.init(form, salt, rounds);
                        Optional<byte[]> plain = scheme.cipher().isEmpty()
                                ? Optional.of(rc4(octets, generator.generateDerivedParameters(scheme.bits())))
                                : cbc(scheme, octets, generator.generateDerivedParameters(scheme.bits(), 64));
                        if (plain.filter(Pbe::wellFormed).isPresent()) {
                            return plain;
                        }
                    }
                    return Optional.empty();
                });
    }

    private static Pbe pbes2(Asn1 parameters, Work work) {
        Derivation derivation = Derivation.of(parameters.child(0, Asn1.SEQUENCE, "keyDerivationFunc"), work);
        Asn1 encryption = parameters.child(1, Asn1.SEQUENCE, "encryptionScheme");
        String oid =
                encryption.child(0, Asn1.OBJECT_IDENTIFIER, "encryptionScheme").oid();
        Scheme scheme = Optional.ofNullable(CIPHERS.get(oid)).orElseThrow(() -> unsupported(oid, encryption));
        Asn1 vector = encryption.child(1, Asn1.OCTET_STRING, "IV");
        byte[] iv = vector.octets();
        int block = scheme.cipher().orElseThrow().get().getBlockSize();
        if (iv.length != block) {
            throw Fault.damaged(
                            Wording.of("IV de %d octets", "IV of %d octets", block),
                            Wording.verbatim(Integer.toString(iv.length)))
                    .at(vector.offset());
        }
        return new Pbe(
                "PBES2 " + scheme.name() + ", " + derivation.name(),
                Optional.of(Protection.PBES2),
                (octets, password) -> {
                    byte[] key = derivation.key().of(password, scheme.bits() / 8);
                    return key.length * 8 != scheme.bits()
                            ? Optional.empty()
                            : cbc(scheme, octets, new ParametersWithIV(new KeyParameter(key), iv))
                                    .filter(Pbe::wellFormed);
                });
    }

    /** With a key that something else derives, of as many bits as the cipher asks for. */
    static Optional<byte[]> raw(String cipher, byte[] iv, IntFunction<CipherParameters> key, byte[] octets) {
        Scheme scheme = CIPHERS.get(cipher);
        KeyParameter derived = (KeyParameter) key.apply(scheme.bits());
        return cbc(scheme, octets, new ParametersWithIV(derived, iv)).filter(Pbe::wellFormed);
    }

    /** A wrong key leaves sound padding once in 256 times, and sound ASN.1 hardly ever. */
    private static boolean wellFormed(byte[] plain) {
        Asn1Parser.Parsed parsed = Asn1Parser.parse(plain, Asn1Parser.EXTRACTED, "decrypted");
        return parsed.fault().isEmpty()
                && parsed.rest() == 0
                && parsed.root().filter(root -> root.is(Asn1.SEQUENCE)).isPresent();
    }

    private static Optional<byte[]> cbc(Scheme scheme, byte[] octets, CipherParameters parameters) {
        try {
            PaddedBufferedBlockCipher cipher = new PaddedBufferedBlockCipher(
                    CBCBlockCipher.newInstance(scheme.cipher().orElseThrow().get()));
            cipher.init(false, parameters);
            byte[] plain = new byte[cipher.getOutputSize(octets.length)];
            int length = cipher.processBytes(octets, 0, octets.length, plain, 0);
            length += cipher.doFinal(plain, length);
            return Optional.of(Arrays.copyOf(plain, length));
        } catch (InvalidCipherTextException | RuntimeException otherKeyOrCut) {
            return Optional.empty();
        }
    }

    private static byte[] rc4(byte[] octets, CipherParameters parameters) {
        RC4Engine engine = new RC4Engine();
        engine.init(false, parameters);
        byte[] plain = new byte[octets.length];
        engine.processBytes(octets, 0, octets.length, plain, 0);
        return plain;
    }

    static Fault unsupported(String oid, Asn1 where) {
        return Fault.of(
                        Reason.NOT_SUPPORTED,
                        Wording.of(
                                "3DES, RC2 ou RC4 de PKCS#12, PBES2 avec PBKDF2 ou scrypt et AES ou 3DES",
                                "3DES, RC2 or RC4 of PKCS#12, PBES2 with PBKDF2 or scrypt and AES or 3DES"),
                        Wording.verbatim(oid),
                        Wording.of(
                                "exporter à nouveau avec openssl ou keytool",
                                "export it again with openssl or keytool"))
                .at(where.offset());
    }
}
