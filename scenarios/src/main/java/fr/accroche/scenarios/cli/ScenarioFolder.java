package fr.accroche.scenarios.cli;

import fr.accroche.compliance.declaration.DeclarationException;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.scenario.Scenario;
import fr.accroche.scenarios.scenario.ScenarioOrigin;
import fr.accroche.scenarios.scenario.ScenarioReader;
import fr.accroche.scenarios.scenario.ScenarioReader.DeclarationSource;
import fr.accroche.scenarios.scenario.ShippedScenarios;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the scenarios that a user names: a file, a folder, those that come with accroche, or one of them.
 *
 * @param declarations what they are played on
 */
record ScenarioFolder(DeclarationSource declarations, Console console) {

    static final String SHIPPED = "shipped";

    private static final int DEEPEST = 8;
    private static final int MOST = 1000;
    private static final String YAML = ".yaml";

    /** What tells a file of scenarios from a declaration or another YAML file beside it. */
    private static final Pattern SCENARIOS = Pattern.compile("(?m)^scenarios[ \\t]*:");

    private static final Text UNKNOWN = Text.of(
            "{0} : ni un fichier, ni un dossier, ni un scénario livré ; accroche test --list montre ceux-ci",
            "{0}: no file, no folder and no scenario that comes with accroche; accroche test --list shows those");
    private static final Text ABSENT = Text.of("{0} : ce fichier n'existe pas", "{0}: no such file");
    private static final Text NO_SCENARIO = Text.of(
            "{0} : aucun fichier .yaml de scénarios (« scenarios: ») dans ce dossier",
            "{0}: no .yaml file of scenarios ('scenarios:') in this folder");

    /** All that are named, each once, in the order of the names. */
    List<Scenario> named(List<String> names) throws IOException, DeclarationException {
        Map<String, Scenario> scenarios = new LinkedHashMap<>();
        for (String name : names) {
            for (Scenario scenario : named(name)) {
                scenarios.putIfAbsent(scenario.key(), scenario);
            }
        }
        return List.copyOf(scenarios.values());
    }

    private List<Scenario> named(String name) throws IOException, DeclarationException {
        Path path = console.directory().resolve(name);
        if (Files.isDirectory(path)) {
            return inFolder(path, name);
        }
        return Files.exists(path) ? inFile(path, name) : shipped(name);
    }

    private List<Scenario> inFile(Path file, String name) throws IOException, DeclarationException {
        return ScenarioReader.read(ScenarioOrigin.of(file, name), DeclarationOption.bytes(file), declarations);
    }

    private List<Scenario> inFolder(Path folder, String name) throws IOException, DeclarationException {
        List<Path> files;
        try (Stream<Path> found = Files.find(folder, DEEPEST, (file, kind) -> kind.isRegularFile() && isYaml(file))) {
            files = found.sorted().limit(MOST).toList();
        }
        List<Scenario> scenarios = new ArrayList<>();
        for (Path file : files) {
            byte[] text = DeclarationOption.bytes(file);
            if (SCENARIOS.matcher(new String(text, StandardCharsets.UTF_8)).find()) {
                String shown = Path.of(name).resolve(folder.relativize(file)).toString();
                scenarios.addAll(ScenarioReader.read(ScenarioOrigin.of(file, shown), text, declarations));
            }
        }
        if (scenarios.isEmpty()) {
            throw UserException.usage(NO_SCENARIO.with(name));
        }
        return scenarios;
    }

    private static boolean isYaml(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(YAML) || name.endsWith(".yml");
    }

    private List<Scenario> shipped(String name) throws IOException, DeclarationException {
        List<Scenario> found = ShippedScenarios.all(console.directory(), declarations).stream()
                .filter(scenario -> name.equals(SHIPPED)
                        || name.equals(scenario.id())
                        || name.equals(scenario.origin().name())
                        || scenario.origin().name().equals(name + YAML))
                .toList();
        if (found.isEmpty()) {
            boolean path = isYaml(Path.of(name)) || name.indexOf('/') >= 0;
            throw path ? UserException.environment(ABSENT.with(name)) : UserException.usage(UNKNOWN.with(name));
        }
        return found;
    }
}
