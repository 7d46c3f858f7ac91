package fr.accroche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.text.Language;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** What {@code --help} says: each text is in both languages, is said by a command, and no command lacks one. */
class UsageTextsTest {

    private static final Pattern FORMAT = Pattern.compile("%\\S");

    @Test
    void bothLanguagesSayTheSameThings() {
        Properties french = texts(Language.FR);
        Properties english = texts(Language.EN);

        assertThat(french.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(french.stringPropertyNames()).isNotEmpty().allSatisfy(key -> {
            String fr = french.getProperty(key);
            String en = english.getProperty(key);
            assertThat(fr).as(key).isNotBlank().isNotEqualTo(en);
            assertThat(en).as(key).isNotBlank();
            assertThat(formats(fr)).as(key).isEqualTo(formats(en));
        });
    }

    @Test
    void everyTextIsSaidByACommandAndEveryCommandAndOptionHasOne() {
        Set<String> kept = texts(Language.EN).stringPropertyNames();
        Set<String> said =
                new TreeSet<>(Set.of("usage.headerHeading", "usage.synopsisHeading", "usage.commandListHeading"));
        for (CommandLine command : commands(Language.EN)) {
            CommandSpec spec = command.getCommandSpec();
            String name = spec.qualifiedName(".");
            if (spec.parent() != null) {
                said.add(name + ".usage.description");
            }
            spec.args().forEach(arg -> said.add(key(arg, name, kept)));
        }

        assertThat(said).containsExactlyInAnyOrderElementsOf(kept);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void helpSaysWhatItsCommandIsForAndEachOfItsOptions(Language language) {
        Properties texts = texts(language);
        for (CommandLine command : commands(language)) {
            CommandSpec spec = command.getCommandSpec();
            String name = spec.qualifiedName(".");
            String help = letters(command.getUsageMessage());
            List<String> expected = new ArrayList<>(List.of("usage.headerHeading", "usage.synopsisHeading"));
            if (spec.parent() != null) {
                expected.add(name + ".usage.description");
            }
            spec.args().forEach(arg -> expected.add(key(arg, name, texts.stringPropertyNames())));
            assertThat(expected)
                    .allSatisfy(key -> assertThat(help)
                            .as("%s: %s", name, key)
                            .contains(letters(String.format(texts.getProperty(key)))));
        }
    }

    private static String key(ArgSpec arg, String command, Set<String> kept) {
        assertThat(arg.descriptionKey()).as("%s of %s", arg, command).isNotBlank();
        String own = command + "." + arg.descriptionKey();
        return kept.contains(own) ? own : arg.descriptionKey();
    }

    private static List<CommandLine> commands(Language language) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        Console console = new Console(
                new ByteArrayInputStream(new byte[0]), nowhere, nowhere, false, Path.of("absent"), language);
        return below(Main.line(console)).toList();
    }

    private static Stream<CommandLine> below(CommandLine command) {
        return Stream.concat(
                Stream.of(command), command.getSubcommands().values().stream().flatMap(UsageTextsTest::below));
    }

    private static Properties texts(Language language) {
        Properties texts = new Properties();
        String file = language == Language.FR ? "usage_fr.properties" : "usage_en.properties";
        try (Reader in = new InputStreamReader(Main.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            texts.load(in);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
        return texts;
    }

    private static List<String> formats(String text) {
        return FORMAT.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(format -> !format.equals("%n"))
                .sorted()
                .toList();
    }

    private static String letters(String text) {
        return text.replaceAll("\\s+", "");
    }
}
