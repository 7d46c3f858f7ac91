package fr.accroche.certs.file;

import fr.accroche.certs.Wording;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA224Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.generators.SCrypt;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * A key out of a password: PBKDF2 or scrypt (RFC 8018 §5.2, RFC 7914), as an AlgorithmIdentifier asks for it.
 *
 * @param name with its digest and its rounds, for people
 */
record Derivation(String name, Function key) {
    private static final int LONGEST_KEY = 64;
    private static final String PBKDF2 = "1.2.840.113549.1.5.12";
    private static final String SCRYPT = "1.3.6.1.4.1.11591.4.11";

    private static final Map<String, Hash> HMACS = Map.of(
            "1.2.840.113549.2.7", new Hash("SHA-1", SHA1Digest::new),
            "1.2.840.113549.2.8", new Hash("SHA-224", SHA224Digest::new),
            "1.2.840.113549.2.9", new Hash("SHA-256", SHA256Digest::new),
            "1.2.840.113549.2.10", new Hash("SHA-384", SHA384Digest::new),
            "1.2.840.113549.2.11", new Hash("SHA-512", SHA512Digest::new));

    /** Makes a key of so many octets. */
    interface Function {
        byte[] of(Password password, int octets);
    }

    /** A digest that can be made anew. */
    record Hash(String name, Supplier<Digest> digest) {}

    static Hash hmac(Asn1 algorithm) {
        String oid = algorithm.child(0, Asn1.OBJECT_IDENTIFIER, "HMAC").oid();
        return Optional.ofNullable(HMACS.get(oid)).orElseThrow(() -> Pbe.unsupported(oid, algorithm));
    }

    static Derivation of(Asn1 algorithm, Work work) {
        algorithm.expect(Asn1.SEQUENCE, "keyDerivationFunc");
        String oid =
                algorithm.child(0, Asn1.OBJECT_IDENTIFIER, "keyDerivationFunc").oid();
        Asn1 parameters = algorithm.child(1, Asn1.SEQUENCE, "parameters");
        return switch (oid) {
            case PBKDF2 -> pbkdf2(parameters, work);
            case SCRYPT -> scrypt(parameters, work);
            default -> throw Pbe.unsupported(oid, algorithm);
        };
    }

    private static Derivation pbkdf2(Asn1 parameters, Work work) {
        byte[] salt = parameters.child(0, Asn1.OCTET_STRING, "salt").octets();
        Asn1 count = parameters.child(1, Asn1.INTEGER, "iterationCount");
        int rounds = count.count("iterationCount");
        work.rounds(rounds, count);
        Optional<Integer> length = length(parameters, 2);
        Hash hash = parameters
                .child(length.isPresent() ? 3 : 2)
                .map(Derivation::hmac)
                .orElse(HMACS.get("1.2.840.113549.2.7"));
        return new Derivation("PBKDF2 HMAC-" + hash.name() + ", " + rounds, (password, octets) -> {
            PKCS5S2ParametersGenerator generator =
                    new PKCS5S2ParametersGenerator(hash.digest().get());
            generator.init(password.utf8(), salt, rounds);
            int bits = 8 * length.orElse(octets);
            return ((KeyParameter) generator.generateDerivedMacParameters(bits)).getKey();
        });
    }

    private static Derivation scrypt(Asn1 parameters, Work work) {
        byte[] salt = parameters.child(0, Asn1.OCTET_STRING, "salt").octets();
        List<String> names = List.of("costParameter", "blockSize", "parallelizationParameter");
        int[] numbers = new int[names.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = parameters.child(i + 1, Asn1.INTEGER, names.get(i)).count(names.get(i));
        }
        work.scrypt(numbers[0], numbers[1], numbers[2], parameters);
        Optional<Integer> length = length(parameters, 4);
        return new Derivation(
                "scrypt N=%d, r=%d, p=%d".formatted(numbers[0], numbers[1], numbers[2]),
                (password, octets) -> SCrypt.generate(
                        password.utf8(), salt, numbers[0], numbers[1], numbers[2], length.orElse(octets)));
    }

    private static Optional<Integer> length(Asn1 parameters, int index) {
        return parameters.child(index).filter(child -> child.is(Asn1.INTEGER)).map(child -> {
            int length = child.count("keyLength");
            if (length < 1 || length > LONGEST_KEY) {
                throw Fault.overLimit(
                                Wording.of("keyLength de 1 à %d", "keyLength from 1 to %d", LONGEST_KEY),
                                Wording.verbatim(Integer.toString(length)))
                        .at(child.offset());
            }
            return length;
        });
    }
}
