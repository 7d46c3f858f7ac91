package fr.accroche.compliance.cause;

import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.text.Text;
import java.util.List;

/** Causes that show in what a client asks PSC for, and in how it proves itself. */
final class RequestSigns {

    private static final Text SENT = Text.of(
            "La demande à PSC porte {2} = {1}, et PSC veut {0}.",
            "The request to PSC has {2} = {1}, and PSC wants {0}.");
    private static final Text LEFT_OUT = Text.of(
            "La demande à PSC omet {2}, que PSC exige.", "The request to PSC leaves {2} out, which PSC asks for.");
    private static final Text SEND =
            Text.of("Envoyer {2} tel que PSC le veut : {0}.", "Send {2} as PSC wants it: {0}.");

    static final List<Recogniser> ALL = List.of(
            Sign.of(
                            "IDN-01",
                            Owner.EDITEUR_PROXY,
                            Text.of(
                                    "La requête ne dit pas de quel client elle est : le certificat seul ne suffit pas.",
                                    "The request does not say which client it is of: the certificate alone is not enough."),
                            Text.of(
                                    "Envoyer client_id={0} dans chaque requête.",
                                    "Send client_id={0} in each request."))
                    .named("client_id"),
            Sign.of(
                            "TOK-05",
                            Owner.EDITEUR_PROXY,
                            Text.of(
                                    "Le proxy interroge PSC plus souvent que l'intervalle qu'il a reçu, ou n'a pas tenu compte de slow_down.",
                                    "The proxy polls PSC more often than the interval that it was given, or took no notice of slow_down."),
                            Text.of(
                                    "Attendre interval entre deux demandes de jeton, et cinq secondes de plus après chaque slow_down (CIBA Core §11).",
                                    "Wait for interval between two token requests, and five seconds more after each slow_down (CIBA Core §11)."))
                    .at("clock")
                    .named(Text.of("temps entre deux demandes de jeton", "time between two token requests")),
            Sign.of(
                            "TOK-05",
                            Owner.EDITEUR_LPS,
                            Text.of(
                                    "L'identifiant du professionnel n'est pas connu de PSC : mal saisi, ou sans son préfixe de type.",
                                    "PSC does not know the professional's identifier: mistyped, or without its type prefix."),
                            Text.of(
                                    "Envoyer comme login_hint l'identifiant national de la e-CPS, et le vérifier à la saisie.",
                                    "Send as login_hint the national identifier of the e-CPS, and check it when it is typed."))
                    .at("/login_hint"),
            Sign.of(
                            "TOK-05",
                            Owner.EDITEUR_LPS,
                            Text.of(
                                    "Ce client_id n'est pas enregistré à PSC pour CIBA.",
                                    "This client_id is not registered at PSC for CIBA."),
                            Text.of(
                                    "Demander à Pro Santé Connect d'enregistrer {0} pour ce client_id.",
                                    "Ask Pro Santé Connect to register {0} for this client_id."))
                    .observing(value -> value.startsWith("["))
                    .named("grant_types"),
            Sign.of(
                            "TOK-05",
                            Owner.EDITEUR_PROXY,
                            Text.of(
                                    "Le client a enregistré à PSC des demandes signées ({0}), et le proxy en envoie une qui ne l'est pas ainsi.",
                                    "The client registered signed requests ({0}) at PSC, and the proxy sends one that is not signed so."),
                            Text.of(
                                    "Signer la demande en {0} avec la clé enregistrée, et l'envoyer dans le seul paramètre request ; ou changer l'enregistrement à PSC.",
                                    "Sign the request by {0} with the registered key, and send it in the parameter request alone; or have the registration at PSC changed."))
                    .at("/request")
                    .named(Text.of("signature de la demande", "signature of the request")),
            Sign.of("TOK-05", Owner.EDITEUR_PROXY, LEFT_OUT, SEND).observing(String::isEmpty),
            Sign.of("TOK-05", Owner.EDITEUR_PROXY, SENT, SEND),
            Sign.of(
                            "TOK-06",
                            Owner.EDITEUR_LPS,
                            Text.of(
                                    "Le LPS envoie le navigateur à PSC sans nonce : rien ne lie l'ID token à cette connexion.",
                                    "The LPS sends the browser to PSC without a nonce: nothing binds the ID token to this login."),
                            Text.of(
                                    "Tirer un nonce au hasard à chaque connexion, l'envoyer, et vérifier que l'ID token le rend (OpenID Connect Core §3.1.3.7).",
                                    "Draw a nonce at random at each login, send it, and check that the ID token gives it back (OpenID Connect Core §3.1.3.7)."))
                    .at("/nonce")
                    .reading("random"),
            Sign.of(
                            "TOK-06",
                            Owner.EDITEUR_LPS,
                            Text.of(
                                    "La demande de connexion annonce un code_challenge de méthode {1}, et PSC veut {0} : en clair, il montre le code_verifier à qui lit la demande.",
                                    "The authorization request announces a code_challenge of method {1}, and PSC wants {0}: plain, it shows the code_verifier to whoever reads the request."),
                            Text.of(
                                    "Envoyer code_challenge_method=S256, et comme code_challenge le SHA-256 du code_verifier en base64url (RFC 7636 §4.2).",
                                    "Send code_challenge_method=S256, and as code_challenge the SHA-256 of the code_verifier in base64url (RFC 7636 §4.2)."))
                    .at("/code_challenge_method")
                    .observing("plain"::equals),
            Sign.of("TOK-06", Owner.EDITEUR_LPS, LEFT_OUT, SEND).observing(String::isEmpty),
            Sign.of(
                    "TOK-06",
                    Owner.EDITEUR_LPS,
                    Text.of(
                            "La demande de connexion par navigateur porte {2} = {1}, et PSC veut {0}.",
                            "The authorization request has {2} = {1}, and PSC wants {0}."),
                    SEND),
            Sign.of(
                            "IDN-08",
                            Owner.EDITEUR_LPS,
                            Text.of(
                                    "Un LPS agit au nom d'un autre : prouvé pour {1}, il parle pour {0}.",
                                    "An LPS acts for another: proved for {1}, it speaks for {0}."),
                            Text.of(
                                    "N'envoyer que son propre client_id, et les cookies de ses propres sessions.",
                                    "Send one's own client_id only, and the cookies of one's own sessions."))
                    .named(Text.of("preuve du LPS", "proof of the LPS")));

    private RequestSigns() {}
}
