package fr.accroche.scenarios.evidence;

import fr.accroche.compliance.exchange.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Files beside each other, with their digests in one more. The same files are the same bytes on any machine: in the order of their
 * names, all of one date, and stored as they are, since what a compressor writes depends on its version.
 *
 * @param files by name, {@code SHA256SUMS} among them
 */
record Archive(SortedMap<String, byte[]> files) {

    /** As coreutils' {@code sha256sum} writes it, and checks with {@code -c}. */
    static final String SUMS = "SHA256SUMS";

    /** Any that DOS could write and no time zone changes; ZIP knows none before 1980 (APPNOTE 6.3.10 §4.4.6). */
    private static final LocalDateTime DATE = LocalDateTime.of(1980, 2, 1, 0, 0);

    Archive {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** These files, and their digests. */
    static Archive of(Map<String, byte[]> contents) {
        SortedMap<String, byte[]> files = new TreeMap<>(contents);
        files.put(SUMS, sums(contents).getBytes(StandardCharsets.UTF_8));
        return new Archive(files);
    }

    private static String sums(Map<String, byte[]> contents) {
        return new TreeMap<>(contents)
                .entrySet().stream()
                        .map(file -> Sha256.hex(file.getValue()) + "  " + file.getKey() + "\n")
                        .collect(Collectors.joining());
    }

    byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(entry(file.getKey(), file.getValue()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static ZipEntry entry(String name, byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCompressedSize(content.length);
        entry.setCrc(crc.getValue());
        entry.setTimeLocal(DATE);
        return entry;
    }
}
