package fr.accroche.authserver.psc;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.authserver.Identities;
import fr.accroche.authserver.PscBench;
import fr.accroche.authserver.Wrong;
import fr.accroche.compliance.declaration.PscRegistration.RequestObject;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.wire.Form;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A PSC where alpha registered that it signs its requests. */
final class SigningBench implements AutoCloseable {

    final PscBench bench;
    final String algorithm;

    SigningBench(String choices, RequestObject algorithm) {
        this(
                new PscBench(Registrations.settings(
                        choices,
                        client -> client.with(Registrations.signing(algorithm)).with(SignedRequest.KEYS))),
                algorithm);
    }

    SigningBench(PscBench bench, RequestObject algorithm) {
        this.bench = bench;
        this.algorithm = algorithm.written();
    }

    SignedRequest sound() {
        return SignedRequest.sound(bench, algorithm);
    }

    /** With a claim as JSON writes it; {@code -} leaves it out, {@code @+60} is in sixty seconds. */
    SignedRequest claiming(String name, String json) {
        JsonObject claims = Json.parseObject(sound().payload().getBytes(StandardCharsets.UTF_8));
        return sound().withPayload(with(claims, name, json).compact());
    }

    /** With a header parameter, likewise. */
    SignedRequest headed(String name, String json) {
        SignedRequest sound = sound();
        return sound.withHeader(with(sound.header(), name, json));
    }

    Response send(SignedRequest request) throws IOException {
        return send(request.form());
    }

    Response send(Form form) throws IOException {
        return bench.browser.post(Identities.ALPHA, bench.at("ext/ciba/auth"), form);
    }

    /** The answer, the hop, and the part that the hop names. */
    void assertRefused(Response response, String part) {
        Wrong.assertRefused(response, bench.journal.last(), 400, "invalid_request", "TOK-05");
        assertThat(bench.journal.last().breaches())
                .as(part)
                .anySatisfy(breach -> assertThat(breach.observed().where()).isEqualTo("request/" + part));
        assertThat(bench.journal.last().value(Fact.AUTH_REQ_ID)).isEmpty();
    }

    private JsonObject with(JsonObject object, String name, String json) {
        if (json.equals("-")) {
            return object.without(name);
        }
        String written = json.startsWith("@")
                ? String.valueOf(bench.clock.instant().getEpochSecond() + Long.parseLong(json.substring(1)))
                : json;
        JsonObject holder = Json.parseObject(("{\"x\":" + written + "}").getBytes(StandardCharsets.UTF_8));
        return object.with(name, holder.get("x").orElseThrow());
    }

    @Override
    public void close() {
        bench.close();
    }
}
