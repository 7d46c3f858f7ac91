package fr.accroche.scenarios.cli;

import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.cli.OutputOption.Type;
import fr.accroche.scenarios.diagnosis.CertificateError;
import fr.accroche.scenarios.diagnosis.CertificateErrors;
import fr.accroche.scenarios.diagnosis.Diagnosis;
import fr.accroche.scenarios.report.diagnosis.DiagnosisJson;
import fr.accroche.scenarios.report.diagnosis.DiagnosisText;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code accroche certs diagnose}: from the error text that a program printed to its likely causes. */
@Command(name = "diagnose", sortOptions = false)
final class DiagnoseCommand implements Callable<Integer> {

    private static final Set<Type> REPORTS = EnumSet.of(Type.TEXT, Type.JSON);
    private static final String STANDARD_INPUT = "-";
    private static final int LONGEST = 1 << 20;

    private static final Text ONE_OF = Text.of(
            "donner un texte d'erreur, - pour l'entrée standard, --list ou --id, et un seul des quatre",
            "give an error text, - for standard input, --list or --id, and one of the four only");
    private static final Text TOO_LONG = Text.of(
            "plus de 1 Mio : ne garder que les lignes autour de l'erreur",
            "more than 1 MiB: keep only the lines around the error");
    private static final Text UNKNOWN = Text.of(
            "{0} : pas dans le catalogue ; « accroche certs diagnose --list » le liste",
            "{0}: not in the catalogue; 'accroche certs diagnose --list' lists it");

    private final Console console;

    @Parameters(paramLabel = "TEXT", arity = "0..*", descriptionKey = "error-text")
    private List<String> words = List.of();

    @Option(names = "--list", descriptionKey = "list-errors")
    private boolean list;

    @Option(names = "--id", paramLabel = "ID", descriptionKey = "error-id")
    private String id;

    @Mixin
    private OutputOption output;

    @Mixin
    private CommonOptions common;

    DiagnoseCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        output.check(console, REPORTS, Optional.empty());
        if ((words.isEmpty() ? 0 : 1) + (list ? 1 : 0) + (id == null ? 0 : 1) != 1) {
            throw UserException.usage(ONE_OF);
        }
        if (list) {
            output.write((type, to) -> list(type, to), console);
            return ExitCode.CONFORME;
        }
        if (id != null) {
            CertificateError error =
                    CertificateErrors.named(id).orElseThrow(() -> UserException.usage(UNKNOWN.with(id)));
            output.write((type, to) -> entry(error, type, to), console);
            return ExitCode.CONFORME;
        }
        Diagnosis diagnosis = Diagnosis.of(pasted());
        output.write((type, to) -> diagnosis(diagnosis, type, to), console);
        return diagnosis.candidates().isEmpty() ? ExitCode.INCONCLUSIVE : ExitCode.CONFORME;
    }

    private static String list(Type type, Console to) {
        return type == Type.JSON
                ? DiagnosisJson.list(CertificateErrors.ALL, to.language())
                : DiagnosisText.list(CertificateErrors.ALL, to.language(), to.paint());
    }

    private static String entry(CertificateError error, Type type, Console to) {
        return type == Type.JSON
                ? DiagnosisJson.list(List.of(error), to.language())
                : DiagnosisText.of(error, to.language(), to.paint());
    }

    private static String diagnosis(Diagnosis diagnosis, Type type, Console to) {
        return type == Type.JSON
                ? DiagnosisJson.of(diagnosis, to.language())
                : DiagnosisText.of(diagnosis, to.language(), to.paint());
    }

    private String pasted() throws IOException {
        if (!words.equals(List.of(STANDARD_INPUT))) {
            return checked(String.join(" ", words).getBytes(StandardCharsets.UTF_8));
        }
        return checked(console.in().readNBytes(LONGEST + 1));
    }

    private static String checked(byte[] pasted) {
        if (pasted.length > LONGEST) {
            throw UserException.usage(TOO_LONG);
        }
        return new String(pasted, charset(pasted));
    }

    /** PowerShell writes UTF-16 into files, and marks it so. */
    private static Charset charset(byte[] pasted) {
        boolean marked = pasted.length > 1 && (pasted[0] & 0xff) + (pasted[1] & 0xff) == 0xff + 0xfe;
        return marked ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }
}
