package fr.accroche.scenarios.certificate;

import fr.accroche.certs.NotRegularFileException;
import fr.accroche.certs.RegularFile;
import fr.accroche.compliance.text.Text;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** A password that stands on the first line of a file; never copied into a text that stays in memory. */
public final class PasswordFile {

    private static final int LONGEST = 4096;

    /** How a file of a password is usually named. */
    private static final Pattern USUAL = Pattern.compile("(?i).*\\.(txt|pass|password|passwd|pwd|pw|secret)");

    private static final Text UNNAMED = Text.of(
            "le fichier du mot de passe (son nom n'est pas répété : c'est peut-être le mot de passe)",
            "the password's file (its name is not repeated: it may be the password)");

    private PasswordFile() {}

    /**
     * A file that cannot be read, for people: whoever writes the password in the place of its file has no file of that name. What is
     * there under a name that is not usual, but cannot be read, is named too.
     */
    public static Text named(Path file) {
        boolean known = USUAL.matcher(file.toString()).matches() || Files.exists(file);
        return known ? Text.verbatim(file.toString()) : UNNAMED;
    }

    /**
     * Reads one.
     *
     * @throws UnreadPasswordException if there is no such file, or it may not be read
     * @throws NotRegularFileException if it is a pipe, a socket or a device
     * @return empty when the first line is no UTF-8 text, or longer than 4096 characters
     */
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
        } catch (NotRegularFileException other) {
            throw other; // what is there is no password
        } catch (FileSystemException unread) {
            throw new UnreadPasswordException(path, unread);
        } catch (CharacterCodingException otherCharset) {
            return Optional.empty();
        } finally {
            Arrays.fill(characters, '\0');
        }
    }
}
