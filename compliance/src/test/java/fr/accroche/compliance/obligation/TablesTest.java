package fr.accroche.compliance.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.text.Language;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables are the webinar's: each cell of the transcription, and each row both ways. */
class TablesTest {

    static Stream<Arguments> tables() {
        return Stream.of(
                Arguments.of("homologation", HomologationRow.values()),
                Arguments.of("habilitation", HabilitationRow.values()),
                Arguments.of("intrusion", IntrusionRow.values()),
                Arguments.of("operator", OperatorRow.values()),
                Arguments.of("operator-schema", OperatorSchemaRow.values()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void hasTheSlidesRowsAndNoOther(String table, Enum<?>[] rows) {
        assertThat(Transcription.read(table).ids())
                .isEqualTo(Stream.of(rows).map(Enum::name).toList());
    }

    static Stream<Arguments> cells() {
        return Stream.of(
                        cells(
                                "homologation",
                                HomologationRow.values(),
                                row -> List.of(said(row), row.file(), row.numberSent(), remarks(row))),
                        cells(
                                "habilitation",
                                HabilitationRow.values(),
                                row -> List.of(said(row), row.elu(), row.elp(), row.subContracting(), remarks(row))),
                        cells(
                                "intrusion",
                                IntrusionRow.values(),
                                row -> List.of(said(row), row.byLpsEditor(), row.byProxyEditor())),
                        cells(
                                "operator",
                                OperatorRow.values(),
                                row -> List.of(said(row), row.habilitation(), remarks(row))),
                        cells(
                                "operator-schema",
                                OperatorSchemaRow.values(),
                                row -> List.of(
                                        row.citation().quote(), row.operatedByEditor(), row.operatedByStructure())))
                .flatMap(Function.identity());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cells")
    void everyCellIsTheSlides(Transcription.Place slide, Object coded) {
        if (coded instanceof Cell cell) {
            assertThat(cell.words()).isEqualTo(slide.words());
            assertThat(slide.words()).matches(cell.answer() + "( .+)?");
        } else {
            assertThat(coded).isEqualTo(slide.words());
        }
    }

    static Stream<Row> rows() {
        return tables().flatMap(table -> Stream.of((Object[]) table.get()[1]))
                .filter(Row.class::isInstance)
                .map(Row.class::cast);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isNamedInBothLanguages(Row row) {
        assertThat(row.situation().in(Language.FR)).isEqualTo(row.citation().quote());
        assertThat(row.situation().in(Language.EN))
                .isNotBlank()
                .isNotEqualTo(row.situation().in(Language.FR));
    }

    @ParameterizedTest
    @EnumSource
    void theSchemasValuesAreInItsWords(OperatorSchemaRow row) {
        assertThat(row.citation().quote()).contains(row.operatedByEditor(), row.operatedByStructure());
    }

    private static <R> Stream<Arguments> cells(String table, R[] rows, Function<R, List<?>> coded) {
        List<Transcription.Place> slide = Transcription.read(table).cells().toList();
        List<?> cells =
                Stream.of(rows).flatMap(row -> coded.apply(row).stream()).toList();
        assertThat(cells).as(table).hasSameSizeAs(slide);
        return IntStream.range(0, slide.size()).mapToObj(i -> Arguments.of(slide.get(i), cells.get(i)));
    }

    private static String said(Row row) {
        return row.citation().quote();
    }

    private static String remarks(Row row) {
        return String.join(" ", row.remarks());
    }
}
