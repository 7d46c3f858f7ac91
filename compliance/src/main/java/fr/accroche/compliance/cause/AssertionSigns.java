package fr.accroche.compliance.cause;

import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.text.Text;
import java.util.List;

/** Causes that show in the assertion and in what identifies the software beside it. */
final class AssertionSigns {

    static final List<Recogniser> ALL = List.of(
            Sign.ofAuthor(
                            "LPS-01",
                            Text.of(
                                    "La requête porte l'assertion d'un autre téléservice : {1} là où il faut {0}.",
                                    "The request carries another téléservice's assertion: {1} where {0} is due."),
                            Text.of(
                                    "Mettre un VIHF dans les requêtes au DMP, une Assertion PS dans celles à INSi et ON.",
                                    "Put a VIHF in requests to the DMP, an Assertion PS in those to INSi and ON."))
                    .observing(value -> !value.equals("none"))
                    .named("wsse:Security/Assertion"),
            Sign.ofAuthor(
                            "LPS-02",
                            Text.of(
                                    "{2} n'est pas écrit dans le VIHF : il n'est pas configuré, ou le modèle l'oublie.",
                                    "{2} is not written in the VIHF: it is not set up, or the template leaves it out."),
                            Text.of(
                                    "Écrire {2} dans le VIHF, avec la valeur déclarée.",
                                    "Write {2} in the VIHF, with the declared value."))
                    .observing(String::isEmpty),
            Sign.ofAuthor(
                            "LPS-04",
                            Text.of("Le VIHF part sans signature.", "The VIHF leaves without a signature."),
                            Text.of(
                                    "Signer le VIHF avec le cachet ORG SIGN de la structure.",
                                    "Sign the VIHF with the structure's ORG SIGN seal."))
                    .observing("absent"::equals),
            Sign.of(
                            "IDN-06",
                            Owner.EDITEUR_LPS,
                            Text.of(
                                    "Le numéro est le bon, et il ne compte pas ce jour-là : l'acte du CNDA commence plus tard, ou le PMT est fini.",
                                    "The number is the right one, and does not count on that day: the CNDA's act begins later, or the PMT is over."),
                            Text.of(
                                    "N'envoyer ce numéro que dans ses dates ; d'ici là, le numéro de test du PMT ; ou corriger les dates déclarées.",
                                    "Send this number within its dates only; until then, the test number of the PMT; or correct the dates declared."))
                    .when(finding -> finding.observed().value().matches("\\d{4}-\\d{2}-\\d{2}")),
            Sign.ofAuthor(
                            "LPS-10",
                            Text.of(
                                    "Une Assertion PS est envoyée là où le certificat dit seul qui appelle.",
                                    "An Assertion PS is sent where the certificate alone says who calls."),
                            Text.of(
                                    "Ôter l'en-tête wsse:Security des requêtes authentifiées par certificat.",
                                    "Leave the header wsse:Security out of requests authenticated by certificate."))
                    .at("Security"),
            Sign.ofAuthor(
                            "LPS-01",
                            Text.of(
                                    "La requête part sans son assertion SAML : le jeton d'API ne la remplace pas.",
                                    "The request leaves without its SAML assertion: the API token does not stand in for it."),
                            Text.of(
                                    "Mettre une assertion dans l'en-tête wsse:Security de chaque requête : un VIHF pour le DMP, une Assertion PS pour INSi et ON.",
                                    "Put one assertion in the wsse:Security header of each request: a VIHF for the DMP, an Assertion PS for INSi and ON."))
                    .observing("none"::equals)
                    .named("wsse:Security/Assertion"),
            Sign.ofAuthor(
                    "LPS-02",
                    Text.of(
                            "{2} est écrit en dur et n'a pas suivi le produit, ou la déclaration a du retard sur lui.",
                            "{2} is hard-coded and has not followed the product, or the declaration lags behind it."),
                    Text.of(
                            "Écrire {0} dans {2}, lu de la version en service ; si le produit a changé, corriger la déclaration.",
                            "Write {0} in {2}, read from the version in service; if the product has changed, correct the declaration.")),
            Sign.ofAuthor(
                            "LPS-04",
                            Text.of(
                                    "L'assertion est faite bien avant d'être envoyée (gardée d'une requête à l'autre), ou l'horloge est fausse.",
                                    "The assertion is made well before it is sent (kept from one request to the next), or the clock is wrong."),
                            Text.of(
                                    "Faire une assertion pour chaque requête, au moment de l'envoyer, l'horloge réglée par NTP.",
                                    "Make an assertion for each request, when it is sent, with the clock set by NTP."))
                    .at("/IssueInstant")
                    .named(Text.of("IssueInstant (âge en secondes)", "IssueInstant (age in seconds)")),
            Sign.ofAuthor(
                            "LPS-04",
                            Text.of(
                                    "Le VIHF est modifié après sa signature, avant de quitter le LPS : le proxy l'a transmis tel quel.",
                                    "The VIHF is changed after it was signed, before it leaves the LPS: the proxy forwarded it as it was."),
                            Text.of(
                                    "Signer en dernier, et ne plus toucher ensuite au document, espaces compris.",
                                    "Sign last, and touch the document no more afterwards, spaces included."))
                    .observing(value -> value.endsWith("DIGEST"))
                    .named("Signature"),
            Sign.ofAuthor(
                            "LPS-04",
                            Text.of(
                                    "Le VIHF est signé avec un certificat d'un autre profil qu'ORG SIGN, tel celui qui authentifie en TLS.",
                                    "The VIHF is signed with a certificate of another profile than ORG SIGN, such as the one that authenticates in TLS."),
                            Text.of(
                                    "Signer avec un cachet ORG SIGN de la structure ; le certificat ORG AUTH_CLI ne sert qu'à TLS.",
                                    "Sign with an ORG SIGN seal of the structure; the ORG AUTH_CLI certificate serves for TLS only."))
                    .observing(value -> value.contains("KEY_USAGE"))
                    .named(Text.of("certificat signataire", "signing certificate")),
            Sign.of(
                    "LPS-05",
                    Owner.EDITEUR_LPS,
                    Text.of(
                            "La requête nomme un autre professionnel que celui que PSC a authentifié : session d'un autre, ou identifiant pris du poste et non du jeton.",
                            "The request names another professional than the one whom PSC authenticated: another's session, or an identifier taken from the workstation and not from the token."),
                    Text.of(
                            "Prendre l'identifiant dans SubjectNameID du jeton de la session ({0}), et ouvrir une session par professionnel.",
                            "Take the identifier from SubjectNameID of the session's token ({0}), and open one session for each professional.")),
            Sign.of(
                            "LPS-09",
                            Owner.EDITEUR_LPS,
                            Text.of(
                                    "Le LPS met son numéro dans l'adresse de la requête, que gardent les journaux de chaque serveur.",
                                    "The LPS puts its number in the request's address, which every server's logs keep."),
                            Text.of(
                                    "Ôter le numéro de l'URL : il n'a sa place que dans le message SOAP.",
                                    "Take the number out of the URL: its only place is the SOAP message."))
                    .when(finding -> finding.observed().where().startsWith("HTTP/"))
                    .named("URL"),
            Sign.ofAuthor(
                            "LPS-10",
                            Text.of(
                                    "L'Assertion PS est écrite pour une authentification par carte, et la session est de PSC.",
                                    "The Assertion PS is written for an authentication by card, and the session is PSC's."),
                            Text.of(
                                    "Écrire {0} dans NameQualifier pour les sessions ouvertes par PSC.",
                                    "Write {0} in NameQualifier for sessions that PSC opened."))
                    .at("/@NameQualifier"),
            Sign.ofAuthor(
                            "LPS-10",
                            Text.of(
                                    "Le bloc est écrit dans une autre version que celle en vigueur.",
                                    "The block is written in another version than the one in force."),
                            Text.of("Écrire le bloc dans sa version {0}.", "Write the block in its version {0}."))
                    .at("/@Version"),
            Sign.ofAuthor(
                            "LPS-10",
                            Text.of(
                                    "L'Assertion PS n'a pas tous ses attributs : elle a {1}, et il faut {0}.",
                                    "The Assertion PS does not have all of its attributes: it has {1}, and {0} are due."),
                            Text.of("Remplir dans l'Assertion PS : {0}.", "Fill in, in the Assertion PS: {0}."))
                    .at("/Attribute")
                    .named(Text.of("attributs de l'Assertion PS", "attributes of the Assertion PS")),
            Sign.ofAuthor(
                    "LPS-11",
                    Text.of(
                            "La requête suit une forme moins courante : celle d'un autre mode, ou d'exemples plus anciens.",
                            "The request follows a less common form: that of another mode, or of older samples."),
                    Text.of("Écrire plutôt {0}.", "Rather write {0}.")));

    private AssertionSigns() {}
}
