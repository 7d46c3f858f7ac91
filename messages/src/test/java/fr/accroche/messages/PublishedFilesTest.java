package fr.accroche.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/wsdl} is what the jar holds; {@code -Daccroche.write=true} writes it again. */
class PublishedFilesTest {

    private static final Path FOLDER = Path.of("..", "docs", "wsdl");
    private static final Pattern IMPORTED = Pattern.compile("schemaLocation=\"([^\"]*)\"");

    private static Map<String, String> inTheJar() {
        Map<String, String> files = new TreeMap<>();
        for (SchemaFile schema : SchemaFile.values()) {
            files.put(schema.file(), new String(schema.bytes(), StandardCharsets.UTF_8));
        }
        for (ServiceDescription description : ServiceDescription.values()) {
            files.put(description.file(), new String(description.bytes(), StandardCharsets.UTF_8));
        }
        return files;
    }

    private static Map<String, String> published() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> listed = Files.list(FOLDER)) {
            for (Path file : listed.toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return files;
    }

    @Test
    void theFilesInTheDocumentationAreThoseOfTheJar() throws Exception {
        if (Boolean.getBoolean("accroche.write")) {
            for (Map.Entry<String, String> file : inTheJar().entrySet()) {
                Files.createDirectories(FOLDER);
                Files.writeString(FOLDER.resolve(file.getKey()), file.getValue());
            }
        }
        assertThat(published()).isEqualTo(inTheJar());
    }

    @Test
    void eachFileImportsOnlyOthersBesideIt() {
        Map<String, String> files = inTheJar();

        Set<String> imported = files.values().stream()
                .flatMap(text -> IMPORTED.matcher(text).results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());

        assertThat(files.keySet()).containsAll(imported);
    }

    @Test
    void anAddressThatIsNoneDoesNotGetOutOfItsAttribute() {
        String hostile = "https://a\"/><b c=\"&d;$1\\/lps";

        assertThat(ServiceDescription.INSI.servedAt(hostile))
                .contains("<soap12:address location=\"https://a/b")
                .contains("schemaLocation=\"https://a/b")
                .doesNotContain("<b ")
                .doesNotContain("&d");
        assertThat(ServiceDescription.servedAt(hostile, SchemaFile.REGISTRY))
                .contains("?xsd=xml.xsd\"")
                .doesNotContain("<b ");
    }

    @Test
    void eachDescriptionSaysWhoseItIs() {
        for (ServiceDescription description : ServiceDescription.values()) {
            Matcher words = Pattern.compile("(?s)<wsdl:documentation>(.*?)</wsdl:documentation>")
                    .matcher(new String(description.bytes(), StandardCharsets.UTF_8));

            assertThat(words.find()).isTrue();
            assertThat(words.group(1)).contains("accroche's own");
            assertThat(words.group(1).contains("FICTIONAL")).isEqualTo(description == ServiceDescription.ON_FICTIONAL);
        }
    }
}
