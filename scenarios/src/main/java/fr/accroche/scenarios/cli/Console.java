package fr.accroche.scenarios.cli;

import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.report.Paint;
import fr.accroche.telemetry.JsonLog.Level;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where a command speaks: results on one stream, all else on the other.
 *
 * @param in what the user pipes into a command
 * @param out results
 * @param log progress and errors
 * @param coloured whether a person looks, who wants colours
 * @param directory the folder that relative paths start from
 * @param language which
 */
record Console(InputStream in, PrintWriter out, LogStream log, boolean coloured, Path directory, Language language) {

    Console(InputStream in, PrintWriter out, PrintWriter err, boolean coloured, Path directory, Language language) {
        this(in, out, new LogStream(err), coloured, directory, language);
    }

    static Console of(PrintWriter out, PrintWriter err, boolean terminal, Map<String, String> environment) {
        boolean coloured = terminal && environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Console(System.in, out, err, coloured, Path.of(""), Language.EN);
    }

    Console speaking(Language other) {
        return new Console(in, out, log, coloured, directory, other);
    }

    /** The same without colours, for files. */
    Console speakingPlainly() {
        return new Console(in, out, log, false, directory, language);
    }

    Paint paint() {
        return coloured ? Paint.COLOURED : Paint.PLAIN;
    }

    /** Progress and errors, as text. */
    PrintWriter err() {
        return log.err();
    }

    /** A line of progress. */
    void say(Text text) {
        say(Level.INFO, text);
    }

    /** A line of what went wrong. */
    void complain(Text text) {
        say(Level.ERROR, text);
    }

    void say(Level level, Text text) {
        log.say(level, Observed.plain(text.in(language)));
    }
}
