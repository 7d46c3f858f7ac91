package fr.accroche.certs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StructureIdentifierTest {

    @ParameterizedTest
    @CsvSource({
        "318751275100020, SIRET, 18751275100020, RIGHT",
        "318751275100021, SIRET, 18751275100021, WRONG",
        "300000000077081, SIRET, 00000000077081, RIGHT",
        "335600000000048, SIRET, 35600000000048, RIGHT",
        "3MONACO12345678, SIRET, MONACO12345678, NOT_COMPUTABLE",
        "2187512751, SIREN, 187512751, RIGHT",
        "2187512752, SIREN, 187512752, WRONG",
        "1920008059, FINESS, 920008059, RIGHT",
        "1920008058, FINESS, 920008058, WRONG",
        "10B0057881, FINESS, 0B0057881, RIGHT",
        "12A0000001, FINESS, 2A0000001, NOT_COMPUTABLE",
        "499700367909006, RPPS_RANG, 99700367909006, RIGHT",
        "499700367908006, RPPS_RANG, 99700367908006, WRONG",
        "00B003912901, ADELI, 0B003912901, NOT_COMPUTABLE"
    })
    void takesAnIdentifierApart(
            String unit, StructureIdentifier.Type type, String number, StructureIdentifier.Key key) {
        assertThat(StructureIdentifier.read(unit)).contains(new StructureIdentifier(type, number, key));
    }

    @Test
    void aLaPosteEstablishmentMayHaveTheOtherKey() {
        assertThat(StructureIdentifier.read("335600000000050").orElseThrow().key())
                .isEqualTo(StructureIdentifier.Key.WRONG);
        assertThat(StructureIdentifier.read("335600000049837").orElseThrow().key())
                .isEqualTo(StructureIdentifier.Key.RIGHT);
    }

    @ParameterizedTest
    @CsvSource({"IGC-SANTE", "5920008059", "31875127510002", "''"})
    void whatIsNoneIsNone(String unit) {
        assertThat(StructureIdentifier.read(unit)).isEmpty();
    }
}
