package fr.accroche.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/testcontainers.md} shows a test that compiles, and names every call there is. */
class PageTest {

    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final String BEFORE = """
            import static org.junit.jupiter.api.Assertions.assertTrue;
            import fr.accroche.testcontainers.*;
            import java.nio.file.Path;
            import org.junit.jupiter.api.Test;
            interface MyProxy {
                static void start(int port, ChainAddresses of, IssuedCertificate client, IssuedCertificate server) {}
            }
            """;

    private static String page() throws IOException {
        return Files.readString(Path.of("..", "docs", "testcontainers.md"));
    }

    @Test
    void itsTestCompiles(@TempDir Path folder) throws IOException {
        Matcher shown = JAVA.matcher(page());
        assertThat(shown.find()).isTrue();
        Path source = Files.writeString(folder.resolve("MyProxyTest.java"), BEFORE + shown.group(1));

        int ended = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        folder.toString(),
                        source.toString());

        assertThat(ended).isZero();
    }

    @Test
    void everyCallIsThere() throws IOException {
        String page = page();

        assertThat(AccrocheContainer.class.getDeclaredMethods())
                .filteredOn(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .isNotEmpty()
                .allSatisfy(method -> assertThat(page).contains("`" + method.getName() + "("));
    }
}
