package fr.accroche.compliance.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One call as one server saw it. Malformed calls and failed handshakes too.
 *
 * @param at when its first byte came
 * @param took until it was answered
 * @param stage where in the chain
 * @param server which server noted it
 * @param call method and path, without query
 * @param status the HTTP status answered; 0 if none was
 * @param answer the wire error answered, terse as it was, for example {@code invalid_client}; empty if none
 * @param client the client certificate of the connection
 * @param facts what was noted
 * @param breaches what the guards found, all of them, the one answered first
 */
public record Hop(
        Instant at,
        Duration took,
        Stage stage,
        String server,
        String call,
        int status,
        Optional<String> answer,
        ClientCertificate client,
        Map<Fact, Observed> facts,
        List<Breach> breaches) {

    public Hop {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(took, "took");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(server, "server");
        Objects.requireNonNull(call, "call");
        Objects.requireNonNull(answer, "answer");
        Objects.requireNonNull(client, "client");
        facts = facts.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(facts));
        breaches = List.copyOf(breaches);
    }

    /** What was noted of this fact. */
    public Optional<Observed> fact(Fact fact) {
        return Optional.ofNullable(facts.get(fact));
    }

    /** The value noted of this fact. */
    public Optional<String> value(Fact fact) {
        return fact(fact).map(Observed::value);
    }

    /** Whether the server answered with success. */
    public boolean succeeded() {
        return status >= 200 && status < 400;
    }
}
