package fr.accroche.scenarios.cli;

import fr.accroche.certs.Branch;
import fr.accroche.certs.CertificateFiles;
import fr.accroche.certs.IgcAuthority;
import fr.accroche.certs.TrustFiles;
import fr.accroche.compliance.declaration.BroughtFiles;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.ProxyChoices;
import fr.accroche.compliance.declaration.PscChoices;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.InMemoryJournal;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.chain.Chain;
import fr.accroche.scenarios.chain.ChainPlan;
import fr.accroche.scenarios.chain.DeclaredOrders;
import fr.accroche.scenarios.chain.Participant;
import fr.accroche.scenarios.chain.Ports;
import fr.accroche.scenarios.chain.WorkFolder;
import fr.accroche.scenarios.igc.IgcSite;
import fr.accroche.scenarios.report.Run;
import fr.accroche.scenarios.report.TextReport;
import fr.accroche.teleservice.stub.Stubs;
import fr.accroche.wire.admin.AdminDoors;
import fr.accroche.wire.admin.MovableClock;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code accroche up}: starts the chain and stays, for a vendor's own LPS or proxy, until it is interrupted. */
@Command(name = "up", sortOptions = false)
final class UpCommand implements Callable<Integer> {

    private static final int HOPS_KEPT = 100_000;

    private static final Text SERVERS = Text.of("Serveurs", "Servers");
    private static final Text REALMS = Text.of(
            "/realms/dmp/.well-known/openid-configuration  de même insi, on, conformite",
            "/realms/dmp/.well-known/openid-configuration  insi, on, conformite likewise");
    private static final Text FILES = Text.of(
            "Certificats (PKCS#12, mot de passe « {0} » ; ou PEM)", "Certificates (PKCS#12, password '{0}'; or PEM)");
    private static final Text ECPS = Text.of(
            "page des téléphones ; POST action=allow, deny, silent ou wrong-code pour répondre",
            "page of the phones; POST action=allow, deny, silent or wrong-code to answer");
    private static final Text REVOCATION = Text.of("révocation", "revocation");
    private static final Text DESK = Text.of(
            "GET montre ; POST certificate=…&state=revoked, crl=expired, ocsp=silent… en change",
            "GET shows; POST certificate=…&state=revoked, crl=expired, ocsp=silent… changes");
    private static final Text YOURS = Text.of("(le vôtre)", "(your own)");
    private static final Text CLOCK = Text.of("horloge", "clock");
    private static final Text MOVE = Text.of(
            "GET montre ; POST advance=2m, set=2026-12-01T08:00:00Z, freeze=true ou reset=true la change pour tous",
            "GET shows; POST advance=2m, set=2026-12-01T08:00:00Z, freeze=true or reset=true changes it for all");
    private static final Text FAULTS = Text.of("pannes sur demande", "faults on demand");
    private static final Text BREAK = Text.of(
            "de chaque serveur ; POST endpoint=…&do=status:503&times=2 ; GET montre le choix",
            "of each server; POST endpoint=…&do=status:503&times=2; GET shows the choice");
    private static final Text TRUST = Text.of("autorité à reconnaître", "authority to trust");
    private static final Text READY =
            Text.of("prêt ; Ctrl-C arrête et donne le verdict", "ready; Ctrl-C stops and gives the verdict");

    private static final Text DROPPED = Text.of(
            "  Les {0} appels les plus anciens n'ont pas été gardés : le verdict ne porte pas sur eux.",
            "  The {0} oldest calls were not kept: the verdict is not about them.");

    private final Console console;

    @Mixin
    private ChainOptions options;

    @Option(names = "--ecps", paramLabel = "allow|ask", descriptionKey = "ecps")
    private ECpsMode eCps;

    @Mixin
    private CommonOptions common;

    /** Who answers at the e-CPS. */
    enum ECpsMode {
        /** Every professional approves by itself. */
        ALLOW(PscChoices.ECpsAnswer.ALLOW),
        /** Whoever opens the page, or calls. */
        ASK(PscChoices.ECpsAnswer.SILENT);

        private final PscChoices.ECpsAnswer answer;

        ECpsMode(PscChoices.ECpsAnswer answer) {
            this.answer = answer;
        }
    }

    UpCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        MovableClock clock = MovableClock.running(Clock.systemUTC());
        Instant begun = clock.instant();
        Declaration declaration = options.declaration(console, clock);
        if (!options.allowed(declaration, declaration.operations(), console, clock)) {
            return ExitCode.ENVIRONMENT;
        }
        WorkFolder folder = traced(options.folder(console, clock), declaration);
        InMemoryJournal journal = new InMemoryJournal(HOPS_KEPT);
        CountDownLatch stopped = new CountDownLatch(1);
        try (Stubs stubs = options.stubs(console)) {
            Chain.Surround around = new Chain.Surround(
                    folder, options.ports(Ports.BLOCK), stubs, hop -> show(journal, hop), clock, new SecureRandom());
            Chain chain =
                    Chain.start(plan(declaration), declaration.operations().get(0), around);
            Runnable stop = () -> {
                try {
                    chain.close();
                } finally {
                    verdict(declaration, journal, begun, clock);
                    stopped.countDown();
                }
            };
            Runtime.getRuntime().addShutdownHook(new Thread(stop, "accroche-stop"));
            table(chain, declaration);
            stopped.await();
        }
        return ExitCode.CONFORME;
    }

    private static WorkFolder traced(WorkFolder folder, Declaration declaration) {
        return declaration.settings().proxy().traces() == ProxyChoices.Traces.FILE ? folder.keepingTraces() : folder;
    }

    /** As declared, unless an option says who answers at the e-CPS. */
    private ChainPlan plan(Declaration declaration) {
        ChainPlan sound = ChainPlan.sound(declaration);
        return eCps == null
                ? sound
                : sound.withSettings(settings -> settings.withPsc(settings.psc().withECps(eCps.answer)));
    }

    private void show(InMemoryJournal journal, Hop hop) {
        journal.record(hop);
        console.out().println(TextReport.line(hop, console.language(), console.paint()));
    }

    private void verdict(Declaration declaration, InMemoryJournal journal, Instant begun, Clock clock) {
        List<Hop> hops = journal.hops();
        console.out()
                .print(TextReport.of(
                        Run.judged(
                                declaration, Optional.empty(), declaration.operations(), hops, begun, clock.instant()),
                        console.language(),
                        console.paint()));
        if (journal.dropped() > 0) {
            line(in(DROPPED.with(journal.dropped())));
        }
        console.out().flush();
    }

    private void table(Chain chain, Declaration declaration) {
        line(in(SERVERS));
        Map<Participant, URI> uris = chain.uris();
        for (Participant participant : Participant.values()) {
            if (uris.containsKey(participant)) {
                row(participant.label(), uris.get(participant) + note(chain, participant));
            }
        }
        if (chain.simulated().contains(Participant.PSC)) {
            row("e-CPS", uris.get(Participant.PSC).resolve("/__accroche/ecps") + "  " + in(ECPS));
        }
        chain.simulated().stream()
                .sorted()
                .findFirst()
                .ifPresent(any -> row(in(CLOCK), uris.get(any).resolve(AdminDoors.CLOCK) + "  " + in(MOVE)));
        row(in(FAULTS), AdminDoors.FAULTS + "  " + in(BREAK));
        igc(uris.get(Participant.IGC), DeclaredOrders.branch(declaration));
        line("");
        line(in(FILES.with(WorkFolder.PASSWORD)));
        for (Operation operation : declaration.operations()) {
            row(
                    operation.clientId().value(),
                    operation
                            .files()
                            .flatMap(BroughtFiles::certificate)
                            .orElseGet(() -> line(chain.certificateFiles(operation))));
            chain.lps()
                    .files(operation)
                    .ifPresent(lps -> row(operation.clientId().value() + " (LPS)", line(lps)));
        }
        TrustFiles trust = chain.trust();
        row(in(TRUST), trust.p12() + "  " + trust.pem());
        line("");
        line(in(READY));
    }

    private String note(Chain chain, Participant participant) {
        if (participant != Participant.IGC && !chain.simulated().contains(participant)) {
            return "  " + in(YOURS);
        }
        return participant == Participant.API_PSC ? in(REALMS) : "";
    }

    private static String line(CertificateFiles files) {
        return files.p12() + "  " + files.chain() + "  " + files.key();
    }

    private void igc(URI site, Branch branch) {
        row(
                "CRL",
                IgcSite.list(site, branch, IgcAuthority.INTERMEDIATE) + "  "
                        + IgcSite.list(site, branch, IgcAuthority.ROOT));
        row("OCSP", IgcSite.ocsp(site).toString());
        row(in(REVOCATION), IgcSite.desk(site) + "  " + in(DESK));
    }

    private void row(String name, String value) {
        line(String.format(Locale.ROOT, "  %-26s %s", name, value));
    }

    private String in(Text text) {
        return text.in(console.language());
    }

    private void line(String text) {
        console.out().println(text);
    }
}
