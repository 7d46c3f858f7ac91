package fr.accroche.authserver.apipsc;

import fr.accroche.authserver.Call;
import fr.accroche.authserver.CertificateGuard;
import fr.accroche.authserver.ClientAuthenticator;
import fr.accroche.authserver.FormGuard;
import fr.accroche.authserver.Reply;
import fr.accroche.authserver.Rules;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.ObservedCertificate;
import fr.accroche.compliance.text.Text;
import fr.accroche.wire.evidence.PeerEvidence;
import fr.accroche.wire.json.JsonObject;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A realm's introspection (RFC 7662), for téléservices known by the CN of their certificate, and for clients about their own
 * tokens. A token that is unknown, has ended, is another realm's, or another client's, is {@code {"active":false}}.
 */
final class ApiIntrospectionEndpoint {

    private final Realm realm;
    private final Set<String> introspectors;
    private final ClientAuthenticator clients;
    private final Wording wording;

    ApiIntrospectionEndpoint(Realm realm, Set<String> introspectors, ClientAuthenticator clients, Wording wording) {
        this.realm = realm;
        this.introspectors = introspectors;
        this.clients = clients;
        this.wording = wording.atIntrospection();
    }

    Reply answer(Call call) {
        call.notes().note(Fact.TELESERVICE, realm.service().label(), "realm");
        call.note(Fact.API_TOKEN, "token");
        FormGuard.check(call, Rules.API_TOKEN_ALIVE);
        Optional<String> client = caller(call);
        Optional<String> token = call.parameter("token");
        if (token.isEmpty()) {
            wording.refuse(
                    call,
                    WireError.INTROSPECTION_TOKEN_MISSING,
                    Rules.API_TOKEN_ALIVE,
                    Text.of("Le paramètre token manque.", "The parameter token is missing."),
                    new Observed("token", "RFC 7662 §2.1"),
                    call.observed("token"));
        }
        return wording.refusal(call).orElseGet(() -> introspect(call, token.orElseThrow(), client));
    }

    /** The client that asks; empty if a téléservice does, whatever it names itself. */
    private Optional<String> caller(Call call) {
        Optional<ObservedCertificate> shown =
                PeerEvidence.of(call.request().peer()).client().presented();
        boolean teleservice = shown.flatMap(ObservedCertificate::commonName)
                .filter(introspectors::contains)
                .isPresent();
        if (!teleservice && call.parameter("client_id").isPresent()) {
            return clients.authenticate(call);
        }
        CertificateGuard.check(call);
        shown.filter(seen -> !teleservice).ifPresent(seen -> stranger(call, seen));
        return Optional.empty();
    }

    private void stranger(Call call, ObservedCertificate seen) {
        String caller = seen.commonName().orElse(seen.subject());
        wording.refuse(
                call,
                WireError.INTROSPECTION_STRANGER,
                Rules.CLIENT_REGISTERED,
                Text.of(
                                "{0} n'est pas un téléservice connu ici, ni un client qui se nomme par client_id.",
                                "{0} is no téléservice known here, nor a client that names itself by client_id.")
                        .with(caller),
                new Observed(String.join(", ", new TreeSet<>(introspectors)), "API-PSC/introspectors"),
                new Observed(caller, seen.where("CN")));
    }

    private Reply introspect(Call call, String value, Optional<String> client) {
        Optional<ApiToken> token = realm.tokens()
                .access(value)
                .or(() -> realm.tokens().refresh(value))
                .filter(one ->
                        client.isEmpty() || client.get().equals(one.grant().clientId()));
        if (token.isEmpty()) {
            return Reply.json(200, JsonObject.EMPTY.with("active", false));
        }
        Grant grant = token.get().grant();
        call.notes()
                .note(Fact.TOKEN_PERSON, grant.person(), "token/SubjectNameID")
                .note(Fact.TOKEN_CNF, grant.certificateSha256(), "token/cnf");
        return Reply.json(
                200,
                token.get()
                        .claims()
                        .with("client_id", grant.clientId())
                        .with("username", grant.person())
                        .with("active", true));
    }
}
