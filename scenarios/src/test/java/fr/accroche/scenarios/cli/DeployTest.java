package fr.accroche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.accroche.scenarios.Programs;
import fr.accroche.scenarios.chain.Participant;
import fr.accroche.scenarios.chain.Ports;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** {@code deploy/}, held against what the image and its commands are. */
class DeployTest {

    private static final Path FOLDER = Path.of("..", "deploy");
    private static final Pattern IMAGE_VERSION =
            Pattern.compile("<artifactId>accroche</artifactId>\\s*<version>([^<]+)</version>");

    private static List<Map<?, ?>> objects;

    @BeforeAll
    static void read() throws IOException {
        objects = Stream.concat(in("chain.yaml"), in("state.yaml")).toList();
    }

    private static Stream<Map<?, ?>> in(String file) throws IOException {
        Load yaml = new Load(LoadSettings.builder().build());
        String text = Files.readString(FOLDER.resolve(file));
        return StreamSupport.stream(yaml.loadAllFromString(text).spliterator(), false)
                .map(DeployTest::map);
    }

    @Test
    void everyLinkHasItsPortInTheServiceAndInThePod() {
        List<String> links =
                Arrays.stream(Participant.values()).map(Participant::label).toList();
        List<Object> ports = Arrays.stream(Participant.values())
                .<Object>map(each -> Ports.BLOCK.of(each).getPort())
                .toList();

        List<?> service = list(object("Service", "accroche"), "spec", "ports");
        List<?> pod = list(container("Deployment", "accroche"), "ports");

        assertThat(each(service, "name")).isEqualTo(links).isEqualTo(each(service, "targetPort"));
        assertThat(each(service, "port")).isEqualTo(ports);
        assertThat(each(pod, "name")).isEqualTo(links);
        assertThat(each(pod, "containerPort")).isEqualTo(ports);
    }

    @Test
    void haproxyStandsBeforeEveryLinkOfBothCopies() throws IOException {
        String file = Files.readString(FOLDER.resolve("haproxy.cfg"));

        for (Participant participant : Participant.values()) {
            int port = Ports.BLOCK.of(participant).getPort();
            assertThat(file).contains("""
                            listen %s
                                bind 127.0.0.1:%d
                                server first 127.0.0.1:%d
                                server second 127.0.0.1:%d
                            """.formatted(participant.label(), port, port + 1000, port + 2000));
        }
    }

    @Test
    void haproxyTakesItsConfiguration() throws Exception {
        assumeTrue(Programs.present("haproxy"), "skipped: haproxy is not installed here");

        Process haproxy = new ProcessBuilder("haproxy", "-c", "-f", "haproxy.cfg")
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();

        assertThat(haproxy.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(haproxy.exitValue()).isZero();
    }

    /** To who reads YAML 1.1, as kubectl does, it is a truth value. */
    @Test
    void theNameOfTheOrdonnanceNumeriqueIsQuoted() throws IOException {
        assertThat(Files.readString(FOLDER.resolve("chain.yaml")))
                .doesNotContainPattern(": on\\b")
                .contains("\"on\"");
    }

    @Test
    void theImageIsTheOneThatThisVersionBuilds() throws IOException {
        String version = IMAGE_VERSION
                .matcher(Files.readString(Path.of("..", "pom.xml")))
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();

        assertThat(container("Deployment", "accroche").get("image")).isEqualTo("accroche:" + version);
    }

    @Test
    void theCommandIsOneOfTheCommandLine() {
        PrintWriter nowhere = new PrintWriter(PrintWriter.nullWriter());
        Console console = Console.of(nowhere, nowhere, false, Map.of());
        String[] args = list(container("Deployment", "accroche"), "args").stream()
                .map(String.class::cast)
                .toArray(String[]::new);

        assertThat(Main.line(console).parseArgs(args).subcommand().commandSpec().userObject())
                .isInstanceOf(UpCommand.class);
        assertThat(args).containsSequence("--host", "accroche").doesNotContain("--state");
    }

    @Test
    void theStateIsTheOneBesideItWithASecretsPassword() {
        List<?> environment = list(container("Deployment", "accroche"), "env");

        assertThat(each(environment, "name")).isEqualTo(List.of("PASSWORD", "ACCROCHE_STATE"));
        assertThat(map(environment.get(0)).containsKey("value")).isFalse();
        assertThat(map(environment.get(1)).get("value")).isEqualTo("redis://:$(PASSWORD)@accroche-state:6379");
        assertThat(map(environment.get(0)))
                .isEqualTo(
                        list(container("StatefulSet", "accroche-state"), "env").get(0));
        assertThat(each(list(object("Service", "accroche-state"), "spec", "ports"), "port"))
                .isEqualTo(List.of(6379));
    }

    /** None asks for the state: without it every copy would leave the service, and nobody would be told why. */
    @Test
    void probesAskWhatACopyAnswersWithoutItsState() {
        Map<?, ?> chain = container("Deployment", "accroche");
        Map<String, String> live = Map.of("path", "/health/live", "port", Participant.PSC.label(), "scheme", "HTTPS");

        assertThat(List.of("startupProbe", "livenessProbe", "readinessProbe"))
                .allSatisfy(probe ->
                        assertThat(map(chain.get(probe)).get("httpGet")).isEqualTo(live));
    }

    @Test
    void noContainerMayMoreThanItNeeds() {
        for (Map<?, ?> pod : List.of(pod("Deployment", "accroche"), pod("StatefulSet", "accroche-state"))) {
            assertThat(pod.get("automountServiceAccountToken")).isEqualTo(false);
            assertThat(at(pod, "securityContext", "runAsNonRoot")).isEqualTo(true);
            assertThat(at(pod, "securityContext", "runAsUser")).isEqualTo(10001);
            Map<?, ?> container = map(list(pod, "containers").get(0));
            assertThat(container.get("securityContext"))
                    .isEqualTo(Map.of(
                            "allowPrivilegeEscalation",
                            false,
                            "readOnlyRootFilesystem",
                            true,
                            "capabilities",
                            Map.of("drop", List.of("ALL"))));
            assertThat(map(at(container, "resources", "requests")).keySet()).hasSize(2);
            assertThat(map(at(container, "resources", "limits")).get("memory")).isNotNull();
        }
    }

    @Test
    void oneCopyIsThereWhileAnotherIsMoved() {
        Object copies = at(object("Deployment", "accroche"), "spec", "template", "metadata", "labels");
        Map<?, ?> budget = map(object("PodDisruptionBudget", "accroche").get("spec"));

        assertThat((Integer) at(object("Deployment", "accroche"), "spec", "replicas"))
                .isGreaterThanOrEqualTo(2);
        assertThat(budget.get("minAvailable")).isEqualTo(1);
        Stream.of(
                        at(budget, "selector", "matchLabels"),
                        at(object("Service", "accroche"), "spec", "selector"),
                        at(object("NetworkPolicy", "accroche"), "spec", "podSelector", "matchLabels"))
                .map(DeployTest::map)
                .forEach(selector -> assertThat(selector.entrySet())
                        .allSatisfy(label ->
                                assertThat(map(copies).get(label.getKey())).isEqualTo(label.getValue())));
    }

    /** One claim for all copies, and what no copy may write apart from it. */
    @Test
    void theCopiesShareTheWorkFolder() {
        List<?> mounts = list(container("Deployment", "accroche"), "volumeMounts");
        Map<?, ?> claim = object("PersistentVolumeClaim", "accroche-certs");

        assertThat(each(mounts, "mountPath")).isEqualTo(List.of("/config", "/certs", "/tmp"));
        assertThat(each(mounts, "name")).isEqualTo(each(list(pod("Deployment", "accroche"), "volumes"), "name"));
        assertThat(list(claim, "spec", "accessModes").get(0)).isEqualTo("ReadWriteMany");
    }

    @Test
    void nobodyReachesThePortsUnasked() {
        Map<?, ?> chain =
                map(list(object("NetworkPolicy", "accroche"), "spec", "ingress").get(0));
        Map<?, ?> state = map(list(object("NetworkPolicy", "accroche-state"), "spec", "ingress")
                .get(0));

        assertThat(list(chain, "from"))
                .hasSize(2)
                .allSatisfy(from -> assertThat(map(at(map(from), "podSelector", "matchLabels")))
                        .isNotEmpty());
        assertThat(list(state, "from"))
                .isEqualTo(List.of(
                        Map.of("podSelector", Map.of("matchLabels", Map.of("app.kubernetes.io/name", "accroche")))));
    }

    private static Map<?, ?> object(String kind, String name) {
        return objects.stream()
                .filter(each -> each.get("kind").equals(kind))
                .filter(each -> at(each, "metadata", "name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Map<?, ?> pod(String kind, String name) {
        return map(at(object(kind, name), "spec", "template", "spec"));
    }

    private static Map<?, ?> container(String kind, String name) {
        return map(list(pod(kind, name), "containers").get(0));
    }

    private static Object at(Map<?, ?> from, String... steps) {
        Object found = from;
        for (String step : steps) {
            found = map(found).get(step);
        }
        return found;
    }

    private static List<?> list(Map<?, ?> from, String... steps) {
        return (List<?>) at(from, steps);
    }

    private static List<Object> each(List<?> nodes, String field) {
        return nodes.stream().<Object>map(node -> map(node).get(field)).toList();
    }

    private static Map<?, ?> map(Object node) {
        return (Map<?, ?>) node;
    }
}
