package fr.accroche.scenarios.cli;

import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.chain.Participant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** {@code --only LINK[,LINK…]}: which servers this process plays, where others play the rest of the same chain. */
final class OnlyOption {

    private static final Text UNKNOWN = Text.of("--only {0} : attendu parmi {1}", "--only {0}: expected among {1}");
    private static final Text ALONE = Text.of(
            "--only ne va pas sans --state : les autres maillons sont dans d'autres processus, et ils sont jugés ensemble",
            "--only does not go without --state: the other links are in other processes, and they are judged together");

    @Option(names = "--only", paramLabel = "LINK", descriptionKey = "only", split = ",")
    private List<String> labels = List.of();

    /** Those that were named; all of them where none was. */
    Set<Participant> links() {
        return labels.isEmpty()
                ? EnumSet.allOf(Participant.class)
                : labels.stream().map(OnlyOption::link).collect(Collectors.toUnmodifiableSet());
    }

    /** The same, refused where they would have no others to be judged with. */
    Set<Participant> links(boolean shared) {
        if (!labels.isEmpty() && !shared) {
            throw UserException.usage(ALONE);
        }
        return links();
    }

    private static Participant link(String label) {
        return Arrays.stream(Participant.values())
                .filter(each -> each.label().equals(label))
                .findFirst()
                .orElseThrow(() -> UserException.usage(UNKNOWN.with(
                        label,
                        Arrays.stream(Participant.values())
                                .map(Participant::label)
                                .collect(Collectors.joining(", ")))));
    }
}
