package fr.accroche.scenarios.cli;

import fr.accroche.certs.Branch;
import fr.accroche.certs.RevocationCheck;
import fr.accroche.certs.RevocationSource;
import fr.accroche.certs.file.Entry;
import fr.accroche.certs.file.FileContent;
import fr.accroche.certs.file.Reason;
import fr.accroche.certs.file.UnreadableFileException;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.certificate.CertificateCheck;
import fr.accroche.scenarios.certificate.CertificateFinding;
import fr.accroche.scenarios.certificate.RealProduction;
import fr.accroche.scenarios.certificate.UnreadFile;
import fr.accroche.scenarios.certificate.Use;
import fr.accroche.scenarios.cli.OutputOption.Type;
import fr.accroche.scenarios.report.certificate.CheckedFile;
import fr.accroche.scenarios.report.certificate.CheckedFileJson;
import fr.accroche.scenarios.report.certificate.CheckedFileText;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code accroche certs check}: everything wrong with a certificate file for what it is meant for. */
@Command(name = "check", sortOptions = false)
final class CertificateCheckCommand implements Callable<Integer> {

    private static final Set<Type> REPORTS = EnumSet.of(Type.TEXT, Type.JSON);
    private static final Text NAMES_OF_CLIENT = Text.of(
            "--client-id, --proxy-operator et --seal : avec --as auth-cli seulement",
            "--client-id, --proxy-operator and --seal: with --as auth-cli only");

    private static final Text NO_LIST = Text.of(
            "--crl {0} : aucune liste de révocation dans ce fichier ; donner celles de l'intermédiaire et de la racine",
            "--crl {0}: no revocation list in that file; give those of the intermediate and of the root");

    private final Console console;
    private final Clock clock;

    @Parameters(paramLabel = "FILE", descriptionKey = "inspected-file")
    private Path file;

    @Option(names = "--client-id", paramLabel = "CLIENT_ID", descriptionKey = "checked-client")
    private String client;

    @Option(names = "--proxy-operator", paramLabel = "IDNAT", descriptionKey = "checked-operator")
    private String operator;

    @Option(names = "--as", paramLabel = "auth-cli|sign|ssl-serv|truststore", descriptionKey = "checked-as")
    private String as = "auth-cli";

    @Option(names = "--branch", paramLabel = "test|production", descriptionKey = "checked-branch")
    private String branch = "test";

    @Option(names = "--alias", paramLabel = "NAME", descriptionKey = "checked-alias")
    private String alias;

    @Option(names = "--host", paramLabel = "HOST", descriptionKey = "checked-host")
    private String host;

    @Option(names = "--key", paramLabel = "FILE", descriptionKey = "checked-key")
    private Path key;

    @Option(names = "--seal", paramLabel = "FILE", descriptionKey = "checked-seal")
    private Path seal;

    @Option(names = "--seal-password-file", paramLabel = "FILE", descriptionKey = "checked-seal-password")
    private Path sealPassword;

    @Option(names = "--crl", paramLabel = "FILE", descriptionKey = "checked-crl")
    private Path crl;

    @Mixin
    private final PasswordOption password;

    @Mixin
    private WorkOption work;

    @Mixin
    private OutputOption output;

    @Mixin
    private CommonOptions common;

    CertificateCheckCommand(Console console) {
        this(console, Clock.systemUTC(), PasswordOption.Sources.ofProcess());
    }

    CertificateCheckCommand(Console console, Clock clock, PasswordOption.Sources passwords) {
        this.console = console;
        this.clock = clock;
        this.password = new PasswordOption(passwords);
    }

    @Override
    public Integer call() throws Exception {
        output.check(console, REPORTS, Optional.of(file));
        CheckedFile checked = new CheckedFile(file.toString(), findings(use()));
        output.write(
                (type, to) -> type == Type.JSON
                        ? CheckedFileJson.of(checked, to.language())
                        : CheckedFileText.of(checked, to.language(), to.paint()),
                console);
        return checked.failures() == 0 ? ExitCode.CONFORME : ExitCode.NON_CONFORME;
    }

    private Use use() {
        Use.Part part = Choice.of("--as", as, Use.Part.class);
        if (part != Use.Part.AUTH_CLI && (client != null || operator != null || seal != null)) {
            throw UserException.usage(NAMES_OF_CLIENT);
        }
        return new Use(
                part,
                Choice.of("--branch", branch, Branch.class),
                Optional.ofNullable(client),
                Optional.ofNullable(operator),
                Optional.ofNullable(alias),
                Optional.ofNullable(host));
    }

    private List<CertificateFinding> findings(Use use) throws IOException {
        List<CertificateFinding> findings = new ArrayList<>();
        Optional<FileContent> content = read(file, this::content, findings);
        if (content.isPresent()) {
            findings.addAll(
                    new CertificateCheck(work.open(console, clock).igc(), clock, lists()).check(content.get(), use));
        }
        if (seal != null) {
            Optional<FileContent> sealed =
                    read(seal, () -> password.open(seal, Optional.ofNullable(sealPassword), console), findings);
            content.flatMap(client -> sealed.flatMap(other -> sameSubject(client, other, use)))
                    .ifPresent(findings::add);
        }
        return findings;
    }

    private interface Opening {
        FileContent content() throws IOException;
    }

    /** Empty when it cannot be read, which is a finding; a password that nobody gave is none. */
    private static Optional<FileContent> read(Path named, Opening opening, List<CertificateFinding> findings)
            throws IOException {
        try {
            return Optional.of(taken(opening.content()));
        } catch (UnreadableFileException refused) {
            if (refused.reason() == Reason.PASSWORD_MISSING) {
                throw refused;
            }
            findings.add(UnreadFile.finding(named.toString(), refused));
            return Optional.empty();
        }
    }

    private RevocationCheck lists() throws IOException {
        if (crl == null) {
            return RevocationCheck.NONE;
        }
        List<X509CRL> lists = password.open(crl, console).entries().stream()
                .filter(Entry.Revocations.class::isInstance)
                .map(entry -> ((Entry.Revocations) entry).list())
                .toList();
        if (lists.isEmpty()) {
            throw UserException.usage(NO_LIST.with(crl));
        }
        return RevocationCheck.of(RevocationSource.ofLists(lists, crl.toString()));
    }

    private Optional<CertificateFinding> sameSubject(FileContent content, FileContent sealed, Use use) {
        List<X509Certificate> seals = CertificateCheck.chain(sealed, Use.client(use.branch()));
        List<X509Certificate> clients = CertificateCheck.chain(content, use);
        return seals.isEmpty() || clients.isEmpty()
                ? Optional.empty()
                : CertificateCheck.sameSubject(clients.get(0), seal.toString(), seals.get(0));
    }

    /** The file, and the key's beside it where the two are apart. */
    private FileContent content() throws IOException {
        return key == null ? password.open(file, console) : password.open(file, key, console);
    }

    private static FileContent taken(FileContent content) {
        RealProduction.refusal(content).ifPresent(refusal -> {
            throw UserException.usage(refusal);
        });
        return content;
    }
}
