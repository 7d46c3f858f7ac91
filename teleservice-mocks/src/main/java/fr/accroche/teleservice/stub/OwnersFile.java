package fr.accroche.teleservice.stub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** What is recorded of a call may be about a patient: nobody but the owner of its file reads it, where the file system knows of users. */
final class OwnersFile {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private OwnersFile() {}

    /** Writes one, which nobody else can read at any time. */
    static void write(Path file, byte[] content) throws IOException {
        if (!Files.exists(file)) {
            Files.createFile(file);
        }
        close(file);
        Files.write(file, content);
    }

    /** Closes one to others. */
    static void close(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, OWNER_ONLY);
        }
    }
}
