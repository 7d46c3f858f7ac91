package fr.accroche.authserver;

import fr.accroche.certs.Thumbprint;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.ObservedCertificate;
import fr.accroche.compliance.text.Text;
import fr.accroche.wire.evidence.PeerEvidence;
import fr.accroche.wire.json.JsonObject;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A resource to try bound tokens on, without a téléservice: it says who calls, by which client, over which certificate, and how the
 * token names that; or why it refuses (RFC 6750 §3, RFC 8705 §3). A token that is bound to nothing is refused: anyone could
 * present it.
 *
 * @param token notes a token as what it is
 * @param claims of a token that lives
 */
public record ResourceEndpoint(Fact token, Function<String, Optional<JsonObject>> claims) {

    /** Its path on every server that has one. */
    public static final String PATH = "/__accroche/resource";

    private static final BearerError ERRORS = new BearerError("accroche");

    public ResourceEndpoint {
        Objects.requireNonNull(token, "token");
        Objects.requireNonNull(claims, "claims");
    }

    /** Answers a GET. */
    public Reply answer(Call call) {
        Bearer bearer = Bearer.of(call, false);
        if (bearer instanceof Bearer.Shown shown) {
            call.notes().note(token, shown.token(), shown.where());
            return claims.apply(shown.token())
                    .map(said -> answer(call, said))
                    .orElseGet(() -> ERRORS.refuse(call, dead(shown)));
        }
        return bearer instanceof Bearer.Malformed malformed
                ? ERRORS.malformed(call, Rules.API_TOKEN_ALIVE, malformed)
                : ERRORS.missing(call, Rules.API_TOKEN_ALIVE);
    }

    private static Reply answer(Call call, JsonObject said) {
        Optional<OAuthRefusal> refusal = CertificateBinding.of(said).isPresent()
                ? CertificateBinding.refusal(call, said)
                : Optional.of(unbound());
        return refusal.map(wrong -> ERRORS.refuse(call, wrong)).orElseGet(() -> served(call, said));
    }

    private static Reply served(Call call, JsonObject said) {
        ObservedCertificate certificate =
                PeerEvidence.of(call.request().peer()).client().presented().orElseThrow();
        String cnf = CertificateBinding.of(said).orElseThrow();
        String encoding = CertificateBinding.encoding(
                        cnf, call.request().peer().certificate().orElseThrow())
                .map(ResourceEndpoint::written)
                .orElseThrow();
        call.notes()
                .client(PeerEvidence.of(call.request().peer()).client())
                .note(Fact.TOKEN_PERSON, said.text("SubjectNameID"), "token/SubjectNameID")
                .note(Fact.BEARER_CLIENT, said.text("azp"), "token/azp")
                .note(Fact.TOKEN_CNF, certificate.sha256(), "token/cnf");
        return Reply.json(
                200,
                JsonObject.EMPTY
                        .with("sub", said.text("sub").orElse(null))
                        .with("SubjectNameID", said.text("SubjectNameID").orElse(null))
                        .with("client_id", said.text("azp").orElse(null))
                        .with("iss", said.text("iss").orElse(null))
                        .with("scope", said.text("scope").orElse(null))
                        .with("exp", said.integer("exp").orElse(0L))
                        .with(
                                "certificate",
                                JsonObject.EMPTY
                                        .with("subject", certificate.subject())
                                        .with("serial", certificate.serial())
                                        .with("sha256", certificate.sha256()))
                        .with("cnf", JsonObject.EMPTY.with("x5t#S256", cnf).with("encoding", encoding)));
    }

    /** As the setting {@code cnf} names it. */
    private static String written(Thumbprint encoding) {
        return encoding == Thumbprint.RFC8705 ? "rfc8705" : "ans";
    }

    private static OAuthRefusal unbound() {
        return OAuthRefusal.of(
                Rules.TOKEN_BOUND,
                Text.of("Le jeton n'est lié à aucun certificat.", "The token is bound to no certificate."),
                new Observed("cnf", "RFC 8705 §3"),
                new Observed(Observed.NOTHING.value(), "token/cnf"),
                BearerError.invalidToken("The access token is bound to no certificate"));
    }

    private OAuthRefusal dead(Bearer.Shown shown) {
        return OAuthRefusal.of(
                Rules.API_TOKEN_ALIVE,
                Text.of(
                        "Le jeton n'est pas un jeton d'accès de ce serveur, a expiré ou a été révoqué.",
                        "The token is no access token of this server, has expired or was revoked."),
                new Observed("Bearer, a live access token", "RFC 6750 §3.1"),
                new Observed(token.redact(shown.token()), shown.where()),
                BearerError.invalidToken("Token verification failed"));
    }
}
