package fr.accroche.scenarios.cli;

import fr.accroche.telemetry.JsonLog;
import fr.accroche.telemetry.JsonLog.Level;
import java.io.PrintWriter;
import java.io.Writer;
import java.time.Clock;
import java.util.Optional;

/**
 * Standard error: sentences for people until it is asked for JSON, then an object on each line, whoever writes to it. Thread-safe.
 */
final class LogStream {

    private static final String NAME = "accroche: ";

    private final PrintWriter to;
    private final PrintWriter lines = new PrintWriter(new Lines(), true);
    private final JsonLog json;
    private volatile boolean asked;

    LogStream(PrintWriter to) {
        this.to = to;
        this.json = new JsonLog(to::println, Clock.systemUTC());
    }

    /** For what is written as text. */
    PrintWriter err() {
        return lines;
    }

    /** From now on each line is a JSON object. */
    void speakJson() {
        lines.flush();
        asked = true;
    }

    /** Where JSON goes, if it was asked for. */
    Optional<JsonLog> json() {
        return asked ? Optional.of(json) : Optional.empty();
    }

    void say(Level level, String sentence) {
        if (asked) {
            json.say(level, sentence);
        } else {
            lines.println(NAME + sentence);
        }
    }

    private final class Lines extends Writer {

        private final StringBuilder begun = new StringBuilder();

        @Override
        public void write(char[] characters, int offset, int length) {
            synchronized (lock) {
                if (!asked) {
                    to.write(characters, offset, length);
                    return;
                }
                for (int i = offset; i < offset + length; i++) {
                    if (characters[i] == '\n') {
                        end();
                    } else {
                        begun.append(characters[i]);
                    }
                }
            }
        }

        private void end() {
            String line = begun.toString().strip();
            begun.setLength(0);
            if (!line.isEmpty()) {
                json.say(Level.INFO, line.startsWith(NAME) ? line.substring(NAME.length()) : line);
            }
        }

        /** What ends a run may be no whole line. */
        @Override
        public void flush() {
            synchronized (lock) {
                end();
            }
            to.flush();
        }

        @Override
        public void close() {
            flush();
        }
    }
}
