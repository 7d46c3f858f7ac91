package fr.accroche.scenarios.diagnosis;

import static fr.accroche.scenarios.diagnosis.CertificateErrors.rules;
import static fr.accroche.scenarios.diagnosis.Symptom.possible;
import static fr.accroche.scenarios.diagnosis.Symptom.telling;
import static fr.accroche.scenarios.diagnosis.Symptom.vague;

import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.diagnosis.CertificateError.Certainty;
import fr.accroche.scenarios.diagnosis.CertificateError.Check;
import fr.accroche.scenarios.diagnosis.CertificateError.Layer;
import fr.accroche.scenarios.diagnosis.CertificateError.Place;
import fr.accroche.scenarios.diagnosis.CertificateError.Side;
import fr.accroche.scenarios.diagnosis.Symptom.Weight;
import java.util.List;

/** The chain that is sent, and the authorities that are trusted (RFC 5280 §6.1). */
final class ChainErrors {

    static final List<CertificateError> ALL = List.of(
            new CertificateError(
                    "F13",
                    Text.of(
                            "Le client ne connaît pas la racine IGC-Santé",
                            "The client does not know the IGC-Santé root"),
                    Text.of(
                            "Le serveur présente un certificat de l'IGC-Santé, qui n'est dans aucun magasin livré avec un système, un navigateur ou Java ; ou bien le magasin ajouté sur le poste manque dans l'image Docker.",
                            "The server presents an IGC-Santé certificate, which is in no store that comes with a system, a browser or Java; or the store that was added on the workstation is missing from the Docker image."),
                    Text.of(
                            "Le client refuse le serveur avant d'envoyer quoi que ce soit.",
                            "The client refuses the server before it sends anything."),
                    new Place(Side.CLIENT, Layer.TLS),
                    List.of(
                            telling("curl", "SSL certificate problem: unable to get local issuer certificate"),
                            telling("curl", "SSL certificate problem: self-signed certificate in certificate chain"),
                            telling("Java", "unable to find valid certification path to requested target"),
                            telling("Java", "PKIX path building failed"),
                            telling("Node.js", "UNABLE_TO_GET_ISSUER_CERT_LOCALLY"),
                            telling("Node.js", "SELF_SIGNED_CERT_IN_CHAIN"),
                            telling("Python", "certificate verify failed: unable to get local issuer certificate"),
                            telling(
                                    "Python",
                                    "certificate verify failed: self-signed certificate in certificate chain"),
                            telling("OpenSSL", "unable to get local issuer certificate"),
                            telling("OpenSSL", "self-signed certificate in certificate chain"),
                            telling("Chrome, Edge", "NET::ERR_CERT_AUTHORITY_INVALID"),
                            telling("Firefox", "SEC_ERROR_UNKNOWN_ISSUER"),
                            telling(".NET", "UntrustedRoot"),
                            telling(".NET", "PartialChain"),
                            vague(".NET", "RemoteCertificateChainErrors"),
                            vague("Python", "CERTIFICATE_VERIFY_FAILED"),
                            vague("OpenSSL", "SSL routines:…:certificate verify failed"),
                            possible("OpenSSL, curl", "alert certificate unknown"),
                            possible("Java", "Received fatal alert: certificate_unknown"),
                            possible("OpenSSL, curl", "alert unknown ca"),
                            possible("Java", "Received fatal alert: unknown_ca")),
                    new Check(
                            Text.of(
                                    "Qui dit le message : le client (F13) ou le journal d'un serveur qui vérifie un client (F10, F14) ? Si le serveur n'envoie qu'un seul certificat, c'est F14.",
                                    "Who says it: the client (F13), or the log of a server that verifies a client (F10, F14)? If the server sends one certificate only, this is F14."),
                            List.of("openssl s_client -connect HOST:443 -showcerts </dev/null")),
                    Text.of(
                            "Ajouter la racine de la branche voulue (production ou test) au truststore du client : --cacert (curl), keytool -importcert (Java), NODE_EXTRA_CA_CERTS (Node.js), cafile (Python). Ne jamais couper la vérification (F40).",
                            "Add the root of the right branch (production or test) to the client's truststore: --cacert (curl), keytool -importcert (Java), NODE_EXTRA_CA_CERTS (Node.js), cafile (Python). Never turn verification off (F40)."),
                    List.of(Owner.EDITEUR_LPS, Owner.EDITEUR_PROXY),
                    List.of(),
                    Certainty.MEASURED),
            new CertificateError(
                    "F14",
                    Text.of(
                            "Le certificat est envoyé sans son intermédiaire",
                            "The certificate is sent without its intermediate"),
                    Text.of(
                            "Seul le certificat feuille est configuré ; en face, on ne connaît que la racine. Le défaut reste caché quand le fichier de confiance du client contient l'intermédiaire : OpenSSL complète alors la chaîne lui-même.",
                            "Only the leaf is configured; the other end knows the root only. It stays hidden when the client's own CA file holds the intermediate: OpenSSL then completes the chain by itself."),
                    Text.of(
                            "« Ça marche avec curl, pas ailleurs » ; ou un serveur seulement refuse.",
                            "'It works with curl, and nowhere else'; or one server only refuses."),
                    new Place(Side.BOTH, Layer.TLS),
                    List.of(
                            telling(
                                    "nginx",
                                    "client SSL certificate verify error: (21:unable to verify the first certificate)"),
                            telling("OpenSSL, curl", "unable to verify the first certificate"),
                            telling("Node.js", "UNABLE_TO_VERIFY_LEAF_SIGNATURE"),
                            possible("curl", "SSL certificate problem: unable to get local issuer certificate"),
                            possible("Python", "certificate verify failed: unable to get local issuer certificate"),
                            possible("OpenSSL", "unable to get local issuer certificate"),
                            possible("Java", "unable to find valid certification path to requested target"),
                            possible(".NET", "PartialChain"),
                            possible("OpenSSL, curl", "alert unknown ca"),
                            possible("Java", "Received fatal alert: unknown_ca"),
                            vague("nginx", "The SSL certificate error")),
                    new Check(
                            Text.of(
                                    "Combien de certificats sont envoyés ? Un seul : F14. Deux ou plus, mais une racine inconnue : F13 ou F10.",
                                    "How many certificates are sent? One: F14. Two or more, and an unknown root: F13 or F10."),
                            List.of(
                                    "grep -c BEGIN client.pem",
                                    "openssl s_client -connect HOST:443 -showcerts </dev/null | grep -c BEGIN")),
                    Text.of(
                            "Configurer la chaîne : feuille, puis intermédiaire, dans cet ordre et dans un même fichier PEM ou p12.",
                            "Configure the chain: leaf, then intermediate, in that order and in one PEM or p12 file."),
                    List.of(Owner.EDITEUR_PROXY, Owner.OPERATEUR_PROXY),
                    rules("MTL-01"),
                    Certainty.MEASURED),
            new CertificateError(
                    "F15",
                    Text.of(
                            "Le serveur ne fait confiance qu'à l'intermédiaire",
                            "The server trusts the intermediate only"),
                    Text.of(
                            "Le fichier de confiance contient l'autorité intermédiaire sans la racine. OpenSSL et nginx veulent remonter jusqu'à une racine ; Java accepte toute autorité de son truststore.",
                            "The trust file holds the intermediate authority without the root. OpenSSL and nginx want to reach a root; Java accepts any authority of its truststore."),
                    Text.of(
                            "Le même fichier marche en Java, et pas avec nginx, OpenSSL ou Node.js.",
                            "The same file works in Java, and not with nginx, OpenSSL or Node.js."),
                    new Place(Side.BOTH, Layer.TLS),
                    List.of(
                            telling(
                                    "nginx",
                                    "client SSL certificate verify error: (2:unable to get issuer certificate)"),
                            telling("OpenSSL", "unable to get issuer certificate"),
                            telling("Node.js", "UNABLE_TO_GET_ISSUER_CERT"),
                            vague("nginx", "The SSL certificate error")),
                    new Check(
                            Text.of(
                                    "Le fichier de confiance contient-il un certificat dont le sujet et l'émetteur sont égaux ? Sinon, F15. Ne pas confondre avec « local issuer » (F13, F10).",
                                    "Does the trust file hold a certificate whose subject and issuer are equal? If not, F15. Not to be confused with 'local issuer' (F13, F10)."),
                            List.of("openssl storeutl -noout -text -certs trust.pem | grep -E 'Subject:|Issuer:'")),
                    Text.of(
                            "Mettre la racine et l'intermédiaire dans le fichier de confiance (ssl_client_certificate de nginx).",
                            "Put the root and the intermediate in the trust file (ssl_client_certificate of nginx)."),
                    List.of(Owner.EDITEUR_PROXY, Owner.OPERATEUR_PROXY),
                    List.of(),
                    Certainty.MEASURED),
            new CertificateError(
                    "F16",
                    Text.of("Un p12 sans chaîne : Java n'envoie rien", "A p12 without its chain: Java sends nothing"),
                    Text.of(
                            "Le p12 ne contient que la feuille, et le serveur n'annonce que la racine : Java ne trouve pas de clé qui y mène, et n'envoie aucun certificat, sans erreur.",
                            "The p12 holds the leaf only, and the server announces the root only: Java finds no key that leads there, and sends no certificate, without an error."),
                    Text.of(
                            "curl réussit avec le même p12 ou reçoit une autre erreur ; Java se voit dire qu'aucun certificat n'a été envoyé.",
                            "curl succeeds with the same p12, or gets another error; Java is told that no certificate was sent."),
                    new Place(Side.BOTH, Layer.TLS),
                    NothingSent.after(Weight.POSSIBLE),
                    new Check(
                            Text.of(
                                    "keytool montre-t-il « Certificate chain length: 1 » ? C'est F16. Une longueur de 2 ou 3 et une autorité de l'autre branche : F10. Aucune PrivateKeyEntry : F22.",
                                    "Does keytool show 'Certificate chain length: 1'? Then F16. A length of 2 or 3 and an authority of the other branch: F10. No PrivateKeyEntry: F22."),
                            List.of(
                                    "keytool -list -v -keystore client.p12 | grep -E 'Entry type|chain length|Issuer'")),
                    Text.of(
                            "Refaire le p12 avec sa chaîne : openssl pkcs12 -export -in client.pem -certfile chaine.pem -inkey client.key.",
                            "Make the p12 again with its chain: openssl pkcs12 -export -in client.pem -certfile chain.pem -inkey client.key."),
                    List.of(Owner.EDITEUR_PROXY, Owner.OPERATEUR_PROXY),
                    rules("MTL-01"),
                    Certainty.MEASURED),
            new CertificateError(
                    "F17",
                    Text.of(
                            "Un truststore p12 fait par OpenSSL, que Java voit vide",
                            "A p12 truststore made by OpenSSL, which Java sees empty"),
                    Text.of(
                            "Fait par « openssl pkcs12 -export -nokeys », le p12 n'a pas l'attribut par lequel Java reconnaît une autorité de confiance : Java en charge zéro.",
                            "Made by 'openssl pkcs12 -export -nokeys', the p12 lacks the attribute by which Java knows a trusted authority: Java loads none."),
                    Text.of(
                            "Java refuse toute connexion, alors que le fichier se lit bien ailleurs.",
                            "Java refuses every connection, although the file reads well elsewhere."),
                    new Place(Side.CLIENT, Layer.TLS),
                    List.of(telling("Java", "the trustAnchors parameter must be non-empty")),
                    new Check(
                            Text.of(
                                    "keytool -list annonce-t-il 0 entrée ? C'est F17. Si le fichier n'est pas trouvé, Java dit la même chose : vérifier aussi son chemin.",
                                    "Does keytool -list announce 0 entries? Then F17. Where the file is not found, Java says the same: check its path too."),
                            List.of("keytool -list -keystore trust.p12")),
                    Text.of(
                            "Refaire le truststore : keytool -importcert -noprompt -alias racine -file racine.pem -keystore trust.p12 -storetype PKCS12.",
                            "Make the truststore again: keytool -importcert -noprompt -alias root -file root.pem -keystore trust.p12 -storetype PKCS12."),
                    List.of(Owner.EDITEUR_LPS, Owner.EDITEUR_PROXY),
                    List.of(),
                    Certainty.MEASURED));

    private ChainErrors() {}
}
