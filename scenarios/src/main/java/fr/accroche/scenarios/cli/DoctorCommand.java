package fr.accroche.scenarios.cli;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.chain.OwnMaterial;
import fr.accroche.scenarios.chain.Ports;
import fr.accroche.scenarios.chain.WorkFolder;
import fr.accroche.scenarios.cli.DeclarationOption.Source;
import fr.accroche.scenarios.cli.OutputOption.Type;
import fr.accroche.scenarios.configuration.Service;
import fr.accroche.scenarios.doctor.Checkup;
import fr.accroche.scenarios.doctor.ClockCheck;
import fr.accroche.scenarios.doctor.Doctor;
import fr.accroche.scenarios.doctor.Examined;
import fr.accroche.scenarios.doctor.ProxyProbe;
import fr.accroche.scenarios.report.doctor.CheckupJson;
import fr.accroche.scenarios.report.doctor.CheckupText;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code accroche doctor}: examines what a run needs, and starts nothing. */
@Command(name = "doctor", sortOptions = false)
final class DoctorCommand implements Callable<Integer> {

    private static final Set<Type> REPORTS = EnumSet.of(Type.TEXT, Type.JSON);

    /** The URL is not repeated: what is before its host is a password. */
    private static final Text NO_URL = Text.of(
            "--url : attendu https://hôte[:port]/chemin, le port de 1 à 65535, sans nom d'utilisateur ni mot de passe",
            "--url: expected https://host[:port]/path, the port from 1 to 65535, without a user's name or password");

    private final Console console;
    private final Clock clock;

    @Mixin
    private DeclarationOption which;

    @Option(names = "--url", paramLabel = "URL", descriptionKey = "doctor-url")
    private List<String> urls = List.of();

    @Mixin
    private PortsOption ports;

    @Mixin
    private WorkOption work;

    @Mixin
    private OutputOption output;

    @Mixin
    private CommonOptions common;

    DoctorCommand(Console console) {
        this(console, Clock.systemUTC());
    }

    DoctorCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() throws Exception {
        output.check(console, REPORTS, which.file(console));
        List<URI> called = urls.stream().map(DoctorCommand::url).toList();
        Ports block = ports.or(Ports.BLOCK);
        Source source = which.source(console);
        Declaration declaration = DeclarationReader.read(source.name(), source.yaml(), LocalDate.now(clock));
        Checkup checkup = examined(declaration, block, called);
        output.write(
                (type, to) -> type == Type.JSON
                        ? CheckupJson.of(checkup, to.language())
                        : CheckupText.of(checkup, to.language(), to.paint()),
                console);
        return checkup.failures() == 0 ? ExitCode.CONFORME : ExitCode.NON_CONFORME;
    }

    private Checkup examined(Declaration declaration, Ports block, List<URI> called) {
        Examined time = new ClockCheck(console.directory().resolve(work.path()), clock).examined();
        if (time.level() == Examined.Level.FAIL) {
            return new Checkup(List.of(time));
        }
        WorkFolder folder = work.open(console, clock);
        Path from = which.folder(console);
        Checkup checkup = new Doctor(folder.igc(), declaration, from, clock).all(time, block, called);
        List<Examined> points = new ArrayList<>(checkup.points());
        Preparation preparation = new Preparation(declaration, declaration.operations(), folder, from, clock);
        OwnMaterial own = preparation.read(points);
        points.addAll(preparation.called(own));
        ProxyProbe.of(declaration, declaration.operations().get(0))
                .map(ProxyProbe::notCalled)
                .ifPresent(points::add);
        return new Checkup(points);
    }

    private static URI url(String text) {
        return parsed(text).filter(DoctorCommand::canBeCalled).orElseThrow(() -> UserException.usage(NO_URL));
    }

    private static Optional<URI> parsed(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException noUrl) {
            return Optional.empty();
        }
    }

    private static boolean canBeCalled(URI url) {
        boolean web = "https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme());
        return web && Service.canBeReached(url);
    }
}
