package fr.accroche.compliance.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactedDeclarationTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static String redacted(String yaml) throws DeclarationException {
        return RedactedDeclaration.of("accroche.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }

    private static Declaration read(String yaml) throws DeclarationException {
        return DeclarationReader.read("accroche.yaml", yaml.getBytes(StandardCharsets.UTF_8), TODAY);
    }

    @ParameterizedTest
    @EnumSource(ShippedDeclaration.class)
    void eachPartKeepsItsLine(ShippedDeclaration shipped) throws DeclarationException {
        String redacted = redacted(shipped.text());

        assertThat(read(redacted).lines().byPath())
                .isEqualTo(read(shipped.text()).lines().byPath());
        assertThat(redacted).doesNotContain("#  ", "DMP-SIMULE-0001", "INSI-SIMULE-0001", "ON-SIMULE-0001");
    }

    @Test
    void noSecretOfACompleteOneIsLeft() throws IOException, DeclarationException {
        String complete;
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("complete.yaml"))) {
            complete = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }

        assertThat(complete).contains("tres-secret-1", "TEST-1", "INTERFACE-2", "client.password.txt");
        assertThat(redacted(complete))
                .contains("client.password.txt", "REDACTED", "alpha-edc-bas")
                .doesNotContain("tres-secret-1", "\"TEST-1\"", "INTERFACE-1", "INTERFACE-2", "DMP-SIMULE-0001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "secret: \"sesame-ouvre-toi\"",
                "secret: 'sesame-ouvre-toi'",
                "secret: >-\n  sesame-ouvre-toi",
                "secret: |\n  sesame-ouvre-toi",
                "\"secret\": sesame-ouvre-toi # sesame-ouvre-toi",
                "operations: [{ secret: sesame-ouvre-toi }]",
                "homologations: { DMP: sesame-ouvre-toi }",
                "homologations: { DMP: { number: sesame-ouvre-toi } }",
                "participants: { proxy: { url: \"https://a.invalid/x?key=sesame-ouvre-toi\" } }"
            })
    void howeverItIsWritten(String yaml) throws DeclarationException {
        assertThat(redacted(yaml)).doesNotContain("ouvre-toi");
    }

    @Test
    void whatIsQuotedComesBackAsItWas() throws DeclarationException {
        String name = "a \\\"b\\\" \\\\ c : d # e é 🦀";

        assertThat(redacted("name: \"" + name + "\"")).isEqualTo("{\"name\": \"" + name + "\"}\n");
    }
}
