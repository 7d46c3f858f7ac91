package fr.accroche.teleservice;

import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.text.Text;
import fr.accroche.wire.Problem;
import java.io.IOException;

/** Why a credential is refused before anything in it can be compared. */
final class TokenRefusals {

    private static final String HEADER = "header/Authorization";

    private TokenRefusals() {}

    /** The caller is not to blame. */
    static Refusal cannotAsk(IOException failure) {
        String detail = "the authorization server cannot be asked about the token: " + failure.getMessage();
        return Refusal.ours(
                Level.TOKEN, new WireError("introspection_unavailable", new Problem(503, detail).response()));
    }

    static Refusal absent() {
        return Refusal.of(
                Level.TOKEN,
                Rules.TOKEN_FOR_THIS_API,
                Text.of(
                        "aucun jeton. Envoyez le jeton d'accès de l'API dans Authorization: Bearer",
                        "no token. Send the API access token in Authorization: Bearer"),
                new Observed("Bearer", HEADER),
                new Observed("—", HEADER),
                WireError.noToken());
    }

    static Refusal malformed(int count) {
        return Refusal.of(
                Level.TOKEN,
                Rules.TOKEN_FOR_THIS_API,
                Text.of(
                                "{0} en-tête(s) Authorization, illisible(s). Envoyez-en un seul : Bearer et le jeton",
                                "{0} Authorization header(s), unreadable. Send a single one: Bearer and the token")
                        .with(count),
                new Observed("Bearer", HEADER),
                new Observed(String.valueOf(count), HEADER),
                WireError.invalidRequest("expected one Authorization header with a Bearer token"));
    }

    static Refusal pscToken(Bearer bearer) {
        return Refusal.of(
                Level.TOKEN,
                Rules.TOKEN_FOR_THIS_API,
                Text.of(
                        "c'est le jeton d'accès de PSC, pas celui de l'API. Échangez-le (RFC 8693) auprès du serveur"
                                + " d'autorisation du téléservice et envoyez le jeton obtenu",
                        "this is the PSC access token, not the API's. Exchange it (RFC 8693) at the téléservice's"
                                + " authorization server and send the token obtained"),
                new Observed("api", "server/introspection"),
                new Observed("psc " + Call.cut(bearer.issuer().orElse("")), "token/iss"),
                WireError.invalidToken("this is a Pro Sante Connect token, exchange it first"));
    }

    static Refusal dead(Bearer bearer, String state) {
        return Refusal.of(
                Level.TOKEN,
                Rules.TOKEN_FOR_THIS_API,
                Text.of(
                                "le serveur d'autorisation ne tient pas ce jeton pour actif ({0} ; émetteur annoncé : {1})."
                                        + " Refaites l'échange de jeton auprès du serveur de ce téléservice",
                                "the authorization server does not hold this token active ({0}; issuer it claims: {1})."
                                        + " Exchange a token again at the server of this téléservice")
                        .with(state, Call.cut(bearer.issuer().orElse("—"))),
                new Observed("active", "server/introspection"),
                new Observed(state, "introspection/active"),
                WireError.invalidToken("the token is not active"));
    }
}
