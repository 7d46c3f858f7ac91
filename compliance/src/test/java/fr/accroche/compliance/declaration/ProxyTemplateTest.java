package fr.accroche.compliance.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.accroche.compliance.declaration.ProxyTemplate.Body;
import fr.accroche.compliance.declaration.ProxyTemplate.SessionPlace;
import fr.accroche.compliance.text.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProxyTemplateTest {

    private static final Path PUBLISHED = Path.of("..", "docs", "proxy-template.schema.json");

    private static final String SOUND = """
            connect:
              path: /sessions
              headers: { X-Client: "${clientId}" }
              json: '{"ps": "${nationalId}", "n": "${bindingMessage}", "via": "${channel}"}'
              status: [201]
            session: { header: X-Session, sessionState: /psc/state }
            send:
              DMP: { path: "/dmp?session=${session}", status: [200, 202] }
              INSi: { method: PUT, path: "/insi/${session}", form: { soap: "${body64}" } }
            disconnect: { path: "/sessions/${session}" }
            """;

    private static ProxyTemplate read(String yaml) throws DeclarationException {
        return ProxyTemplateReader.read("t.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> problems(String yaml) {
        return catchThrowableOfType(DeclarationException.class, () -> read(yaml)).problems().stream()
                .map(problem -> problem.in(Language.EN))
                .toList();
    }

    @Test
    void thePublishedSchemaIsTheOneThatJudges() throws IOException {
        if (Boolean.getBoolean("accroche.write")) {
            Files.write(PUBLISHED, ProxyTemplateSchema.json());
        }

        assertThat(PUBLISHED)
                .as("docs/proxy-template.schema.json; CONTRIBUTING.md says how to write it again")
                .hasBinaryContent(ProxyTemplateSchema.json());
    }

    @Test
    void printsNothingOfWhatMayHoldAKey() throws DeclarationException {
        for (String body : List.of("json: '\"a-key\"'", "form: { k: a-key }", "text: a-key")) {
            ProxyTemplate template = read(
                    "connect: { path: /c, headers: { X-Key: a-key }, %s }\nsession: { cookie: s }\nsend: { DMP: { path: /d } }"
                            .formatted(body));

            assertThat(template.connect().body()).isPresent();
            assertThat(template.connect().headers()).containsValue("a-key");
            assertThat(template.toString()).contains("POST").doesNotContain("a-key");
        }
    }

    @Test
    void readsEachRequest() throws DeclarationException {
        ProxyTemplate template = read(SOUND);

        assertThat(template.connect().method()).isEqualTo("POST");
        assertThat(template.connect().body()).containsInstanceOf(Body.Json.class);
        assertThat(template.connect().expects(200)).isFalse();
        assertThat(template.session().kind()).isEqualTo(SessionPlace.Kind.HEADER);
        assertThat(template.session().sessionState()).contains("/psc/state");
        assertThat(template.sends()).containsOnlyKeys(Teleservice.DMP, Teleservice.INSI);
        assertThat(template.sends().get(Teleservice.DMP).expects(202)).isTrue();
        assertThat(template.sends().get(Teleservice.DMP).body()).isEmpty();
        assertThat(template.disconnect())
                .get()
                .satisfies(request -> assertThat(request.method()).isEqualTo("DELETE"));
    }

    @Test
    void namesFileLineAndKeyOfWhatIsWrong() {
        assertThat(problems(SOUND.replace("${nationalId}", "${rpps}")))
                .containsExactly("t.yaml:4:9: connect.json: '${rpps}' is unknown here; one of: nationalId, clientId,"
                        + " bindingMessage, channel");
        assertThat(problems(SOUND.replace("path: /sessions\n", "pth: /sessions\n")))
                .anySatisfy(
                        problem -> assertThat(problem).startsWith("t.yaml:2").contains("did you mean 'path'"));
        assertThat(problems(SOUND.replace("X-Client", "X Client")))
                .containsExactly("t.yaml:3:24: connect.headers: a key is no name of a header");
        assertThat(problems(SOUND.replace("[201]", "[20]")))
                .singleElement()
                .asString()
                .contains("no HTTP status");
        assertThat(problems(SOUND.replace("form: {", "text: x, form: {")))
                .containsExactly("t.yaml:9:9: send.INSi: 'form' and 'text' do not go together");
    }

    @Test
    void aSessionThatIsUsedNowhereIsAMistake() {
        assertThat(problems(SOUND.replace("?session=${session}", "")))
                .singleElement()
                .asString()
                .startsWith("t.yaml:8:8: send.DMP: the session is used nowhere");
        assertThat(problems(SOUND.replace("header: X-Session", "header: X-Session, cookie: SID")))
                .singleElement()
                .asString()
                .contains("one only");
    }

    @Test
    void aCookieComesBackByItself() throws DeclarationException {
        ProxyTemplate template = read("connect: { path: /c }\nsession: { cookie: SID }\nsend: { ON: { path: /on } }\n");

        assertThat(template.session().kind()).isEqualTo(SessionPlace.Kind.COOKIE);
        assertThat(template.disconnect()).isEmpty();
    }

    @Test
    void theOneOfThePageIsRight() throws Exception {
        String sample = Files.readString(Path.of("..", "docs", "external.md"))
                .split("```yaml\n")[2]
                .split("```")[0];

        ProxyTemplate template = read(sample);

        assertThat(template.session().name()).isEqualTo("/session/id");
        assertThat(template.sends()).containsOnlyKeys(Teleservice.DMP, Teleservice.INSI);
    }
}
