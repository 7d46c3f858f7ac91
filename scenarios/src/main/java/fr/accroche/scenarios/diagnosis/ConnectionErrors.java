package fr.accroche.scenarios.diagnosis;

import static fr.accroche.scenarios.diagnosis.CertificateErrors.rules;
import static fr.accroche.scenarios.diagnosis.Symptom.telling;
import static fr.accroche.scenarios.diagnosis.Symptom.vague;

import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.diagnosis.CertificateError.Certainty;
import fr.accroche.scenarios.diagnosis.CertificateError.Check;
import fr.accroche.scenarios.diagnosis.CertificateError.Layer;
import fr.accroche.scenarios.diagnosis.CertificateError.Place;
import fr.accroche.scenarios.diagnosis.CertificateError.Side;
import java.util.List;

/** Who is called, and by what connection (RFC 9110 §4.3.4, RFC 5280 §6.1). */
final class ConnectionErrors {

    static final List<CertificateError> ALL = List.of(
            new CertificateError(
                    "F36",
                    Text.of(
                            "Le nom appelé n'est pas dans le certificat du serveur",
                            "The name called is not in the server's certificate"),
                    Text.of(
                            "L'URL dit localhost, une adresse IP, un nom interne ou un autre environnement ; le certificat du serveur en nomme un autre, ou n'a pas de nom DNS.",
                            "The URL says localhost, an IP address, an internal name or another environment; the server's certificate names another, or has no DNS name."),
                    Text.of(
                            "Le client refuse le serveur, dont l'autorité est pourtant connue.",
                            "The client refuses the server, whose authority is known all the same."),
                    new Place(Side.CLIENT, Layer.TLS),
                    List.of(
                            telling("curl", "no alternative certificate subject name matches target"),
                            telling("Java", "No subject alternative DNS name matching"),
                            telling("Java", "No subject alternative names present"),
                            telling("Java", "No subject alternative names matching IP address"),
                            telling("Java", "No name matching…found"),
                            telling("Node.js", "ERR_TLS_CERT_ALTNAME_INVALID"),
                            telling("Node.js", "does not match certificate's altnames"),
                            telling("Python", "Hostname mismatch, certificate is not valid for"),
                            telling("Chrome, Edge", "NET::ERR_CERT_COMMON_NAME_INVALID"),
                            telling("Firefox", "SSL_ERROR_BAD_CERT_DOMAIN"),
                            telling(".NET", "RemoteCertificateNameMismatch")),
                    new Check(
                            Text.of(
                                    "L'autorité est-elle connue ? Sinon F13 d'abord. Comparer ensuite le nom de l'URL aux noms DNS du certificat reçu.",
                                    "Is the authority known? If not, F13 first. Then compare the URL's name with the DNS names of the certificate received."),
                            List.of(
                                    "openssl s_client -connect HOST:443 -servername HOST </dev/null | openssl x509 -noout -ext subjectAltName")),
                    Text.of(
                            "Appeler le serveur par un nom de son certificat (fichier hosts ou DNS si besoin), ou lui commander un SERV SSL qui porte ce nom.",
                            "Call the server by a name of its certificate (hosts file or DNS if need be), or order it a SERV SSL that bears that name."),
                    List.of(Owner.EDITEUR_LPS, Owner.OPERATEUR_PROXY),
                    List.of(),
                    Certainty.MEASURED),
            new CertificateError(
                    "F37",
                    Text.of("HTTP en clair sur un port TLS, ou l'inverse", "Plain HTTP on a TLS port, or the reverse"),
                    Text.of(
                            "L'URL commence par http: vers un port qui parle TLS, ou par https: vers un port qui ne le parle pas ; souvent derrière un répartiteur qui a déjà terminé TLS.",
                            "The URL begins with http: towards a port that speaks TLS, or with https: towards one that does not; often behind a load balancer that has terminated TLS already."),
                    Text.of(
                            "Le refus vient au premier octet, quels que soient les certificats.",
                            "The refusal comes at the first byte, whatever the certificates."),
                    new Place(Side.BOTH, Layer.TLS),
                    List.of(
                            telling("nginx", "The plain HTTP request was sent to HTTPS port"),
                            telling("OpenSSL", "SSL routines:…:http request"),
                            telling("OpenSSL, curl", "SSL routines:…:wrong version number"),
                            telling("Java", "Unsupported or unrecognized SSL message"),
                            telling("accroche", "The plain HTTP request was sent to an HTTPS port"),
                            telling("accroche", "plain HTTP was sent to an HTTPS port"),
                            telling("accroche", "the server does not speak TLS on this port"),
                            vague("curl", "Empty reply from server")),
                    new Check(
                            Text.of(
                                    "Le port répond-il à openssl s_client par un certificat ? Oui : employer https ; si la réponse reste vide, F31. Non : il ne parle pas TLS.",
                                    "Does the port answer openssl s_client with a certificate? Yes: use https; if the reply is still empty, F31. No: it does not speak TLS."),
                            List.of("openssl s_client -connect HOST:PORT </dev/null")),
                    Text.of(
                            "Corriger le schéma ou le port de l'URL ; derrière un répartiteur, faire parvenir TLS jusqu'à qui vérifie le certificat client.",
                            "Correct the scheme or the port of the URL; behind a load balancer, let TLS reach the one that verifies the client certificate."),
                    List.of(Owner.EDITEUR_PROXY, Owner.OPERATEUR_PROXY),
                    List.of(),
                    Certainty.MEASURED),
            new CertificateError(
                    "F38",
                    Text.of(
                            "Une chaîne où une feuille sert d'autorité",
                            "A chain in which a leaf serves as an authority"),
                    Text.of(
                            "Un certificat d'entité finale a signé un autre certificat : il n'a ni CA:TRUE ni keyCertSign. Chaîne assemblée à la main, ou tentative d'usurpation.",
                            "An end-entity certificate signed another: it has neither CA:TRUE nor keyCertSign. A chain put together by hand, or an attempt at forgery."),
                    Text.of(
                            "La chaîne remonte bien jusqu'à la racine connue, et elle est refusée.",
                            "The chain does reach the known root, and is refused."),
                    new Place(Side.SERVER, Layer.TLS),
                    List.of(
                            telling(
                                    "nginx",
                                    "client SSL certificate verify error: (32:key usage does not include certificate signing)"),
                            telling("OpenSSL", "key usage does not include certificate signing"),
                            telling("OpenSSL", "invalid CA certificate"),
                            telling("Java", "keyCertSign bit is not set"),
                            telling("Java", "basic constraints check failed"),
                            vague("nginx", "The SSL certificate error")),
                    new Check(
                            Text.of(
                                    "Chaque émetteur de la chaîne a-t-il CA:TRUE ? Si l'ordre des certificats du fichier est mêlé, le remettre avant de conclure ; si un intermédiaire manque, F14.",
                                    "Has each issuer of the chain CA:TRUE? If the file's certificates are out of order, put them in order before you conclude; if an intermediate is missing, F14."),
                            List.of("openssl storeutl -noout -text -certs client.pem | grep -E 'Subject:|CA:'")),
                    Text.of(
                            "Refaire la chaîne des seuls certificats de l'IGC ; si personne ne l'a assemblée, traiter comme un incident de sécurité.",
                            "Make the chain of the IGC's certificates only; if nobody put it together, treat it as a security incident."),
                    List.of(Owner.OPERATEUR_PROXY),
                    rules("MTL-01"),
                    Certainty.MEASURED),
            new CertificateError(
                    "F39",
                    Text.of(
                            "Une connexion gardée ouverte cache un changement",
                            "A kept-alive connection hides a change"),
                    Text.of(
                            "La connexion TLS ouverte avec l'ancien certificat est réutilisée : un nouveau certificat, ou un mot de passe faux, semble marcher jusqu'à la connexion suivante.",
                            "The TLS connection opened with the old certificate is used again: a new certificate, or a wrong password, seems to work until the next connection."),
                    Text.of(
                            "Le changement ne prend effet qu'au redémarrage, ou l'échec vient bien après le changement.",
                            "The change takes effect at the restart only, or the failure comes long after the change."),
                    new Place(Side.CLIENT, Layer.TLS),
                    List.of(),
                    new Check(
                            Text.of(
                                    "Une connexion neuve (curl, ou le programme redémarré) donne-t-elle le même résultat ? Sinon, F39.",
                                    "Does a new connection (curl, or the program restarted) give the same result? If not, F39."),
                            List.of("curl -v --cert client.pem --key client.key https://HOST/")),
                    Text.of(
                            "Vider le groupe de connexions quand un certificat change (en Node.js, un nouvel agent ; en Java, un nouveau client), et essayer toujours à froid.",
                            "Empty the connection pool when a certificate changes (a new agent in Node.js, a new client in Java), and always try from cold."),
                    List.of(Owner.EDITEUR_PROXY, Owner.EDITEUR_LPS),
                    List.of(),
                    Certainty.MEASURED),
            new CertificateError(
                    "F40",
                    Text.of(
                            "La vérification des certificats est coupée",
                            "The verification of certificates is turned off"),
                    Text.of(
                            "Un réglage d'essai, copié d'un exemple, accepte n'importe quel serveur : tout semble marcher, et n'importe qui peut lire jetons et données de santé.",
                            "A setting for a trial, copied from an example, accepts any server: all seems well, and anyone may read tokens and health data."),
                    Text.of(
                            "Aucune erreur, au plus un avertissement au démarrage ou à chaque requête.",
                            "No error, at most a warning at the start or at each request."),
                    new Place(Side.CLIENT, Layer.TLS),
                    List.of(
                            telling(
                                    "Node.js",
                                    "Setting the NODE_TLS_REJECT_UNAUTHORIZED environment variable to '0' makes TLS connections and HTTPS requests insecure"),
                            telling("Node.js", "rejectUnauthorized: false"),
                            telling("Python", "InsecureRequestWarning: Unverified HTTPS request is being made"),
                            telling("Java", "useInsecureTrustManager: true"),
                            telling(".NET", "DangerousAcceptAnyServerCertificateValidator")),
                    new Check(
                            Text.of(
                                    "Le programme refuse-t-il un serveur au certificat d'une autorité inconnue ? S'il l'accepte, F40.",
                                    "Does the program refuse a server with a certificate of an unknown authority? If it accepts it, F40."),
                            List.of(
                                    "grep -rnE 'useInsecureTrustManager|rejectUnauthorized|verify=False|--insecure' .")),
                    Text.of(
                            "Ôter le réglage et faire confiance à la racine voulue (F13) ; retirer des dépôts les p12 et leurs mots de passe, et les révoquer.",
                            "Remove the setting and trust the right root (F13); take p12 files and their passwords out of repositories, and revoke them."),
                    List.of(Owner.EDITEUR_LPS, Owner.EDITEUR_PROXY),
                    List.of(),
                    Certainty.PUBLIC));

    private ConnectionErrors() {}
}
