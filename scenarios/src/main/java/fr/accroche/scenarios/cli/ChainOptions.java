package fr.accroche.scenarios.cli;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationException;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.Overrides;
import fr.accroche.compliance.declaration.Settings.Enforcement;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.declaration.TelemetryChoices;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.chain.OwnMaterial;
import fr.accroche.scenarios.chain.Ports;
import fr.accroche.scenarios.chain.WorkFolder;
import fr.accroche.scenarios.cli.DeclarationOption.Source;
import fr.accroche.scenarios.doctor.Checkup;
import fr.accroche.scenarios.doctor.Doctor;
import fr.accroche.scenarios.doctor.Examined;
import fr.accroche.scenarios.doctor.ProbeFailedException;
import fr.accroche.scenarios.report.doctor.CheckupText;
import fr.accroche.telemetry.Telemetry;
import fr.accroche.teleservice.stub.Stubs;
import fr.accroche.teleservice.stub.WireMockStubs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a chain is built from: the options that {@code test} and {@code up} share. */
final class ChainOptions {

    private static final Text MSSANTE = Text.of(
            "{0} : la MSSanté compte pour l'architecture ; elle n'est pas simulée, et ne sera pas appelée",
            "{0}: MSSanté counts for the architecture; it is not simulated, and will not be called");

    private static final Text REFUSED = Text.of(
            "rien n'est lancé ; corriger ce qui précède, ou continuer tout de même avec --no-doctor",
            "nothing is started; put right what is above, or go on all the same with --no-doctor");

    private static final Text UNUSABLE = Text.of(
            "rien n'est lancé ; la chaîne emploie les fichiers déclarés : les corriger, ou les ôter de la déclaration",
            "nothing is started; the chain uses the files that are declared: put them right, or remove them from the declaration");

    @Mixin
    private DeclarationOption which;

    @Mixin
    private WorkOption work;

    @Mixin
    private PortsOption ports;

    @Mixin
    private TelemetryOptions telemetry;

    @Option(names = "--stubs", paramLabel = "DIR", descriptionKey = "stubs")
    private Path stubs;

    @Option(names = "--enforcement", paramLabel = "strict|explain", descriptionKey = "enforcement")
    private Enforcement enforcement;

    @Option(names = "--no-doctor", descriptionKey = "no-doctor")
    private boolean noDoctor;

    private final Set<ShippedDeclaration> shipped = EnumSet.noneOf(ShippedDeclaration.class);

    Declaration declaration(Console console, Clock clock) throws IOException, DeclarationException {
        Source source = which.source(console);
        LocalDate today = LocalDate.now(clock);
        return source.shipped().isPresent()
                ? read(source.shipped().get(), today, Overrides.NONE)
                : located(DeclarationReader.read(source.name(), source.yaml(), today), which.folder(console), console);
    }

    /** Starts telling programs that watch what they are to be told. */
    Telemetry telemetry(TelemetryChoices declared, Console console) {
        return telemetry.open(declared, console);
    }

    /** As declared, unless the option says what becomes of calls that are refused. */
    private Declaration enforced(Declaration declaration) {
        return enforcement == null
                ? declaration
                : declaration.withSettings(declaration.settings().with(enforcement));
    }

    /** Whether the option says what becomes of calls that are refused. */
    boolean enforcing() {
        return enforcement != null;
    }

    /** Whether it says that they go on. */
    boolean explaining() {
        return enforcement == Enforcement.EXPLAIN;
    }

    /** With the files that it names found from its folder. */
    Declaration located(Declaration declaration, Path folder, Console console)
            throws IOException, DeclarationException {
        return enforced(
                ParticipantFiles.located(RegisteredKeys.located(simulated(declaration, console), folder), folder));
    }

    /** Whether an option names a declaration. */
    boolean declarationAsked() {
        return which.asked();
    }

    /** The user's own declaration, where one is read. */
    Optional<Path> file(Console console) {
        return which.file(console);
    }

    /**
     * What a vendor brings to a run, if it is fit for one, or the user goes on all the same; empty where what is to be put right
     * was said. A declaration that brings nothing costs nothing.
     */
    Optional<OwnMaterial> brought(Declaration declaration, List<Operation> operations, Console console, Clock clock)
            throws IOException {
        Examination examined = examined(declaration, operations, which.folder(console), console, clock);
        if (examined.checkup().failures() == 0) {
            return Optional.of(examined.own());
        }
        console.err().print(CheckupText.of(examined.checkup(), console.language(), console.paint()));
        console.say(noDoctor ? UNUSABLE : REFUSED);
        return Optional.empty();
    }

    /**
     * The same of a declaration whose relative paths start from a folder.
     *
     * @throws ProbeFailedException if it is not fit
     */
    OwnMaterial required(Declaration declaration, List<Operation> operations, Path from, Console console, Clock clock)
            throws IOException {
        Examination examined = examined(declaration, operations, from, console, clock);
        if (examined.checkup().failures() > 0) {
            throw new ProbeFailedException(examined.checkup());
        }
        return examined.own();
    }

    private record Examination(OwnMaterial own, Checkup checkup) {}

    private Examination examined(
            Declaration declaration, List<Operation> operations, Path from, Console console, Clock clock)
            throws IOException {
        if (!Preparation.needed(declaration, operations)) {
            return new Examination(OwnMaterial.NONE, new Checkup(List.of()));
        }
        WorkFolder folder = folder(console, clock);
        Preparation preparation = new Preparation(declaration, operations, folder, from, clock);
        List<Examined> points = new ArrayList<>(
                noDoctor ? List.of() : new Doctor(folder.igc(), declaration, from, clock).files(operations));
        OwnMaterial own = preparation.read(points);
        if (!noDoctor && new Checkup(points).failures() == 0) {
            points.addAll(preparation.called(own));
        }
        return new Examination(own, new Checkup(points));
    }

    /** Whether every architecture that comes with accroche is asked for. */
    boolean everyArchitecture() {
        return which.everyArchitecture();
    }

    /** All those that come with accroche. */
    Map<ShippedDeclaration, Declaration> declarations(Clock clock) throws DeclarationException {
        Map<ShippedDeclaration, Declaration> every = new EnumMap<>(ShippedDeclaration.class);
        for (ShippedDeclaration one : ShippedDeclaration.values()) {
            every.put(one, read(one, LocalDate.now(clock), Overrides.NONE));
        }
        return every;
    }

    /** One that comes with accroche, of which a scenario may say something otherwise. */
    Declaration read(ShippedDeclaration one, LocalDate today, Overrides overrides) throws DeclarationException {
        shipped.add(one);
        return enforced(
                DeclarationReader.read(work.path().resolve(fileName(one)).toString(), one.yaml(), today, overrides));
    }

    private static String fileName(ShippedDeclaration one) {
        return Source.of(one).name();
    }

    /** What of it cannot be simulated is said. */
    private static Declaration simulated(Declaration declaration, Console console) {
        declaration.solutions().stream()
                .filter(solution -> solution.teleservices().contains(Teleservice.MSSANTE))
                .map(solution -> declaration.lines().at(solution.path() + ".teleservices"))
                .forEach(line -> console.say(MSSANTE.with(line)));
        return declaration;
    }

    /** The work folder, with the declarations that findings point to where they are those that come with accroche. */
    WorkFolder folder(Console console, Clock clock) throws IOException {
        WorkFolder folder = work.open(console, clock);
        for (ShippedDeclaration one : shipped) {
            Files.write(folder.path().resolve(fileName(one)), one.yaml());
        }
        return folder;
    }

    /** Where a chain listens that nobody else has to know: unless something of it is the vendor's, which has to be told. */
    Ports ports(Declaration declaration) {
        return ports.or(declaration.participants().external().findAny().isPresent() ? Ports.BLOCK : Ports.FREE);
    }

    Ports ports(Ports otherwise) {
        return ports.or(otherwise);
    }

    /** The file of the work folder with that name. */
    Path inWork(String name, Console console) {
        return console.directory().resolve(work.path()).resolve(name);
    }

    Stubs stubs(Console console) {
        return stubs == null ? Stubs.NONE : WireMockStubs.in(console.directory().resolve(stubs));
    }
}
