package fr.accroche.testcontainers;

import fr.accroche.wire.json.JsonObject;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Where the links of a chain are, and what a proxy is configured with.
 *
 * @param issuer PSC, as its tokens name it
 * @param discovery PSC's metadata
 * @param servers by their names: {@code psc}, {@code api-psc}, {@code credential-api}, {@code proxy}, {@code dmp}…
 * @param teleservices by the names of their routes: {@code dmp}, {@code insi}…
 */
public record ChainAddresses(
        URI issuer, URI discovery, Map<String, URI> servers, Map<String, Teleservice> teleservices) {

    /**
     * What a proxy is told of a téléservice.
     *
     * @param target what the path of a request is added to
     * @param token where its tokens are exchanged: its API-PSC server
     * @param revocation where they are given back, if anywhere
     */
    public record Teleservice(URI target, URI token, Optional<URI> revocation) {}

    public ChainAddresses {
        servers = Map.copyOf(servers);
        teleservices = Map.copyOf(teleservices);
    }

    static ChainAddresses of(JsonObject told) {
        Map<String, URI> servers = new LinkedHashMap<>();
        each(told, "servers", (name, all) -> servers.put(name, uri(all, name)));
        Map<String, Teleservice> services = new LinkedHashMap<>();
        each(
                told,
                "teleservices",
                (name, all) -> services.put(name, teleservice(all.object(name).orElseThrow())));
        return new ChainAddresses(uri(told, "issuer"), uri(told, "discovery"), servers, services);
    }

    /** The proxy of the chain, or the one that is declared. */
    public URI proxy() {
        return server("proxy");
    }

    /** The API Credential. */
    public URI credentialApi() {
        return server("credential-api");
    }

    /**
     * Any of the servers.
     *
     * @throws IllegalArgumentException if this chain has none of that name
     */
    public URI server(String name) {
        return found(servers, name);
    }

    /**
     * What a proxy is told of a téléservice.
     *
     * @throws IllegalArgumentException if this chain has none of that name
     */
    public Teleservice teleservice(String name) {
        return found(teleservices, name);
    }

    private static <T> T found(Map<String, T> all, String name) {
        T one = all.get(name);
        if (one == null) {
            throw new IllegalArgumentException("expected one of " + all.keySet() + ", not " + name);
        }
        return one;
    }

    private static void each(JsonObject told, String member, BiConsumer<String, JsonObject> taken) {
        JsonObject all = told.object(member).orElse(JsonObject.EMPTY);
        all.members().keySet().forEach(name -> taken.accept(name, all));
    }

    private static Teleservice teleservice(JsonObject told) {
        return new Teleservice(
                uri(told, "target"), uri(told, "token"), told.text("revocation").map(URI::create));
    }

    private static URI uri(JsonObject told, String member) {
        return told.text(member)
                .map(URI::create)
                .orElseThrow(() -> new DoorException("the image is of another version: it does not tell " + member));
    }
}
