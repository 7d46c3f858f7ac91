package fr.accroche.scenarios.cli;

import fr.accroche.certs.Delivery;
import fr.accroche.certs.Order;
import fr.accroche.certs.OrderForm;
import fr.accroche.certs.OrderSettings;
import fr.accroche.certs.OrderingPlatform;
import fr.accroche.certs.OrderingPlatform.Packing;
import fr.accroche.certs.Profile;
import fr.accroche.certs.Profiles;
import fr.accroche.certs.SigningRequest;
import fr.accroche.compliance.declaration.Actor;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationException;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.chain.DeclaredOrders;
import fr.accroche.scenarios.chain.WorkFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code accroche certs order}: the real ordering platform, replayed on the test IGC-Santé of the work folder. */
@Command(name = "order", sortOptions = false)
final class OrderCommand implements Callable<Integer> {

    private static final Text FROM_AND_FORM = Text.of(
            "--from commande ce que la déclaration demande : sans --offer, --structure, --name, --department, --usage,"
                    + " --application, --branch ni --csr",
            "--from orders what the declaration needs: without --offer, --structure, --name, --department, --usage,"
                    + " --application, --branch and --csr");
    private static final Text CSR_AND_KEY = Text.of(
            "avec --csr, la clé reste chez vous : ni --key-bits, ni --dialect, ni --password-file",
            "with --csr the key stays with you: no --key-bits, --dialect or --password-file");

    private final Console console;

    @Mixin
    private FormOption form;

    @Option(names = "--csr", paramLabel = "FILE", descriptionKey = "csr")
    private Path csr;

    @Option(
            names = {"--from", "-c", "--config"},
            paramLabel = "FILE",
            descriptionKey = "from")
    private Path from;

    @Option(names = "--profiles", paramLabel = "DIR", descriptionKey = "profiles")
    private Path profiles;

    @Mixin
    private final PackingOption packing;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            descriptionKey = "order-output")
    private Path output;

    @Mixin
    private WorkOption work;

    @Mixin
    private CommonOptions common;

    OrderCommand(Console console) {
        this(console, PasswordOption.Sources.ofProcess());
    }

    OrderCommand(Console console, PasswordOption.Sources passwords) {
        this.console = console;
        this.packing = new PackingOption(passwords);
    }

    @Override
    public Integer call() throws IOException, DeclarationException {
        Clock clock = Clock.systemUTC();
        if (from == null) {
            one(clock);
        } else {
            declared(clock);
        }
        console.out().flush();
        return ExitCode.CONFORME;
    }

    private void one(Clock clock) throws IOException {
        Profiles made = profiles();
        OrderForm filled = form.form(packing, made);
        Order order = filled.order(now(clock), made);
        Optional<SigningRequest> request = Optional.empty();
        Optional<Packing> packed = Optional.empty();
        if (csr == null) {
            packed = Optional.of(packing.packing(console).apply(filled.settings()));
        } else if (packing.aboutTheKey()) {
            throw UserException.usage(CSR_AND_KEY);
        } else {
            request = Optional.of(SigningRequest.read(console.directory().resolve(csr)));
        }
        OrderingPlatform platform = platform(clock, made);
        Path folder = output == null ? orders().resolve(DeclaredOrders.fileName(order)) : outputFolder();
        Delivery delivery = request.isPresent()
                ? platform.certify(order, folder, request.get())
                : platform.deliver(order, folder, packed.orElseThrow());
        OrderReport report = new OrderReport(console);
        report.one(order, delivery, packing.dialect());
        request.ifPresent(report::overwritten);
    }

    private void declared(Clock clock) throws IOException, DeclarationException {
        if (form.given() || csr != null) {
            throw UserException.usage(FROM_AND_FORM);
        }
        Profiles made = profiles();
        packing.settings(made.settings(Profile.ORG_AUTH_CLI)).checked();
        Function<Profile, OrderSettings> settings = profile -> packing.settings(made.settings(profile));
        byte[] yaml = DeclarationOption.bytes(console.directory().resolve(from));
        Declaration declaration = DeclarationReader.read(from.toString(), yaml, LocalDate.now(clock));
        DeclaredOrders needed = new DeclaredOrders(declaration, now(clock), settings);
        Function<OrderSettings, Packing> packed = packing.packing(console);
        OrderingPlatform platform = platform(clock, made);
        Path folder = output == null ? orders() : outputFolder();
        List<OrderReport.Row> rows = new ArrayList<>();
        for (Operation operation : declaration.operations()) {
            Order order = needed.client(operation);
            Path files = folder.resolve(DeclaredOrders.fileName(order));
            rows.add(new OrderReport.Row(
                    order,
                    OrderReport.PROXY_OPERATOR,
                    declaration.proxyOperator(operation),
                    platform.deliver(order, files, packed.apply(settings.apply(order.profile())))));
        }
        for (Operation proven : needed.provenByCertificate()) {
            Order order = needed.lps(proven);
            rows.add(new OrderReport.Row(
                    order,
                    OrderReport.LPS_OPERATOR,
                    declaration.operator(proven),
                    platform.deliver(
                            order,
                            folder.resolve(DeclaredOrders.fileName(order)),
                            packed.apply(settings.apply(order.profile())))));
        }
        for (Actor sealer : needed.sealers()) {
            Order order = needed.seal(sealer);
            Path files = folder.resolve(DeclaredOrders.fileName(sealer));
            rows.add(new OrderReport.Row(
                    order,
                    OrderReport.LPS_OPERATOR,
                    sealer,
                    platform.deliver(order, files, packed.apply(settings.apply(order.profile())))));
        }
        new OrderReport(console).every(rows);
    }

    private Profiles profiles() {
        return profiles == null
                ? Profiles.SHIPPED
                : Profiles.in(console.directory().resolve(profiles));
    }

    private OrderingPlatform platform(Clock clock, Profiles made) {
        return new OrderingPlatform(work.open(console, clock).igc().with(made), WorkFolder.PASSWORD.toCharArray());
    }

    private Path orders() {
        return console.directory().resolve(work.path()).resolve("commandes");
    }

    private Path outputFolder() {
        return console.directory().resolve(output);
    }

    private static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
