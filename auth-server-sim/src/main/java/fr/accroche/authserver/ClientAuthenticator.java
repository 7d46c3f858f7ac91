package fr.accroche.authserver;

import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.ObservedCertificate;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.text.Text;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/**
 * Who calls: by certificate (RFC 8705 §2.1, {@code tls_client_auth}), or by secret where the client was declared with one
 * ({@code client_secret_basic}, {@code client_secret_post}). A certificate shown beside a secret counts for nothing.
 */
public final class ClientAuthenticator {

    private static final String CLIENT_ID = "client_id";
    private static final String CLIENT_SECRET = "client_secret";
    /** The same whatever is wrong, in the words of Keycloak: nobody learns which clients there are. */
    static final OAuthError FAILED = OAuthError.invalidClient("Invalid client or Invalid client credentials");

    /** Compared with where there is no client: so that it takes no less time. */
    private static final String NOBODYS = "a secret that no client has";

    private final List<Client> clients;
    private final RuleId parameters;

    /**
     * @param clients who may call
     * @param parameters the rule that asks for sound parameters at these endpoints
     */
    public ClientAuthenticator(List<Client> clients, RuleId parameters) {
        this.clients = List.copyOf(clients);
        this.parameters = parameters;
    }

    /**
     * Notes who the caller says it is, and refuses what does not prove it.
     *
     * @return the client_id claimed, even if it was refused
     */
    public Optional<String> authenticate(Call call) {
        return authenticate(call, parameters);
    }

    /**
     * The same where what is asked for says which rule asks for sound parameters.
     *
     * @return the client_id claimed, even if it was refused
     */
    public Optional<String> authenticate(Call call, RuleId parameters) {
        Optional<BasicCredentials> basic = BasicCredentials.in(call.request().headers());
        Optional<String> secret = call.parameter(CLIENT_SECRET);
        ClientMethodGuard.check(call, parameters, basic);
        if (basic.isPresent()) {
            return Optional.of(byBasic(call, basic.get()));
        }
        call.note(Fact.CLIENT_ID, CLIENT_ID);
        if (secret.isPresent()) {
            call.notes().note(Fact.CLIENT_AUTHENTICATION, "client_secret_post", "form/client_secret");
            identify(call).ifPresent(clientId -> bySecret(call, clientId, secret.get(), call.where(CLIENT_ID)));
        } else {
            byCertificate(call);
        }
        return call.parameter(CLIENT_ID);
    }

    private String byBasic(Call call, BasicCredentials basic) {
        String where = "header/Authorization";
        String clientId = Call.clipped(basic.clientId());
        call.notes().note(Fact.CLIENT_ID, clientId, where);
        call.notes().note(Fact.CLIENT_AUTHENTICATION, "client_secret_basic", where);
        bySecret(call, clientId, basic.secret(), where);
        return clientId;
    }

    private void bySecret(Call call, String clientId, String secret, String where) {
        Optional<Client> client = known(call, clientId, where);
        boolean right = same(client.flatMap(Client::secret).orElse(NOBODYS), secret);
        if (client.isEmpty()) {
            return;
        }
        if (client.get().secret().isEmpty()) {
            call.refuse(OAuthRefusal.of(
                    Rules.CLIENT_CERTIFICATE,
                    Text.of(
                                    "{0} s'authentifie par un secret ; il est déclaré avec un certificat.",
                                    "{0} authenticates by a secret; it is declared with a certificate.")
                            .with(clientId),
                    new Observed("tls_client_auth", client.get().declaredAt()),
                    new Observed("client secret", where),
                    FAILED));
        } else if (!right) {
            call.refuse(OAuthRefusal.of(
                    Rules.CLIENT_REGISTERED,
                    Text.of("Le secret de {0} n'est pas le bon.", "The secret of {0} is not the right one.")
                            .with(clientId),
                    new Observed("the registered secret", client.get().declaredAt()),
                    new Observed("another one", where),
                    FAILED));
        }
    }

    private static boolean same(String expected, String observed) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), observed.getBytes(StandardCharsets.UTF_8));
    }

    private void byCertificate(Call call) {
        CertificateGuard.check(call);
        Optional<ObservedCertificate> certificate = call.certificate().presented();
        call.notes()
                .note(
                        Fact.CLIENT_AUTHENTICATION,
                        certificate.isPresent() ? "tls_client_auth" : "none",
                        certificate.map(seen -> seen.where("CN")).orElse("TLS"));
        identify(call).ifPresent(clientId -> {
            certificate.ifPresent(seen -> sameName(call, clientId, seen));
            known(call, Call.clipped(clientId), call.where(CLIENT_ID));
            client(clientId).ifPresent(client -> SubjectGuard.check(call, client, FAILED));
        });
    }

    /** RFC 8705 §2: the client_id is in every request, for the server to find the client by. */
    private Optional<String> identify(Call call) {
        Optional<String> clientId = call.parameter(CLIENT_ID);
        if (clientId.isEmpty()) {
            call.refuse(OAuthRefusal.of(
                    Rules.CN_IS_CLIENT_ID,
                    Text.of("Le paramètre client_id manque.", "The parameter client_id is missing."),
                    call.certificate()
                            .presented()
                            .flatMap(seen -> seen.commonName().map(cn -> new Observed(cn, seen.where("CN"))))
                            .orElse(new Observed(CLIENT_ID, "RFC 8705 §2")),
                    call.observed(CLIENT_ID),
                    OAuthError.invalidRequest("Missing client_id parameter")));
        }
        return clientId;
    }

    private void sameName(Call call, String clientId, ObservedCertificate seen) {
        boolean byWholeName = client(clientId)
                .flatMap(client -> client.registration().subjectDn())
                .isPresent();
        if (byWholeName || seen.commonName().filter(clientId::equals).isPresent()) {
            return;
        }
        String declaredAt = client(clientId).map(Client::declaredAt).orElseGet(() -> call.where(CLIENT_ID));
        String cn = seen.commonName().orElse(seen.subject());
        call.refuse(OAuthRefusal.of(
                Rules.CN_IS_CLIENT_ID,
                Text.of(
                                "Le CN du certificat est {0} ; le client_id est {1}.",
                                "The certificate's CN is {0}; the client_id is {1}.")
                        .with(cn, Call.clipped(clientId)),
                new Observed(Call.clipped(clientId), declaredAt),
                new Observed(cn, seen.where("CN")),
                FAILED));
    }

    private Optional<Client> known(Call call, String clientId, String where) {
        Optional<Client> client = client(clientId);
        if (client.isEmpty()) {
            List<String> ids = clients.stream().map(Client::clientId).toList();
            String declaredAt =
                    clients.stream().findFirst().map(Client::declaredAt).orElse("—");
            call.refuse(OAuthRefusal.of(
                    Rules.CLIENT_REGISTERED,
                    Text.of("Le client_id {0} n'est pas enregistré ici.", "The client_id {0} is not registered here.")
                            .with(clientId),
                    new Observed(Call.clipped(String.join(", ", ids)), declaredAt),
                    new Observed(clientId, where),
                    FAILED));
        }
        return client;
    }

    /** A client by its client_id; empty if it is not registered. */
    public Optional<Client> client(String clientId) {
        return clients.stream()
                .filter(client -> client.clientId().equals(clientId))
                .findFirst();
    }
}
