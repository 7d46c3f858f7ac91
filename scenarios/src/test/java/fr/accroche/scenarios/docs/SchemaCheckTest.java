package fr.accroche.scenarios.docs;

import static fr.accroche.scenarios.docs.OpenApiDocument.map;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.wire.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check of answers against the document finds what is wrong with them. */
class SchemaCheckTest {

    private static final String RIGHT =
            "{'type':'SEND','clientId':'a','IdRPPS':null,'ipAddress':'/127.0.0.1','ports':[4242],"
                    + "'proxy_id_session':'496fe9d6-0d1c-4bd2-9a52-3f5c3e1a7b11','session_state':'x','dn':null,"
                    + "'timestamp':'2026-11-22T05:01:09.307541528Z',"
                    + "'apiRequest':{'nomApiPsc':'dmp','methode':'POST','path':'/a'}}";

    private final OpenApiDocument document = OpenApiDocument.read("proxy-api.yaml");

    @Test
    void findsNothingInARightTrace() {
        assertThat(wrong(RIGHT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'SEND'|'SENT'|/type: is none of",
                "'clientId':'a'|'clientId':7|/clientId: is no string",
                "'ipAddress':'/127.0.0.1'|'ipAddress':null|/ipAddress: may not be null",
                "[4242]|[70000]|/ports[]: is more than 65535",
                "[4242]|[4.5]|/ports[]: is no integer",
                "[4242]|['4242']|/ports[]: is no integer",
                "[4242]|4242|/ports: is no array",
                "496fe9d6|496FE9D6|/proxy_id_session: is no uuid",
                "09.307541528Z|09|/timestamp: is no date-time",
                "'dn':null,|\"\"|/dn: is missing",
                "'dn'|'own'|/own: is not described",
                "'dmp'|'d m p'|/apiRequest/nomApiPsc: does not match",
                "'/a'|'/a?b'|/apiRequest/path: does not match"
            })
    void findsWhatIsWrong(String part, String instead, String finding) {
        assertThat(wrong(RIGHT.replace(part, instead)))
                .anySatisfy(one -> assertThat(one).startsWith(finding));
    }

    private List<String> wrong(String trace) {
        return SchemaCheck.of(
                document,
                map(document.at("components", "schemas").get("Trace")),
                Json.parse(trace.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
    }
}
