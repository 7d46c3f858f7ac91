package fr.accroche.scenarios.scenario;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationException;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.ScenarioFile;
import fr.accroche.compliance.declaration.ScenarioFileReader;
import fr.accroche.compliance.declaration.ScenarioStep;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.declaration.WrittenScenario;
import fr.accroche.compliance.declaration.WrittenScenario.Named;
import fr.accroche.compliance.declaration.WrittenScenario.OnDemand;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.chain.ChainPlan;
import fr.accroche.scenarios.chain.ChainPlan.PlannedFault;
import fr.accroche.scenarios.chain.Participant;
import fr.accroche.scenarios.fault.Fault;
import fr.accroche.scenarios.fault.Faults;
import fr.accroche.scenarios.lps.SeatedPerson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** From a file of scenarios to scenarios that can be played, each with its declaration. */
public final class ScenarioReader {

    private static final Text UNKNOWN_CLIENT =
            Text.of("« {0} » n'est pas déclaré dans {1} ; au choix : {2}", "'{0}' is not declared in {1}; one of: {2}");
    private static final Text DOES_NOT_FIT =
            Text.of("{0} : il faut {1}, ce que {2} ne déclare pas", "{0}: it takes {1}, which {2} does not declare");
    private static final Text DO_NOT_FIT_TOGETHER = Text.of(
            "aucun client_id de {0} ne convient à tous ces défauts ; ensemble, il y faut : {1}",
            "no client_id of {0} fits all these faults; together they take: {1}");
    private static final Text NOT_TOGETHER =
            Text.of("ces défauts ne vont pas ensemble : {0}", "these faults do not go together: {0}");
    private static final Text NOT_PLAYED = Text.of(
            "ce défaut est celui de {0}, que cette chaîne ne simule pas : c'est le vôtre (participants), ou un téléservice non déclaré",
            "this is a fault of {0}, which this chain does not simulate: it is your own (participants), or a téléservice that is not declared");
    private static final Text NOBODY = Text.of(
            "« {0} » : inconnu ; un idNatPS ou un nom court de docs/identities.md, puis « :2 » pour la deuxième activité",
            "'{0}': unknown; an idNatPS or a short name of docs/identities.md, then ':2' for the second activity");
    private static final Text NOT_CALLED = Text.of("{0} n'est pas appelé par {1}", "{0} is not called by {1}");
    private static final Text OWN_LPS = Text.of(
            "le LPS est le vôtre, il appelle quand il veut : un scénario ne peut pas le mener",
            "the LPS is your own, it calls when it likes: no scenario can drive it");
    private static final Text NOTHING_CALLED =
            Text.of("{0} n'appelle aucun téléservice simulé", "{0} calls no téléservice that is simulated");

    private final ScenarioOrigin origin;
    private final DeclarationSource declarations;

    private ScenarioReader(ScenarioOrigin origin, DeclarationSource declarations) {
        this.origin = origin;
        this.declarations = declarations;
    }

    /** What a scenario's declaration is. */
    public interface DeclarationSource {

        /**
         * Reads it, with what the scenario says otherwise.
         *
         * @throws DeclarationException if it is wrong, each problem with its line
         * @throws IOException if it is not there
         */
        Located of(ScenarioOrigin origin, WrittenScenario written) throws IOException, DeclarationException;
    }

    /**
     * A declaration and where its relative paths start from.
     *
     * @param declaration what was declared
     * @param folder the folder of its file
     */
    public record Located(Declaration declaration, Path folder) {}

    /**
     * Reads every scenario of a file.
     *
     * @throws DeclarationException if the file, or a declaration that it names, is wrong
     * @throws IOException if a declaration is not there
     */
    public static List<Scenario> read(ScenarioOrigin origin, byte[] utf8, DeclarationSource declarations)
            throws IOException, DeclarationException {
        ScenarioFile file = ScenarioFileReader.read(origin.name(), utf8, new OnDemandWords());
        ScenarioReader reader = new ScenarioReader(origin, declarations);
        List<Scenario> scenarios = new ArrayList<>();
        for (WrittenScenario written : file.scenarios()) {
            scenarios.add(reader.scenario(file, written));
        }
        return scenarios;
    }

    private Scenario scenario(ScenarioFile file, WrittenScenario written) throws IOException, DeclarationException {
        Located located = declarations.of(origin, written);
        Declaration declaration = located.declaration();
        if (declaration.participants().lps().isPresent()) {
            throw file.wrong(written.path(), OWN_LPS);
        }
        List<Fault> faults = written.faults().stream()
                .filter(Named.class::isInstance)
                .flatMap(fault -> Faults.named(((Named) fault).id()).stream())
                .toList();
        List<PlannedFault> onDemand = written.faults().stream()
                .filter(OnDemand.class::isInstance)
                .map(fault -> OnDemandWords.planned((OnDemand) fault))
                .toList();
        Scenario scenario = new Scenario(
                origin,
                written,
                file.lines().line(written.path()).orElse(1),
                declaration,
                located.folder(),
                operations(file, written, declaration, faults),
                faults,
                onDemand,
                person(file, written));
        requireSendable(file, scenario);
        requirePlayable(file, scenario);
        return scenario;
    }

    private static SeatedPerson person(ScenarioFile file, WrittenScenario written) throws DeclarationException {
        if (written.professional().isEmpty()) {
            return SeatedPerson.physician();
        }
        String name = written.professional().get();
        Optional<SeatedPerson> person = SeatedPerson.named(name);
        if (person.isEmpty()) {
            throw file.wrong(written.path() + ".professional", NOBODY.with(name));
        }
        return person.get();
    }

    private static List<Operation> operations(
            ScenarioFile file, WrittenScenario written, Declaration declaration, List<Fault> faults)
            throws DeclarationException {
        String path = written.path() + ".faults";
        for (Fault fault : faults) {
            if (fault.fitting(declaration).isEmpty()) {
                throw file.wrong(path, unfit(fault, declaration));
            }
        }
        List<Operation> asked = new ArrayList<>();
        for (String clientId : written.clientIds()) {
            asked.add(declaration
                    .operation(clientId)
                    .orElseThrow(() -> file.wrong(written.path() + ".clientIds", undeclared(clientId, declaration))));
        }
        List<Operation> candidates = asked.isEmpty() ? calling(file, written, declaration) : asked;
        if (faults.isEmpty()) {
            return candidates;
        }
        List<Operation> fitting = candidates.stream()
                .limit(asked.isEmpty() ? candidates.size() : 1)
                .filter(operation -> faults.stream()
                        .allMatch(fault -> fault.fitting(declaration).contains(operation)))
                .toList();
        if (fitting.isEmpty()) {
            throw file.wrong(path, together(faults, declaration));
        }
        return asked.isEmpty() ? fitting.subList(0, 1) : asked;
    }

    private static List<Operation> calling(ScenarioFile file, WrittenScenario written, Declaration declaration)
            throws DeclarationException {
        List<Operation> calling = declaration.operations().stream()
                .filter(operation -> !declaration.callsOnlyWhatIsNotSimulated(operation))
                .toList();
        if (calling.isEmpty()) {
            throw file.wrong(
                    written.path(), NOTHING_CALLED.with(declaration.lines().file()));
        }
        return calling;
    }

    private static Text unfit(Fault fault, Declaration declaration) {
        return DOES_NOT_FIT.with(
                fault.id(), fault.needs().title(), declaration.lines().file());
    }

    private static Text undeclared(String clientId, Declaration declaration) {
        String all = declaration.operations().stream()
                .map(operation -> operation.clientId().value())
                .collect(Collectors.joining(", "));
        return UNKNOWN_CLIENT.with(clientId, declaration.lines().file(), all);
    }

    private static Text together(List<Fault> faults, Declaration declaration) {
        List<Text> needs =
                faults.stream().map(fault -> fault.needs().title()).distinct().toList();
        return DO_NOT_FIT_TOGETHER.with(
                declaration.lines().file(),
                Text.of(
                        needs.stream().map(Text::fr).collect(Collectors.joining(", ")),
                        needs.stream().map(Text::en).collect(Collectors.joining(", "))));
    }

    private static void requireSendable(ScenarioFile file, Scenario scenario) throws DeclarationException {
        for (ScenarioStep step : scenario.steps()) {
            if (step instanceof ScenarioStep.Send send && send.to().isPresent()) {
                Teleservice to = send.to().get();
                for (Operation operation : scenario.operations()) {
                    if (to != Teleservice.CONFORMITE
                            && !scenario.declaration().teleservices(operation).contains(to)) {
                        throw file.wrong(
                                scenario.written().path() + ".steps",
                                NOT_CALLED.with(to.label(), operation.clientId()));
                    }
                }
            }
        }
    }

    /** What cannot be broken is said before anything starts. */
    private static void requirePlayable(ScenarioFile file, Scenario scenario) throws DeclarationException {
        String path = scenario.written().path() + ".faults";
        ChainPlan plan;
        try {
            plan = scenario.plan(ChainPlan.sound(scenario.declaration()));
        } catch (IllegalArgumentException apart) {
            throw file.wrong(path, NOT_TOGETHER.with(apart.getMessage()));
        }
        Set<Participant> theirs = plan.missing();
        if (plan.breaksProxy() && scenario.declaration().participants().proxy().isPresent()) {
            theirs.add(Participant.PROXY);
        }
        if (!theirs.isEmpty()) {
            throw file.wrong(
                    path,
                    NOT_PLAYED.with(theirs.stream().map(Participant::label).collect(Collectors.joining(", "))));
        }
    }
}
