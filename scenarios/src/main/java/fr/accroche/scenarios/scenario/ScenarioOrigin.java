package fr.accroche.scenarios.scenario;

import java.nio.file.Path;
import java.util.Objects;

/**
 * The file that scenarios are of.
 *
 * @param name as the user knows it
 * @param family the name without folders and ending: what the scenarios of a file have in common
 * @param folder where the paths in it start from
 * @param shipped whether it comes with accroche
 */
public record ScenarioOrigin(String name, String family, Path folder, boolean shipped) {

    public ScenarioOrigin {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(family, "family");
        Objects.requireNonNull(folder, "folder");
    }

    /** What it is known again by, wherever the next command runs. */
    String key() {
        return shipped ? name : folder.resolve(Path.of(name).getFileName()).toString();
    }

    /** A user's file. */
    public static ScenarioOrigin of(Path file, String name) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        String last = String.valueOf(file.getFileName());
        int dot = last.lastIndexOf('.');
        return new ScenarioOrigin(
                name, dot > 0 ? last.substring(0, dot) : last, folder == null ? Path.of("") : folder, false);
    }
}
