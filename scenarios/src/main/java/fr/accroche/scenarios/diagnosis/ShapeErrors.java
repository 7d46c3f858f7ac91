package fr.accroche.scenarios.diagnosis;

import static fr.accroche.scenarios.diagnosis.CertificateErrors.rules;
import static fr.accroche.scenarios.diagnosis.Symptom.possible;
import static fr.accroche.scenarios.diagnosis.Symptom.telling;

import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.diagnosis.CertificateError.Certainty;
import fr.accroche.scenarios.diagnosis.CertificateError.Check;
import fr.accroche.scenarios.diagnosis.CertificateError.Layer;
import fr.accroche.scenarios.diagnosis.CertificateError.Place;
import fr.accroche.scenarios.diagnosis.CertificateError.Side;
import java.util.List;

/** What no certificate of the IGC-Santé looks like, and a certificate of another origin does. */
final class ShapeErrors {

    static final List<CertificateError> ALL = List.of(
            new CertificateError(
                    "F41",
                    Text.of(
                            "Le certificat vient d'une autorité que le serveur ne connaît pas",
                            "The certificate is of an authority that the server does not know"),
                    Text.of(
                            "Le certificat est auto-signé, d'une autorité interne, ou d'une autorité publique (Let's Encrypt et les autres n'émettent d'ailleurs plus de certificats clients) : seule l'IGC-Santé est reconnue.",
                            "The certificate is self-signed, of an internal authority, or of a public one (Let's Encrypt and the others issue no more client certificates anyway): only the IGC-Santé is trusted."),
                    Text.of(
                            "Le serveur coupe ou refuse, quel que soit le contenu du certificat.",
                            "The server cuts or refuses, whatever the certificate holds."),
                    new Place(Side.SERVER, Layer.TLS),
                    List.of(
                            telling("nginx, OpenSSL", "(18:self-signed certificate)"),
                            possible("nginx, OpenSSL", "(20:unable to get local issuer certificate)"),
                            possible("OpenSSL, curl", "tlsv1 alert unknown ca")),
                    new Check(
                            Text.of(
                                    "L'émetteur est-il l'AC IGC-SANTE ELEMENTAIRE ORGANISATIONS ? De l'autre branche, c'est F10 ; sans intermédiaire, F14.",
                                    "Is the issuer the AC IGC-SANTE ELEMENTAIRE ORGANISATIONS? Of the other branch, this is F10; without the intermediate, F14."),
                            List.of("openssl x509 -in client.pem -noout -issuer -subject")),
                    Text.of(
                            "Commander un ORG AUTH_CLI à l'IGC-Santé (ici : accroche certs order) ; aucun autre certificat ne convient.",
                            "Order an ORG AUTH_CLI from the IGC-Santé (here: accroche certs order); no other certificate will do."),
                    List.of(Owner.OPERATEUR_PROXY),
                    rules("MTL-01"),
                    Certainty.MEASURED),
            new CertificateError(
                    "F42",
                    Text.of("Une signature de la chaîne est fausse", "A signature of the chain is wrong"),
                    Text.of(
                            "Un certificat de la chaîne a changé d'un octet, ou son émetteur est l'homonyme d'une autorité avec une autre clé : une IGC de test refaite sous le même nom, par exemple.",
                            "A certificate of the chain has changed by an octet, or its issuer is the namesake of an authority with another key: a test IGC made again under the same name, for example."),
                    Text.of(
                            "Les noms de la chaîne s'enchaînent, et rien ne l'accepte.",
                            "The names of the chain follow one another, and nothing accepts it."),
                    new Place(Side.BOTH, Layer.TLS),
                    List.of(
                            telling("nginx, OpenSSL", "(7:certificate signature failure)"),
                            telling("OpenSSL", "certificate signature failure"),
                            telling("Java", "Path does not chain with any of the trust anchors"),
                            telling("Java", "signature check failed")),
                    new Check(
                            Text.of(
                                    "La chaîne vérifiée maillon par maillon dit lequel est faux ; l'identifiant de clé de l'émetteur (AKI) dit s'il s'agit d'un homonyme.",
                                    "Verifying the chain link by link says which is wrong; the issuer's key identifier (AKI) says whether it is a namesake."),
                            List.of("openssl verify -CAfile racine.pem -untrusted intermediaire.pem client.pem")),
                    Text.of(
                            "Reprendre les fichiers livrés avec le certificat : chaîne et feuille doivent venir de la même commande.",
                            "Take the files delivered with the certificate again: chain and leaf must come of the same order."),
                    List.of(Owner.OPERATEUR_PROXY),
                    rules("MTL-01"),
                    Certainty.MEASURED),
            new CertificateError(
                    "F43",
                    Text.of(
                            "Le certificat n'a pas la forme de son profil",
                            "The certificate has not the shape of its profile"),
                    Text.of(
                            "Usages, noms d'hôtes ou sujet ne sont pas ceux du profil : un ORG porte C, ST, O, OU (l'idNatStruct) et CN, chacun une fois, et les seuls usages de son type.",
                            "Usages, host names or subject are not those of the profile: an ORG bears C, ST, O, OU (the idNatStruct) and CN, each once, and the usages of its type only."),
                    Text.of(
                            "TLS peut réussir ; le contrôle du profil ou du sujet refuse ensuite.",
                            "TLS may succeed; the check of the profile or of the subject then refuses."),
                    new Place(Side.SERVER, Layer.BUSINESS),
                    List.of(),
                    new Check(
                            Text.of(
                                    "Un certificat de serveur est F5, un cachet F6, une carte F7 ; tout autre usage ou sujet est F43.",
                                    "A server certificate is F5, a seal F6, a card F7; any other usage or subject is F43."),
                            List.of("openssl x509 -in client.pem -noout -text -nameopt multiline,utf8")),
                    Text.of(
                            "Commander le certificat avec la bonne offre, le bon usage et la bonne structure ; un certificat ne se corrige pas.",
                            "Order the certificate with the right offer, usage and structure; a certificate cannot be corrected."),
                    List.of(Owner.OPERATEUR_PROXY),
                    rules("MTL-01"),
                    Certainty.INFERRED),
            new CertificateError(
                    "F44",
                    Text.of(
                            "La chaîne a de quoi arrêter toute vérification",
                            "The chain holds what stops any verification"),
                    Text.of(
                            "Une extension critique que personne ne connaît, un nom qu'une autorité de la chaîne ne permet pas, ou plus de certificats que de maillons : la vérification doit s'arrêter (RFC 5280).",
                            "A critical extension that nobody knows, a name that an authority of the chain does not permit, or more certificates than links: verification must stop (RFC 5280)."),
                    Text.of("Refus immédiat, le même partout.", "An immediate refusal, the same everywhere."),
                    new Place(Side.BOTH, Layer.TLS),
                    List.of(
                            telling("nginx, OpenSSL", "(34:unhandled critical extension)"),
                            telling("nginx, OpenSSL", "(22:certificate chain too long)"),
                            telling("nginx, OpenSSL", "(47:permitted subtree violation)"),
                            telling("nginx, OpenSSL", "(48:excluded subtree violation)"),
                            telling("Java", "unrecognized critical extension(s)"),
                            telling("Java", "name constraints check failed")),
                    new Check(
                            Text.of(
                                    "openssl x509 -text marque « critical » chaque extension qui l'est.",
                                    "openssl x509 -text marks 'critical' each extension that is."),
                            List.of("openssl x509 -in client.pem -noout -text")),
                    Text.of(
                            "Ne présenter que la feuille et ses émetteurs, tels que l'IGC-Santé les a livrés.",
                            "Present the leaf and its issuers only, as the IGC-Santé delivered them."),
                    List.of(Owner.OPERATEUR_PROXY),
                    rules("MTL-01"),
                    Certainty.MEASURED));

    private ShapeErrors() {}
}
