package fr.accroche.scenarios.cli;

import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.scenario.Scenario;
import fr.accroche.scenarios.scenario.ScenarioPlayer;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code SCENARIO…} and what chooses among them. */
final class ScenarioOption {

    /** Past that a machine is busy with changing from one to the next. */
    private static final int MOST_JOBS = 64;

    private static final Text JOBS = Text.of("--jobs {0} : de 1 à {1}", "--jobs {0}: from 1 to {1}");
    private static final Text NONE_LEFT =
            Text.of("aucun scénario n'a ces étiquettes ; il y a : {0}", "no scenario has these tags; there are: {0}");

    @Parameters(paramLabel = "SCENARIO", arity = "0..*", descriptionKey = "scenario")
    private List<String> names = List.of();

    @Option(names = "--tag", paramLabel = "TAG", split = ",", descriptionKey = "tag")
    private List<String> tags = List.of();

    @Option(names = "--skip-tag", paramLabel = "TAG", split = ",", descriptionKey = "skip-tag")
    private List<String> skipped = List.of();

    @Option(names = "--list", descriptionKey = "list-scenarios")
    private boolean list;

    @Option(names = "--rerun-failed", descriptionKey = "rerun-failed")
    private boolean rerunFailed;

    @Option(names = "--jobs", paramLabel = "N", descriptionKey = "jobs")
    private Integer jobs;

    /** Whether scenarios are meant, and no run of a declaration. */
    boolean asked() {
        return !names.isEmpty() || !tags.isEmpty() || !skipped.isEmpty() || list || rerunFailed || jobs != null;
    }

    /** Files, folders and shipped ones, as the user names them; where none is named, all that come with accroche. */
    List<String> names() {
        return names.isEmpty() ? List.of(ScenarioFolder.SHIPPED) : names;
    }

    boolean named() {
        return !names.isEmpty();
    }

    boolean listing() {
        return list;
    }

    boolean onlyFailed() {
        return rerunFailed;
    }

    int jobs() {
        if (jobs != null && (jobs < 1 || jobs > MOST_JOBS)) {
            throw UserException.usage(JOBS.with(jobs, MOST_JOBS));
        }
        return jobs == null ? ScenarioPlayer.usualJobs() : jobs;
    }

    /** Those with any of the tags that are wanted, and none of those that are not. */
    List<Scenario> chosen(List<Scenario> all) {
        List<Scenario> chosen = all.stream()
                .filter(scenario -> tags.isEmpty() || !Collections.disjoint(scenario.tags(), tags))
                .filter(scenario -> Collections.disjoint(scenario.tags(), skipped))
                .toList();
        if (chosen.isEmpty()) {
            Set<String> known = new TreeSet<>();
            all.forEach(scenario -> known.addAll(scenario.tags()));
            throw UserException.usage(NONE_LEFT.with(String.join(", ", known)));
        }
        return chosen;
    }
}
