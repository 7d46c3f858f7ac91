package fr.accroche.scenarios.cli;

import fr.accroche.certs.CertificateFacts;
import fr.accroche.certs.LikelyProfile;
import fr.accroche.certs.file.CertificateFileReader;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.certificate.Words;
import fr.accroche.scenarios.configuration.Configuration;
import fr.accroche.scenarios.configuration.ConfigurationException;
import fr.accroche.scenarios.configuration.DeliveredFiles;
import fr.accroche.scenarios.configuration.Program;
import fr.accroche.scenarios.configuration.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code accroche certs config}: the ready configuration of a program, for a delivered certificate. */
@Command(name = "config", sortOptions = false)
final class ConfigCommand implements Callable<Integer> {

    /** The simulated PSC of {@code accroche up}. */
    private static final String DEFAULT_URL =
            "https://localhost:20440/auth/realms/esante-wallet/.well-known/wallet-openid-configuration";

    private static final String DEFAULT_LISTEN = "127.0.0.1:20480";
    private static final Pattern LISTEN = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9.-]+):(\\d{1,5})");

    private static final Text NO_URL = Text.of(
            "--url {0} : attendu https://HÔTE[:PORT][/CHEMIN], le port de 1 à 65535",
            "--url {0}: expected https://HOST[:PORT][/PATH], the port from 1 to 65535");

    /** Both compare DNS names only with a server's certificate, and SNI takes no address (RFC 6066 §3). */
    private static final Text NO_NAME = Text.of(
            "--url {0} : attendu un nom d'hôte, observé une adresse IP ; {1} ne peut pas la vérifier dans le certificat du serveur :"
                    + " donner le nom que ce certificat porte",
            "--url {0}: expected a host name, observed an IP address; {1} cannot verify it in the server's certificate:"
                    + " give the name that this certificate bears");

    private static final Text NO_ADDRESS = Text.of(
            "--listen {0} : attendu HÔTE:PORT, le port de 1 à 65535",
            "--listen {0}: expected HOST:PORT, the port from 1 to 65535");
    private static final Text NOT_CALLING =
            Text.of("{0} n'appelle aucun service : sans --url", "{0} calls no service: without --url");
    private static final Text NOT_LISTENING =
            Text.of("{0} n'écoute pas : sans --listen", "{0} does not listen: without --listen");
    private static final Text OTHER_PROFILE = Text.of(
            "attention, ce certificat est {0} ; {1} en veut un {2}",
            "beware, this certificate is {0}; {1} wants a {2}");

    private final Console console;

    @Parameters(index = "0", paramLabel = "PROGRAM", descriptionKey = "configured-program")
    private String program;

    @Parameters(index = "1", paramLabel = "DELIVERY", descriptionKey = "delivery")
    private Path delivery;

    @Option(names = "--url", paramLabel = "URL", descriptionKey = "config-url")
    private String url;

    @Option(names = "--listen", paramLabel = "HOST:PORT", descriptionKey = "config-listen")
    private String listen;

    @Option(names = "--password-file", paramLabel = "FILE", descriptionKey = "config-password-file")
    private Path passwordFile;

    @Mixin
    private CommonOptions common;

    ConfigCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Program wanted = Choice.of("PROGRAM", program, Program.class);
        Service service = service(wanted);
        String address = address(wanted);
        try {
            DeliveredFiles files = DeliveredFiles.at(console.directory().resolve(delivery));
            Optional<Path> password = Optional.ofNullable(passwordFile)
                    .map(file ->
                            console.directory().resolve(file).toAbsolutePath().normalize());
            String text = new Configuration(wanted, files, password, service, address).text();
            warn(wanted, files);
            console.out().print(text);
            console.out().flush();
        } catch (ConfigurationException impossible) {
            throw UserException.environment(impossible.text());
        }
        return ExitCode.CONFORME;
    }

    private Service service(Program wanted) {
        if (url != null && !wanted.calls()) {
            throw UserException.usage(NOT_CALLING.with(Choice.word(wanted)));
        }
        Service service =
                Service.parse(url == null ? DEFAULT_URL : url).orElseThrow(() -> UserException.usage(NO_URL.with(url)));
        if (wanted.listens() && service.isAddress()) {
            throw UserException.usage(NO_NAME.with(url, Choice.word(wanted)));
        }
        return service;
    }

    private String address(Program wanted) {
        if (listen == null) {
            return DEFAULT_LISTEN;
        }
        if (!wanted.listens()) {
            throw UserException.usage(NOT_LISTENING.with(Choice.word(wanted)));
        }
        Matcher matcher = LISTEN.matcher(listen);
        int port = matcher.matches() ? Integer.parseInt(matcher.group(2)) : 0;
        if (port < 1 || port > 65535) {
            throw UserException.usage(NO_ADDRESS.with(listen));
        }
        return listen;
    }

    /** No program says so, nor does TLS: a server's certificate passes as a client's (docs/certificate-errors.md, F5). */
    private void warn(Program wanted, DeliveredFiles files) throws IOException {
        Path chain = files.file(".pem");
        if (!Files.exists(chain)) {
            return;
        }
        List<CertificateFacts> facts = CertificateFacts.of(
                CertificateFileReader.read(chain, Optional.empty()).certificates());
        LikelyProfile observed =
                facts.isEmpty() ? LikelyProfile.OTHER : facts.get(0).profile();
        if (observed != wanted.profile()) {
            console.say(OTHER_PROFILE.with(words(observed), Choice.word(wanted), words(wanted.profile())));
        }
    }

    private static Text words(LikelyProfile profile) {
        return Words.text(profile.wording());
    }
}
