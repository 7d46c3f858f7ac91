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

/** What the certificate is for, and for which environment (docs/sources.md, IGC-Santé samples). */
final class ProfileErrors {

    static final List<CertificateError> ALL = List.of(
            new CertificateError(
                    "F5",
                    Text.of(
                            "Un certificat de serveur (SERV SSL) présenté comme client",
                            "A server certificate (SERV SSL) presented as a client's"),
                    Text.of(
                            "Un certificat SERV SSL porte serverAuth et aussi clientAuth : OpenSSL, nginx et Java l'acceptent d'un client. Seul un contrôle du profil le voit.",
                            "A SERV SSL certificate bears serverAuth and clientAuth too: OpenSSL, nginx and Java accept it from a client. Only a check of the profile sees it."),
                    Text.of(
                            "Tout marche en local ; le vrai service, ou accroche, refuse le profil ou le CN, qui est un nom d'hôte.",
                            "All is well locally; the real service, or accroche, refuses the profile, or the CN, which is a host name."),
                    new Place(Side.SERVER, Layer.BUSINESS),
                    List.of(vague("accroche", "X-Accroche-Diagnosis:…MTL-01")),
                    new Check(
                            Text.of(
                                    "L'usage étendu contient-il serverAuth, ou le certificat des noms DNS ? C'est F5. emailProtection : F6. Rien du tout n'arrive : F33.",
                                    "Does the extended key usage hold serverAuth, or the certificate DNS names? Then F5. emailProtection: F6. Nothing arrives at all: F33."),
                            List.of(
                                    "openssl x509 -in client.pem -noout -ext keyUsage,extendedKeyUsage,subjectAltName")),
                    Text.of(
                            "Commander l'offre ORG, usage AUTH_CLI ; garder le SERV SSL pour le serveur.",
                            "Order the ORG offer, usage AUTH_CLI; keep the SERV SSL for the server."),
                    List.of(Owner.OPERATEUR_PROXY),
                    rules("MTL-01"),
                    Certainty.MEASURED),
            new CertificateError(
                    "F6",
                    Text.of(
                            "Un certificat cachet (ORG SIGN) présenté comme client",
                            "A seal (ORG SIGN) presented as a client certificate"),
                    Text.of(
                            "Le certificat sert à signer (emailProtection, nonRepudiation) ; il n'a pas clientAuth, et TLS le refuse.",
                            "The certificate is for signing (emailProtection, nonRepudiation); it lacks clientAuth, and TLS refuses it."),
                    Text.of(
                            "Le serveur refuse le certificat pour son usage ; le client reçoit une alerte ou un 400.",
                            "The server refuses the certificate for its purpose; the client gets an alert or a 400."),
                    new Place(Side.BOTH, Layer.TLS),
                    List.of(
                            telling(
                                    "nginx",
                                    "client SSL certificate verify error: (26:unsuitable certificate purpose)"),
                            telling(
                                    "nginx",
                                    "client SSL certificate verify error: (26:unsupported certificate purpose)"),
                            telling("OpenSSL", "unsuitable certificate purpose"),
                            telling("OpenSSL", "unsupported certificate purpose"),
                            telling("Java", "Extended key usage does not permit use for TLS client authentication"),
                            telling("OpenSSL, curl", "alert unsupported certificate"),
                            telling("Java", "Received fatal alert: unsupported_certificate"),
                            vague("OpenSSL, curl", "alert certificate unknown"),
                            vague("Java", "Received fatal alert: certificate_unknown"),
                            vague("HAProxy", "SSL client certificate not trusted"),
                            vague("nginx", "The SSL certificate error"),
                            vague("accroche", "X-Accroche-Diagnosis:…MTL-01")),
                    new Check(
                            Text.of(
                                    "L'usage étendu contient-il clientAuth ? Sinon, F6. S'il contient aussi serverAuth, ce n'est pas cette erreur mais F5.",
                                    "Does the extended key usage hold clientAuth? If not, F6. If it holds serverAuth as well, this is not the error but F5."),
                            List.of(
                                    "openssl x509 -in client.pem -noout -purpose",
                                    "openssl x509 -in client.pem -noout -ext keyUsage,extendedKeyUsage")),
                    Text.of(
                            "Présenter l'ORG AUTH_CLI en TLS, et garder l'ORG SIGN pour signer le VIHF : deux fichiers, deux réglages.",
                            "Present the ORG AUTH_CLI in TLS, and keep the ORG SIGN to sign the VIHF: two files, two settings."),
                    List.of(Owner.EDITEUR_PROXY, Owner.OPERATEUR_PROXY),
                    rules("MTL-01"),
                    Certainty.MEASURED),
            new CertificateError(
                    "F7",
                    Text.of(
                            "Un certificat de personne au lieu d'un certificat d'organisation",
                            "A person's certificate instead of an organisation's"),
                    Text.of(
                            "Un certificat de professionnel (carte CPS ou logiciel PS) n'a pas d'OU ou nomme une personne ; le service attend un certificat ORG.",
                            "A professional's certificate (CPS card or PS software) has no OU, or names a person; the service expects an ORG certificate."),
                    Text.of(
                            "TLS peut réussir ; le téléservice refuse, faute d'identifiant de structure dans le sujet.",
                            "TLS may succeed; the téléservice refuses, for want of a structure identifier in the subject."),
                    new Place(Side.SERVER, Layer.BUSINESS),
                    List.of(vague("accroche", "X-Accroche-Diagnosis:…MTL-01")),
                    new Check(
                            Text.of(
                                    "Le sujet a-t-il title, GN ou SN, ou manque-t-il d'OU ? C'est un certificat de personne, F7. Avec C, ST, O, OU, CN, c'est un certificat d'organisation : voir son usage (F5, F6) et ses dates (F28, F29).",
                                    "Has the subject title, GN or SN, or no OU? It is a person's, F7. With C, ST, O, OU, CN it is an organisation's: look at its usage (F5, F6) and its dates (F28, F29)."),
                            List.of("openssl x509 -in client.pem -noout -subject -nameopt multiline,utf8")),
                    Text.of(
                            "Commander un ORG AUTH_CLI ; l'identité de la personne passe par Pro Santé Connect, non par TLS.",
                            "Order an ORG AUTH_CLI; the person's identity travels by Pro Santé Connect, not by TLS."),
                    List.of(Owner.OPERATEUR_PROXY, Owner.EDITEUR_LPS),
                    rules("MTL-01"),
                    Certainty.PUBLIC),
            new CertificateError(
                    "F10",
                    Text.of("Test et production mélangés", "Test and production mixed"),
                    Text.of(
                            "Le certificat vient de la branche de production et le serveur ne connaît que celle de test, ou l'inverse. Un client Java n'envoie alors rien du tout : il écarte ses clés d'après la liste d'autorités du serveur.",
                            "The certificate is of the production branch and the server knows the test branch only, or the reverse. A Java client then sends nothing at all: it filters its keys by the server's list of authorities."),
                    Text.of(
                            "curl reçoit une alerte ou un 400 ; Java, lui, se voit dire qu'aucun certificat n'a été envoyé.",
                            "curl gets an alert or a 400; Java is told that no certificate was sent."),
                    new Place(Side.BOTH, Layer.TLS),
                    NothingSent.after(
                            Weight.POSSIBLE,
                            telling(
                                    "nginx",
                                    "client SSL certificate verify error: (20:unable to get local issuer certificate)"),
                            telling(
                                    "nginx",
                                    "client SSL certificate verify error: (19:self-signed certificate in certificate chain)"),
                            telling("OpenSSL, curl", "alert unknown ca"),
                            telling("Java", "Received fatal alert: unknown_ca"),
                            telling("HAProxy", "SSL client CA chain cannot be verified"),
                            telling("accroche", "X-Accroche-Diagnosis:…ENV-01"),
                            possible("OpenSSL", "unable to get local issuer certificate"),
                            possible("OpenSSL", "self-signed certificate in certificate chain"),
                            possible("OpenSSL, curl", "alert certificate unknown"),
                            possible("Java", "Received fatal alert: certificate_unknown"),
                            possible("Java", "PKIX path building failed"),
                            vague("nginx", "The SSL certificate error")),
                    new Check(
                            Text.of(
                                    "L'émetteur commence-t-il par « TEST » et le serveur est-il de test ? Les deux doivent aller ensemble. Si c'est votre programme qui refuse le serveur, c'est F13.",
                                    "Does the issuer begin with 'TEST', and is the server a test server? Both must go together. If your program is the one that refuses the server, this is F13."),
                            List.of(
                                    "openssl x509 -in client.pem -noout -subject -issuer -dates",
                                    "openssl s_client -connect HOST:443 </dev/null | sed -n '/Acceptable client/,/Requested/p'")),
                    Text.of(
                            "Un certificat et un truststore par environnement ; présenter celui de la branche du serveur appelé.",
                            "One certificate and one truststore for each environment; present the one of the called server's branch."),
                    List.of(Owner.OPERATEUR_PROXY, Owner.EDITEUR_PROXY),
                    rules("ENV-01"),
                    Certainty.MEASURED));

    private ProfileErrors() {}
}
