package fr.accroche.scenarios.cli;

import fr.accroche.certs.FaultyFiles;
import fr.accroche.certs.FileFault;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.certificate.Provocation;
import fr.accroche.scenarios.certificate.Provocations;
import fr.accroche.scenarios.diagnosis.CertificateError;
import fr.accroche.scenarios.diagnosis.CertificateErrors;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code accroche certs break}: files that are wrong on purpose, each for one reason, to learn on and to test with. */
@Command(name = "break", sortOptions = false)
final class BreakCommand implements Callable<Integer> {

    private static final Text ONE_OF =
            Text.of("donner une erreur du catalogue, ou --list", "give an error of the catalogue, or --list");
    private static final Text UNKNOWN = Text.of(
            "{0} : pas dans le catalogue ; « accroche certs break --list » le liste",
            "{0}: not in the catalogue; 'accroche certs break --list' lists it");
    private static final Text NO_FILE = Text.of("{0} : aucun fichier à écrire : {1}", "{0}: no file to write: {1}");
    private static final Text NO_FILE_BUT = Text.of(
            "{0} : aucun fichier à écrire : {1} ; la chaîne le montre : {2}",
            "{0}: no file to write: {1}; the chain shows it: {2}");
    private static final Text TEST = Text.verbatim("accroche test --fault {0}");
    private static final Text WRITTEN = Text.of("écrit", "written");
    private static final Text PASSWORD = Text.of("mot de passe", "password");
    private static final Text SEE = Text.of("le voir", "see it");
    private static final Text NAMED = Text.of("le nommer", "name it");
    private static final Text REFUSED = Text.of("refusé par", "refused by");
    private static final Text LIMIT = Text.of("limite", "limit");
    private static final Text PRINTS = Text.of("{0}    # affiche : {1}", "{0}    # prints: {1}");
    private static final Text IN_FILES = Text.of("fichiers", "files");
    private static final Text IN_CHAIN = Text.of("chaîne", "chain");

    private final Console console;

    @Parameters(paramLabel = "ID", arity = "0..1", descriptionKey = "broken-error")
    private String id;

    @Option(names = "--list", descriptionKey = "list-provocations")
    private boolean list;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            descriptionKey = "break-output")
    private Path output;

    @Mixin
    private WorkOption work;

    @Mixin
    private CommonOptions common;

    BreakCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (list == (id != null)) {
            throw UserException.usage(ONE_OF);
        }
        if (list) {
            Provocations.ALL.forEach(this::inShort);
        } else {
            Provocation provocation = Provocations.of(id).orElseThrow(() -> UserException.usage(UNKNOWN.with(id)));
            written(provocation, provocation.files().orElseThrow(() -> noFile(provocation)));
        }
        console.out().flush();
        return ExitCode.CONFORME;
    }

    private static UserException noFile(Provocation provocation) {
        Text reason = provocation.limit().orElseThrow();
        List<String> chain = tests(provocation);
        return UserException.usage(
                chain.isEmpty()
                        ? NO_FILE.with(provocation.error(), reason)
                        : NO_FILE_BUT.with(provocation.error(), reason, String.join(" ; ", chain)));
    }

    private static List<String> tests(Provocation provocation) {
        return provocation.chainFaults().stream()
                .map(fault -> TEST.with(fault).en())
                .toList();
    }

    private void written(Provocation provocation, FileFault fault) {
        Path folder = output == null ? work.path().resolve("defauts").resolve(provocation.error()) : output;
        List<Path> files = new FaultyFiles(work.open(console, Clock.systemUTC()).igc())
                .write(fault, console.directory().resolve(folder));
        CertificateError error = CertificateErrors.named(provocation.error()).orElseThrow();
        line(console.paint().strong(error.id()) + "  " + in(error.title()));
        row(WRITTEN, folder + "/");
        files.forEach(file -> row(Text.verbatim(""), "  " + file.getFileName()));
        row(PASSWORD, FaultyFiles.PASSWORD);
        row(NAMED, check(provocation, folder, files));
        String there = "cd " + quoted(folder.toString()) + " && ";
        provocation.shown().ifPresent(shown -> row(SEE, in(PRINTS.with(there + shown.command(), shown.prints()))));
        tests(provocation).forEach(test -> row(REFUSED, test));
        provocation.limit().ifPresent(limit -> row(LIMIT, in(limit)));
    }

    /** As it is typed from where the user is; the password is no secret. */
    private String check(Provocation provocation, Path folder, List<Path> files) {
        Set<String> names =
                files.stream().map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        String arguments = provocation.check().stream()
                .map(word -> names.contains(word) ? quoted(folder.resolve(word).toString()) : word)
                .collect(Collectors.joining(" "));
        return "ACCROCHE_PASSWORD=" + FaultyFiles.PASSWORD + " accroche certs check " + arguments + " --work "
                + quoted(work.path().toString());
    }

    private static String quoted(String path) {
        return path.matches("[A-Za-z0-9._/-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
    }

    private void inShort(Provocation provocation) {
        String title =
                in(CertificateErrors.named(provocation.error()).orElseThrow().title());
        line(String.format(
                Locale.ROOT,
                "%-4s %-9s %-7s %s",
                provocation.error(),
                provocation.files().isPresent() ? in(IN_FILES) : "—",
                provocation.chainFaults().isEmpty() ? "—" : in(IN_CHAIN),
                title));
    }

    private void row(Text name, String value) {
        line(String.format(Locale.ROOT, "  %-13s %s", in(name), value));
    }

    private String in(Text text) {
        return text.in(console.language());
    }

    private void line(String text) {
        console.out().println(text);
    }
}
