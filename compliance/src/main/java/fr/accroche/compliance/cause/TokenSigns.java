package fr.accroche.compliance.cause;

import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.text.Text;
import java.util.List;

/** Causes that show in the login, in the token exchange, and in the tokens. */
final class TokenSigns {

    static final List<Recogniser> ALL = List.of(
            Sign.of(
                            "TOK-01",
                            Owner.EDITEUR_PROXY,
                            Text.of(
                                    "Le proxy envoie deux fois un paramètre de l'échange, ou un paramètre que ce serveur ne prend pas : {1}.",
                                    "The proxy sends a parameter of the exchange twice, or one that this server does not take: {1}."),
                            Text.of(
                                    "Envoyer chaque paramètre une fois, et ceux-là seulement que le profil nomme.",
                                    "Send each parameter once, and only those that the profile names."))
                    .at("form")
                    .named(Text.of("paramètres de l'échange", "parameters of the exchange")),
            Sign.of(
                            "TOK-02",
                            Owner.EDITEUR_PROXY,
                            Text.of(
                                    "Le proxy échange l'ID token, qui dit au client qui s'est connecté, au lieu du jeton d'accès de PSC.",
                                    "The proxy exchanges the ID token, which tells the client who logged in, in place of PSC's access token."),
                            Text.of(
                                    "Mettre dans subject_token l'access_token de la réponse de PSC, et non son id_token.",
                                    "Put in subject_token the access_token of PSC's answer, not its id_token."))
                    .observing("id_token"::equals)
                    .named("subject_token")
                    .reading("access_token"),
            Sign.of(
                            "TOK-02",
                            Owner.EDITEUR_PROXY,
                            Text.of(
                                    "Le proxy échange une seconde fois un jeton PSC qui a déjà servi.",
                                    "The proxy exchanges a second time a PSC token that has served already."),
                            Text.of(
                                    "Garder le jeton d'API obtenu et le renouveler ; pour un autre téléservice, demander à PSC un nouveau jeton.",
                                    "Keep the API token obtained and renew it; for another téléservice, ask PSC for a new token."))
                    .observing("spent"::equals)
                    .named(Text.of("état du jeton PSC", "state of the PSC token")),
            Sign.of(
                            "TOK-04",
                            Owner.EDITEUR_PROXY,
                            Text.of(
                                    "Ce que le proxy envoie au téléservice n'est pas un jeton que ce serveur puisse lire : en-tête sans « Bearer », ou jeton d'un autre serveur.",
                                    "What the proxy sends the téléservice is no token that this server can read: a header without 'Bearer', or a token of another server."),
                            Text.of(
                                    "Envoyer « Authorization: Bearer » suivi du jeton obtenu au serveur d'autorisation de ce téléservice.",
                                    "Send 'Authorization: Bearer' followed by the token obtained at the authorization server of this téléservice."))
                    .observing(value -> List.of("unknown", "none", "invalid").contains(value))
                    .named(Text.of("jeton porteur", "bearer token")),
            Sign.of(
                            "TOK-01",
                            Owner.EDITEUR_PROXY,
                            Text.of(
                                    "Le proxy omet {2} dans l'échange de jeton.",
                                    "The proxy leaves {2} out of the token exchange."),
                            Text.of("Envoyer {2}={0} une fois dans l'échange.", "Send {2}={0}, once, in the exchange."))
                    .observing(String::isEmpty),
            Sign.of(
                    "TOK-01",
                    Owner.EDITEUR_PROXY,
                    Text.of(
                            "Le proxy envoie {2} avec une autre valeur dans l'échange de jeton.",
                            "The proxy sends {2} with another value in the token exchange."),
                    Text.of(
                            "Envoyer {2}={0} une fois dans l'échange, et non {1}.",
                            "Send {2}={0}, once, in the exchange, and not {1}.")),
            Sign.of(
                            "TOK-02",
                            Owner.EDITEUR_PROXY,
                            Text.of(
                                    "Le jeton PSC n'a plus cours quand le proxy l'échange : sa vie est finie, ou la session est close.",
                                    "The PSC token is no longer in force when the proxy exchanges it: its life has ended, or the session is closed."),
                            Text.of(
                                    "Échanger le jeton PSC aussitôt reçu, et lire expires_in ; périmé, le renouveler auprès de PSC ou reconnecter le professionnel.",
                                    "Exchange the PSC token as soon as it is received, and read expires_in; once expired, renew it at PSC or have the professional log in again."))
                    .observing("inactive"::equals)
                    .named(Text.of("état du jeton PSC", "state of the PSC token")),
            Sign.of(
                            "TOK-03",
                            Owner.EDITEUR_PROXY,
                            Text.of(
                                    "Le jeton d'API a été obtenu avec un certificat et sert avec un autre : certificat renouvelé entre-temps, ou deux certificats en service.",
                                    "The API token was obtained with one certificate and is used with another: a certificate renewed in between, or two in service."),
                            Text.of(
                                    "Échanger de nouveau un jeton à chaque changement de certificat, et appeler le téléservice avec le certificat de l'échange.",
                                    "Exchange a token again at each change of certificate, and call the téléservice with the certificate of the exchange."))
                    .named("cnf/x5t#S256"),
            Sign.of(
                            "TOK-04",
                            Owner.EDITEUR_PROXY,
                            Text.of(
                                    "Le proxy envoie au téléservice le jeton de PSC, sans l'avoir échangé.",
                                    "The proxy sends the téléservice the token of PSC, without having exchanged it."),
                            Text.of(
                                    "Échanger le jeton PSC (RFC 8693) au serveur d'autorisation du téléservice, et envoyer le jeton obtenu.",
                                    "Exchange the PSC token (RFC 8693) at the téléservice's authorization server, and send the token obtained."))
                    .observing("psc"::equals)
                    .named(Text.of("jeton porteur", "bearer token")),
            Sign.of(
                            "TOK-04",
                            Owner.EDITEUR_PROXY,
                            Text.of(
                                    "Le proxy renouvelle avec un refresh_token qui a déjà servi : deux nœuds partagent une session sans se parler, ou il ne garde pas celui que rend chaque renouvellement. Tous les jetons de la session sont révoqués.",
                                    "The proxy renews with a refresh_token that has served already: two nodes share a session without telling each other, or it does not keep the one that each renewal gives. All tokens of the session are revoked."),
                            Text.of(
                                    "Garder le refresh_token de chaque réponse à la place du précédent, en un lieu commun à tous les nœuds, et n'en laisser qu'un renouveler à la fois.",
                                    "Keep the refresh_token of each answer in place of the former, where all nodes share it, and let only one of them renew at a time."))
                    .observing("revoked"::equals)
                    .at("refresh_token")
                    .named("refresh_token"),
            Sign.of(
                            "TOK-04",
                            Owner.EDITEUR_PROXY,
                            Text.of(
                                    "Le jeton d'API a fini sa vie avant la session, et le proxy l'envoie encore.",
                                    "The API token has ended its life before the session, and the proxy still sends it."),
                            Text.of(
                                    "Renouveler le jeton d'API avant expires_in, ou l'échanger de nouveau ; ne pas le garder autant que la session.",
                                    "Renew the API token before expires_in, or exchange it again; do not keep it as long as the session."))
                    .observing("expired"::equals)
                    .named(Text.of("état du jeton d'API", "state of the API token")),
            Sign.of(
                            "TOK-04",
                            Owner.EDITEUR_PROXY,
                            Text.of(
                                    "Le proxy envoie un jeton d'API révoqué : la session est close, et il ne l'a pas oublié.",
                                    "The proxy sends an API token that was revoked: the session is closed, and it has not forgotten it."),
                            Text.of(
                                    "Oublier les jetons d'une session à sa déconnexion.",
                                    "Forget a session's tokens at its disconnection."))
                    .observing("revoked"::equals)
                    .named(Text.of("état du jeton d'API", "state of the API token")),
            Sign.of(
                            "TOK-05",
                            Owner.EDITEUR_LPS,
                            Text.of(
                                    "Le LPS fait afficher sur la e-CPS un texte, et non deux chiffres.",
                                    "The LPS has a text shown on the e-CPS, not two digits."),
                            Text.of(
                                    "Tirer deux chiffres au hasard à chaque connexion, les montrer à l'écran et les envoyer comme binding_message.",
                                    "Draw two digits at random at each login, show them on screen and send them as binding_message."))
                    .at("/binding_message"),
            Sign.of(
                            "TOK-06",
                            Owner.EDITEUR_LPS,
                            Text.of(
                                    "Le LPS fait revenir le navigateur à une adresse qui n'est pas enregistrée à PSC, au caractère près.",
                                    "The LPS has the browser return to an address that is not registered at PSC, to the character."),
                            Text.of(
                                    "Enregistrer {1} à Pro Santé Connect pour ce client_id, ou revenir à une adresse enregistrée.",
                                    "Register {1} at Pro Santé Connect for this client_id, or return to an address that is registered."))
                    .at("/redirect_uri"),
            Sign.of(
                            "MTL-02",
                            Owner.EDITEUR_PROXY,
                            Text.of(
                                    "Le client TLS du proxy n'offre aucune suite que le serveur accepte : liste ancienne, ou bibliothèque qui les impose.",
                                    "The proxy's TLS client offers no suite that the server accepts: an old list, or a library that imposes it."),
                            Text.of(
                                    "Offrir TLS 1.3, et en TLS 1.2 des suites {0} ; laisser la bibliothèque TLS choisir plutôt que de fixer une liste.",
                                    "Offer TLS 1.3, and suites {0} in TLS 1.2; let the TLS library choose rather than fix a list."))
                    .observing("none"::equals)
                    .named(Text.of("suites TLS", "TLS suites")),
            Sign.of(
                    "IDN-07",
                    Owner.EDITEUR_PROXY,
                    Text.of(
                            "Un certificat sert à plusieurs clients du proxy : {1}.",
                            "One certificate serves several clients of the proxy: {1}."),
                    Text.of(
                            "Donner à chaque client_id son certificat, et choisir celui de {0} dans ses sessions.",
                            "Give each client_id its own certificate, and choose that of {0} in its sessions.")));

    private TokenSigns() {}
}
