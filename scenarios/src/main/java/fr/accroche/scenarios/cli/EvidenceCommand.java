package fr.accroche.scenarios.cli;

import fr.accroche.compliance.declaration.DeclarationException;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.evidence.ArchiveCheck;
import fr.accroche.scenarios.evidence.ArchiveException;
import fr.accroche.scenarios.evidence.Evidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code accroche report evidence}: everything about one run in one archive, whose sums anyone can check. */
@Command(name = "evidence", sortOptions = false)
final class EvidenceCommand implements Callable<Integer> {

    private static final Text ONE = Text.of(
            "donner un rapport à archiver, ou --check ARCHIVE.zip, l'un des deux",
            "give a report to archive, or --check ARCHIVE.zip, one of the two");
    private static final Text TAKEN = Text.of(
            "-o : {0} est l'enregistrement ou la déclaration ; l'archive va dans un autre fichier",
            "-o: {0} is the recording or the declaration; the archive goes to another file");
    private static final Text WRITTEN = Text.of("{0} : {1} fichiers, {2} Kio", "{0}: {1} files, {2} KiB");
    private static final Text WRONG = Text.of("{0} : {1}", "{0}: {1}");
    private static final Text RIGHT =
            Text.of("{0} : {1} fichiers, toutes les empreintes sont justes", "{0}: {1} files, every digest is right");
    private static final int KIB = 1024;

    private final Console console;

    @Parameters(paramLabel = "RUN.json", arity = "0..1", descriptionKey = "recording")
    private Path file;

    @Mixin
    private DeclarationOption which;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE.zip",
            defaultValue = "accroche-evidence.zip",
            descriptionKey = "evidence-file")
    private Path to;

    @Option(names = "--check", paramLabel = "FILE.zip", descriptionKey = "evidence-check")
    private Path check;

    @Mixin
    private CommonOptions common;

    EvidenceCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, DeclarationException {
        if ((file == null) == (check == null)) {
            throw UserException.usage(ONE);
        }
        return file == null ? checked() : written();
    }

    private int written() throws IOException, DeclarationException {
        Optional<Path> declared = which.file(console);
        OutputOption.requireWritable(to, console);
        Path target = OutputOption.place(to, console);
        if (target.equals(OutputOption.place(file, console))
                || declared.map(one -> OutputOption.place(one, console))
                        .filter(target::equals)
                        .isPresent()) {
            throw UserException.usage(TAKEN.with(to));
        }
        JudgedAgain judged = JudgedAgain.of(file, String.valueOf(file.getFileName()), which, console);
        Evidence evidence = new Evidence(
                judged.bytes(),
                judged.recording(),
                judged.source().yaml(),
                judged.declaration(),
                judged.run(),
                console.language());
        Evidence.Packed packed = evidence.packed();
        Files.write(target, packed.zip());
        console.out()
                .println(WRITTEN.with(to, packed.files(), (packed.zip().length + KIB - 1) / KIB)
                        .in(console.language()));
        return ExitCode.CONFORME;
    }

    private int checked() throws IOException {
        byte[] zip = DeclarationOption.bytes(console.directory().resolve(check));
        try {
            ArchiveCheck result = ArchiveCheck.of(zip);
            List<Text> wrong = result.wrong();
            wrong.forEach(each -> console.say(WRONG.with(check, each)));
            if (wrong.isEmpty()) {
                console.out().println(RIGHT.with(check, result.files()).in(console.language()));
            }
            return wrong.isEmpty() ? ExitCode.CONFORME : ExitCode.NON_CONFORME;
        } catch (ArchiveException refused) {
            throw UserException.usage(WRONG.with(check, refused.sentence()));
        }
    }
}
