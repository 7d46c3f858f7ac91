package fr.accroche.scenarios.doctor;

import fr.accroche.certs.file.CertificateFileReader;
import fr.accroche.certs.file.UnreadableFileException;
import fr.accroche.compliance.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether this machine's clock can be right. To be asked before the work folder is opened: authorities that are not valid
 * on the clock's day would be made anew, and what was installed of them trusted no more.
 *
 * @param work the work folder, which may not be there yet
 * @param clock this machine's
 */
public record ClockCheck(Path work, Clock clock) {

    private static final Text CLOCK = Text.of("horloge", "clock");
    private static final Text TOO_EARLY = Text.of(
            "{0}, avant le début de validité des autorités du dossier de travail ({1}) : tout certificat y est « pas encore"
                    + " valable » (F29) ; rien d'autre n'a été examiné",
            "{0}, before the authorities of the work folder became valid ({1}): every certificate is 'not yet valid' (F29);"
                    + " nothing else was examined");
    private static final Text SET_CLOCK = Text.of(
            "mettre cette machine à l'heure (NTP) ; une machine virtuelle, WSL2 ou Docker retarde après une mise en veille",
            "set this machine's clock (NTP); a virtual machine, WSL2 or Docker is late after a sleep");

    public Examined examined() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Optional<Instant> from = Stream.of("test", "production")
                .map(branch -> work.resolve("igc").resolve(branch).resolve("racine.pem"))
                .filter(Files::isRegularFile)
                .flatMap(ClockCheck::begins)
                .max(Comparator.naturalOrder());
        return from.filter(now::isBefore)
                .map(later -> Examined.fail(CLOCK, TOO_EARLY.with(now, later), SET_CLOCK))
                .orElseGet(() -> Examined.ok(CLOCK, Text.verbatim(now.toString())));
    }

    /** What cannot be read is said when the folder is opened. */
    private static Stream<Instant> begins(Path root) {
        try {
            return CertificateFileReader.read(root, Optional.empty()).certificates().stream()
                    .map(certificate -> certificate.getNotBefore().toInstant());
        } catch (IOException | UnreadableFileException unreadable) {
            return Stream.empty();
        }
    }
}
