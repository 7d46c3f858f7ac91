package fr.accroche.scenarios.certificate;

import fr.accroche.certs.RegularFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** A password that stands on the first line of a file; never copied into a text that stays in memory. */
public final class PasswordFile {

    private static final int LONGEST = 4096;

    private PasswordFile() {}

    /** @return empty when the first line is no UTF-8 text, or longer than 4096 characters */
    public static Optional<char[]> read(Path path) throws IOException {
        char[] characters = new char[LONGEST + 1];
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(RegularFile.open(path), StandardCharsets.UTF_8.newDecoder()))) {
            int length = 0;
            int next = reader.read();
            while (next >= 0 && next != '\n' && next != '\r' && length <= LONGEST) {
                characters[length++] = (char) next;
                next = reader.read();
            }
            return length > LONGEST ? Optional.empty() : Optional.of(Arrays.copyOf(characters, length));
        } catch (CharacterCodingException otherCharset) {
            return Optional.empty();
        } finally {
            Arrays.fill(characters, '\0');
        }
    }
}
