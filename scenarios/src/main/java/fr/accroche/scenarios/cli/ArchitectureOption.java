package fr.accroche.scenarios.cli;

import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.text.Text;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** {@code --architecture NAME}: a declaration that comes with accroche. */
final class ArchitectureOption {

    private static final String EVERY_ONE = "all";
    private static final Text UNKNOWN = Text.of(
            "--architecture {0} : architecture inconnue ; au choix : {1}",
            "--architecture {0}: unknown architecture; one of: {1}");
    private static final Text MISSING =
            Text.of("--architecture NAME : à donner ; au choix : {0}", "--architecture NAME: missing; one of: {0}");

    @Option(names = "--architecture", paramLabel = "NAME", descriptionKey = "architecture")
    private String name;

    boolean given() {
        return name != null;
    }

    /** Whether every one is meant. */
    boolean every() {
        return EVERY_ONE.equalsIgnoreCase(name);
    }

    /** The one that is meant; there is no default, since nobody should be told another architecture than their own. */
    ShippedDeclaration one() {
        if (name == null) {
            throw UserException.usage(MISSING.with(names()));
        }
        return ShippedDeclaration.named(name).orElseThrow(() -> UserException.usage(UNKNOWN.with(name, names())));
    }

    private static String names() {
        return Arrays.stream(ShippedDeclaration.values())
                .map(ShippedDeclaration::id)
                .collect(Collectors.joining(", "));
    }
}
