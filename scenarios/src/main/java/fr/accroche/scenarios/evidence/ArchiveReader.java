package fr.accroche.scenarios.evidence;

import fr.accroche.compliance.text.Text;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Reads an archive that anyone may have made: few files, of a size, whose names lead nowhere else, each once. Nothing is written
 * anywhere.
 */
final class ArchiveReader {

    /** Far more than one of ours has. */
    private static final int MOST_FILES = 100;

    /** Of all files together, however well they compress. */
    private static final int LARGEST = 128 * 1024 * 1024;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,60}(\\.[a-z0-9]{1,10})?");

    private static final Text NO_ARCHIVE = Text.of(
            "ce n'est pas une archive d'accroche : aucun fichier n'y est lu",
            "no archive of accroche: no file is read in it");
    private static final Text DAMAGED = Text.of("archive endommagée", "damaged archive");
    private static final Text TOO_MANY = Text.of("plus de {0} fichiers", "more than {0} files");
    private static final Text TOO_LARGE = Text.of("plus de {0} Mio une fois lue", "more than {0} MiB when read");
    private static final Text BAD_NAME = Text.of(
            "le fichier n° {0} a un nom qu'accroche ne donne pas : un chemin, un lien, ou autre chose",
            "file no. {0} has a name that accroche gives to none: a path, a link, or something else");
    private static final Text TWICE = Text.of("{0} y est deux fois", "{0} is there twice");

    private ArchiveReader() {}

    /**
     * Reads one.
     *
     * @return content by name
     * @throws ArchiveException if it cannot be one of ours
     */
    static SortedMap<String, byte[]> read(byte[] zip) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        int left = LARGEST;
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String name = name(entry, files.size() + 1);
                byte[] content = in.readNBytes(left + 1);
                left -= content.length;
                if (left < 0) {
                    throw new ArchiveException(TOO_LARGE.with(LARGEST / 1024 / 1024));
                }
                if (files.put(name, content) != null) {
                    throw new ArchiveException(TWICE.with(name));
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new ArchiveException(DAMAGED);
        }
        if (files.isEmpty()) {
            throw new ArchiveException(NO_ARCHIVE);
        }
        return files;
    }

    private static String name(ZipEntry entry, int number) {
        if (number > MOST_FILES) {
            throw new ArchiveException(TOO_MANY.with(MOST_FILES));
        }
        if (!NAME.matcher(entry.getName()).matches()) {
            throw new ArchiveException(BAD_NAME.with(number));
        }
        return entry.getName();
    }
}
