package fr.accroche.scenarios.scenario;

import fr.accroche.compliance.declaration.DeclarationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The scenarios that come with accroche, a file for each family. */
public final class ShippedScenarios {

    /** In the order in which they are listed. */
    public static final List<String> FAMILIES = List.of(
            "sound",
            "clients",
            "certificates",
            "tls",
            "register",
            "psc",
            "tokens",
            "messages",
            "vihf",
            "proxy",
            "metier",
            "people",
            "servers",
            "combined");

    private ShippedScenarios() {}

    /** The text of one file, in UTF-8. */
    public static byte[] yaml(String family) {
        String file = family + ".yaml";
        try (InputStream in = Objects.requireNonNull(ShippedScenarios.class.getResourceAsStream(file), file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * All of them.
     *
     * @param folder where the paths in them would start from; they name none
     */
    public static List<Scenario> all(Path folder, ScenarioReader.DeclarationSource declarations)
            throws IOException, DeclarationException {
        List<Scenario> scenarios = new ArrayList<>();
        for (String family : FAMILIES) {
            ScenarioOrigin origin = new ScenarioOrigin("shipped/" + family + ".yaml", family, folder, true);
            scenarios.addAll(ScenarioReader.read(origin, yaml(family), declarations));
        }
        return scenarios;
    }
}
