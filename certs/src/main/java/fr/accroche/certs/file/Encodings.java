package fr.accroche.certs.file;

import fr.accroche.certs.Wording;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that are text after all, and bytes of other programs, told so that a person understands. */
final class Encodings {

    private Encodings() {}

    /** Text as one byte a character, without a byte order mark: Windows writes PEM in UTF-16 when told to redirect. */
    static byte[] ascii(byte[] bytes) {
        if (begins(bytes, 0xff, 0xfe)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE)
                    .getBytes(StandardCharsets.ISO_8859_1);
        }
        if (begins(bytes, 0xfe, 0xff)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE)
                    .getBytes(StandardCharsets.ISO_8859_1);
        }
        return begins(bytes, 0xef, 0xbb, 0xbf) ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
    }

    static Wording guess(byte[] bytes, String hex) {
        if (bytes.length >= 4 && ByteBuffer.wrap(bytes).getInt() == JksReader.MAGIC_JCEKS) {
            return Wording.of(
                    "un magasin JCEKS de Java, à convertir : keytool -importkeystore -deststoretype pkcs12",
                    "a JCEKS store of Java, to be converted: keytool -importkeystore -deststoretype pkcs12");
        }
        if (begins(bytes, 'P', 'K', 3, 4)) {
            return Wording.of("une archive ZIP, à ouvrir d'abord", "a ZIP archive, to be opened first");
        }
        String start = new String(bytes, 0, Math.min(256, bytes.length), StandardCharsets.ISO_8859_1).stripLeading();
        if (start.startsWith("<")) {
            return Wording.of(
                    "une page HTML ou du XML : le téléchargement a rendu autre chose",
                    "an HTML page or XML: the download gave something else");
        }
        if (start.startsWith("ssh-") || start.startsWith("ecdsa-")) {
            return Wording.of("une clé publique SSH", "an SSH public key");
        }
        return Wording.of("les octets %s", "the bytes %s", hex);
    }

    private static boolean begins(byte[] bytes, int... expected) {
        if (bytes.length < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((bytes[i] & 0xff) != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
