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

/** How a refusal is told or kept silent, and what TLS itself asks for (RFC 8446, RFC 5246). */
final class HandshakeErrors {

    static final List<CertificateError> ALL = List.of(
            new CertificateError(
                    "F31",
                    Text.of(
                            "Le serveur HTTPS du JDK coupe sans alerte",
                            "The JDK's HTTPS server drops the connection without an alert"),
                    Text.of(
                            "Le HttpsServer du JDK 17, avec needClientAuth, ferme la connexion quand le certificat client manque ou déplaît, sans envoyer d'alerte TLS : le client ne sait rien de la cause.",
                            "The HttpsServer of JDK 17, with needClientAuth, closes the connection when the client certificate is missing or displeases, without sending a TLS alert: the client learns nothing of the cause."),
                    Text.of(
                            "Une réponse vide ou une connexion coupée, jamais un mot sur le certificat.",
                            "An empty reply or a dropped connection, never a word about the certificate."),
                    new Place(Side.CLIENT, Layer.TLS),
                    List.of(
                            vague("curl", "Empty reply from server"),
                            vague("curl", "SSL_ERROR_SYSCALL"),
                            vague("Node.js", "socket hang up"),
                            vague("Python", "RemoteDisconnected"),
                            vague("Python", "Remote end closed connection without response")),
                    new Check(
                            Text.of(
                                    "Le serveur est-il un HttpsServer du JDK ? Sinon, est-ce du HTTP en clair sur un port TLS (F37), ou un pare-feu ? Chercher la cause dans le journal du serveur (-Djavax.net.debug=ssl).",
                                    "Is the server a HttpsServer of the JDK? If not, is it plain HTTP on a TLS port (F37), or a firewall? Look for the cause in the server's log (-Djavax.net.debug=ssl)."),
                            List.of("openssl s_client -connect HOST:443 -cert client.pem -key client.key </dev/null")),
                    Text.of(
                            "Réparer le certificat client (F33, F6, F10, F28) ; côté serveur, employer wantClientAuth et répondre en HTTP, ou un serveur qui envoie les alertes.",
                            "Mend the client certificate (F33, F6, F10, F28); at the server, use wantClientAuth and answer over HTTP, or a server that sends alerts."),
                    List.of(Owner.EDITEUR_PROXY, Owner.SERVICE),
                    List.of(),
                    Certainty.MEASURED),
            new CertificateError(
                    "F32",
                    Text.of(
                            "En TLS 1.3 le refus arrive après la poignée de main",
                            "In TLS 1.3 the refusal comes after the handshake"),
                    Text.of(
                            "En TLS 1.3, le client a fini sa poignée de main avant que le serveur ait vérifié son certificat : l'alerte arrive à la première lecture, et un client peut ne voir qu'une écriture qui échoue.",
                            "In TLS 1.3 the client has ended its handshake before the server has verified its certificate: the alert comes at the first read, and a client may see only a write that fails."),
                    Text.of(
                            "curl dit (56) au lieu de (35) ; Java peut ne dire que « Broken pipe », par intermittence.",
                            "curl says (56) instead of (35); Java may say 'Broken pipe' only, now and then."),
                    new Place(Side.CLIENT, Layer.TLS),
                    List.of(
                            vague("curl", "OpenSSL SSL_read:…alert"),
                            vague("curl", "getpeername() failed with errno 107"),
                            vague("Java", "SSLException: Broken pipe"),
                            vague("Java", "SSLException: Connection reset")),
                    new Check(
                            Text.of(
                                    "Recommencer en TLS 1.2 : l'alerte arrive alors pendant la poignée de main et nomme la cause. Le nom de l'alerte mène à F33, F6, F10, F28 ou F30.",
                                    "Try again with TLS 1.2: the alert then comes during the handshake and names the cause. The alert's name leads to F33, F6, F10, F28 or F30."),
                            List.of(
                                    "curl --tls-max 1.2 -v --cert client.pem --key client.key https://HOST/",
                                    "java -Djdk.tls.client.protocols=TLSv1.2 …")),
                    Text.of(
                            "Réparer la cause que nomme l'alerte ; ne pas revenir à TLS 1.2 pour de bon.",
                            "Mend the cause that the alert names; do not stay on TLS 1.2 for good."),
                    List.of(Owner.EDITEUR_PROXY, Owner.EDITEUR_LPS),
                    List.of(),
                    Certainty.MEASURED),
            new CertificateError(
                    "F33",
                    Text.of("Aucun certificat client n'a été présenté", "No client certificate was presented"),
                    Text.of(
                            "Le client n'a pas de certificat configuré, pas pour cet hôte, ou l'a écarté sans le dire. Chaque serveur le dit à sa façon, et TLS 1.2 plus vaguement que TLS 1.3.",
                            "The client has no certificate configured, or none for this host, or set it aside without a word. Each server says so its own way, and TLS 1.2 more vaguely than TLS 1.3."),
                    Text.of(
                            "Le serveur dit n'avoir rien reçu ; le client croit souvent avoir envoyé.",
                            "The server says it received nothing; the client often believes it sent."),
                    new Place(Side.BOTH, Layer.TLS),
                    NothingSent.after(
                            Weight.TELLING,
                            telling("accroche", "client presented no certificate"),
                            vague("OpenSSL, curl", "alert handshake failure"),
                            vague("Java", "Received fatal alert: handshake_failure"),
                            possible("OpenSSL, curl", "alert bad certificate"),
                            possible("Java", "Received fatal alert: bad_certificate"),
                            vague("HAProxy", "SSL handshake failure"),
                            vague("accroche", "X-Accroche-Diagnosis:…MTL-01")),
                    new Check(
                            Text.of(
                                    "curl avec les mêmes fichiers passe-t-il ? Alors le programme n'envoie rien : p12 sans clé (F22), alias (F23), mot de passe de clé (F21), chaîne absente (F16), autre branche (F10). curl échoue aussi : rien n'est configuré, ou le port n'est pas le bon.",
                                    "Does curl pass with the same files? Then the program sends nothing: p12 without key (F22), alias (F23), key password (F21), chain missing (F16), other branch (F10). curl fails too: nothing is configured, or the port is wrong."),
                            List.of(
                                    "curl -v --cert client.pem --key client.key --cacert root.pem https://HOST/",
                                    "java -Djavax.net.debug=ssl:handshake …")),
                    Text.of(
                            "Configurer le certificat dans le client HTTP qui fait vraiment l'appel, pour cet hôte, et vérifier que rien ne termine TLS avant lui.",
                            "Configure the certificate in the HTTP client that really makes the call, for this host, and check that nothing terminates TLS before it."),
                    List.of(Owner.EDITEUR_PROXY, Owner.OPERATEUR_PROXY),
                    rules("MTL-01"),
                    Certainty.MEASURED),
            new CertificateError(
                    "F34",
                    Text.of("TLS trop ancien", "TLS too old"),
                    Text.of(
                            "Un des deux côtés ne parle que TLS 1.0 ou 1.1, ou n'a aucune suite en commun avec l'autre : seuls TLS 1.2 et 1.3 sont admis.",
                            "One end speaks TLS 1.0 or 1.1 only, or has no suite in common with the other: only TLS 1.2 and 1.3 are allowed."),
                    Text.of(
                            "L'échec vient dès le premier message, avant tout certificat.",
                            "The failure comes at the very first message, before any certificate."),
                    new Place(Side.BOTH, Layer.TLS),
                    List.of(
                            telling("Java", "Received fatal alert: protocol_version"),
                            telling("OpenSSL, curl", "alert protocol version"),
                            telling("OpenSSL", "legacy sigalg disallowed or unsupported"),
                            telling("OpenSSL", "SSL routines:…:unsupported protocol"),
                            telling(
                                    "Java",
                                    "No appropriate protocol (protocol is disabled or cipher suites are inappropriate)"),
                            telling("Java", "is not enabled or supported in server context"),
                            telling("Java", "no cipher suites in common"),
                            telling("Chrome, Edge", "ERR_SSL_VERSION_OR_CIPHER_MISMATCH"),
                            telling("accroche", "no common TLS version"),
                            telling("accroche", "X-Accroche-Diagnosis:…MTL-02"),
                            vague("OpenSSL, curl", "alert handshake failure"),
                            vague("Java", "Received fatal alert: handshake_failure")),
                    new Check(
                            Text.of(
                                    "La commande réussit-elle avec -tls1_2 ? Alors votre programme est réglé sur une version plus ancienne. Une alerte « handshake failure » avec une version admise : F33.",
                                    "Does the command succeed with -tls1_2? Then your program is set to an older version. An alert 'handshake failure' with an allowed version: F33."),
                            List.of(
                                    "openssl s_client -connect HOST:443 -tls1_2 </dev/null",
                                    "openssl s_client -connect HOST:443 -tls1_3 </dev/null")),
                    Text.of(
                            "Autoriser TLS 1.2 et 1.3 et des suites ECDHE avec AES-GCM ; mettre à jour l'exécution plutôt que d'abaisser le serveur.",
                            "Allow TLS 1.2 and 1.3, and ECDHE suites with AES-GCM; update the runtime rather than lower the server."),
                    List.of(Owner.EDITEUR_LPS, Owner.EDITEUR_PROXY),
                    rules("MTL-02"),
                    Certainty.MEASURED),
            new CertificateError(
                    "F35",
                    Text.of("Clé ou empreinte trop faible", "A key or digest that is too weak"),
                    Text.of(
                            "Une clé RSA de 1024 bits ou une signature SHA-1, dans la feuille ou la chaîne : OpenSSL (niveau de sécurité 2) et Java les refusent.",
                            "An RSA key of 1024 bits or a SHA-1 signature, in the leaf or the chain: OpenSSL (security level 2) and Java refuse them."),
                    Text.of(
                            "Le certificat marchait sur l'ancien système, et plus après sa mise à jour.",
                            "The certificate worked on the old system, and no more after its update."),
                    new Place(Side.BOTH, Layer.TLS),
                    List.of(
                            telling("OpenSSL, curl", "ee key too small"),
                            telling("OpenSSL, curl", "ca key too small"),
                            telling("OpenSSL, curl", "ca md too weak"),
                            telling("OpenSSL, nginx", "EE certificate key too weak"),
                            telling("OpenSSL, nginx", "CA certificate key too weak"),
                            telling("OpenSSL, nginx", "CA signature digest algorithm too weak"),
                            telling("Java", "Algorithm constraints check failed on")),
                    new Check(
                            Text.of(
                                    "Lire la taille de la clé et l'algorithme de signature de chaque certificat de la chaîne : moins de 2048 bits ou SHA-1, c'est F35.",
                                    "Read the key size and the signature algorithm of each certificate of the chain: under 2048 bits or SHA-1, it is F35."),
                            List.of(
                                    "openssl x509 -in client.pem -noout -text | grep -E 'Public-Key|Signature Algorithm'")),
                    Text.of(
                            "Commander un certificat d'aujourd'hui (RSA 2048 au moins, SHA-256) ; ne pas abaisser SECLEVEL.",
                            "Order a certificate of today (RSA 2048 at least, SHA-256); do not lower SECLEVEL."),
                    List.of(Owner.OPERATEUR_PROXY),
                    rules("MTL-01"),
                    Certainty.MEASURED));

    private HandshakeErrors() {}
}
