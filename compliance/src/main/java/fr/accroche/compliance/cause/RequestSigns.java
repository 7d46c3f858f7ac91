package fr.accroche.compliance.cause;

import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.text.Text;
import java.util.List;

/** Causes that show in what a client asks PSC for, and in how it proves itself. */
final class RequestSigns {

    private static final Text SENT = Text.of(
            "La demande à PSC porte {2} = {1}, et PSC veut {0}.",
            "The request to PSC has {2} = {1}, and PSC wants {0}.");
    private static final Text SEND = Text.of("Envoyer {2}={0} dans la demande.", "Send {2}={0} in the request.");

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
            Sign.of("TOK-05", Owner.EDITEUR_PROXY, SENT, SEND),
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
