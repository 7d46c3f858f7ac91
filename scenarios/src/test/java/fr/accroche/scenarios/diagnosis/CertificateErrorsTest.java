package fr.accroche.scenarios.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.catalogue.RuleBook;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.text.Text;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CertificateErrorsTest {

    private static final Pattern ID = Pattern.compile("\\bF\\d+\\b");

    static Stream<CertificateError> errors() {
        return CertificateErrors.ALL.stream();
    }

    @Test
    void theyAreNumberedInOrder() {
        assertThat(CertificateErrors.ALL)
                .extracting(CertificateError::id)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 44)
                        .mapToObj(number -> "F" + number)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("errors")
    void eachIsCompleteInBothLanguages(CertificateError error) {
        List<Text> texts = List.of(
                error.title(), error.cause(), error.sign(), error.check().question(), error.fix());

        assertThat(texts).allSatisfy(text -> {
            assertThat(text.fr()).isNotBlank().isNotEqualTo(text.en());
            assertThat(text.en()).isNotBlank();
        });
        assertThat(error.owners()).isNotEmpty().doesNotHaveDuplicates();
        assertThat(error.check().commands())
                .allSatisfy(command -> assertThat(command).isNotBlank());
        assertThat(error.rules())
                .isSubsetOf(RuleBook.CARDS.stream().map(RuleCard::id).toList());
    }

    /** A French colon, semicolon, question or quotation mark has its space; none is written in the English way. */
    @ParameterizedTest
    @MethodSource("errors")
    void frenchIsWrittenTheFrenchWay(CertificateError error) {
        assertThat(Stream.of(
                                error.title(),
                                error.cause(),
                                error.sign(),
                                error.check().question(),
                                error.fix())
                        .map(Text::fr)
                        .map(text -> text.replaceAll("« [^»]* »|https?:|\\S+\\.\\S+:", "")))
                .allSatisfy(text -> assertThat(text).doesNotContainPattern("[\\p{L})][:;?!](\\s|$)|«\\S|\\S»|\""));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void itsTextsAreLongEnoughToMeanSomethingAndNamedOnce(CertificateError error) {
        assertThat(error.symptoms())
                .extracting(Symptom::program)
                .allSatisfy(program -> assertThat(program).isNotBlank());
        assertThat(error.symptoms())
                .allSatisfy(symptom -> assertThat(symptom.phrase().length()).isGreaterThan(8))
                .extracting(symptom -> symptom.phrase().key())
                .doesNotHaveDuplicates();
    }

    /** Two errors with one text: at most one of them is the first suspect. */
    @Test
    void noTextNamesTwoErrors() {
        assertThat(CertificateErrors.ALL.stream()
                        .flatMap(error -> error.symptoms().stream())
                        .filter(symptom -> symptom.weight() == Symptom.Weight.TELLING)
                        .map(symptom -> symptom.phrase().key()))
                .doesNotHaveDuplicates();
    }

    /** An error that says how to choose names the others by their id. */
    @Test
    void everyErrorThatItsCheckNamesExists() {
        assertThat(CertificateErrors.ALL.stream()
                        .flatMap(error -> Stream.of(error.check().question(), error.fix()))
                        .flatMap(text -> ID.matcher(text.fr() + " " + text.en()).results())
                        .map(named -> named.group()))
                .hasSizeGreaterThan(100)
                .allSatisfy(id -> assertThat(CertificateErrors.named(id)).isPresent());
    }
}
