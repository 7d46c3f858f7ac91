package fr.accroche.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.messages.BusinessRequest;
import fr.accroche.messages.DmpResponse;
import fr.accroche.messages.Ins;
import fr.accroche.messages.VihfForm;
import fr.accroche.proxy.metier.MetierLps;
import fr.accroche.proxy.metier.PublishedSchema;
import fr.accroche.wire.Handler;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A métier proxy, an LPS that is connected to it, and what it asks. */
final class MetierBench implements AutoCloseable {

    static final String INS = "290019999900113";
    static final String NUMBER = "HOM-ALPHA-0001";
    static final String EXISTENCE = "/send/dmp/existence-test";
    static final String SEARCH = "/send/insi/search";

    static final MetierLps ALPHA = new MetierLps(
            "Alpha Cabinet",
            "2.1",
            "5d0b2d1e-1f3f-4a6e-9d55-3f7a5b7c0001",
            Map.of("dmp", NUMBER, "insi", "IDAM-ALPHA"),
            false,
            Certificates.ALPHA_LPS,
            VihfForm.INDIRECTE,
            Map.of("dmp", new MetierLps.Eai("eai", Optional.of("HOM-EAI"))));

    static final String ON_PATIENT = """
            {"professional":{"displayName":"DEMO Camille","structure":"499900000011000","sector":"SA07",
              "roles":[{"code":"10","codeSystem":"1.2.250.1.71.1.2.7","displayName":"Médecin"},
                       {"code":"SM26","codeSystem":"1.2.250.1.71.4.2.5","displayName":"Médecine générale"}]},
             "patient":{"ins":"290019999900113","oid":"1.2.250.1.213.1.4.10"}}""";
    static final String ON_TRAITS = """
            {"professional":{"billingId":"991000001","sector":"SA07","amoSpeciality":"01"},
             "traits":{"birthName":"DEMO","firstNames":["CAMILLE"],"sex":"F","birthDate":"1990-01-01"}}""";

    final Chain chain;
    Lps lps;

    MetierBench() {
        this(UnaryOperator.identity());
    }

    MetierBench(UnaryOperator<ProxySettings> change) {
        chain = Chain.with(settings -> change.apply(settings.withMetier(Map.of(Chain.ALPHA, ALPHA))));
    }

    void connect() throws Exception {
        chain.forget();
        chain.teleservices.on("/dmp/patients", existing());
        lps = chain.lps();
        lps.connect(Chain.ALPHA);
    }

    @Override
    public void close() {
        chain.close();
    }

    static Handler existing() {
        return soap(200, request -> {
            BusinessRequest asked = BusinessRequest.parse(request);
            return new DmpResponse(
                            "urn:uuid:1f0e3a52-0000-4000-8000-000000000001",
                            asked.messageId().orElseThrow(),
                            Chain.START,
                            (Ins) asked.patient().orElseThrow(),
                            Optional.of(new DmpResponse.Dossier("VALIDE", true, Optional.empty(), true, false)))
                    .toBytes();
        });
    }

    interface Answer {
        byte[] to(byte[] request);
    }

    static Handler soap(int status, Answer answer) {
        return request ->
                new Response(status, Headers.of("Content-Type", "application/soap+xml"), answer.to(request.body()));
    }

    Response ask(String path, String json) throws Exception {
        return lps.call("POST", path, Headers.of("Content-Type", "application/json"), json);
    }

    static JsonObject problem(Response response) {
        assertThat(response.headers().first("Content-Type")).contains("application/problem+json");
        assertThat(PublishedSchema.faults("problem", response.body())).isEmpty();
        return Json.parseObject(response.body());
    }
}
