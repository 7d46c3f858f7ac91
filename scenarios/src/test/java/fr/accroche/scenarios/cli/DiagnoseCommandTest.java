package fr.accroche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.scenarios.diagnosis.CertificateErrors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DiagnoseCommandTest {

    private static final String EXPIRED =
            "curl: (60) SSL certificate problem: certificate has expired, password S3cret-of-mine, host h.example";

    @TempDir
    private Path directory;

    private CommandLineRun diagnose(String... arguments) {
        return CommandLineRun.in(
                directory,
                Stream.concat(Stream.of("certs", "diagnose"), Stream.of(arguments))
                        .toArray(String[]::new));
    }

    @Test
    void saysTheCauseWhyTheRemedyAndWhoAndRepeatsNothing() {
        CommandLineRun english = diagnose(EXPIRED);
        CommandLineRun french = diagnose(EXPIRED, "--lang", "fr");

        assertThat(english.exitCode()).isZero();
        assertThat(english.err()).isEmpty();
        assertThat(english.out())
                .containsSubsequence(
                        "F28", "because", "cause", "sign", "where", "tell apart", "command", "remedy", "by")
                .contains("SSL certificate problem: certificate has expired", "operator of the proxy", "MTL-01")
                .doesNotContain("S3cret", "h.example");
        assertThat(french.out())
                .containsSubsequence("F28", "parce que", "signe", "où", "distinguer", "commande", "remède", "par")
                .contains("Le certificat a expiré", "opérateur du proxy");
    }

    @Test
    void ranksSeveralAndNamesTheUnlikely() {
        assertThat(diagnose("400 No required SSL certificate was sent").out())
                .startsWith("6 known causes")
                .containsSubsequence("F33", "F10", "F16", "Less likely", "F21", "F22", "F23");
    }

    @Test
    void wordsWithoutQuotesAreOneText() {
        assertThat(diagnose("curl:", "certificate", "has", "expired").exitCode())
                .isZero();
    }

    @Test
    void readsALogFromStandardInputInUtf8AndUtf16() {
        byte[] utf8 = ("line 1\n" + EXPIRED + "\nline 3\n").getBytes(StandardCharsets.UTF_8);
        byte[] utf16 = ("\ufeffDESIR_560 : Niveau d'accès insuffisant").getBytes(StandardCharsets.UTF_16LE);

        assertThat(CommandLineRun.fed(directory, utf8, "certs", "diagnose", "-").out())
                .contains("F28");
        assertThat(CommandLineRun.fed(directory, utf16, "certs", "diagnose", "-")
                        .out())
                .contains("F4  ");
    }

    @Test
    void whatIsNotKnownExits4AndSaysWhatToPasteWithoutRepeatingIt() {
        CommandLineRun run = diagnose("mot de passe S3cret-of-mine", "--lang", "fr");

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.out())
                .contains("Aucun texte d'erreur connu", "Caused by")
                .doesNotContain("S3cret");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void jsonHasTheSameForPrograms() throws IOException {
        CommandLineRun run = diagnose(EXPIRED, "-o", "text,json:causes.json");
        CommandLineRun none = diagnose("bonjour", "-o", "json");

        assertThat(run.exitCode()).isZero();
        assertThat(Files.readString(directory.resolve("causes.json")))
                .contains(
                        "\"id\": \"F28\"", "\"because\"", "\"weight\": \"TELLING\"", "\"owner\"", "\"OPERATEUR_PROXY\"")
                .doesNotContain("S3cret", "h.example");
        assertThat(none.exitCode()).isEqualTo(4);
        assertThat(none.out()).contains("\"candidates\": []");
    }

    static Stream<String> ids() {
        return CertificateErrors.ALL.stream().map(error -> error.id());
    }

    @ParameterizedTest
    @MethodSource("ids")
    void everyEntryIsPrintedInFull(String id) {
        CommandLineRun english = diagnose("--id", id);
        CommandLineRun french = diagnose("--id", id.toLowerCase(Locale.ROOT), "--lang", "fr");

        assertThat(english.exitCode()).isZero();
        assertThat(english.out())
                .startsWith(id + " ")
                .containsSubsequence("cause", "sign", "where", "texts", "tell apart", "remedy", "by", "certainty")
                .doesNotContain("{0}");
        assertThat(french.out())
                .startsWith(id + " ")
                .containsSubsequence("cause", "signe", "où", "textes", "distinguer", "remède", "par", "certitude");
    }

    @Test
    void listsTheCatalogue() {
        assertThat(diagnose("--list").out().lines()).hasSize(CertificateErrors.ALL.size());
        assertThat(diagnose("--list", "-o", "json").out()).contains("\"F1\"", "\"F40\"");
    }

    @Test
    void refusesWhatItCannotRead() {
        byte[] large = new byte[(1 << 20) + 1];

        assertThat(diagnose().exitCode()).isEqualTo(2);
        assertThat(diagnose("text", "--list").err()).contains("one of the four only");
        assertThat(diagnose("--id", "F99").err()).contains("F99: not in the catalogue");
        assertThat(diagnose("text", "-o", "html").exitCode()).isEqualTo(2);
        assertThat(CommandLineRun.fed(directory, large, "certs", "diagnose", "-")
                        .err())
                .contains("more than 1 MiB");
        assertThat(CommandLineRun.in(directory, "certs").exitCode()).isEqualTo(2);
    }
}
