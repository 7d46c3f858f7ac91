package fr.accroche.wire.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdminDoorsTest {

    private static final String CLOCK = "/__accroche/clock";

    private final Doors doors = new Doors();

    @AfterEach
    void close() {
        doors.close();
    }

    @Test
    void tellsTheTime() throws Exception {
        assertThat(doors.get(CLOCK).body().strip())
                .isEqualTo("{\"now\":\"2026-11-27T12:00:00Z\",\"offset\":\"PT0S\",\"frozen\":false}");
    }

    @ParameterizedTest
    @CsvSource({
        "advance=PT2M, 2026-11-27T12:02:00Z, PT2M, false",
        "advance=2m, 2026-11-27T12:02:00Z, PT2M, false",
        "advance=7d, 2026-12-04T12:00:00Z, PT168H, false",
        "set=2026-11-27T16:00:00Z, 2026-11-27T16:00:00Z, PT4H, false",
        "set=2026-11-27T16:00:00Z&freeze=true, 2026-11-27T16:00:00Z, PT4H, true",
        "freeze=true, 2026-11-27T12:00:00Z, PT0S, true"
    })
    void movesTheClock(String form, String now, String offset, boolean frozen) throws Exception {
        HttpResponse<String> answer = doors.post(CLOCK, form);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body().strip())
                .isEqualTo("{\"now\":\"" + now + "\",\"offset\":\"" + offset + "\",\"frozen\":" + frozen + "}");
        assertThat(doors.clock.instant()).isEqualTo(now);

        assertThat(doors.post(CLOCK, "reset=true").body()).contains("\"offset\":\"PT0S\",\"frozen\":false");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "|expected one of advance=PT2M",
                "advance=soon|such as PT2M",
                "advance=-PT1S|forward only",
                "advance=PT99999999999H|no further",
                "set=yesterday|2026-11-27T12:00:00Z",
                "set=2026-11-27T11:59:59Z|forward only",
                "set=2026-12-01T00:00:00Z&advance=1s|expected one of",
                "freeze=maybe|true or false",
                "jump=1s|expected each once",
                "advance=1s&advance=1s|expected each once",
                "advance=%zz|hexadecimal"
            })
    void saysWhatWouldHaveWorked(String form, String hint) throws Exception {
        HttpResponse<String> answer = doors.post(CLOCK, form == null ? "" : form);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains(hint);
        assertThat(doors.clock.instant()).isEqualTo(Doors.NOON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/__accroche/clock", "/__accroche/faults", "/__accroche/reset"})
    void refusesThePagesOfOthers(String path) throws Exception {
        for (String origin : new String[] {"https://evil.example", "null", "http://localhost:1"}) {
            assertThat(doors.post(path, "freeze=true", "Origin", origin).statusCode())
                    .isEqualTo(403);
        }
        assertThat(doors.post(path, "freeze=true", "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(doors.clock.reading().frozen()).isFalse();
        assertThat(doors.sessions).hasValue(2);
    }

    @Test
    void letsItsOwnPagesAndProgramsThrough() throws Exception {
        assertThat(doors.post(CLOCK, "freeze=true", "Origin", doors.origin(), "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isEqualTo(200);
        assertThat(doors.clock.reading().frozen()).isTrue();
    }

    @Test
    void countsAndForgets() throws Exception {
        doors.faults.add(FaultOrder.next("token", new FaultAct.Refuse()));
        doors.clock.advance(Duration.ofHours(1));
        assertThat(doors.get("/__accroche/state").body().strip()).isEqualTo("{\"sessions\":2,\"faults\":1}");

        assertThat(doors.post("/__accroche/reset", "").statusCode()).isEqualTo(204);

        assertThat(doors.get("/__accroche/state").body().strip()).isEqualTo("{\"sessions\":0,\"faults\":0}");
        assertThat(doors.clock.instant()).isEqualTo(Doors.NOON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health/live", "/health/ready"})
    void isUp(String path) throws Exception {
        assertThat(doors.get(path).statusCode()).isEqualTo(200);
    }
}
