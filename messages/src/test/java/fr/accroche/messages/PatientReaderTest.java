package fr.accroche.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bodies that requests of ours do not have. */
class PatientReaderTest {

    @Test
    void readsThePatientOfAnXdsQuery() {
        String quoted = "'290019999900113^^^&amp;1.2.250.1.213.1.4.10&amp;ISO^NH'";

        assertThat(Fictive.parse(query(quoted)).patient()).contains(Fictive.PATIENT);
        assertThat(Fictive.parse(query(quoted.replace("'", ""))).patient()).contains(Fictive.PATIENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(%s)", "( %s )", "x%s", "%s x"})
    void readsTheSamePatientAsTheSearchDoes(String form) {
        String message = query(form.formatted("'290019999900113^^^&amp;1.2.250.1.213.1.4.10&amp;ISO^NH'"));

        assertThat(Fictive.parse(message).patient()).contains(Fictive.PATIENT);
        assertThat(DocumentQuery.read(SoapMessage.xml(message.getBytes(StandardCharsets.UTF_8)))
                        .patient())
                .isEqualTo(Fictive.PATIENT);
    }

    @Test
    void refusesAListOfTwoPatients() {
        assertThatThrownBy(() -> Fictive.parse(query("('a','b')")))
                .isInstanceOf(MessageException.class)
                .hasMessageContaining("2 patients");
    }

    @Test
    void aPatientThatIsNoInsIsNone() {
        assertThat(Fictive.parse(query("'somebody'")).patient()).isEmpty();
        assertThat(Fictive.parse(query("'")).patient()).isEmpty();
    }

    @Test
    void refusesAnXdsQueryAboutTwoPatients() {
        assertThatThrownBy(() -> Fictive.parse(query("'a'</v:Value><v:Value>'b'")))
                .isInstanceOf(MessageException.class)
                .hasMessageContaining("2 patients");
    }

    private static String query(String patient) {
        return """
                <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body>
                <q:AdhocQueryRequest xmlns:q="urn:oasis:names:tc:ebxml-regrep:xsd:query:3.0"
                    xmlns:v="urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0">
                  <q:ResponseOption returnType="LeafClass"/>
                  <v:AdhocQuery id="urn:uuid:14d4debf-8f97-4251-9a74-a90016b0af0d">
                    <v:Slot name="$XDSDocumentEntryStatus"><v:ValueList><v:Value>('x')</v:Value></v:ValueList></v:Slot>
                    <v:Slot name="$XDSDocumentEntryPatientId"><v:ValueList><v:Value>%s</v:Value></v:ValueList></v:Slot>
                  </v:AdhocQuery>
                </q:AdhocQueryRequest></s:Body></s:Envelope>
                """.formatted(patient);
    }
}
