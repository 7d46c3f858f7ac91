package fr.accroche.compliance.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeclarationSchemaTest {

    private static final Path PUBLISHED = Path.of("..", "docs", "accroche.schema.json");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static byte[] complete() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(DeclarationSchemaTest.class.getResourceAsStream("complete.yaml"))) {
            return in.readAllBytes();
        }
    }

    @Test
    void thePublishedOneIsTheOneThatJudges() throws IOException {
        if (Boolean.getBoolean("accroche.write")) {
            Files.write(PUBLISHED, DeclarationSchema.json());
        }

        assertThat(PUBLISHED)
                .as("docs/accroche.schema.json; CONTRIBUTING.md says how to write it again")
                .hasBinaryContent(DeclarationSchema.json());
    }

    @Test
    void everyKeyExplainsItselfInBothLanguages() {
        assertThat(SchemaKey.all())
                .hasSizeGreaterThan(100)
                .allSatisfy(
                        key -> assertThat(key.description()).as(key.toString()).matches("[^—]+\\. — [^—]+\\."));
    }

    /** A key that no reader asks for would be promised in vain. */
    @Test
    void everyKeyIsRead() throws DeclarationException, IOException {
        Yaml yaml = YamlParser.parse("complete.yaml", complete());
        Declaration declaration = DeclarationReader.read("complete.yaml", complete(), TODAY);

        Set<String> written = new HashSet<>();
        keys(yaml, written);
        assertThat(SchemaKey.all())
                .extracting(SchemaKey::name)
                .allMatch(key -> written.contains(key) || key.equals("solution"));
        List<String> empty = new ArrayList<>();
        unread("declaration", declaration, empty);
        assertThat(empty).isEmpty();
    }

    private static void keys(Yaml value, Set<String> found) {
        if (value instanceof Yaml.Mapping block) {
            found.addAll(block.entries().keySet());
            block.entries().values().forEach(member -> keys(member, found));
        } else if (value instanceof Yaml.Sequence list) {
            list.items().forEach(item -> keys(item, found));
        }
    }

    /** The places of what was read that nothing was read into. */
    private static void unread(String path, Object read, List<String> found) {
        boolean empty = read instanceof Optional<?> maybe && maybe.isEmpty()
                || read instanceof Collection<?> several && several.isEmpty()
                || read instanceof Map<?, ?> map && map.isEmpty();
        if (empty) {
            found.add(path);
        } else if (read instanceof Optional<?> maybe) {
            unread(path, maybe.get(), found);
        } else if (read instanceof Collection<?> several) {
            several.forEach(one -> unread(path + "[]", one, found));
        } else if (read instanceof Map<?, ?> map) {
            map.forEach((key, one) -> unread(path + "." + key, one, found));
        } else if (read instanceof Record record
                && record.getClass().getPackage().equals(Declaration.class.getPackage())) {
            for (RecordComponent part : record.getClass().getRecordComponents()) {
                unread(path + "." + part.getName(), value(part, record), found);
            }
        }
    }

    private static Object value(RecordComponent part, Record record) {
        try {
            return part.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void defaultsAreThoseOfTheReader() throws DeclarationException, IOException {
        String settings = "settings:\n"
                + defaults("settings", "  ")
                + "  psc:\n"
                + defaults("settings.psc", "    ")
                + "  apiPsc:\n"
                + defaults("settings.apiPsc", "    ")
                + "  credential:\n"
                + defaults("settings.credential", "    ");
        String sound = new String(ShippedDeclaration.PROXY_TIERS.yaml(), java.nio.charset.StandardCharsets.UTF_8);

        Declaration declaration = DeclarationReader.read(
                "x.yaml", (sound + settings).getBytes(java.nio.charset.StandardCharsets.UTF_8), TODAY);

        assertThat(declaration.settings()).isEqualTo(Settings.DEFAULT);
    }

    private static String defaults(String section, String indent) {
        return SchemaKey.all().stream()
                .filter(key -> key.section().equals(section))
                .flatMap(key ->
                        key.keyword("default").stream().map(value -> "%s%s: %s\n".formatted(indent, key.name(), value)))
                .collect(java.util.stream.Collectors.joining());
    }

    @Test
    void choicesAreThoseOfTheReader() {
        assertThat(choices("", "couloir")).isEqualTo(names(Couloir.values()));
        assertThat(choices("", "environment")).isEqualTo(names(Environment.values()));
        assertThat(choices("actors.*", "type")).isEqualTo(names(Actor.Kind.values()));
        assertThat(choices("components.*.habilitations[]", "status")).isEqualTo(names(Habilitation.Status.values()));
        assertThat(choices("components.* (type: proxy)", "mode")).isEqualTo(names(ProxyEsante.Mode.values()));
        assertThat(choices("components.* (type: proxy)", "hosting")).isEqualTo(names(Edition.Hosting.values()));
        assertThat(choices("components.* (type: autonome)", "cndaName"))
                .isEqualTo(names(ComposantAdditionnel.CndaName.values()));
        assertThat(choices("components.*.homologations.*", "mode")).isEqualTo(names(Homologation.Mode.values()));
        assertThat(choices("components.*.homologations.*", "procedure"))
                .isEqualTo(names(Homologation.Procedure.values()));
        assertThat(choices("solution.announced", "segur")).isEqualTo(names(Solution.Feature.values()));
        assertThat(choices("settings", "cnf")).isEqualTo(names(Settings.Cnf.values()));
        assertThat(choices("settings", "tls")).isEqualTo(names(Settings.Tls.values()));
        assertThat(choices("settings.psc", "acr")).isEqualTo(names(PscChoices.Acr.values()));
        assertThat(choices("settings.psc", "bindingMessage")).isEqualTo(names(PscChoices.BindingMessage.values()));
        assertThat(choices("settings.psc", "loginHint")).isEqualTo(names(PscChoices.LoginHint.values()));
        assertThat(choices("settings.psc", "unknownUser")).isEqualTo(names(PscChoices.UnknownUser.values()));
        assertThat(choices("settings.psc", "firstPoll")).isEqualTo(names(PscChoices.FirstPoll.values()));
        assertThat(choices("settings.apiPsc", "errors")).isEqualTo(names(ApiPscChoices.Errors.values()));
        assertThat(choices("settings.apiPsc", "subjectTokenCheck"))
                .isEqualTo(names(ApiPscChoices.SubjectTokenCheck.values()));
        assertThat(choices("settings.apiPsc", "onRefused")).isEqualTo(names(ApiPscChoices.OnRefused.values()));
        assertThat(choices("settings.apiPsc", "onUnavailable")).isEqualTo(names(ApiPscChoices.OnUnavailable.values()));
        assertThat(choices("settings.apiPsc", "onWrongClient")).isEqualTo(names(ApiPscChoices.OnWrongClient.values()));
        assertThat(choices("settings.credential", "levelRule")).isEqualTo(names(CredentialChoices.LevelRule.values()));
        assertThat(choices("settings.credential", "method")).isEqualTo(names(CredentialChoices.Method.values()));
        for (DmpChoices.Mode mode : DmpChoices.Mode.values()) {
            assertThat(choices("settings.dmp.rights", mode.name()))
                    .as(mode.name())
                    .isEqualTo(Arrays.stream(DmpChoices.Transaction.values())
                            .map(DmpChoices.Transaction::label)
                            .toList());
        }
        assertThat(choices("operations[].psc", "grants")).isEqualTo(names(PscRegistration.Grant.values()));
        assertThat(choices("operations[].psc", "demands")).isEqualTo(names(PscRegistration.Demand.values()));
        assertThat(choices("operations[].psc", "userInfo")).isEqualTo(names(PscRegistration.UserInfoForm.values()));
        assertThat(choices("operations[].psc", "delivery")).isEqualTo(names(PscRegistration.Delivery.values()));
        assertThat(choices("solution, solutions[]", "teleservices"))
                .isEqualTo(
                        Teleservice.DECLARABLE.stream().map(Teleservice::label).toList());
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants)
                .map(constant -> Cursor.wireName(constant.name()))
                .toList();
    }

    private static List<String> choices(String section, String key) {
        return SchemaKey.all().stream()
                .filter(one -> one.section().equals(section) && one.name().equals(key))
                .findFirst()
                .orElseThrow()
                .choices();
    }
}
