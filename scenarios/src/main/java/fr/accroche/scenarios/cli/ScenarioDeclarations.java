package fr.accroche.scenarios.cli;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationException;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.declaration.Overrides;
import fr.accroche.compliance.declaration.WrittenScenario;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.scenario.ScenarioOrigin;
import fr.accroche.scenarios.scenario.ScenarioReader.DeclarationSource;
import fr.accroche.scenarios.scenario.ScenarioReader.Located;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * The declarations of scenarios: one that comes with accroche, the file that they name, or {@code accroche.yaml} beside them, or
 * in the folder that the command runs in.
 *
 * @param today what relative dates count from
 */
record ScenarioDeclarations(ChainOptions chain, Console console, LocalDate today) implements DeclarationSource {

    private static final Text ABSENT = Text.of(
            "{0} : {1} n'existe pas ; le nommer par declaration, ou choisir une architecture livrée",
            "{0}: no such file as {1}; name it as declaration, or choose an architecture that comes with accroche");

    @Override
    public Located of(ScenarioOrigin origin, WrittenScenario written) throws IOException, DeclarationException {
        Overrides overrides = written.overrides();
        if (written.architecture().isPresent()) {
            return new Located(chain.read(written.architecture().get(), today, overrides), console.directory());
        }
        String name = written.declaration().orElse(DeclarationOption.DEFAULT_FILE);
        Path file = file(origin, written, name);
        Declaration declaration = DeclarationReader.read(shown(file), DeclarationOption.bytes(file), today, overrides);
        Path folder = file.toAbsolutePath().normalize().getParent();
        return new Located(chain.located(declaration, folder, console), folder);
    }

    private Path file(ScenarioOrigin origin, WrittenScenario written, String name) {
        Path beside = origin.folder().resolve(name);
        Path here = console.directory().resolve(name);
        if (!Files.exists(beside) && written.declaration().isEmpty() && Files.exists(here)) {
            return here;
        }
        if (!Files.exists(beside)) {
            throw UserException.environment(ABSENT.with(origin.name() + " (" + written.id() + ")", name));
        }
        return beside;
    }

    /** As short as it can be told from where the command runs. */
    private String shown(Path file) {
        Path here = console.directory().toAbsolutePath().normalize();
        Path there = file.toAbsolutePath().normalize();
        return there.startsWith(here) ? here.relativize(there).toString() : there.toString();
    }
}
