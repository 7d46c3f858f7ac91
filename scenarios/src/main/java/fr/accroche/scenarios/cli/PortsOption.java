package fr.accroche.scenarios.cli;

import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.chain.Ports;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --ports BASE}: where the servers of a chain listen. */
final class PortsOption {

    private static final Text WRONG = Text.of(
            "--ports {0} : un bloc commence entre 1024 et {1}, par exemple 20440",
            "--ports {0}: a block starts between 1024 and {1}, for example 20440");

    @Option(names = "--ports", paramLabel = "BASE", descriptionKey = "ports")
    private Integer base;

    Ports or(Ports otherwise) {
        try {
            return Optional.ofNullable(base).map(Ports::new).orElse(otherwise);
        } catch (IllegalArgumentException wrong) {
            throw UserException.usage(WRONG.with(base, Ports.LAST_BASE));
        }
    }
}
