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

/** Who the certificate names: TLS succeeds, and the business refuses it afterwards (docs/sources.md, IGC-Santé samples; CI-SIS; Webinar, annexes). */
final class NameErrors {

    static final List<CertificateError> ALL = List.of(
            new CertificateError(
                    "F1",
                    Text.of("Le CN du certificat n'est pas le client_id", "The certificate's CN is not the client_id"),
                    Text.of(
                            "Le certificat est valide, mais son CN diffère du client_id : une casse, un tiret, un suffixe d'environnement, un autre logiciel. Rien ne le voit en TLS.",
                            "The certificate is valid, but its CN differs from the client_id: a case, a hyphen, an environment suffix, another software. Nothing sees it in TLS."),
                    Text.of(
                            "La poignée de main TLS réussit ; le serveur d'autorisation refuse ensuite le client.",
                            "The TLS handshake succeeds; the authorization server then refuses the client."),
                    new Place(Side.BOTH, Layer.BUSINESS),
                    List.of(
                            telling("accroche", "X-Accroche-Diagnosis:…IDN-01"),
                            vague("OAuth 2.0", "invalid_client"),
                            vague("Keycloak", "Invalid client or Invalid client credentials")),
                    new Check(
                            Text.of(
                                    "Comparer le CN et le client_id octet par octet. S'ils sont égaux, voir l'OU (F2, F3), puis l'enregistrement (F11).",
                                    "Compare the CN with the client_id, byte by byte. If they are equal, look at the OU (F2, F3), then at the registration (F11)."),
                            List.of("openssl x509 -in client.pem -noout -subject -nameopt multiline,utf8")),
                    Text.of(
                            "Commander un certificat ORG AUTH_CLI dont le « service applicatif » est exactement le client_id ; un certificat ne se corrige pas.",
                            "Order an ORG AUTH_CLI certificate whose 'service applicatif' is exactly the client_id; a certificate cannot be corrected."),
                    List.of(Owner.OPERATEUR_PROXY, Owner.EDITEUR_LPS),
                    rules("IDN-01"),
                    Certainty.PUBLIC),
            new CertificateError(
                    "F2",
                    Text.of("L'OU est celui de l'opérateur du LPS", "The OU is the LPS operator's"),
                    Text.of(
                            "L'OU du certificat doit être l'idNatStruct de l'opérateur du proxy, qui présente le certificat ; il a été commandé sur la structure de l'opérateur du LPS.",
                            "The certificate's OU must be the idNatStruct of the proxy's operator, who presents it; it was ordered on the structure of the LPS's operator."),
                    Text.of(
                            "TLS et l'authentification du client réussissent ; l'échange de jeton est refusé.",
                            "TLS and client authentication succeed; the token exchange is refused."),
                    new Place(Side.BOTH, Layer.BUSINESS),
                    List.of(
                            telling("accroche", "X-Accroche-Diagnosis:…IDN-02"),
                            vague("Keycloak", "Client not allowed to exchange")),
                    new Check(
                            Text.of(
                                    "L'OU est-il l'idNatStruct de l'opérateur du proxy ? S'il est celui d'un autre établissement du même opérateur, c'est F3 ; s'il est juste, voir F11.",
                                    "Is the OU the idNatStruct of the proxy's operator? If it is that of another establishment of the same operator, this is F3; if it is right, see F11."),
                            List.of("openssl x509 -in client.pem -noout -subject -nameopt multiline,utf8")),
                    Text.of(
                            "L'opérateur du proxy commande, sur sa propre structure, un certificat pour chaque client_id qu'il sert.",
                            "The proxy's operator orders, on its own structure, one certificate for each client_id that it serves."),
                    List.of(Owner.OPERATEUR_PROXY),
                    rules("IDN-02"),
                    Certainty.INFERRED),
            new CertificateError(
                    "F3",
                    Text.of("L'OU est celui d'un autre établissement", "The OU is another establishment's"),
                    Text.of(
                            "La société a plusieurs identifiants : SIRET du siège ou du site, FINESS juridique ou géographique, préfixe 1 ou 3. Le certificat porte l'un, l'EDC PSC a enregistré l'autre.",
                            "The company has several identifiers: SIRET of the head office or of a site, legal or geographic FINESS, prefix 1 or 3. The certificate bears one, the EDC PSC registered the other."),
                    Text.of(
                            "Comme F2, alors que l'organisation (O) du certificat est la bonne.",
                            "As F2, although the organisation (O) of the certificate is right."),
                    new Place(Side.BOTH, Layer.BUSINESS),
                    List.of(
                            possible("accroche", "X-Accroche-Diagnosis:…IDN-02"),
                            vague("Keycloak", "Client not allowed to exchange")),
                    new Check(
                            Text.of(
                                    "Comparer l'OU entier, préfixe compris, à l'idNatStruct du dossier d'habilitation. Même société mais autre numéro : F3 ; autre société : F2.",
                                    "Compare the whole OU, prefix included, with the idNatStruct of the habilitation file. Same company but another number: F3; another company: F2."),
                            List.of("openssl x509 -in client.pem -noout -subject -nameopt multiline,utf8")),
                    Text.of(
                            "Choisir un identifiant et l'employer partout : commande du certificat, dossier EDC PSC, déclaration ; commander de nouveau ou faire corriger le dossier.",
                            "Choose one identifier and use it everywhere: certificate order, EDC PSC file, declaration; order again, or have the file corrected."),
                    List.of(Owner.OPERATEUR_PROXY, Owner.GUICHET),
                    rules("IDN-02"),
                    Certainty.INFERRED),
            new CertificateError(
                    "F4",
                    Text.of(
                            "INSi par appel direct attend le CN INSI-AUTO ou INSI-MANU",
                            "INSi called directly expects the CN INSI-AUTO or INSI-MANU"),
                    Text.of(
                            "L'ancien appel direct du téléservice INSi (TLSi) veut un certificat dont le CN est INSI-AUTO ou INSI-MANU ; un certificat Pro Santé Connect porte le client_id. Un seul certificat ne peut servir aux deux.",
                            "The older direct call of the INSi téléservice (TLSi) wants a certificate whose CN is INSI-AUTO or INSI-MANU; a Pro Santé Connect certificate bears the client_id. One certificate cannot serve both."),
                    Text.of(
                            "TLS réussit ; le téléservice répond par une erreur SOAP sur les droits.",
                            "TLS succeeds; the téléservice answers with a SOAP fault about rights."),
                    new Place(Side.CLIENT, Layer.BUSINESS),
                    List.of(
                            telling("INSi", "DESIR_560"),
                            telling("INSi", "niveau d'accès insuffisant"),
                            telling("INSi", "Vous ne disposez pas des droits suffisants pour accéder à ce service")),
                    new Check(
                            Text.of(
                                    "L'appel va-t-il au TLSi direct ou à l'API PSC, derrière le proxy ? Le CN répond : INSI-AUTO ou INSI-MANU pour l'un, le client_id pour l'autre.",
                                    "Does the call go to the direct TLSi, or to the API PSC behind the proxy? The CN tells: INSI-AUTO or INSI-MANU for one, the client_id for the other."),
                            List.of("openssl x509 -in client.pem -noout -subject")),
                    Text.of(
                            "Garder deux certificats, un par voie d'accès, et choisir par URL celui qui est présenté.",
                            "Keep two certificates, one for each way in, and choose by URL which one is presented."),
                    List.of(Owner.EDITEUR_LPS, Owner.EDITEUR_PROXY),
                    List.of(),
                    Certainty.PUBLIC),
            new CertificateError(
                    "F8",
                    Text.of(
                            "Le certificat TLS et celui qui signe le VIHF n'ont pas le même sujet",
                            "The TLS certificate and the VIHF's signing certificate differ in subject"),
                    Text.of(
                            "Pour le DMP, l'ORG AUTH_CLI et l'ORG SIGN ont le même DN, que le VIHF nomme comme émetteur ; l'un a été commandé avec un autre service ou sur une autre structure.",
                            "For the DMP, the ORG AUTH_CLI and the ORG SIGN have the same DN, which the VIHF names as its issuer; one was ordered with another service or on another structure."),
                    Text.of(
                            "La requête au DMP est refusée alors que chaque certificat est valide ; le texte du refus n'est pas public.",
                            "The DMP refuses the request although each certificate is valid; the refusal's text is not public."),
                    new Place(Side.SERVER, Layer.BUSINESS),
                    List.of(),
                    new Check(
                            Text.of(
                                    "Comparer les deux sujets : ils doivent être égaux, attribut par attribut. S'ils le sont, voir l'émetteur écrit dans l'assertion (F9).",
                                    "Compare the two subjects: they must be equal, attribute by attribute. If they are, look at the issuer written in the assertion (F9)."),
                            List.of(
                                    "openssl x509 -in auth.pem -noout -subject -nameopt RFC2253,utf8",
                                    "openssl x509 -in sign.pem -noout -subject -nameopt RFC2253,utf8")),
                    Text.of(
                            "Commander les deux certificats sur la même structure, avec le même service applicatif.",
                            "Order both certificates on the same structure, with the same service applicatif."),
                    List.of(Owner.OPERATEUR_PROXY, Owner.OPERATEUR_LPS),
                    List.of(),
                    Certainty.PUBLIC),
            new CertificateError(
                    "F9",
                    Text.of("Le même sujet écrit de deux façons", "One subject written in two ways"),
                    Text.of(
                            "Le DN est comparé comme un texte, alors que chaque outil l'écrit à sa façon : ordre C…CN ou CN…C, virgule suivie d'une espace ou non, é écrit \\C3\\A9, barres obliques.",
                            "The DN is compared as a text, while each tool writes it its own way: C…CN or CN…C, a comma with a space or without, é written \\C3\\A9, slashes."),
                    Text.of(
                            "Le certificat est le bon, et une comparaison de sujets échoue quand on change d'outil ou de version.",
                            "The certificate is right, and a comparison of subjects fails after a change of tool or version."),
                    new Place(Side.SERVER, Layer.BUSINESS),
                    List.of(
                            telling("Keycloak", "Couldn't match any certificate for expected Subject DN"),
                            telling("Keycloak", "Couldn't match any certificate for pattern"),
                            vague("OAuth 2.0", "invalid_client")),
                    new Check(
                            Text.of(
                                    "Les deux textes nomment-ils les mêmes attributs et valeurs, dans un autre ordre ou une autre écriture ? Alors F9 ; une valeur diffère : F1, F2 ou F3.",
                                    "Do both texts name the same attributes and values, in another order or spelling? Then F9; a value differs: F1, F2 or F3."),
                            List.of("openssl x509 -in client.pem -noout -subject -nameopt RFC2253,utf8")),
                    Text.of(
                            "Comparer les DN comme des structures (X500Principal en Java), non comme des textes ; sinon fixer une seule écriture, RFC 4514, des deux côtés.",
                            "Compare DNs as structures (X500Principal in Java), not as texts; else settle on one writing, RFC 4514, at both ends."),
                    List.of(Owner.EDITEUR_PROXY, Owner.EDITEUR_LPS),
                    List.of(),
                    Certainty.MEASURED),
            new CertificateError(
                    "F11",
                    Text.of(
                            "Le certificat est bon, le client_id n'est pas enregistré ou n'est plus habilité",
                            "The certificate is right, the client_id is not registered or no longer habilité"),
                    Text.of(
                            "L'EDC PSC ne connaît pas ce couple (CN, OU), le lien technique n'est pas validé, l'habilitation est suspendue, ou l'autorisation provisoire du PMT (trois mois) est échue.",
                            "The EDC PSC does not know this (CN, OU) pair, the technical link is not validated, the habilitation is suspended, or the PMT's provisional authorisation (three months) has run out."),
                    Text.of(
                            "TLS et le jeton PSC vont bien ; l'échange de jeton est refusé, du jour au lendemain s'il s'agit d'une échéance.",
                            "TLS and the PSC token are well; the token exchange is refused, overnight if a term has run out."),
                    new Place(Side.SERVER, Layer.BUSINESS),
                    List.of(
                            telling("accroche", "X-Accroche-Diagnosis:…IDN-03"),
                            telling("accroche", "X-Accroche-Diagnosis:…IDN-05"),
                            telling("accroche", "X-Accroche-Diagnosis:…CRD-06"),
                            vague("Keycloak", "Client not allowed to exchange"),
                            vague("OAuth 2.0", "invalid_client")),
                    new Check(
                            Text.of(
                                    "CN et OU sont-ils justes (F1, F2, F3) ? Alors regarder les dates et l'état du dossier EDC PSC.",
                                    "Are CN and OU right (F1, F2, F3)? Then look at the dates and the state of the EDC PSC file."),
                            List.of("accroche check")),
                    Text.of(
                            "Faire enregistrer le couple ou valider le lien au guichet ; si le PMT est échu, demander la suite avant tout autre essai.",
                            "Have the pair registered or the link validated at the guichet; if the PMT has run out, ask for what follows before any other try."),
                    List.of(Owner.GUICHET, Owner.OPERATEUR_PROXY),
                    rules("IDN-03", "IDN-05", "CRD-06"),
                    Certainty.PUBLIC),
            new CertificateError(
                    "F12",
                    Text.of("Le jeton est lié à un autre certificat", "The token is bound to another certificate"),
                    Text.of(
                            "Le jeton d'API porte l'empreinte (cnf) du certificat qui l'a obtenu ; il est présenté avec un autre : renouvellement en cours de session, ou deux nœuds du proxy aux fichiers différents.",
                            "The API token bears the thumbprint (cnf) of the certificate that obtained it; it is presented with another: a renewal in mid-session, or two proxy nodes with different files."),
                    Text.of(
                            "Des 401 par intermittence derrière un répartiteur, ou pour toutes les sessions ouvertes avant un renouvellement.",
                            "Intermittent 401 behind a load balancer, or for every session opened before a renewal."),
                    new Place(Side.SERVER, Layer.BUSINESS),
                    List.of(telling("accroche", "X-Accroche-Diagnosis:…TOK-03"), vague("OAuth 2.0", "invalid_token")),
                    new Check(
                            Text.of(
                                    "Le jeton est-il échu (exp) ? Sinon, comparer cnf à l'empreinte du certificat présenté par le nœud qui a répondu.",
                                    "Has the token expired (exp)? If not, compare cnf with the thumbprint of the certificate that the answering node presents."),
                            List.of("openssl x509 -in client.pem -outform DER | openssl dgst -sha256")),
                    Text.of(
                            "Le même certificat sur tous les nœuds ; après un renouvellement, obtenir de nouveaux jetons au lieu de réutiliser les anciens.",
                            "The same certificate on all nodes; after a renewal, obtain new tokens instead of using the old ones again."),
                    List.of(Owner.OPERATEUR_PROXY, Owner.EDITEUR_PROXY),
                    rules("TOK-03"),
                    Certainty.PUBLIC));

    private NameErrors() {}
}
