package fr.accroche.certs;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What two authorities have revoked, kept from one run to the next: a line each, the serial number in hexadecimal, then since when.
 *
 * @param igc the folder of all authorities, which has the lock
 * @param file within it
 */
record RevocationFile(Path igc, Path file) {

    SortedMap<BigInteger, Instant> read() {
        SortedMap<BigInteger, Instant> revoked = new TreeMap<>();
        if (Files.exists(file)) {
            List<String> lines = new String(PrivateFiles.read(file), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
            for (int i = 0; i < lines.size(); i++) {
                add(revoked, lines.get(i), i + 1);
            }
        }
        return revoked;
    }

    /** What tells this content of the file from another; of none, nothing. */
    Optional<Stamp> stamp() {
        try {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new Stamp(found.lastModifiedTime(), found.size(), Optional.ofNullable(found.fileKey())));
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /** Each change is a file of its own, put in the place of the one before. */
    record Stamp(FileTime changed, long size, Optional<Object> key) {}

    /** Changes what is kept, whatever other processes changed meanwhile; what is kept then. */
    SortedMap<BigInteger, Instant> change(Consumer<Map<BigInteger, Instant>> change) {
        return FolderLock.holding(igc, () -> {
            SortedMap<BigInteger, Instant> revoked = read();
            Map<BigInteger, Instant> before = Map.copyOf(revoked);
            change.accept(revoked);
            if (!before.equals(revoked)) {
                PrivateFiles.makeFolder(file.getParent());
                PrivateFiles.writePublic(file, text(revoked).getBytes(StandardCharsets.US_ASCII));
            }
            return Collections.unmodifiableSortedMap(revoked);
        });
    }

    private void add(Map<BigInteger, Instant> revoked, String line, int number) {
        String[] parts = line.strip().split(" +");
        try {
            if (parts.length != 2) {
                throw new NumberFormatException();
            }
            revoked.put(RevocationRegister.serial(new BigInteger(parts[0], 16)), Instant.parse(parts[1]));
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            throw new CertificateFileException(
                    file,
                    Wording.of(
                            "ligne %d : attendu un numéro de série en hexadécimal et un instant, comme"
                                    + " 4f3a 2026-11-22T10:00:00Z ; observé : un autre texte",
                            "line %d: expected a serial number in hexadecimal and an instant, as in"
                                    + " 4f3a 2026-11-22T10:00:00Z; observed other text",
                            number),
                    Wording.of(
                            "corriger cette ligne, ou effacer le fichier : plus rien n'est alors révoqué",
                            "correct that line, or delete the file: nothing is revoked any more then"));
        }
    }

    private static String text(SortedMap<BigInteger, Instant> revoked) {
        StringBuilder text = new StringBuilder();
        revoked.forEach((serial, since) ->
                text.append(serial.toString(16)).append(' ').append(since).append('\n'));
        return text.toString();
    }
}
