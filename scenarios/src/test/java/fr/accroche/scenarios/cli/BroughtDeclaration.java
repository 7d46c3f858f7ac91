package fr.accroche.scenarios.cli;

import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.scenarios.TestFolders;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/**
 * A vendor's folder: the declaration, and what it says is brought for its first client_id.
 *
 * @param directory the folder
 */
record BroughtDeclaration(Path directory) {

    private static final String CLIENT = "clientId: alpha-edc-bas,";

    /** Declares files, in YAML. */
    void declare(String files) throws IOException {
        String shipped = new String(ShippedDeclaration.PROXY_INTEGRE.yaml(), StandardCharsets.UTF_8);
        Files.writeString(
                directory.resolve("accroche.yaml"), shipped.replace(CLIENT, CLIENT + " files: { " + files + " },"));
    }

    /** Orders all that is needed, as a vendor would, and declares it. */
    void order() throws IOException {
        declare("");
        CommandLineRun run = CommandLineRun.in(
                directory,
                "certs",
                "order",
                "--from",
                "accroche.yaml",
                "-o",
                "all",
                "--work",
                TestFolders.PATH.toString());
        if (run.exitCode() != 0) {
            throw new AssertionError(run.err());
        }
        password("trust.txt", "accroche");
        String client = "all/alpha-edc-bas-300000000010009";
        String seal = "all/alpha-cachet-300000000010009";
        declare(
                "certificate: %s, passwordFile: %s, seal: %s, sealPasswordFile: %s, truststore: %s, truststorePasswordFile: trust.txt"
                        .formatted(
                                one(client, "asip*.p12"),
                                one(client, "*.password.txt"),
                                one(seal, "asip*.p12"),
                                one(seal, "*.password.txt"),
                                one(client, "truststore*.jks")));
    }

    /** What of a folder is named so, by its path from here. */
    String one(String folder, String named) throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve(folder))) {
            return files.filter(file ->
                            file.getFileSystem().getPathMatcher("glob:" + named).matches(file.getFileName()))
                    .map(file -> directory.relativize(file).toString())
                    .findFirst()
                    .orElseThrow();
        }
    }

    void password(String file, String password) throws IOException {
        Files.writeString(directory.resolve(file), password + "\n");
        Files.setPosixFilePermissions(directory.resolve(file), PosixFilePermissions.fromString("rw-------"));
    }

    /** Examines it; ports are left alone unless they are named. */
    CommandLineRun doctor(String... more) {
        return CommandLineRun.in(
                directory,
                Stream.of(
                                Stream.of("doctor", "--lang", "en", "--work", TestFolders.PATH.toString()),
                                Stream.of(more).anyMatch("--ports"::equals)
                                        ? Stream.<String>of()
                                        : Stream.of("--ports", "0"),
                                Stream.of(more))
                        .flatMap(words -> words)
                        .toArray(String[]::new));
    }

    /** The ids of all that it found, of a report in JSON. */
    static List<String> ids(CommandLineRun run) {
        JsonObject report = Json.parseObject(run.out().getBytes(StandardCharsets.UTF_8));
        return report.array("points").orElseThrow().objects().stream()
                .flatMap(point -> point.array("findings").orElseThrow().objects().stream())
                .map(finding -> finding.text("id").orElseThrow())
                .toList();
    }
}
