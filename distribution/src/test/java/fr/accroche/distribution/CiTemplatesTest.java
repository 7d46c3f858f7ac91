package fr.accroche.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.distribution.Unpacked.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The steps of the templates, as they are written, in a vendor's folder. */
@Tag("once")
class CiTemplatesTest {

    private static final Path TEMPLATES = Path.of("../ci");

    @TempDir
    private static Path shared;

    private static Unpacked release;

    @TempDir
    private Path folder;

    @BeforeAll
    static void unpack() throws IOException, InterruptedException {
        release = Unpacked.in(shared);
    }

    @Test
    void theActionWritesItsReports() throws IOException, InterruptedException {
        Path project = project();

        Ended run = action(project, release.launcher(), String.join(" ", Unpacked.keys()), "fail");

        assertThat(run.exitCode()).as(run.printed()).isZero();
        assertThat(Files.readString(folder.resolve("output"))).isEqualTo("exit-code=0\n");
        assertThat(project.resolve("accroche-reports"))
                .isDirectoryContaining("glob:**/accroche.{xml,html,json,sarif}")
                .satisfies(reports -> assertThat(reports.toFile().list()).hasSize(4));
    }

    @ParameterizedTest
    @CsvSource({
        "0,fail,0,''",
        "1,warn,1,::error",
        "2,warn,2,the job is wrong",
        "3,warn,3,the job is wrong",
        "4,fail,4,::error",
        "4,warn,0,::warning",
        "137,warn,137,::error"
    })
    void theActionTellsExitCodesApart(int code, String inconclusive, int ended, String said)
            throws IOException, InterruptedException {
        Ended run = action(folder, ending(code), "", inconclusive);

        assertThat(run.exitCode()).isEqualTo(ended);
        assertThat(run.printed()).contains(said);
        assertThat(Files.readString(folder.resolve("output"))).isEqualTo("exit-code=" + code + "\n");
    }

    @Test
    void theGitLabJobWritesWhatItPublishes() throws IOException, InterruptedException {
        Path project = project();
        Map<?, ?> template = yaml("gitlab/accroche.gitlab-ci.yml");
        Map<String, String> variables = new HashMap<>();
        map(template, "variables").forEach((name, value) -> variables.put(name.toString(), value.toString()));
        variables.put("ACCROCHE", "accroche");
        variables.put("PATH", release.home() + ":" + System.getenv("PATH"));
        variables.put("ACCROCHE_ARGUMENTS", String.join(" ", Unpacked.keys()));
        Map<?, ?> job = map(template, "accroche");
        String script =
                ((List<?>) job.get("script")).stream().map(Object::toString).collect(Collectors.joining("\n"));

        Ended run = Unpacked.run(project, variables, "sh", "-e", "-c", script);

        assertThat(run.exitCode()).as(run.printed()).isZero();
        Map<?, ?> artifacts = map(job, "artifacts");
        assertThat(project.resolve(map(artifacts, "reports").get("junit").toString()))
                .isNotEmptyFile();
        assertThat(project.resolve("accroche-reports/accroche.html")).isNotEmptyFile();
        assertThat(Unpacked.run(folder, Map.of("ACCROCHE", ending(4)), "sh", "-e", "-c", script)
                        .exitCode())
                .isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "4"})
    void theStepOfJenkinsGivesTheExitCode(int code) throws IOException, InterruptedException {
        Matcher step = Pattern.compile("'''(.*?)'''", Pattern.DOTALL)
                .matcher(Files.readString(TEMPLATES.resolve("jenkins/Jenkinsfile")));
        assertThat(step.find()).isTrue();

        Ended run = Unpacked.run(folder, Map.of("ACCROCHE", ending(code)), "sh", "-xe", "-c", step.group(1));

        assertThat(run.exitCode()).isEqualTo(code);
    }

    private Ended action(Path project, String launcher, String arguments, String inconclusive)
            throws IOException, InterruptedException {
        Map<?, ?> step =
                (Map<?, ?>) ((List<?>) map(yaml("github/action.yml"), "runs").get("steps")).get(0);
        Map<String, String> environment = new HashMap<>(Map.of(
                "ACCROCHE",
                launcher,
                "ACCROCHE_ARGUMENTS",
                arguments,
                "ACCROCHE_CONFIG",
                "accroche.yaml",
                "ACCROCHE_INCONCLUSIVE",
                inconclusive,
                "ACCROCHE_REPORTS",
                "accroche-reports",
                "ACCROCHE_SARIF",
                "true"));
        assertThat(map(step, "env").keySet()).isEqualTo(environment.keySet());
        environment.put("GITHUB_OUTPUT", folder.resolve("output").toString());
        return Unpacked.run(
                project,
                environment,
                "bash",
                "--noprofile",
                "--norc",
                "-eo",
                "pipefail",
                "-c",
                step.get("run").toString());
    }

    /** A vendor's folder, with a declaration. */
    private Path project() throws IOException, InterruptedException {
        Path project = Files.createDirectory(folder.resolve("project"));
        Ended init = Unpacked.run(project, Map.of(), release.launcher(), "init", "--architecture", "proxy-integre");
        assertThat(init.exitCode()).as(init.printed()).isZero();
        return project;
    }

    /** A launcher that only ends. */
    private String ending(int code) throws IOException {
        Path launcher = folder.resolve("ends");
        Files.writeString(launcher, "#!/bin/sh\nexit " + code + "\n");
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
        return launcher.toString();
    }

    private static Map<?, ?> yaml(String name) throws IOException {
        return (Map<?, ?>)
                new Load(LoadSettings.builder().build()).loadFromString(Files.readString(TEMPLATES.resolve(name)));
    }

    private static Map<?, ?> map(Map<?, ?> in, String name) {
        return (Map<?, ?>) in.get(name);
    }
}
