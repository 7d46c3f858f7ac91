package fr.accroche.certs;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Lets one thread of one process at a time work in a folder. */
final class FolderLock {
    /** Two branches of 4096-bit keys on a slow and busy machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration PAUSE = Duration.ofMillis(20);

    /** A file lock belongs to the whole process, and closing any of its channels drops it: so threads queue here first. */
    private static final ReentrantLock THREADS = new ReentrantLock();

    private FolderLock() {}

    /** Runs the work while no other process or thread runs any in this folder, which it makes if missing. */
    static <T> T holding(Path folder, Supplier<T> work) {
        PrivateFiles.makeFolder(folder);
        Path file = folder.resolve(".lock");
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            if (!THREADS.tryLock(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
                throw busy(file);
            }
        } catch (InterruptedException interrupted) {
            throw interrupted(file);
        }
        try {
            return lockedFile(file, deadline, work);
        } finally {
            THREADS.unlock();
        }
    }

    private static <T> T lockedFile(Path file, long deadline, Supplier<T> work) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            FileLock lock = channel.tryLock();
            while (lock == null) {
                if (Thread.currentThread().isInterrupted()) {
                    throw interrupted(file);
                }
                if (System.nanoTime() - deadline > 0) {
                    throw busy(file);
                }
                LockSupport.parkNanos(PAUSE.toNanos());
                lock = channel.tryLock();
            }
            return work.get();
        } catch (IOException refused) {
            throw new CertificateFileException(
                    file,
                    Wording.of("un fichier qu'on puisse verrouiller est attendu", "expected a file that can be locked"),
                    Wording.of(
                            "vérifier les droits et le système de fichiers du dossier",
                            "check the folder's rights and file system"),
                    refused);
        }
    }

    private static CertificateFileException busy(Path file) {
        return new CertificateFileException(
                file,
                Wording.of(
                        "un autre processus travaille dans ce dossier depuis %d minutes",
                        "another process has been working in this folder for %d minutes", PATIENCE.toMinutes()),
                Wording.of("l'arrêter, ou choisir un autre dossier", "end it, or choose another folder"));
    }

    private static CertificateFileException interrupted(Path file) {
        Thread.currentThread().interrupt();
        return new CertificateFileException(
                file,
                Wording.of("interrompu dans l'attente de ce verrou", "interrupted while waiting for this lock"),
                Wording.of("recommencer", "start again"));
    }
}
