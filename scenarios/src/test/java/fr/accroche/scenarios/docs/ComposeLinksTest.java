package fr.accroche.scenarios.docs;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.scenarios.chain.Participant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ComposeLinksTest {

    private static final Pattern COMMAND = Pattern.compile("command: \\[up, --only, \"?([a-z,-]+)\"?,");

    @Test
    void eachLinkHasOneContainer() throws Exception {
        String file = Files.readString(Path.of("../compose-links.yaml"));

        Stream<String> played = COMMAND.matcher(file)
                .results()
                .flatMap(found -> Stream.of(found.group(1).split(",")));

        assertThat(played)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Participant.values())
                        .map(Participant::label)
                        .toList());
    }
}
