package fr.accroche.scenarios.probe;

import fr.accroche.compliance.declaration.ApiPscChoices.SubjectTokenCheck;
import fr.accroche.compliance.declaration.CredentialChoices;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.Participants;
import fr.accroche.compliance.declaration.Participants.External;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.chain.Callers;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.ClientSettings;
import fr.accroche.wire.Form;
import fr.accroche.wire.json.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The calls that show whether the vendor's own servers are fit for a run.
 *
 * @param declaration what is declared of them
 * @param callers what the chain presents to each
 * @param operation the client that calls
 */
record Probes(Declaration declaration, Callers callers, Operation operation) {

    private static final String FORM = "application/x-www-form-urlencoded";

    /** Marked, so that who reads the server's logs knows what called, and of no registered client. */
    private static final String UNKNOWN_CLIENT = "accroche-sonde-client-inconnu";

    private static final Text SUBJECT = Text.verbatim("{0} {1}");

    /** In the order of the chain. */
    List<Probe> all() {
        List<Probe> probes = new ArrayList<>();
        Participants participants = declaration.participants();
        participants.psc().ifPresent(server -> probes.add(psc(server)));
        participants
                .authorizationServer()
                .ifPresent(servers -> called(servers.urls())
                        .forEach(service ->
                                probes.add(token(servers, servers.urls().get(service)))));
        participants.credentialApi().ifPresent(server -> probes.add(credential(server)));
        participants
                .teleservices()
                .ifPresent(servers -> called(servers.urls())
                        .forEach(service ->
                                probes.add(service(servers, servers.urls().get(service)))));
        return probes;
    }

    private List<Teleservice> called(Map<Teleservice, URI> urls) {
        List<Teleservice> called = new ArrayList<>(declaration.teleservices());
        called.add(Teleservice.CONFORMITE);
        return called.stream().filter(urls::containsKey).toList();
    }

    private Probe psc(Participants.Server server) {
        return probe(
                server,
                callers.bare(Optional.of(server)),
                ClientRequest.get(server.url()),
                new DiscoveryAnswer(declaration.participants().pscIssuer().orElseThrow(), needed()));
    }

    /** What the proxy calls, and what the authorization servers do where they are simulated. */
    private List<String> needed() {
        List<String> needed = new ArrayList<>(
                List.of("token_endpoint", "backchannel_authentication_endpoint", "end_session_endpoint"));
        if (declaration.participants().authorizationServer().isEmpty()) {
            needed.add(endpoint(declaration.settings().apiPsc().subjectTokenCheck()));
        }
        return needed;
    }

    private static String endpoint(SubjectTokenCheck check) {
        return switch (check) {
            case INTROSPECTION -> "introspection_endpoint";
            case USERINFO -> "userinfo_endpoint";
            case LOCAL_JWKS -> "jwks_uri";
        };
    }

    /** PSC's own token endpoint, once its document says where that is; a client with a secret is known by no certificate. */
    Optional<Probe> tokenOfPsc(JsonObject document) {
        return declaration
                .participants()
                .psc()
                .filter(server -> operation.secret().isEmpty())
                .flatMap(server ->
                        DiscoveryAnswer.endpoint(document, "token_endpoint").map(endpoint -> token(server, endpoint)));
    }

    private Probe token(External server, URI endpoint) {
        String client = operation.clientId().value();
        return probe(
                server,
                callers.proxy(operation, Optional.of(server)),
                ClientRequest.post(endpoint, FORM, Form.of("client_id", client).encoded()),
                new TokenAnswer(client));
    }

    private Probe credential(Participants.Server server) {
        CredentialChoices contract = declaration.settings().credential();
        return probe(
                server,
                callers.authorizationServer(),
                question(server.url(), contract),
                new CredentialAnswer(contract));
    }

    private ClientRequest question(URI url, CredentialChoices contract) {
        Map<String, String> fields = Map.of(
                "clientId",
                UNKNOWN_CLIENT,
                "certificateCN",
                UNKNOWN_CLIENT,
                "certificateOU",
                declaration.proxyOperator(operation).idNatStruct().value(),
                "securityLevel",
                declaration.settings().securityLevel());
        if (contract.method() == CredentialChoices.Method.GET) {
            Form query = Form.of();
            for (Map.Entry<String, String> field : fields.entrySet()) {
                query = query.plus(field.getKey(), field.getValue());
            }
            return ClientRequest.get(URI.create(url + "?" + query.encoded()));
        }
        JsonObject body = JsonObject.EMPTY;
        for (Map.Entry<String, String> field : fields.entrySet()) {
            body = body.with(field.getKey(), field.getValue());
        }
        return ClientRequest.post(url, "application/json", body.compact());
    }

    private Probe service(External server, URI url) {
        return probe(
                server,
                callers.proxy(operation, Optional.of(server)),
                ClientRequest.post(url, "application/soap+xml", ""),
                new ServiceAnswer());
    }

    private static Probe probe(
            External server, ClientSettings caller, ClientRequest request, Probe.Expectation expectation) {
        URI uri = request.uri();
        Text subject = SUBJECT.with(server.path(), uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath());
        return new Probe(server, subject, caller, request, expectation);
    }
}
