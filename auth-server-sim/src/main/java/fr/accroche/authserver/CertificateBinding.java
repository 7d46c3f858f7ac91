package fr.accroche.authserver;

import fr.accroche.certs.Thumbprint;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.ObservedCertificate;
import fr.accroche.compliance.text.Text;
import fr.accroche.wire.Peer;
import fr.accroche.wire.evidence.PeerEvidence;
import fr.accroche.wire.json.JsonObject;
import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * A token that is bound to a certificate is presented over a connection that has it (RFC 8705 §3). Both encodings of {@code
 * x5t#S256} that circulate are taken.
 */
public final class CertificateBinding {

    private static final OAuthError MISSING =
            BearerError.invalidToken("The access token is bound to a certificate, and none is presented");
    private static final OAuthError ANOTHER =
            BearerError.invalidToken("The access token is bound to another certificate");

    private CertificateBinding() {}

    /** What a token says of its certificate. */
    public static Optional<String> of(JsonObject claims) {
        return claims.object("cnf").flatMap(cnf -> cnf.text("x5t#S256"));
    }

    /** How a value is encoded for a certificate; empty if it is not that certificate's. */
    public static Optional<Thumbprint> encoding(String value, X509Certificate certificate) {
        for (Thumbprint encoding : Thumbprint.values()) {
            if (encoding.matches(value, certificate)) {
                return Optional.of(encoding);
            }
        }
        return Optional.empty();
    }

    /** Why a bound token is refused on this connection; empty if it is not, or bound to nothing. */
    public static Optional<OAuthRefusal> refusal(Call call, JsonObject claims) {
        Peer peer = call.request().peer();
        Optional<String> bound = of(claims);
        if (bound.isEmpty()) {
            return Optional.empty();
        }
        Optional<ObservedCertificate> seen = PeerEvidence.of(peer).client().presented();
        if (peer.certificate().isEmpty()) {
            return Optional.of(OAuthRefusal.of(
                    Rules.TOKEN_BOUND,
                    Text.of(
                            "Le jeton est lié à un certificat ; la connexion n'en présente aucun.",
                            "The token is bound to a certificate; the connection presents none."),
                    new Observed(bound.get(), "token/cnf"),
                    new Observed(Observed.NOTHING.value(), "TLS"),
                    MISSING));
        }
        if (encoding(bound.get(), peer.certificate().get()).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(OAuthRefusal.of(
                Rules.TOKEN_BOUND,
                Text.of(
                        "Le jeton est lié à un autre certificat que celui de la connexion.",
                        "The token is bound to another certificate than the connection's."),
                new Observed(bound.get(), "token/cnf"),
                new Observed(
                        Thumbprint.RFC8705.of(peer.certificate().get()),
                        seen.map(certificate -> certificate.where("SHA-256")).orElse("TLS")),
                ANOTHER));
    }
}
