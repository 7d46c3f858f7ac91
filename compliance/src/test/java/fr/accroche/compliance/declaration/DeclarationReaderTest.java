package fr.accroche.compliance.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.accroche.compliance.text.Language;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclarationReaderTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final String SOUND = new String(ShippedDeclaration.PROXY_INTEGRE.yaml(), StandardCharsets.UTF_8);

    private static Declaration read(String yaml) throws DeclarationException {
        return DeclarationReader.read("accroche.yaml", yaml.getBytes(StandardCharsets.UTF_8), TODAY);
    }

    private static List<String> problems(String yaml) {
        DeclarationException refused = catchThrowableOfType(DeclarationException.class, () -> read(yaml));
        assertThat(refused).as("the declaration must be refused").isNotNull();
        return refused.problems().stream()
                .map(problem -> problem.in(Language.EN))
                .toList();
    }

    @Test
    void readsTheShippedDeclaration() throws DeclarationException {
        Declaration declaration = read(SOUND);

        assertThat(declaration.operations())
                .extracting(operation -> operation.clientId().value())
                .containsExactly("alpha-edc-bas", "alpha-clinique-edc-bas");
        Operation operation = declaration.operations().get(1);
        assertThat(declaration.operator(operation).idNatStruct().value()).isEqualTo("1990000002");
        assertThat(declaration.proxyOperator(operation).idNatStruct().value()).isEqualTo("300000000010009");
        assertThat(declaration.lps(operation).number(Teleservice.INSI)).isPresent();
        assertThat(operation.pmtUntil()).contains(TODAY.minusDays(33).plusMonths(3));
    }

    @Test
    void knowsTheLineOfEachPart() throws DeclarationException {
        Declaration declaration = read(SOUND);

        int line = 1
                + SOUND.lines()
                        .toList()
                        .indexOf(SOUND.lines()
                                .filter(text -> text.contains("clientId: alpha-edc-bas"))
                                .findFirst()
                                .orElseThrow());
        assertThat(declaration.lines().at("operations[0].clientId")).isEqualTo("accroche.yaml:" + line);
        assertThat(declaration.lines().at("operations[0].link")).isEqualTo("accroche.yaml:" + line);
        assertThat(declaration.lines().at("nowhere")).isEqualTo("accroche.yaml");
    }

    @Test
    void acceptsTheSlidesSpellingOfPassePlat() throws DeclarationException {
        Declaration declaration = read(SOUND.replace("mode: passe-plat", "mode: plasse-plat"));

        assertThat(declaration.proxy(declaration.operations().get(0)).mode()).isEqualTo(ProxyEsante.Mode.PASSE_PLAT);
    }

    @Test
    void readsSettings() throws DeclarationException {
        Declaration declaration = read(SOUND + "\nsettings: { cnf: rfc8705, pscTokenLife: 60s, realistic: true }\n");

        assertThat(declaration.settings().cnf()).isEqualTo(Settings.Cnf.RFC8705);
        assertThat(declaration.settings().pscTokenLife()).isEqualTo(Duration.ofMinutes(1));
        assertThat(declaration.settings().realistic()).isTrue();
        assertThat(declaration.settings().securityLevel()).isEqualTo("15");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        couloir: ville                             | couloir: mars          | 'mars' is not accepted; one of: ville, hopital, medico-social
        clientId: alpha-edc-bas                    | clientld: alpha-edc-bas | did you mean 'clientId'?
        clientId: alpha-edc-bas                    | clientId: "alpha edc"  | 1 to 64 visible ASCII characters
        editor: alpha                              | editor: gamma          | 'gamma' is not declared; one of: alpha, clinique
        lps: lps, operator: clinique               | lps: proxy, operator: clinique | 'proxy' is not declared; one of: lps
        mode: passe-plat                           | mode: [a, b]           | a text is expected
        idNatStruct: "1990000002"                  | idNatStruct: "12"      | an idNatStruct is
        grantedOn: D-20                            | grantedOn: hier        | 'hier' is no date
        version: 1                                 | version: 2             | '2' is not accepted; one of: 1
        name: CLINIQUE CHARLIE SIMULÉE            | nie: NIE-1             | key 'name' is missing
        clientId: alpha-clinique-edc-bas           | clientId: alpha-edc-bas | is declared already
        teleservices: [DMP, INSi, ON]              | teleservices: DMP      | a list is expected
        teleservices: [DMP, INSi, ON]              | teleservices: []       | at least one item is expected
        commercialNames: [{ name: Alpha Cabinet, nil: NIL-SIMULE-0001 }] | commercialNames: [] | at least one item is expected
        nil: NIL-SIMULE-0001                       | nil: ""                | a text is expected
        version: "2.1"                             | version: { a: 1 }      | a text is expected
        couloir: ville                             | couloir: Ville         | 'Ville' is not accepted; did you mean 'ville'?
        version: 1                                 | version: "1"           | '1' goes without quotes here
        ui: false                                  | ui: "false"            | true or false is expected, without quotes
        type: proxy                                | # no type              | key 'type' is missing
        type: proxy                                | type: proxi            | 'proxi' is not accepted; did you mean 'proxy'?
        DMP: DMP-SIMULE-0001                       | DMP: [a]               | a text is expected
        DMP: DMP-SIMULE-0001                       | DMP: " a"              | a homologation number is 1 to 64 printable
        environment: test                          | solutions: []          | 'solution' and 'solutions' do not go together
        solution: { name                           | waivers: { name        | key 'solution' is missing (or 'solutions')
        environment: test                          | waivers: [{ rule: H1, justification: a, until: D+1 }] | 'H1' is no id of a rule
        environment: test                          | settings: { psc: { eCpsOf: { medecine: deny } } } | 'medecine' is the number and the short name of no test person
        clientId: alpha-edc-bas                    | psc: { delivery: ping, notificationEndpoint: "https://lps.invalid/" }, clientId: alpha-edc-bas | 'ping' needs the setting settings.psc.ping: true
        clientId: alpha-edc-bas                    | psc: { delivery: ping }, clientId: alpha-edc-bas | 'ping' needs notificationEndpoint
        clientId: alpha-edc-bas                    | psc: { requestObject: ES256 }, clientId: alpha-edc-bas | 'ES256' needs jwksFile
        clientId: alpha-edc-bas                    | psc: { redirectUris: [/callback] }, clientId: alpha-edc-bas | '/callback': a whole address without fragment
        clientId: alpha-edc-bas                    | psc: { redirectUris: ["https://lps.invalid/#a"] }, clientId: alpha-edc-bas | a whole address without fragment
        clientId: alpha-edc-bas                    | psc: { postLogoutRedirectUris: ["https://lps.invalid/ "] }, clientId: alpha-edc-bas | a whole address without fragment
        clientId: alpha-edc-bas                    | psc: { delivery: ping, notificationEndpoint: "http://lps.invalid/" }, clientId: alpha-edc-bas | an address by https is expected
        environment: test                          | settings: { credential: { path: credentials } } | the value has not the form expected: ^/
        environment: test                          | settings: { credential: { path: /__accroche/reset } } | the value has not the form expected: ^/(?!
        environment: test                          | settings: { apiPsc: { scopes: { DMP: [dmp lire] } } } | the value has not the form expected: ^[!#-
        validatedOn: D-33                          | validatedOn: 2026-02-30 | '2026-02-30' is no date
        """)
    void refusesWithLineAndWhatWouldWork(String sound, String broken, String message) {
        assertThat(SOUND).as("the sample must hold what is replaced").contains(sound);

        List<String> problems = problems(SOUND.replaceFirst(java.util.regex.Pattern.quote(sound), broken));

        assertThat(problems)
                .anySatisfy(problem -> assertThat(problem)
                        .containsPattern("^accroche\\.yaml:\\d+:\\d+: ")
                        .contains(message));
    }

    @Test
    void saysWhatIsWrongInFrenchToo() {
        DeclarationException refused =
                catchThrowableOfType(DeclarationException.class, () -> read(SOUND.replace("\"1990000002\"", "\"12\"")));

        assertThat(refused.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.in(Language.FR))
                        .contains("un idNatStruct est 1 + FINESS (9)", "et non « 12 »"));
    }

    @Test
    void refusesADeclarationWithoutOperations() {
        String none = SOUND.substring(0, SOUND.indexOf("operations:")) + "operations: []\n";

        assertThat(problems(none)).singleElement().asString().contains("operations: at least one item is expected");
    }

    @Test
    void reportsEveryProblemInOneRun() {
        List<String> problems = problems(SOUND.replace("couloir: ville", "couloir: mars")
                .replace("mode: passe-plat", "mode: rapide")
                .replace("clientId: alpha-edc-bas", "clientId: \"\"")
                .replace("type: principal", "type: primaire"));

        assertThat(problems).hasSizeGreaterThanOrEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        a: &x [1]\\nb: *x                | anchors and aliases are not accepted
        a: &x [*x]                       | anchors and aliases are not accepted
        a: 1\\na: 2                      | duplicate key 'a'
        a: [1                            | malformed YAML
        a: 1\\n---\\nb: 2                | one document a file
        [a]: 1                           | a key is a plain text
        """)
    void refusesHostileYaml(String yaml, String message) {
        assertThat(problems(yaml.replace("\\n", "\n")))
                .singleElement()
                .asString()
                .contains(message);
    }

    @Test
    void refusesHugeDeepAndBinaryFiles() {
        assertThat(problems("#".repeat(10_000_000))).singleElement().asString().contains("1048576 at most");
        assertThat(problems("a: " + "[".repeat(100_000)))
                .singleElement()
                .asString()
                .contains("more than 30 levels");
        assertThat(problems("")).singleElement().asString().contains("the file is empty");
        DeclarationException notText = catchThrowableOfType(
                DeclarationException.class,
                () -> DeclarationReader.read("x.yaml", new byte[] {(byte) 0xff, (byte) 0xfe, 0}, TODAY));
        assertThat(notText).hasMessageContaining("x.yaml: the file is not UTF-8");
    }

    @Test
    void neverPrintsAHomologationNumber() throws DeclarationException {
        assertThat(read(SOUND).toString()).doesNotContain("DMP-SIMULE-0001");
    }

    @Test
    void readsAClientsSecretAndNeverPrintsIt() throws DeclarationException {
        Declaration declaration =
                read(SOUND.replace("clientId: alpha-edc-bas,", "clientId: alpha-edc-bas, secret: tres-secret-1,"));

        Operation operation = declaration.operations().get(0);
        assertThat(operation.secret()).contains(new ClientSecret("tres-secret-1"));
        assertThat(declaration.toString()).doesNotContain("tres-secret-1");
        assertThat(declaration.operations().get(1).secret()).isEmpty();
    }

    @Test
    void readsTheFilesThatAreBrought() throws DeclarationException {
        Declaration declaration = read(
                SOUND.replace(
                        "clientId: alpha-edc-bas,",
                        "clientId: alpha-edc-bas, files: { certificate: certs/client.p12, passwordFile: client.password.txt },"));

        BroughtFiles files = declaration.operations().get(0).files().orElseThrow();
        assertThat(files.certificate()).contains("certs/client.p12");
        assertThat(files.passwordFile()).contains("client.password.txt");
        assertThat(files.seal()).isEmpty();
        assertThat(declaration.operations().get(0).withLink(false).files()).contains(files);
        assertThat(declaration.operations().get(1).files()).isEmpty();
        assertThat(read(SOUND.replace("clientId: alpha-edc-bas,", "clientId: alpha-edc-bas, files: {},"))
                        .operations()
                        .get(0)
                        .files())
                .isEmpty();
    }

    @Test
    void aPasswordOfNoFileIsAMistakeAtItsLine() {
        assertThat(problems(SOUND.replace(
                        "clientId: alpha-edc-bas,",
                        "clientId: alpha-edc-bas, files: { certificate: client.p12, sealPasswordFile: cachet.txt },")))
                .singleElement()
                .asString()
                .contains("operations[0].files.sealPasswordFile", "goes with 'seal', which is not there");
    }

    @Test
    void asksForWhatTheIdTokenOfAClientIsMadeWith() throws DeclarationException {
        String secret = "0123456789abcdef0123456789abcde";
        String hs256 = registered("secret: " + secret + ", psc: { idTokenAlgorithm: HS256 }");

        assertThat(problems(hs256)).singleElement().asString().contains("HS256", "at least 32 bytes");
        assertThat(problems(registered("psc: { idTokenAlgorithm: HS256 }")))
                .singleElement()
                .asString()
                .contains("idTokenAlgorithm", "at least 32 bytes");
        assertThat(problems(registered("psc: { idTokenEncryption: RSA-OAEP }")))
                .singleElement()
                .asString()
                .contains("idTokenEncryption", "'jwksFile' must be there");
        assertThat(read(hs256.replace(secret, secret + "f"))
                        .operations()
                        .get(0)
                        .psc()
                        .idTokenAlgorithm())
                .isEqualTo(PscRegistration.IdTokenAlgorithm.HS256);
    }

    private static String registered(String more) {
        return SOUND.replaceFirst("clientId: alpha-edc-bas,", "clientId: alpha-edc-bas, " + more + ",");
    }
}
