package fr.accroche.compliance.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LpsAuthenticationTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static LpsAuthentication declared(String authentication) throws DeclarationException {
        return read("alpha-edc-bas, lpsAuthentication: " + authentication);
    }

    private static LpsAuthentication read(String clientId) throws DeclarationException {
        String yaml = new String(ShippedDeclaration.PROXY_INTEGRE.yaml(), StandardCharsets.UTF_8)
                .replace("clientId: alpha-edc-bas,", "clientId: " + clientId + ",");
        return DeclarationReader.read("accroche.yaml", yaml.getBytes(StandardCharsets.UTF_8), TODAY)
                .operations()
                .get(0)
                .lpsAuthentication();
    }

    @Test
    void noneIsDeclaredByDefault() throws DeclarationException {
        assertThat(read("alpha-edc-bas")).isEqualTo(new LpsAuthentication.None());
        assertThat(declared("{ certificate: false }")).isEqualTo(new LpsAuthentication.None());
    }

    @Test
    void aSecretIsReadAndNeverPrinted() throws DeclarationException {
        LpsAuthentication secret = declared("{ secret: secret-du-lps-1 }");

        assertThat(secret).isEqualTo(new LpsAuthentication.Secret(new ClientSecret("secret-du-lps-1")));
        assertThat(secret.toString()).doesNotContain("secret-du-lps-1");
    }

    @Test
    void aCertificateIsAccrochesOrOfADeclaredSubject() throws DeclarationException {
        assertThat(declared("{ certificate: true }")).isEqualTo(new LpsAuthentication.Certificate(Optional.empty()));
        assertThat(declared("{ subjectDn: \"CN=lps,C=FR\" }"))
                .isEqualTo(new LpsAuthentication.Certificate(Optional.of(new SubjectDn("CN=lps,C=FR"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            alpha-edc-bas | { secret: secret-du-lps-1, certificate: true }  | one proof
            alpha-edc-bas | { secret: secret-du-lps-1, subjectDn: CN=lps }  | one proof
            alpha-edc-bas | { certificate: false, subjectDn: CN=lps }       | rules out
            alpha-edc-bas | { secret: court }                               | 8 to 256
            alpha-edc-bas | { certificate: true, subjectDn: nobody }        | distinguished name
            a123456789b123456789c123456789d123456789e123456789f123456789g | { certificate: true } | subjectDn
            'alpha:1'     | { secret: secret-du-lps-1 }                     | RFC 7617
            """)
    void refusesWhatContradictsItself(String clientId, String authentication, String why) {
        assertThatExceptionOfType(DeclarationException.class)
                .isThrownBy(() -> read("\"" + clientId + "\", lpsAuthentication: " + authentication))
                .withMessageContaining(why);
    }
}
