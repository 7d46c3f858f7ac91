package fr.accroche.wire.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.accroche.wire.Headers;
import fr.accroche.wire.Peer;
import fr.accroche.wire.Request;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultDeskTest {

    private static final String FAULTS = "/__accroche/faults";

    private final Doors doors = new Doors();

    @AfterEach
    void close() {
        doors.close();
    }

    @Test
    void aFaultIsMetAsOftenAsAskedAndTheOldestFirst() throws Exception {
        assertThat(doors.post(FAULTS, "endpoint=token&do=status:503&times=2").statusCode())
                .isEqualTo(201);
        doors.post(FAULTS, "endpoint=token&do=refuse");
        doors.post(FAULTS, "endpoint=ciba&do=close");

        assertThat(met("token")).contains("status:503");
        assertThat(met("token")).contains("status:503");
        assertThat(doors.get(FAULTS).body())
                .contains("{\"id\":1,\"endpoint\":\"token\",\"do\":\"status:503\",\"times\":2,\"left\":0}")
                .contains("{\"id\":2,\"endpoint\":\"token\",\"do\":\"refuse\",\"times\":1,\"left\":1}");
        assertThat(met("token")).contains("refuse");
        assertThat(met("token")).isEmpty();
        assertThat(met("ciba")).contains("close");
    }

    @Test
    void aFaultForOneClientLeavesTheOthersAlone() throws Exception {
        doors.post(FAULTS, "endpoint=token&do=empty&clientId=alpha");

        assertThat(met("token", form("client_id=beta"))).isEmpty();
        assertThat(met("token", form("client_id=alpha"))).contains("empty");

        doors.post(FAULTS, "endpoint=token&do=empty&clientId=alpha&times=2");
        Headers basic = Headers.of("Authorization", "Basic YWxwaGE6c2VjcmV0");
        assertThat(met("token", request(basic, ""))).contains("empty");
        Headers json = Headers.of("Content-Type", "application/json");
        assertThat(met("token", request(json, "{\"clientId\":\"alpha\"}"))).contains("empty");
    }

    @Test
    void aMarkWaitsForWhatIsMadeNext() throws Exception {
        doors.post(FAULTS, "do=expired-token");

        assertThat(met("token")).isEmpty();
        assertThat(doors.faults.marked("expired-token", "alpha")).isTrue();
        assertThat(doors.faults.marked("expired-token", "alpha")).isFalse();
    }

    @Test
    void aDeedIsDoneAtOnceOrAtTheNextCall() throws Exception {
        assertThat(doors.post(FAULTS, "do=rotate-keys").body().strip()).isEqualTo("{\"done\":\"rotate-keys\"}");
        assertThat(doors.rotated).hasValue(1);

        doors.post(FAULTS, "do=rotate-keys&endpoint=token");
        assertThat(doors.rotated).hasValue(1);
        assertThat(met("token")).contains("rotate-keys");
    }

    @Test
    void forgetsOneOrAll() throws Exception {
        doors.post(FAULTS, "endpoint=token&do=refuse");
        doors.post(FAULTS, "endpoint=token&do=garbage");
        doors.post(FAULTS, "endpoint=token&do=empty");

        assertThat(doors.send("DELETE", FAULTS + "?id=1", "").statusCode()).isEqualTo(204);
        assertThat(doors.send("DELETE", FAULTS + "?id=1", "").statusCode()).isEqualTo(404);
        assertThat(met("token")).contains("garbage");
        assertThat(doors.send("DELETE", FAULTS, "").statusCode()).isEqualTo(204);
        assertThat(met("token")).isEmpty();
    }

    @Test
    void keepsAHundredThatWaitAndNoMore() throws Exception {
        for (int i = 0; i < FaultList.MOST; i++) {
            assertThat(doors.faults.add(FaultOrder.next("token", new FaultAct.Close())))
                    .isEqualTo(i + 1);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> doors.faults.add(FaultOrder.next("token", new FaultAct.Close())))
                .withMessageContaining("DELETE some");

        met("token");
        doors.faults.add(FaultOrder.next("ciba", new FaultAct.Close()));
        assertThat(doors.faults.entries()).hasSize(FaultList.MOST);
        assertThat(doors.faults.waiting()).isEqualTo(FaultList.MOST);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "endpoint=token|do is status:…, refuse",
                "endpoint=token&do=explode|do is status:…, refuse",
                "endpoint=nowhere&do=refuse|endpoint is ciba, token",
                "do=refuse|endpoint is ciba, token",
                "endpoint=token&do=status:200|400 to 599",
                "endpoint=token&do=status:abc|400 to 599",
                "endpoint=token&do=delay:2m|0s to 60s",
                "endpoint=token&do=advance:-PT1S|forward only",
                "endpoint=token&do=refuse&times=0|1 to 1000",
                "endpoint=token&do=refuse&times=1001|1 to 1000",
                "endpoint=token&do=refuse&times=many|1 to 1000",
                "endpoint=token&do=refuse&realm=dmp|expected each once"
            })
    void saysWhatWouldHaveWorked(String form, String hint) throws Exception {
        HttpResponse<String> answer = doors.post(FAULTS, form);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains(hint);
        assertThat(doors.faults.entries()).isEmpty();
    }

    private Optional<String> met(String endpoint) {
        return met(endpoint, form(""));
    }

    private Optional<String> met(String endpoint, Request request) {
        return doors.faults
                .meet(endpoint, request)
                .order()
                .map(order -> order.act().text());
    }

    private static Request form(String body) {
        return request(Headers.of("Content-Type", "application/x-www-form-urlencoded"), body);
    }

    private static Request request(Headers headers, String body) {
        Peer peer =
                new Peer(InetSocketAddress.createUnresolved("peer", 1), List.of(), Optional.empty(), Optional.empty());
        return new Request("POST", "/token", headers, body.getBytes(StandardCharsets.UTF_8), peer);
    }
}
