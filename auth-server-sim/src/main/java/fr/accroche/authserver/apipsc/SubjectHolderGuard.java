package fr.accroche.authserver.apipsc;

import fr.accroche.authserver.Call;
import fr.accroche.authserver.Rules;
import fr.accroche.certs.Thumbprint;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.text.Text;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonArray;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.json.JsonText;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who may exchange a subject token: the client that PSC gave it to (IDN-04), one of those it is for, over the certificate that
 * it is bound to (RFC 8705 §3), where it names these.
 */
final class SubjectHolderGuard {

    /** What Keycloak puts into tokens that are for nobody in particular. */
    private static final String ACCOUNT = "account";

    private final boolean sameClient;
    private final String ownClientId;
    private final Wording wording;

    /**
     * @param sameClient whether another client's token is refused
     * @param ownClientId who this server is at PSC
     */
    SubjectHolderGuard(boolean sameClient, String ownClientId, Wording wording) {
        this.sameClient = sameClient;
        this.ownClientId = ownClientId;
        this.wording = wording;
    }

    void check(Call call, JsonObject claims, String clientId, Realm realm) {
        if (sameClient) {
            sameClient(call, claims, clientId);
        }
        audience(call, claims, Set.of(clientId, ownClientId, realm.issuer(), ACCOUNT));
        claims.get("cnf").ifPresent(cnf -> bound(call, cnf));
    }

    private void sameClient(Call call, JsonObject claims, String clientId) {
        String owner = claims.text("azp").orElse(Observed.NOTHING.value());
        if (!owner.equals(clientId)) {
            wording.refuse(
                    call,
                    WireError.SUBJECT_TOKEN_OF_ANOTHER,
                    Rules.SAME_CLIENT,
                    Text.of(
                                    "Le jeton PSC a été remis à {0} ; c'est {1} qui l'échange.",
                                    "The PSC token was given to {0}; {1} exchanges it.")
                            .with(owner, clientId),
                    new Observed(clientId, call.where("client_id")),
                    new Observed(owner, "token/azp"));
        }
    }

    private void audience(Call call, JsonObject claims, Set<String> right) {
        Optional<Json> audience = claims.get("aud");
        List<String> named = audience.map(SubjectHolderGuard::texts).orElse(List.of());
        if (audience.isPresent() && named.stream().noneMatch(right::contains)) {
            String observed = String.join(" ", named);
            wording.refuse(
                    call,
                    WireError.SUBJECT_TOKEN_INVALID,
                    Rules.PSC_TOKEN_GENUINE,
                    Text.of("Le jeton PSC est pour {0}.", "The PSC token is for {0}.")
                            .with(observed),
                    new Observed(ownClientId, "RFC 7519 §4.1.3"),
                    new Observed(observed, "token/aud"));
        }
    }

    private static List<String> texts(Json audience) {
        if (audience instanceof JsonArray several) {
            return several.texts();
        }
        return audience instanceof JsonText text ? List.of(text.value()) : List.of();
    }

    private void bound(Call call, Json cnf) {
        Optional<X509Certificate> shown = call.request().peer().certificate();
        String thumbprint =
                cnf instanceof JsonObject claim ? claim.text("x5t#S256").orElse("") : "";
        if (shown.isPresent() && !Thumbprint.matchesAny(thumbprint, shown.get())) {
            wording.refuse(
                    call,
                    WireError.SUBJECT_TOKEN_UNBOUND,
                    Rules.TOKEN_BOUND,
                    Text.of(
                            "Le jeton PSC est lié à un autre certificat que celui de cette connexion.",
                            "The PSC token is bound to another certificate than this connection's."),
                    new Observed(Thumbprint.RFC8705.of(shown.get()), "TLS"),
                    new Observed(thumbprint, "token/cnf"));
        }
    }
}
