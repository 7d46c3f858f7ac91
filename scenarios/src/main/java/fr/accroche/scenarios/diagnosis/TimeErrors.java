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
import java.util.List;

/** Dates, clocks and revocation (RFC 5280 §6.1 and §6.3). */
final class TimeErrors {

    static final List<CertificateError> ALL = List.of(
            new CertificateError(
                    "F28",
                    Text.of("Le certificat a expiré", "The certificate has expired"),
                    Text.of(
                            "La date de fin est passée : celle du client, du serveur ou d'un émetteur. Le renouvellement n'est pas automatique, et ne se fait que tant que le certificat est actif ; l'avis part vers l'administrateur technique deux mois avant.",
                            "The end date has passed: of the client's, the server's or an issuer's certificate. Renewal is not automatic, and is possible only while the certificate is active; the notice goes to the technical administrator two months before."),
                    Text.of(
                            "Tout échoue d'un coup, sans changement de configuration.",
                            "Everything fails at once, without a change of configuration."),
                    new Place(Side.BOTH, Layer.TLS),
                    List.of(
                            telling("nginx", "client SSL certificate verify error: (10:certificate has expired)"),
                            telling("curl", "SSL certificate problem: certificate has expired"),
                            telling("OpenSSL, Python", "certificate has expired"),
                            telling("OpenSSL, curl", "alert certificate expired"),
                            telling("Java", "Received fatal alert: certificate_expired"),
                            telling("Java", "CertificateExpiredException: NotAfter:"),
                            telling("Node.js", "CERT_HAS_EXPIRED"),
                            telling("Firefox", "SEC_ERROR_EXPIRED_CERTIFICATE"),
                            telling("Chrome, Edge", "NET::ERR_CERT_DATE_INVALID"),
                            telling(".NET", "NotTimeValid"),
                            vague("Java", "validity check failed"),
                            possible("curl", "SSL certificate verification failed"),
                            vague("OpenSSL, curl", "alert certificate unknown"),
                            vague("Java", "Received fatal alert: certificate_unknown"),
                            vague("HAProxy", "SSL client certificate not trusted"),
                            vague("nginx", "The SSL certificate error"),
                            vague("accroche", "X-Accroche-Diagnosis:…MTL-01")),
                    new Check(
                            Text.of(
                                    "Lequel a expiré : une alerte reçue ou le journal du serveur visent le certificat du client ; un refus par le client vise celui du serveur. Si la date de fin est à venir, l'horloge est fausse (F29).",
                                    "Which one has expired: an alert received, or the server's log, mean the client's certificate; a refusal by the client means the server's. If the end date is still to come, the clock is wrong (F29)."),
                            List.of(
                                    "openssl x509 -in client.pem -noout -dates",
                                    "openssl s_client -connect HOST:443 </dev/null | openssl x509 -noout -dates")),
                    Text.of(
                            "Commander le suivant, le poser sur tous les nœuds, puis renouveler les jetons (F12) ; surveiller la date.",
                            "Order the next one, put it on all nodes, then obtain new tokens (F12); watch the date."),
                    List.of(Owner.OPERATEUR_PROXY),
                    rules("MTL-01"),
                    Certainty.MEASURED),
            new CertificateError(
                    "F29",
                    Text.of(
                            "Le certificat n'est pas encore valide, ou l'horloge retarde",
                            "The certificate is not valid yet, or the clock is late"),
                    Text.of(
                            "La date de début est à venir pour la machine qui vérifie : certificat tout neuf, ou horloge en retard d'une machine virtuelle, de WSL ou de Docker après une mise en veille.",
                            "The start date is still to come for the machine that verifies: a brand-new certificate, or the late clock of a virtual machine, of WSL or of Docker after a sleep."),
                    Text.of(
                            "L'échec cesse seul après quelques minutes, ou dépend de la machine.",
                            "The failure ends by itself after some minutes, or depends on the machine."),
                    new Place(Side.BOTH, Layer.TLS),
                    List.of(
                            telling("nginx", "client SSL certificate verify error: (9:certificate is not yet valid)"),
                            telling("OpenSSL, curl, Python", "certificate is not yet valid"),
                            telling("Java", "CertificateNotYetValidException: NotBefore:"),
                            telling("Node.js", "CERT_NOT_YET_VALID"),
                            vague("OpenSSL, curl", "alert bad certificate"),
                            possible("Chrome, Edge", "NET::ERR_CERT_DATE_INVALID"),
                            possible(".NET", "NotTimeValid"),
                            vague("Java", "validity check failed"),
                            vague("nginx", "The SSL certificate error"),
                            vague("accroche", "X-Accroche-Diagnosis:…MTL-01")),
                    new Check(
                            Text.of(
                                    "date -u est-elle avant la date de début ? C'est F29 : l'horloge ou le certificat, l'une des deux dates est fausse. Après la date de fin : F28.",
                                    "Is date -u before the start date? Then F29: the clock or the certificate, one of the two dates is wrong. After the end date: F28."),
                            List.of("date -u", "openssl x509 -in client.pem -noout -dates")),
                    Text.of(
                            "Remettre l'horloge à l'heure (NTP ; wsl --shutdown ; redémarrer la machine virtuelle de Docker).",
                            "Set the clock right (NTP; wsl --shutdown; restart Docker's virtual machine)."),
                    List.of(Owner.OPERATEUR_PROXY, Owner.EDITEUR_LPS),
                    rules("MTL-01"),
                    Certainty.MEASURED),
            new CertificateError(
                    "F30",
                    Text.of(
                            "Certificat révoqué, ou liste de révocation absente ou périmée",
                            "A revoked certificate, or a revocation list that is missing or out of date"),
                    Text.of(
                            "Le certificat est révoqué ; ou bien la CRL du serveur a dépassé sa date, et tous les clients sont refusés ; ou il manque celle d'un niveau : nginx en veut une par autorité de la chaîne.",
                            "The certificate is revoked; or the server's CRL is past its date, and all clients are refused; or that of one level is missing: nginx wants one for each authority of the chain."),
                    Text.of(
                            "Un client est refusé (révoqué), ou tous à la fois (CRL périmée ou absente).",
                            "One client is refused (revoked), or all of them at once (CRL out of date or missing)."),
                    new Place(Side.SERVER, Layer.TLS),
                    List.of(
                            telling("nginx", "client SSL certificate verify error: (23:certificate revoked)"),
                            telling("nginx", "client SSL certificate verify error: (12:CRL has expired)"),
                            telling("nginx", "client SSL certificate verify error: (3:unable to get certificate CRL)"),
                            telling("OpenSSL", "certificate revoked"),
                            telling("Java", "Received fatal alert: certificate_revoked"),
                            telling("Java", "CertificateRevokedException"),
                            telling("OpenSSL", "CRL has expired"),
                            telling("OpenSSL", "unable to get certificate CRL"),
                            telling("Java", "Could not determine revocation status"),
                            telling("Java", "Unable to determine revocation status due to network error"),
                            telling("Chrome, Edge", "NET::ERR_CERT_REVOKED"),
                            telling(".NET", "RevocationStatusUnknown"),
                            vague("nginx", "The SSL certificate error")),
                    new Check(
                            Text.of(
                                    "Un seul client refusé, ou tous ? Un seul : révoqué, ou expiré (F28). Tous : lire nextUpdate des CRL, et compter une CRL par autorité.",
                                    "One client refused, or all? One: revoked, or expired (F28). All: read nextUpdate of the CRLs, and count one CRL for each authority."),
                            List.of("openssl crl -in crl.pem -noout -lastupdate -nextupdate -issuer")),
                    Text.of(
                            "Révoqué : commander de nouveau. CRL : la télécharger chaque jour, à une heure tirée au hasard, pour la racine et l'intermédiaire, et surveiller nextUpdate.",
                            "Revoked: order again. CRL: fetch it each day, at a random hour, for the root and the intermediate, and watch nextUpdate."),
                    List.of(Owner.OPERATEUR_PROXY, Owner.SERVICE),
                    rules("MTL-01"),
                    Certainty.MEASURED));

    private TimeErrors() {}
}
