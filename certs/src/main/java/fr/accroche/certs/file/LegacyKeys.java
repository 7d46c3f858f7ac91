package fr.accroche.certs.file;

import fr.accroche.certs.Wording;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.crypto.generators.OpenSSLPBEParametersGenerator;

/** Private keys as older OpenSSL encrypts them: {@code Proc-Type} and {@code DEK-Info} (RFC 1421 §4.6). */
final class LegacyKeys {
    private static final int SALT = 8;
    private static final Map<String, String> CIPHERS = Map.of(
            "AES-128-CBC", "2.16.840.1.101.3.4.1.2",
            "AES-192-CBC", "2.16.840.1.101.3.4.1.22",
            "AES-256-CBC", "2.16.840.1.101.3.4.1.42",
            "DES-EDE3-CBC", "1.2.840.113549.3.7");

    private LegacyKeys() {}

    static boolean encrypted(List<String> headers) {
        return headers.stream().anyMatch(header -> header.startsWith("Proc-Type:") && header.contains("ENCRYPTED"));
    }

    static Optional<byte[]> open(List<String> headers, byte[] octets, Password password) {
        String[] info = headers.stream()
                .filter(header -> header.startsWith("DEK-Info:"))
                .map(header -> header.substring("DEK-Info:".length()).strip().split(",", 2))
                .filter(parts -> parts.length == 2 && CIPHERS.containsKey(parts[0]))
                .findFirst()
                .orElseThrow(() -> Fault.of(
                        Reason.NOT_SUPPORTED,
                        Wording.verbatim("DEK-Info: AES-128-CBC, AES-192-CBC, AES-256-CBC, DES-EDE3-CBC"),
                        Wording.of("un autre algorithme, ou rien", "another algorithm, or nothing"),
                        Wording.of(
                                "convertir la clé : openssl pkcs8 -topk8", "convert the key: openssl pkcs8 -topk8")));
        byte[] iv = vector(info[1]);
        return Pbe.raw(
                CIPHERS.get(info[0]),
                iv,
                bits -> {
                    OpenSSLPBEParametersGenerator generator = new OpenSSLPBEParametersGenerator();
                    generator.init(password.utf8(), Arrays.copyOf(iv, SALT));
                    return generator.generateDerivedParameters(bits);
                },
                octets);
    }

    private static byte[] vector(String hex) {
        try {
            byte[] iv = HexFormat.of().parseHex(hex.strip());
            if (iv.length == 8 || iv.length == 16) {
                return iv;
            }
        } catch (IllegalArgumentException notHexadecimal) {
            // Said below.
        }
        throw Fault.damaged(
                Wording.of(
                        "DEK-Info : un IV hexadécimal de 8 ou 16 octets",
                        "DEK-Info: a hexadecimal IV of 8 or 16 octets"),
                Wording.of("autre chose", "something else"));
    }
}
