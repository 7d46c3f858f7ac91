package fr.accroche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.certs.Branch;
import fr.accroche.certs.Delivery;
import fr.accroche.scenarios.configuration.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConfigCommandTest {

    @TempDir
    private Path folder;

    private Deliveries deliveries;
    private Delivery client;

    @BeforeEach
    void deliver() {
        deliveries = new Deliveries(folder);
        client = deliveries.deliver("client", Deliveries.client());
    }

    @ParameterizedTest
    @EnumSource
    void everyPlaceIsFilledAndNoSecretIsIn(Program program) throws IOException {
        CommandLineRun run = run(Choice.word(program), "client");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains(client.chain().getParent().toString()).doesNotContain("{{", "}}");
        assertThat(run.err().isEmpty()).isEqualTo(program.calls());
        for (Path secret : Ordering.files(folder.resolve("client"), ".txt")) {
            assertThat(run.out()).doesNotContain(Files.readString(secret).strip());
        }
        assertThat(run.out()).doesNotContain("PRIVATE KEY-----");
    }

    @Test
    void aFileOfTheDeliveryNamesItToo() {
        Delivery second = deliveries.deliver("client", Deliveries.server());

        CommandLineRun run =
                run("nginx-server", folder.relativize(second.chain()).toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("ssl_certificate \"" + second.chain() + "\";");
        CommandLineRun either = run("nginx-server", "client");
        assertThat(either.exitCode()).isEqualTo(3);
        assertThat(either.err())
                .contains("several delivered certificates here")
                .contains(second.keyed().orElseThrow().p12().getFileName().toString());
    }

    @Test
    void theBranchesTruststoreIsNamed() {
        deliveries.deliver("production", Deliveries.client().withBranch(Branch.PRODUCTION));

        assertThat(run("curl", "production").out()).contains("/truststore-EL.pem'");
        assertThat(run("curl", "client").out()).contains("/truststore-EL-TEST.pem'");
    }

    /** F5: no program tells. */
    @Test
    void aCertificateOfAnotherProfileIsPointedOut() {
        deliveries.deliver("server", Deliveries.server());

        assertThat(run("curl", "server").err())
                .isEqualTo("accroche: beware, this certificate is SERV SSL (server);"
                        + " curl wants a ORG AUTH_CLI (a legal person's client)\n");
        assertThat(run("haproxy-server", "client", "--lang", "fr").err())
                .contains("attention, ce certificat est ORG AUTH_CLI (client d'une personne morale)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            .key.pem          | nginx-client   | with --csr the key is yours
            .pem              | haproxy-client | take it out of the PKCS#12
            .p12              | java           | put it together
            .password.txt     | node           | --password-file FILE
            """)
    void aFileThatIsMissingIsNamed(String extension, String program, String remedy) throws IOException {
        String name = client.chain().getFileName().toString().replace(".pem", "");
        Path missing = folder.resolve("client").resolve(name + extension);
        Files.delete(missing);

        CommandLineRun run = run(program, "client");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains(missing + ": this file is missing").contains(remedy);
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            apache client                                | 2 | one of: curl, java, node, dotnet, nginx-client
            curl                                         | 2 | missing: DELIVERY
            curl absent                                  | 3 | no delivered certificate here
            curl .                                       | 3 | no delivered certificate here
            curl client --url http://localhost/          | 2 | expected https://HOST
            curl client --url https://me:pw@localhost/   | 2 | expected https://HOST
            curl client --url https:///x                 | 2 | expected https://HOST
            curl client --url https://h/a"b              | 2 | expected https://HOST
            curl client --listen 127.0.0.1:1             | 2 | curl does not listen
            curl client --url https://localhost:99999/   | 2 | the port from 1 to 65535
            curl client --url https://localhost:0/       | 2 | the port from 1 to 65535
            nginx-client client --url https://[::1]:2/   | 2 | observed an IP address; nginx-client cannot verify it
            haproxy-client client --url https://[::1]/   | 2 | observed an IP address; haproxy-client cannot verify it
            haproxy-client client --url https://10.0.0.1 | 2 | give the name that this certificate bears
            nginx-client client --listen 127.0.0.1       | 2 | expected HOST:PORT
            nginx-client client --listen 127.0.0.1:65536 | 2 | expected HOST:PORT
            nginx-client client --listen a;b:1           | 2 | expected HOST:PORT
            nginx-server client --url https://localhost/ | 2 | nginx-server calls no service
            """)
    void badInputHasItsCause(String arguments, int exitCode, String cause) {
        CommandLineRun run = run(arguments.split(" "));

        assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
        assertThat(run.err()).contains(cause);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aProgramThatTakesTheWholeUrlMayCallAnAddress() {
        CommandLineRun run = run("curl", "client", "--url", "https://[::1]:21440/");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("url='https://[::1]:21440/'");
    }

    /** nginx would take it for a variable, and read another file or none. */
    @Test
    void aPathThatNginxCannotReadIsRefused() throws IOException {
        Files.move(folder.resolve("client"), folder.resolve("cli$ent"));

        CommandLineRun run = run("nginx-client", "cli$ent");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("nginx reads no path with a '$' in it");
        assertThat(run("haproxy-client", "cli$ent").out()).contains("/cli\\$ent/");
        Files.move(folder.resolve("cli$ent"), folder.resolve("two\nlines"));
        assertThat(run("curl", "two\nlines").err()).contains("a control character in this path");
    }

    @Test
    void thePageHoldsCommandsThatWorkAndEveryProgram() throws IOException {
        deliveries.deliver(".accroche/commandes/alpha-edc-bas-300000000010009", Deliveries.client());
        deliveries.deliver(".accroche/commandes/proxy.localhost-300000000010009", Deliveries.named("proxy.localhost"));
        String page = Files.readString(Path.of("../docs/certificates.md"));
        List<String> commands = page.lines()
                .filter(line -> line.startsWith("accroche certs config "))
                .toList();

        assertThat(commands).hasSize(3).allSatisfy(command -> {
            String arguments = command.substring("accroche certs config ".length(), command.indexOf(" > "));
            CommandLineRun run = run(arguments.split(" "));
            assertThat(run.exitCode()).as(command + run.err()).isZero();
            assertThat(run.err()).isEmpty();
        });
        assertThat(Program.values()).allSatisfy(program -> assertThat(page).contains("`" + Choice.word(program) + "`"));
    }

    private CommandLineRun run(String... arguments) {
        String[] words = new String[arguments.length + 2];
        words[0] = "certs";
        words[1] = "config";
        System.arraycopy(arguments, 0, words, 2, arguments.length);
        return CommandLineRun.in(folder, words);
    }
}
