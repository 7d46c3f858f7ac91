package fr.accroche.scenarios.igc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Setting states, and seeing them. */
class RevocationDeskTest {

    private final RunningSite site = new RunningSite();
    private final String serial = RunningSite.SERIAL.toString(16);

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void showsThatAllIsWell() throws Exception {
        String well = "{\"ocsp\":\"answering\",\"crl\":{\"ACR-EL\":\"fresh\",\"ACI-EL-ORG\":\"fresh\"},\"revoked\":[]}";

        assertThat(states().replaceAll("\\s", "")).isEqualTo("{\"test\":" + well + ",\"production\":" + well + "}");
    }

    @Test
    void setsOneThingOrSeveralOfOneBranch() throws Exception {
        set("certificate=alpha&state=revoked&ocsp=try-later&crl=expired");
        set("branch=production&authority=ACR-EL&crl=missing");

        assertThat(states().replaceAll("\\s", ""))
                .startsWith(
                        "{\"test\":{\"ocsp\":\"try-later\",\"crl\":{\"ACR-EL\":\"fresh\",\"ACI-EL-ORG\":\"expired\"},"
                                + "\"revoked\":[{\"serial\":\"" + serial + "\",\"since\":\"")
                .endsWith(
                        "\"production\":{\"ocsp\":\"answering\",\"crl\":{\"ACR-EL\":\"missing\",\"ACI-EL-ORG\":\"fresh\"},"
                                + "\"revoked\":[]}}");
    }

    @Test
    void takesASerialNumberAsOtherProgramsPrintIt() throws Exception {
        for (String printed :
                new String[] {serial.toUpperCase(), "0x" + serial, serial.replaceAll("(..)(?=.)", "$1:")}) {
            set("certificate=" + printed + "&state=revoked");
            assertThat(states()).contains(serial);
            set("certificate=alpha&state=good");
            assertThat(states()).doesNotContain(serial);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', 'expected certificate and state, crl, or ocsp'",
        "certificate=alpha, certificate and state go together",
        "state=good, certificate and state go together",
        "certificate=nobody&state=good, 'certificate is a declared client_id, or a serial number in hexadecimal'",
        "certificate=0&state=revoked, expected a positive serial number of at most 20 octets",
        "certificate=0x&state=revoked, 'certificate is a declared client_id, or a serial number in hexadecimal'",
        "certificate=ffffffffffffffffffffffffffffffffffffffffff&state=revoked, of at most 20 octets",
        "certificate=alpha&state=dead, 'state is good, revoked'",
        "ocsp=no, 'ocsp is answering, unknown, try-later, silent'",
        "crl=old, 'crl is fresh, expired, missing'",
        "crl=missing&authority=ACI, 'authority is ACR-EL, ACI-EL-ORG'",
        "ocsp=silent&branch=preprod, 'branch is test, production'",
        "ocsp=silent&ocps=silent, 'and no other, of branch, certificate, state, authority, crl, ocsp'",
        "ocsp=silent&ocsp=unknown, 'expected each once'",
        "ocsp=%zz, hexadecimal"
    })
    void saysWhatIsWrongAndChangesNothing(String form, String why) throws Exception {
        String before = states();

        HttpResponse<String> answer = site.desk(form);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains(why);
        assertThat(states()).isEqualTo(before);
    }

    private void set(String form) throws Exception {
        assertThat(site.desk(form).statusCode()).isEqualTo(204);
    }

    private String states() throws Exception {
        return new String(site.get("/__accroche/revocation").body(), StandardCharsets.UTF_8);
    }
}
