package fr.accroche.proxy;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;

/**
 * Lines at the end of one file, of which one process at a time is the writer. A line that was written is with the operating
 * system: it survives the process, however that one ends, but not a loss of power. Written by a {@link RandomAccessFile} and
 * not by a channel, which an interrupted thread would close for all. Of one thread at a time.
 */
final class TraceFile implements AutoCloseable {

    private static final int LONGEST_LINE = 64 * 1024;

    private final Path path;
    private final FileChannel lock;

    /** Null while it could not be opened again. */
    private RandomAccessFile file;

    private long end;
    private int lines;
    private boolean torn;

    private TraceFile(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Opens it, or makes it with its folder. A last line without its end is cut off: its call was never answered.
     *
     * @param reader is given each line, without its end; one that is too long to be ours, empty
     * @throws TraceFileException if another process writes there, or the file cannot be used
     */
    static TraceFile open(Path path, Consumer<byte[]> reader) {
        TraceFile opened = null;
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            opened = new TraceFile(path, locked(path));
            opened.read(reader);
            return opened;
        } catch (IOException | SecurityException e) {
            if (opened != null) {
                opened.close();
            }
            throw TraceFileException.unusable(path, e);
        }
    }

    /** The lock is on a file of its own, as compaction puts another file in the place of this one. */
    private static FileChannel locked(Path path) throws IOException {
        Path beside = path.resolveSibling(path.getFileName() + ".lock");
        PrivateFile.make(beside);
        FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException sameProcess) {
            // as if it were another
        }
        channel.close();
        throw TraceFileException.inUse(path);
    }

    private void read(Consumer<byte[]> reader) throws IOException {
        PrivateFile.make(path);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            long length = 0;
            for (int next = in.read(); next >= 0; next = in.read()) {
                length++;
                if (next == '\n') {
                    reader.accept(length - 1 == line.size() ? line.toByteArray() : new byte[0]);
                    line.reset();
                    end += length;
                    length = 0;
                    lines++;
                } else if (line.size() < LONGEST_LINE) {
                    line.write(next);
                }
            }
            torn = length > 0;
        }
        file = new RandomAccessFile(path.toFile(), "rw");
        file.setLength(end);
    }

    /** Whether a line had begun and not ended when the file was opened. */
    boolean wasTorn() {
        return torn;
    }

    int lines() {
        return lines;
    }

    /** Writes one line. If that fails, nothing of it is left. */
    void append(byte[] line) throws IOException {
        if (file == null) {
            reopen();
        }
        try {
            file.seek(end);
            file.write(line);
            end += line.length;
            lines++;
        } catch (IOException failed) {
            cutOff(failed);
            throw failed;
        }
    }

    private void cutOff(IOException failed) {
        try {
            file.setLength(end);
        } catch (IOException too) {
            failed.addSuppressed(too);
        }
    }

    /**
     * Puts these lines in the place of all that is there; on failure, what was there stays. Where the file cannot even be opened
     * again, the next line tries to.
     */
    void replace(List<byte[]> by) throws IOException {
        Path draft = path.resolveSibling(path.getFileName() + ".new");
        Files.deleteIfExists(draft);
        PrivateFile.make(draft);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        by.forEach(all::writeBytes);
        try (RandomAccessFile fresh = new RandomAccessFile(draft.toFile(), "rw")) {
            fresh.write(all.toByteArray());
            fresh.getFD().sync(); // else a loss of power after the move could leave neither
        }
        RandomAccessFile before = file;
        file = null;
        before.close();
        try {
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            lines = by.size();
            end = all.size();
        } finally {
            reopen();
        }
    }

    /** Never without the lock. */
    private void reopen() throws IOException {
        if (!lock.isOpen()) {
            throw new ClosedChannelException();
        }
        PrivateFile.make(path);
        RandomAccessFile again = new RandomAccessFile(path.toFile(), "rw");
        try {
            end = Math.min(end, again.length());
            again.setLength(end);
            file = again;
        } finally {
            if (file == null) {
                again.close();
            }
        }
    }

    @Override
    public void close() {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            throw TraceFileException.unusable(path, e);
        } finally {
            unlock();
        }
    }

    private void unlock() {
        try {
            lock.close();
        } catch (IOException e) {
            throw TraceFileException.unusable(path, e);
        }
    }
}
