package fr.accroche.certs;

/** Why the judge is left to differ from OpenSSL or the JDK on a chain. */
enum PathArgument {
    LAST_SECOND(
            "La seconde de notAfter fait partie de la validité (RFC 5280 §4.1.2.5, « inclusive »). OpenSSL la compte comme"
                    + " passée : une seconde sur toute la vie du certificat.",
            "The second of notAfter belongs to the validity (RFC 5280 §4.1.2.5, \"inclusive\"). OpenSSL counts it as past: one"
                    + " second of the certificate's whole life."),
    ANCHOR(
            "D'une racine de confiance, la RFC 5280 §6.1.1 (d) ne retient que le nom et la clé ; le JDK aussi. Le juge lit son"
                    + " certificat comme les autres, comme le fait OpenSSL : une racine malformée est une faute à montrer.",
            "Of a trusted root RFC 5280 §6.1.1 (d) keeps the name and the key only, and so does the JDK. The judge reads its"
                    + " certificate as any other, as OpenSSL does: a root that is not well made is a mistake to show."),
    OLD_ROOT(
            "OpenSSL tient pour autorité une racine auto-signée sans basicConstraints, comme au temps de la version 1, et le JDK"
                    + " ne regarde pas. Celles de l'IGC-Santé disent CA:TRUE ; le juge l'exige (RFC 5280 §4.2.1.9).",
            "OpenSSL takes a self-signed root without basicConstraints for an authority, as in the days of version 1, and the"
                    + " JDK does not look. Those of IGC-Santé say CA:TRUE; the judge asks for it (RFC 5280 §4.2.1.9)."),
    KEY_IDENTIFIER(
            "Un authorityKeyIdentifier qui contredit l'émetteur n'invalide rien selon la RFC 5280 §6.1, et le JDK l'accepte."
                    + " OpenSSL refuse, donc aussi nginx et HAProxy : le juge dit ce que le client vivrait devant eux.",
            "An authorityKeyIdentifier that contradicts the issuer makes nothing invalid by RFC 5280 §6.1, and the JDK accepts"
                    + " it. OpenSSL refuses, hence nginx and HAProxy too: the judge says what the client would meet there."),
    ISSUER_SERIAL(
            "Le nom et le numéro dans authorityKeyIdentifier aident à chercher l'émetteur (RFC 5280 §4.2.1.1) ; la validation"
                    + " n'en dépend pas. OpenSSL les compare ; les certificats de l'IGC-Santé n'en portent pas.",
            "Name and serial in authorityKeyIdentifier help to find the issuer (RFC 5280 §4.2.1.1); validation does not depend"
                    + " on them. OpenSSL compares them; certificates of IGC-Santé hold none."),
    NO_WAY_BACK(
            "Un chemin valide existe. OpenSSL prend le premier émetteur possible et ne revient pas sur ce choix ; le JDK et le"
                    + " juge essaient les autres (RFC 4158).",
            "A valid path exists. OpenSSL takes the first issuer that may be it and does not go back on that choice; the JDK and"
                    + " the judge try the others (RFC 4158)."),
    LENGTH(
            "Le juge s'arrête à dix certificats montrés : aucune chaîne de l'IGC-Santé n'en a plus de trois, et un client hostile peut"
                    + " en montrer mille. La RFC 5280 ne fixe pas de limite.",
            "The judge stops at ten certificates shown: no chain of IGC-Santé has more than three, and a hostile client can show a"
                    + " thousand. RFC 5280 sets no limit."),
    CRITICAL_UNUSED(
            "OpenSSL dit comprendre cRLDistributionPoints même quand il ne lit aucune liste. Le chemin est jugé ici sans"
                    + " révocation : une extension critique que rien n'applique doit faire refuser (RFC 5280 §4.2).",
            "OpenSSL says that it understands cRLDistributionPoints even when it reads no list. The path is judged here without"
                    + " revocation: a critical extension that nothing applies must lead to a refusal (RFC 5280 §4.2)."),
    POLICY(
            "Le juge n'applique pas les politiques : celle d'un profil se lit dans le certificat. Il refuse donc ce qui les"
                    + " rend obligatoires ou les restreint, marqué critique ou non (RFC 5280 §4.2.1.11 veut qu'il le soit)."
                    + " OpenSSL ne les applique que sur demande.",
            "The judge applies no policies: that of a profile is read in the certificate. So it refuses what makes them"
                    + " mandatory or restricts them, marked critical or not (RFC 5280 §4.2.1.11 wants it to be). OpenSSL applies"
                    + " them on demand only."),
    HOST_IN_COMMON_NAME(
            "Sans subjectAltName, le JDK, dont le juge se sert pour comparer, prend le CN pour un nom d'hôte. La RFC 5280"
                    + " §4.2.1.10 ne le demande pas ; dans le doute, c'est un refus.",
            "Without a subjectAltName, the JDK, which the judge compares with, takes the CN for a host name. RFC 5280 §4.2.1.10"
                    + " does not ask for it; in doubt it is a refusal."),
    STRENGTH(
            "Clés et empreintes faibles : le juge (ETSI TS 119 312) demande 2048 bits en RSA, 256 sur courbe elliptique, et SHA-256."
                    + " La réponse du JDK vient d'un réglage (jdk.certpath.disabledAlgorithms) et des courbes qu'il connaît, celle"
                    + " d'OpenSSL du niveau de sécurité, ici 2 (112 bits, qu'il compte aussi à P-224 et à 2047 bits de RSA).",
            "Weak keys and digests: the judge (ETSI TS 119 312) asks for 2048 bits of RSA, 256 on an elliptic curve, and SHA-256. The JDK's"
                    + " answer comes from a setting (jdk.certpath.disabledAlgorithms) and the curves that it knows, OpenSSL's from"
                    + " the security level, here 2 (112 bits, which it counts P-224 and RSA of 2047 bits to have)."),
    PROFILE(
            "Un ORG AUTH_CLI porte digitalSignature, sans usage d'autorité, et clientAuth seul (docs/sources.md, exemples"
                    + " IGC-Santé) ; un validateur de chemin accepte tout ce qui n'exclut pas cet usage, absence comprise.",
            "An ORG AUTH_CLI bears digitalSignature, no usage of an authority, and clientAuth alone (docs/sources.md, IGC-Santé"
                    + " samples); a path validator accepts all that does not exclude that use, absence included."),
    PURPOSE_ABOVE(
            "OpenSSL applique extendedKeyUsage à toute la chaîne ; dans la RFC 5280 §4.2.1.12 et §6.1 il ne vaut que pour le"
                    + " certificat qui le porte. Les autorités de l'IGC-Santé n'en portent pas.",
            "OpenSSL applies extendedKeyUsage to the whole chain; in RFC 5280 §4.2.1.12 and §6.1 it holds for the certificate"
                    + " that bears it only. The authorities of IGC-Santé bear none."),
    CONTROL_CHARACTER(
            "Pour comparer deux noms, le JDK, donc le juge, retire les caractères de commande des bords comme des espaces. La"
                    + " signature est vérifiée de toute façon : seul le vrai émetteur a pu signer.",
            "To compare two names the JDK, and hence the judge, strips control characters from the ends like spaces. The"
                    + " signature is verified all the same: only the true issuer can have signed."),
    STRING_TYPE(
            "Comparer un BMPString ou un T61String à un UTF8String n'est pas demandé (RFC 5280 §7.1) ; le JDK et le juge ne le"
                    + " font pas. La §4.1.2.4 veut que l'émetteur soit écrit comme l'autorité s'écrit.",
            "Comparing a BMPString or a T61String with a UTF8String is not asked for (RFC 5280 §7.1); the JDK and the judge do"
                    + " not. §4.1.2.4 wants the issuer to be written as the authority writes itself."),
    ACCENT(
            "La RFC 5280 §7.1 plie la casse et la composition de tout Unicode ; OpenSSL, la casse de l'ASCII seulement.",
            "RFC 5280 §7.1 folds case and composition of all of Unicode; OpenSSL the case of ASCII only."),
    EMPTY_NAME(
            "Une autorité a un nom, et un sujet vide demande un subjectAltName critique (RFC 5280 §4.1.2.6) : le lecteur du JDK"
                    + " refuse le certificat. OpenSSL ne le vérifie qu'avec -x509_strict.",
            "An authority has a name, and an empty subject asks for a critical subjectAltName (RFC 5280 §4.1.2.6): the JDK's"
                    + " reader refuses the certificate. OpenSSL checks that with -x509_strict only."),
    MALFORMED(
            "Le lecteur du JDK, celui de toute connexion TLS en Java, refuse ce qui n'est pas de la forme de la RFC 5280 §4.1 :"
                    + " version 4, extensions en version 1, deux algorithmes qui se contredisent. OpenSSL le tolère.",
            "The JDK's reader, which every TLS connection in Java uses, refuses what is not of the form of RFC 5280 §4.1:"
                    + " version 4, extensions in version 1, two algorithms that contradict each other. OpenSSL tolerates it."),
    ATTRIBUTE_TYPE(
            "La valeur d'un attribut inconnu peut être de tout type (RFC 5280 §4.1.2.4, « ANY ») ; OpenSSL ne lit que des chaînes"
                    + " et quelques autres. Le sujet est refusé par ailleurs : il n'a pas la forme du profil.",
            "The value of an unknown attribute can be of any type (RFC 5280 §4.1.2.4, \"ANY\"); OpenSSL reads strings and a few"
                    + " others only. The subject is refused elsewhere: it is not of the profile's shape.");

    private final Wording why;

    PathArgument(String fr, String en) {
        this.why = new Wording(fr, en);
    }

    Wording why() {
        return why;
    }
}
