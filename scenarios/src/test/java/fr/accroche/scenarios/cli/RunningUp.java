package fr.accroche.scenarios.cli;

import fr.accroche.compliance.text.Language;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** {@code accroche up} in this process, whose lines are read as they come. */
final class RunningUp {

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final List<String> seen = new ArrayList<>();
    private final StringWriter err = new StringWriter();
    private final CompletableFuture<Integer> exit;

    private RunningUp(Path directory, String... words) {
        Console console = new Console(
                new ByteArrayInputStream(new byte[0]),
                new PrintWriter(new Split(), true),
                new PrintWriter(err, true),
                false,
                directory,
                Language.EN);
        this.exit = CompletableFuture.supplyAsync(
                () -> Main.run(words, console, Locale.ENGLISH), task -> new Thread(task, "up").start());
    }

    static RunningUp in(Path directory, String... words) {
        return new RunningUp(directory, words);
    }

    /** Waits for a line. */
    String line(Predicate<String> wanted) throws InterruptedException {
        while (true) {
            String line = lines.poll(60, TimeUnit.SECONDS);
            if (line == null) {
                throw new AssertionError("it did not come; what came: " + seen + "; " + err);
            }
            seen.add(line);
            if (wanted.test(line)) {
                return line;
            }
        }
    }

    int exitCode() throws Exception {
        return exit.get(60, TimeUnit.SECONDS);
    }

    /** Everything printed up to now. */
    List<String> seen() {
        lines.drainTo(seen);
        return seen;
    }

    String err() {
        return err.toString();
    }

    private final class Split extends Writer {
        private final StringBuilder begun = new StringBuilder();

        @Override
        public void write(char[] characters, int offset, int length) {
            for (int i = offset; i < offset + length; i++) {
                if (characters[i] == '\n') {
                    lines.add(begun.toString());
                    begun.setLength(0);
                } else {
                    begun.append(characters[i]);
                }
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
