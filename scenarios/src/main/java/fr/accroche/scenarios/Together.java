package fr.accroche.scenarios;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What is done at once, since most of a run is waiting. */
public final class Together {

    private Together() {}

    /**
     * What is done of each part.
     *
     * @param <T> the part
     * @param <R> what comes of it
     */
    public interface Work<T, R> {
        R of(T part) throws IOException;
    }

    /**
     * Does it of all of them, and waits.
     *
     * @param atOnce of how many at a time, 1 or more
     * @return what came of each, in the order of the parts
     * @throws IOException that of the first part that failed; the others are stopped
     */
    public static <T, R> List<R> of(List<T> parts, int atOnce, Work<T, R> work) throws IOException {
        ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, Math.min(parts.size(), atOnce)));
        try {
            List<Future<R>> underWay = new ArrayList<>();
            for (T part : parts) {
                underWay.add(threads.submit(() -> work.of(part)));
            }
            List<R> results = new ArrayList<>();
            for (Future<R> one : underWay) {
                results.add(one.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the run was interrupted");
        } catch (ExecutionException failure) {
            throw rethrown(failure.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static IOException rethrown(Throwable cause) {
        if (cause instanceof RuntimeException defect) {
            throw defect;
        }
        return cause instanceof IOException failed ? failed : new IOException(cause);
    }
}
