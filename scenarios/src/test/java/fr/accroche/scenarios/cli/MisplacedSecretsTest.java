package fr.accroche.scenarios.cli;

import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.scenarios.TestFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret in the wrong place, or beside a mistake, is not in what is said of the mistake. */
class MisplacedSecretsTest {

    @TempDir
    private Path directory;

    private Overheard overheard;
    private String secret;

    @BeforeEach
    void listen() {
        overheard = new Overheard(directory);
        secret = overheard.secrets.plant("misplaced");
    }

    @AfterEach
    void stop() {
        overheard.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "secret: [SECRET]",
                "secret: { value: SECRET }",
                "secret: { SECRET }",
                "secret: \"SECRET SECRET\"",
                "secret: SECRET, secret: SECRET",
                "SECRET",
                "secret:SECRET",
                "secret: SECRET: x",
                "secret: \"SECRET",
                "secret: 'SECRET",
                "secret: !SECRET!x a",
                "secret: !SECRET a",
                "secret: *SECRET",
                "secret: &SECRET a",
                "secret: @SECRET",
                "secret: %SECRET",
                "secret: `SECRET",
                "secret: |SECRET",
                "secret: \"SECRET\\qSECRET\"",
                "password: SECRET",
                "lpsAuthentication: SECRET",
                "lpsAuthentication: [SECRET]",
                "lpsAuthentication: { SECRET }",
                "lpsAuthentication: { secrett: SECRET }",
                "lpsAuthentication: { certificate: SECRET }",
                "lpsAuthentication: { subjectDn: SECRET }",
                "lpsAuthentication: { secret: SECRET, certificate: true }",
                "files: { passwordFile: SECRET }",
                "files: { certificate: some.p12, passwordFile: SECRET }",
                "files: { certificate: some.p12, password: SECRET }"
            })
    void ofAnOperation(String written) throws IOException {
        Files.writeString(directory.resolve("some.p12"), "none");
        String yaml = ShippedDeclaration.PROXY_INTEGRE
                .text()
                .replace(
                        "clientId: alpha-edc-bas,",
                        "clientId: alpha-edc-bas, " + written.replace("SECRET", secret) + ",");
        Files.writeString(directory.resolve("accroche.yaml"), yaml);

        CommandLineRun check = overheard.run("check");
        overheard.assertRefusedInSilence(
                check.exitCode() == ExitCode.USAGE
                        ? check
                        : overheard.run("doctor", "--ports", "0", "--work", TestFolders.PATH.toString()),
                "accroche.yaml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "proxy: { mode: external, url: 'https://someone:SECRET@localhost:1/' }",
                "proxy: { mode: external, url: 'https://SECRET@localhost:1/' }",
                "proxy: { mode: external, url: 'http://someone:SECRET@proxy.invalid/' }",
                "proxy: { mode: external, url: 'http://proxy.invalid/?key=SECRET' }",
                "proxy: { mode: external, url: 'https://localhost:1/?key=SECRET' }",
                "proxy: { mode: external, url: 'https://localhost:1/#SECRET' }",
                "proxy: { mode: external, url: 'ftp://someone:SECRET@proxy.invalid' }",
                "proxy: { mode: external, url: 'someone:SECRET@proxy.invalid' }",
                "proxy: { mode: external, url: 'https://localhost:1/', passwordFile: SECRET }",
                "proxy: { mode: external, url: 'https://localhost:1/', trust: x.pem, trustPasswordFile: SECRET }",
                "proxy: { mode: simulated, SECRET: x }",
                "psc: { mode: external, url: 'https://someone:SECRET@localhost:1/.well-known/openid-configuration' }",
                "psc: { mode: external, url: 'https://localhost:1/.well-known/openid-configuration?key=SECRET' }",
                "psc: { mode: external, url: 'https://localhost:1/?key=SECRET' }",
                "credentialApi: { mode: external, url: 'https://localhost:1/c?key=SECRET' }",
                "credentialApi: { mode: external, url: 'http://localhost:1/c?key=SECRET' }",
                "teleservices: { mode: external, urls: { DMP: 'https://localhost:1/c?key=SECRET' } }",
                "authorizationServer: { mode: external, urls: { DMP: 'https://localhost:1/c?key=SECRET' } }"
            })
    void ofAParticipant(String written) throws IOException {
        String yaml = ShippedDeclaration.PROXY_INTEGRE.text() + "\nparticipants:\n  "
                + written.replace("SECRET", secret) + "\n";
        Files.writeString(directory.resolve("accroche.yaml"), yaml);

        overheard.run("check", "-o", "json");
        overheard.assertRefusedInSilence(overheard.run("test"), "accroche.yaml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "json: '{\"key\": SECRET}'",
                "json: '{\"key\": \"SECRET\" \"SECRET\"}'",
                "text: '${SECRET}'",
                "headers: { 'Authorization: Bearer SECRET': x }",
                "headers: { Authorization: [SECRET] }",
                "headers: { Authorization: \"Bearer SECRET\\r\\nX: y\" }",
                "headers: SECRET",
                "method: SECRET",
                "form: { key: { a: SECRET } }",
                "contentType: [SECRET]",
                "key: SECRET"
            })
    void ofATemplate(String written) throws IOException {
        Files.writeString(
                directory.resolve("accroche.yaml"),
                ShippedDeclaration.PROXY_INTEGRE.text()
                        + "\nparticipants: { proxy: { mode: external, url: 'https://localhost:1/', template: t.yaml } }\n");
        Files.writeString(directory.resolve("t.yaml"), """
                connect:
                  path: /sessions
                  %s
                session: { header: X-Session }
                send:
                  DMP: { path: /dmp, headers: { X-Session: "${session}" }, text: "${body}" }
                """.formatted(written.replace("SECRET", secret)));

        overheard.assertRefusedInSilence(overheard.run("test"), "t.yaml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "certs check some.p12 --password SECRET",
                "certs check some.p12 --password=SECRET",
                "certs check some.p12 --password-file SECRET",
                "certs check some.p12 --password-file=SECRET",
                "certs check some.p12 --seal some.p12 --seal-password-file SECRET",
                "certs inspect some.p12 --pass SECRET",
                "certs inspect some.p12 -pSECRET",
                "certs inspect some.p12 --password-file SECRET",
                "certs order --password-file SECRET --from accroche.yaml",
                "certs order --password SECRET",
                "certs config curl all --password SECRET",
                "doctor --url https://someone:SECRET@localhost:1/",
                "doctor --work %s --ports 0 --url https://localhost:1/?key=SECRET",
                "doctor --url someone:SECRET@localhost",
                "doctor --token=SECRET",
                "check --secret SECRET",
                "test --secret=SECRET",
                "test --professional medecin --pin=SECRET",
                "up --password SECRET",
                "replay run.json --token SECRET"
            })
    void ofACommandLine(String line) throws IOException {
        Files.writeString(directory.resolve("some.p12"), "none");
        Files.writeString(directory.resolve("accroche.yaml"), ShippedDeclaration.PROXY_INTEGRE.text());

        CommandLineRun run = CommandLineRun.in(
                directory,
                line.replace("%s", TestFolders.PATH.toString())
                        .replace("SECRET", secret)
                        .split(" "));
        overheard.heard(line, run.out() + run.err());
        overheard.assertRefusedInSilence(run, "");
    }
}
