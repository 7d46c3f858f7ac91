package fr.accroche.certs.file;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bouncycastle.crypto.PBEParametersGenerator;

/**
 * A password in the forms that key derivations take.
 *
 * @param given whether a person gave it; otherwise the empty one is tried, as a file may need none
 */
record Password(char[] characters, boolean given) {

    static Password of(char[] characters) {
        return new Password(characters, true);
    }

    static Password none() {
        return new Password(new char[0], false);
    }

    /**
     * As PKCS#12's own derivation takes it (RFC 7292 §B.1): programs disagree on the empty one, which is two null octets
     * or none.
     */
    List<byte[]> bmp() {
        return characters.length == 0
                ? List.of(new byte[2], new byte[0])
                : List.of(PBEParametersGenerator.PKCS12PasswordToBytes(characters));
    }

    byte[] utf8() {
        return PBEParametersGenerator.PKCS5PasswordToUTF8Bytes(characters);
    }

    byte[] utf16() {
        return new String(characters).getBytes(StandardCharsets.UTF_16BE);
    }

    @Override
    public String toString() {
        return given ? "a password" : "no password";
    }
}
