package fr.accroche.compliance.cause;

import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.text.Text;
import java.util.List;

/** Causes that show at the proxy's door, and in the control by the API Credential. */
final class CredentialSigns {

    static final List<Recogniser> ALL = List.of(
            Sign.of(
                            "IDN-08",
                            Owner.OPERATEUR_LPS,
                            Text.of(
                                    "Le LPS se prouve au proxy par un autre secret, ou un autre certificat, que celui déclaré pour {0}.",
                                    "The LPS proves itself to the proxy by another secret, or certificate, than the one declared for {0}."),
                            Text.of(
                                    "Configurer dans le LPS la preuve déclarée pour {0} (operations[].lpsAuthentication).",
                                    "Set up in the LPS the proof that is declared for {0} (operations[].lpsAuthentication)."))
                    .observing("unproved"::equals)
                    .named(Text.of("preuve du LPS", "proof of the LPS")),
            Sign.of(
                            "CRD-01",
                            Owner.EDITEUR_PROXY,
                            Text.of(
                                    "Le proxy appelle lui-même l'API Credential, avec le certificat de {1}.",
                                    "The proxy calls the API Credential itself, with the certificate of {1}."),
                            Text.of(
                                    "Ôter cet appel du proxy : le serveur d'autorisation de l'API PSC le fait à chaque échange.",
                                    "Take that call out of the proxy: the authorization server of the API PSC makes it at each exchange."))
                    .named(Text.of("appelant de l'API Credential", "caller of the API Credential")),
            Sign.of(
                            "CRD-03",
                            Owner.SERVICE,
                            Text.of(
                                    "L'API Credential répond autre chose que ce que les quatre champs et le registre font attendre.",
                                    "The API Credential answers something else than the four fields and the register make one expect."),
                            Text.of(
                                    "Signaler l'écart au guichet EDC PSC, avec les quatre valeurs envoyées et la réponse.",
                                    "Report the difference to the EDC PSC guichet, with the four values sent and the answer."))
                    .named(Text.of("réponse de l'API Credential", "answer of the API Credential")),
            Sign.of(
                            "CRD-04",
                            Owner.GUICHET,
                            Text.of(
                                    "Le client est enregistré à un niveau de sécurité plus bas que le service ne demande.",
                                    "The client is registered at a lower security level than the service asks for."),
                            Text.of(
                                    "Enregistrer ce client au niveau de sécurité {0}.",
                                    "Register this client at security level {0}."))
                    .named("securityLevel"),
            Sign.of(
                            "CRD-05",
                            Owner.SERVICE,
                            Text.of(
                                    "Le serveur d'autorisation appelle l'API Credential dans le couloir médico-social, qui en est dispensé.",
                                    "The authorization server calls the API Credential in the médico-social corridor, which is exempt from it."),
                            Text.of(
                                    "Vérifier d'abord le couloir déclaré ; s'il est juste, signaler l'appel au service national.",
                                    "Check the declared corridor first; if it is right, report the call to the national service."))
                    .named(Text.of("contrôle de l'API Credential", "control of the API Credential")));

    private CredentialSigns() {}
}
