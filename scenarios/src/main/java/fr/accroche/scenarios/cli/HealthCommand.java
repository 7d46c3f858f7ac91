package fr.accroche.scenarios.cli;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.chain.Participant;
import fr.accroche.scenarios.chain.Ports;
import fr.accroche.scenarios.chain.WorkFolder;
import fr.accroche.scenarios.cli.DeclarationOption.Source;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.ClientSettings;
import fr.accroche.wire.ConnectionFailedException;
import fr.accroche.wire.WireClient;
import fr.accroche.wire.WireRuntime;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code accroche health}: whether the chain that {@code up} started on this machine answers, for a container's health check,
 * which has no shell and no curl. It asks those of its servers that anyone may connect to; where none is, as one of accroche's services.
 */
@Command(name = "health", sortOptions = false)
final class HealthCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Text READY = Text.of("{0} : prêt", "{0}: ready");
    private static final Text NOT_READY = Text.of("{0} : ne répond pas : {1}", "{0}: does not answer: {1}");
    private static final Text NO_CHAIN = Text.of(
            "{0} n'existe pas : aucune chaîne n'a démarré avec ce dossier de travail",
            "{0} does not exist: no chain was started with this work folder");

    private static final Text NOT_DECLARED = Text.of(
            "--only : aucun de ces maillons n'est de la chaîne qui est déclarée, rien n'a été demandé",
            "--only: none of these links is of the chain that is declared, nothing was asked");

    private final Console console;

    @Mixin
    private DeclarationOption which;

    @Mixin
    private PortsOption ports;

    @Mixin
    private OnlyOption only;

    @Mixin
    private WorkOption work;

    @Mixin
    private CommonOptions common;

    HealthCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        Source source = which.source(console);
        Declaration declaration =
                DeclarationReader.read(source.name(), source.yaml(), LocalDate.now(Clock.systemUTC()));
        Set<Participant> here = EnumSet.copyOf(only.links());
        here.retainAll(started(declaration));
        if (here.isEmpty()) {
            console.say(NOT_DECLARED);
            return ExitCode.NON_CONFORME;
        }
        Path trust = Path.of("certs", "trust.pem");
        Path folder = console.directory().resolve(work.path());
        List<X509Certificate> roots;
        try {
            roots = read(folder.resolve(trust));
        } catch (NoSuchFileException none) {
            console.say(NO_CHAIN.with(work.path().resolve(trust)));
            return ExitCode.NON_CONFORME;
        }
        ClientSettings anyone = ClientSettings.trusting(roots).waiting(PATIENCE);
        Set<Participant> open = open(here);
        return open.isEmpty()
                ? ready(
                        here,
                        WorkFolder.serviceIn(folder).map(anyone::presenting).orElse(anyone))
                : ready(open, anyone);
    }

    private int ready(Set<Participant> asked, ClientSettings settings) {
        boolean ready = true;
        try (WireRuntime runtime = WireRuntime.start();
                WireClient client = WireClient.plainOnThisMachine(runtime, settings)) {
            for (Participant participant : asked) {
                ready &= answers(client, url(participant, ports.or(Ports.BLOCK)));
            }
        }
        return ready ? ExitCode.CONFORME : ExitCode.NON_CONFORME;
    }

    private static Set<Participant> started(Declaration declaration) {
        Set<Participant> started = EnumSet.of(Participant.IGC);
        started.addAll(Participant.of(declaration));
        return started;
    }

    /**
     * Of the last to start first, which anyone may ask; where neither is here, the site of the authorities, which is anyone's too.
     * Where there is none of these, whatever is here is asked, which in strict TLS may want to know who comes.
     */
    private static Set<Participant> open(Set<Participant> here) {
        Set<Participant> open = EnumSet.of(Participant.PSC, Participant.PROXY);
        open.retainAll(here);
        return open.isEmpty() && here.contains(Participant.IGC) ? EnumSet.of(Participant.IGC) : open;
    }

    private static URI url(Participant participant, Ports block) {
        return URI.create((participant == Participant.IGC ? "http" : "https") + "://localhost:"
                + block.of(participant).getPort() + "/health/ready");
    }

    private boolean answers(WireClient client, URI url) {
        try {
            int status = client.send(ClientRequest.get(url)).status();
            boolean ready = status == 200 || url.getScheme().equals("http");
            console.say(ready ? READY.with(url) : NOT_READY.with(url, "HTTP " + status));
            return ready;
        } catch (ConnectionFailedException failed) {
            console.say(NOT_READY.with(url, failed.getMessage()));
            return false;
        }
    }

    private static List<X509Certificate> read(Path pem) throws IOException, CertificateException {
        try (InputStream bytes = Files.newInputStream(pem)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(bytes).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        }
    }
}
