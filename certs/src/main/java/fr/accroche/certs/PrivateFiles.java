package fr.accroche.certs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files and folders that hold keys: whole or absent, and closed to other users where the file system knows of users. */
final class PrivateFiles {
    private static final Wording NOT_WRITTEN =
            Wording.of("un fichier où écrire est attendu", "expected a file that can be written");
    private static final Wording CHECK_FOLDER =
            Wording.of("vérifier les droits et la place libre du dossier", "check the folder's rights and free space");

    private static final int LARGEST = 1024 * 1024;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_ONLY_FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> EVERYONE_READS = PosixFilePermissions.fromString("rw-r--r--");

    private PrivateFiles() {}

    /** Makes the folder and its missing parents, for the owner only; leaves one that is there as it is. */
    static void makeFolder(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder, attributes(folder, OWNER_ONLY_FOLDER));
            }
        } catch (IOException | SecurityException refused) {
            throw new CertificateFileException(
                    folder,
                    Wording.of(
                            "un dossier où créer et écrire est attendu",
                            "expected a folder that can be made and written"),
                    Wording.of("choisir un autre dossier", "choose another folder"),
                    refused);
        }
    }

    /** Writes a file that only its owner may read. */
    static void writeSecret(Path file, byte[] content) {
        write(file, content, OWNER_ONLY);
    }

    /** Writes a file that everyone who reaches the folder may read. */
    static void writePublic(Path file, byte[] content) {
        write(file, content, EVERYONE_READS);
    }

    /** Writes a file that is not there yet, and that only its owner may read if it is secret. */
    static void create(Path file, byte[] content, boolean secret) {
        try {
            Files.createFile(file, attributes(file, secret ? OWNER_ONLY : EVERYONE_READS));
            Files.write(file, content);
        } catch (FileAlreadyExistsException there) {
            throw new CertificateFileException(
                    file,
                    Wording.of("ce fichier ne devrait pas encore exister", "expected a file that is not there yet"),
                    Wording.of("le déplacer, ou choisir un autre dossier", "move it, or choose another folder"),
                    there);
        } catch (IOException | SecurityException refused) {
            throw new CertificateFileException(file, NOT_WRITTEN, CHECK_FOLDER, refused);
        }
    }

    /** Closes a secret file to other users if it was opened to them. */
    static void close(Path file) {
        try {
            if (posix(file) && !OWNER_ONLY.equals(Files.getPosixFilePermissions(file))) {
                Files.setPosixFilePermissions(file, OWNER_ONLY);
            }
        } catch (IOException | SecurityException refused) {
            throw new CertificateFileException(
                    file,
                    Wording.of("d'autres utilisateurs peuvent lire cette clé", "a key that other users may read"),
                    Wording.of(
                            "la rendre lisible à son seul propriétaire (chmod 600)",
                            "make it readable by its owner only (chmod 600)"),
                    refused);
        }
    }

    /** Reads a small file. */
    static byte[] read(Path file) {
        try (InputStream in = RegularFile.open(file)) {
            byte[] content = in.readNBytes(LARGEST + 1);
            if (content.length > LARGEST) {
                throw new CertificateFileException(
                        file,
                        Wording.of(
                                "attendu : %d octets au plus ; observé : davantage",
                                "expected at most %d bytes, observed more", LARGEST),
                        Wording.of("l'effacer pour qu'il soit refait", "delete it to have it made anew"));
            }
            return content;
        } catch (IOException | SecurityException refused) {
            throw new CertificateFileException(
                    file,
                    Wording.of("un fichier lisible est attendu", "expected a readable file"),
                    Wording.of(
                            "vérifier qu'il est là, et qui peut le lire", "check that it is there and who may read it"),
                    refused);
        }
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException | SecurityException refused) {
            throw new CertificateFileException(
                    file,
                    Wording.of("un fichier qu'on puisse effacer est attendu", "expected a file that can be deleted"),
                    Wording.of("l'effacer", "delete it"),
                    refused);
        }
    }

    private static void write(Path file, byte[] content, Set<PosixFilePermission> permissions) {
        Path draft = file.resolveSibling("." + file.getFileName() + ".tmp");
        try {
            Files.deleteIfExists(draft);
            Files.createFile(draft, attributes(file, permissions));
            Files.write(draft, content);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | SecurityException refused) {
            throw new CertificateFileException(file, NOT_WRITTEN, CHECK_FOLDER, refused);
        }
    }

    private static FileAttribute<?>[] attributes(Path near, Set<PosixFilePermission> permissions) {
        return posix(near)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    private static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
