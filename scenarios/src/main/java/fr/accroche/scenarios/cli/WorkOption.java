package fr.accroche.scenarios.cli;

import fr.accroche.certs.Issuers;
import fr.accroche.certs.TestIgc.KeySizes;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.chain.WorkFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import picocli.CommandLine.Option;

/** The folder that the chain and the orders share, so that what is ordered is trusted; and who signs in it. */
final class WorkOption {

    private static final String DEFAULT = ".accroche";
    private static final Text FIRST_RUN = Text.of(
            "premier lancement dans {0} : création des autorités et des clés (quelques secondes)…",
            "first time in {0}: making authorities and keys (a few seconds)…");

    @Option(
            names = "--work",
            paramLabel = "DIR",
            descriptionKey = "work",
            defaultValue = "${env:ACCROCHE_WORK:-" + DEFAULT + "}")
    private Path work;

    @Option(names = "--look-alike-issuer", descriptionKey = "look-alike-issuer")
    private boolean lookAlike;

    /** As the user knows it. A variable that is set to nothing is one that is not set. */
    Path path() {
        return work.toString().isBlank() ? Path.of(DEFAULT) : work;
    }

    WorkFolder open(Console console, Clock clock) {
        Path path = console.directory().resolve(path());
        if (Files.notExists(path.resolve(lookAlike ? "igc/test-sosie" : "igc"))) {
            console.say(FIRST_RUN.with(path()));
        }
        return WorkFolder.in(path, clock, KeySizes.REAL, lookAlike ? Issuers.LOOK_ALIKE : Issuers.SIMULATED);
    }
}
