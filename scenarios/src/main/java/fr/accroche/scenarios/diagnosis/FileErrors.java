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

/** Files, formats and passwords (RFC 7292, RFC 9579). */
final class FileErrors {

    static final List<CertificateError> ALL = List.of(
            new CertificateError(
                    "F18",
                    Text.of("Un p12 ancien (RC2) avec OpenSSL 3", "An old p12 (RC2) with OpenSSL 3"),
                    Text.of(
                            "Le p12 a été réexporté par Windows ou par OpenSSL 1.1 avec RC2-40, qu'OpenSSL 3 ne lit plus sans son fournisseur « legacy ». Java le lit.",
                            "The p12 was exported again by Windows or OpenSSL 1.1 with RC2-40, which OpenSSL 3 reads no more without its 'legacy' provider. Java reads it."),
                    Text.of(
                            "Le p12 s'ouvre en Java ou sur l'ancien serveur, et plus avec curl, Node.js ou OpenSSL récents.",
                            "The p12 opens in Java or on the old server, and no more with recent curl, Node.js or OpenSSL."),
                    new Place(Side.CLIENT, Layer.FILE),
                    List.of(
                            telling("curl, Node.js", "digital envelope routines::unsupported"),
                            telling("OpenSSL", "digital envelope routines:inner_evp_generic_fetch:unsupported"),
                            telling("OpenSSL", "Algorithm (RC2-40-CBC"),
                            telling("Node.js", "Unsupported PKCS12 PFX data"),
                            telling("Node.js", "ERR_CRYPTO_UNSUPPORTED_OPERATION"),
                            vague("curl", "could not parse PKCS12 file, check password")),
                    new Check(
                            Text.of(
                                    "La commande réussit-elle avec -legacy ? C'est F18 ; « mac verify » dans le message : mot de passe faux, F20. Un outil de construction web (webpack) donne le même texte pour MD4 : ce n'est pas un certificat.",
                                    "Does the command succeed with -legacy? Then F18; 'mac verify' in the message: a wrong password, F20. A web build tool (webpack) gives the same text for MD4: that is no certificate."),
                            List.of("openssl pkcs12 -legacy -info -noout -in client.p12")),
                    Text.of(
                            "Réexporter en AES : openssl pkcs12 -legacy -in ancien.p12 -out tout.pem, puis openssl pkcs12 -export -in tout.pem -out nouveau.p12 ; effacer tout.pem, qui contient la clé.",
                            "Export again in AES: openssl pkcs12 -legacy -in old.p12 -out all.pem, then openssl pkcs12 -export -in all.pem -out new.p12; delete all.pem, which holds the key."),
                    List.of(Owner.OPERATEUR_PROXY, Owner.EDITEUR_PROXY),
                    List.of(),
                    Certainty.MEASURED),
            new CertificateError(
                    "F19",
                    Text.of("Un p12 récent avec un Java ancien", "A recent p12 with an old Java"),
                    Text.of(
                            "Le p12 est protégé par PBES2 et HMAC-SHA-256, ou par PBMAC1 (RFC 9579), qu'un Java 8 d'avant 8u301, ou plus ancien encore, ne connaît pas.",
                            "The p12 is protected by PBES2 and HMAC-SHA-256, or by PBMAC1 (RFC 9579), which a Java 8 before 8u301, or an older one still, does not know."),
                    Text.of(
                            "Le p12 s'ouvre avec OpenSSL et un Java récent, pas avec l'ancien.",
                            "The p12 opens with OpenSSL and a recent Java, not with the old one."),
                    new Place(Side.CLIENT, Layer.FILE),
                    List.of(
                            telling("Java", "Algorithm HmacPBESHA256 not available"),
                            telling("Java", "HmacPBE1.2.840.113549.1.5.14 not available"),
                            vague("Java", "Integrity check failed: java.security.NoSuchAlgorithmException")),
                    new Check(
                            Text.of(
                                    "Quelle version de Java ouvre le fichier ? Un message sur un algorithme absent n'est jamais un mot de passe faux (F20).",
                                    "Which version of Java opens the file? A message about an absent algorithm is never a wrong password (F20)."),
                            List.of("java -version", "openssl pkcs12 -info -noout -in client.p12")),
                    Text.of(
                            "Mettre Java à jour ; à défaut, réexporter pour ce seul programme : openssl pkcs12 -export -certpbe PBE-SHA1-3DES -keypbe PBE-SHA1-3DES -macalg sha1.",
                            "Update Java; failing that, export again, for that program only: openssl pkcs12 -export -certpbe PBE-SHA1-3DES -keypbe PBE-SHA1-3DES -macalg sha1."),
                    List.of(Owner.EDITEUR_LPS, Owner.EDITEUR_PROXY),
                    List.of(),
                    Certainty.PUBLIC),
            new CertificateError(
                    "F20",
                    Text.of("Le mot de passe du p12 est faux", "The p12's password is wrong"),
                    Text.of(
                            "Mot de passe perdu, tronqué par un shell ($ ou ! non protégés), ou d'un autre fichier. Celui choisi à la commande n'est conservé nulle part.",
                            "The password is lost, cut by a shell (unquoted $ or !), or another file's. The one chosen when ordering is kept nowhere."),
                    Text.of("Le fichier ne s'ouvre avec aucun outil.", "No tool opens the file."),
                    new Place(Side.CLIENT, Layer.FILE),
                    List.of(
                            telling("Java", "keystore password was incorrect"),
                            telling("Java", "Keystore was tampered with, or password was incorrect"),
                            telling("Java", "Failed PKCS12 integrity checking"),
                            telling("Java", "failed to decrypt safe contents entry"),
                            telling("Java", "Given final block not properly padded"),
                            telling("OpenSSL", "Mac verify error: invalid password"),
                            telling("curl", "PKCS12 routines:…:mac verify failure"),
                            telling("Node.js", "mac verify failure"),
                            telling("node-forge", "PKCS#12 MAC could not be verified. Invalid password?"),
                            telling(".NET", "The specified network password is not correct"),
                            telling("Python", "Invalid password or PKCS12 data"),
                            vague("curl", "could not parse PKCS12 file, check password")),
                    new Check(
                            Text.of(
                                    "Le même mot de passe, tapé à la main, ouvre-t-il le fichier ? Si oui, le shell ou la configuration l'altère. « unsupported » dans le message : F18 ; « not available » : F19.",
                                    "Does the same password, typed by hand, open the file? If so, the shell or the configuration alters it. 'unsupported' in the message: F18; 'not available': F19."),
                            List.of("openssl pkcs12 -info -noout -in client.p12")),
                    Text.of(
                            "Retrouver le mot de passe ; perdu, il faut commander un autre certificat. Le donner par un fichier ou une variable, jamais sur la ligne de commande.",
                            "Find the password; once lost, another certificate must be ordered. Give it by a file or a variable, never on the command line."),
                    List.of(Owner.OPERATEUR_PROXY),
                    List.of(),
                    Certainty.MEASURED),
            new CertificateError(
                    "F21",
                    Text.of(
                            "Le mot de passe de la clé diffère de celui du magasin",
                            "The key's password differs from the store's"),
                    Text.of(
                            "La fabrique de clés de Java (PKIX) reçoit le mot de passe du magasin alors que la clé en a un autre : elle l'ignore en silence, et aucun certificat n'est envoyé.",
                            "Java's key manager factory (PKIX) gets the store's password while the key has another: it ignores the key in silence, and no certificate is sent."),
                    Text.of(
                            "Le magasin s'ouvre, aucune exception, et le serveur ne reçoit aucun certificat.",
                            "The store opens, no exception, and the server receives no certificate."),
                    new Place(Side.CLIENT, Layer.FILE),
                    NothingSent.after(
                            Weight.POSSIBLE,
                            telling("Java", "Cannot recover key"),
                            telling("Java", "Get Key failed: Given final block not properly padded")),
                    new Check(
                            Text.of(
                                    "KeyStore.getKey(alias, mot de passe) réussit-il ? S'il lève UnrecoverableKeyException, c'est F21 ; s'il rend null, F22 ou F23.",
                                    "Does KeyStore.getKey(alias, password) succeed? If it throws UnrecoverableKeyException, F21; if it returns null, F22 or F23."),
                            List.of("keytool -certreq -alias 1 -keystore client.p12 -storepass STORE -keypass KEY")),
                    Text.of(
                            "Un seul mot de passe pour le magasin et la clé : keytool -importkeystore vers un PKCS12 neuf.",
                            "One password for both store and key: keytool -importkeystore to a new PKCS12."),
                    List.of(Owner.EDITEUR_PROXY, Owner.EDITEUR_LPS),
                    rules("MTL-01"),
                    Certainty.MEASURED),
            new CertificateError(
                    "F22",
                    Text.of("Le magasin ne contient pas la clé", "The store does not hold the key"),
                    Text.of(
                            "Le .cer a été importé au lieu du .p12 : le magasin contient une trustedCertEntry, sans clé privée, et rien ne peut être présenté.",
                            "The .cer was imported instead of the .p12: the store holds a trustedCertEntry, without a private key, and nothing can be presented."),
                    Text.of(
                            "Le magasin s'ouvre et montre le bon sujet ; le serveur ne reçoit aucun certificat.",
                            "The store opens and shows the right subject; the server receives no certificate."),
                    new Place(Side.CLIENT, Layer.FILE),
                    NothingSent.after(Weight.POSSIBLE, telling("Tomcat", "does not identify a key entry")),
                    new Check(
                            Text.of(
                                    "keytool -list dit-il trustedCertEntry (F22) ou PrivateKeyEntry (voir F16, F21, F23) ?",
                                    "Does keytool -list say trustedCertEntry (F22) or PrivateKeyEntry (see F16, F21, F23)?"),
                            List.of("keytool -list -keystore client.p12")),
                    Text.of(
                            "Charger le .p12 délivré par la plateforme, qui contient la clé ; sans elle, commander de nouveau.",
                            "Load the .p12 that the platform delivered, which holds the key; without it, order again."),
                    List.of(Owner.OPERATEUR_PROXY, Owner.EDITEUR_PROXY),
                    rules("MTL-01"),
                    Certainty.MEASURED),
            new CertificateError(
                    "F23",
                    Text.of("L'alias configuré n'est pas celui du magasin", "The alias configured is not the store's"),
                    Text.of(
                            "Le p12 délivré n'a pas de nom d'entrée : Java l'appelle « 1 ». L'application en attend un autre, et ne trouve pas sa clé.",
                            "The p12 delivered has no entry name: Java calls it '1'. The application expects another, and does not find its key."),
                    Text.of(
                            "Le magasin est bon, et l'application n'en présente aucun certificat.",
                            "The store is right, and the application presents no certificate of it."),
                    new Place(Side.CLIENT, Layer.FILE),
                    NothingSent.after(
                            Weight.POSSIBLE,
                            telling("keytool", "Alias <…> does not exist"),
                            possible("Tomcat", "does not identify a key entry")),
                    new Check(
                            Text.of(
                                    "L'alias de keytool -list est-il celui de la configuration, à la casse près ? Sinon, F23.",
                                    "Is the alias of keytool -list the configured one, apart from case? If not, F23."),
                            List.of("keytool -list -keystore client.p12")),
                    Text.of(
                            "Configurer l'alias « 1 », ou renommer : keytool -changealias -alias 1 -destalias client -keystore client.p12.",
                            "Configure the alias '1', or rename it: keytool -changealias -alias 1 -destalias client -keystore client.p12."),
                    List.of(Owner.EDITEUR_PROXY, Owner.EDITEUR_LPS),
                    rules("MTL-01"),
                    Certainty.MEASURED),
            new CertificateError(
                    "F24",
                    Text.of("Le fichier n'est pas du format annoncé", "The file is not of the format announced"),
                    Text.of(
                            "Un PEM est lu comme un p12 ou un JKS, un DER comme un PEM : l'extension (.crt, .cer, .key) ne dit pas le format.",
                            "A PEM is read as a p12 or a JKS, a DER as a PEM: the extension (.crt, .cer, .key) does not tell the format."),
                    Text.of(
                            "Le fichier ne se charge pas, quel que soit le mot de passe.",
                            "The file does not load, whatever the password."),
                    new Place(Side.CLIENT, Layer.FILE),
                    List.of(
                            telling("Java", "toDerInputStream rejects tag type"),
                            telling("Java", "DerInputStream.getLength(): lengthTag="),
                            telling("Java", "Invalid keystore format"),
                            telling("OpenSSL, curl", "PEM routines:…:no start line"),
                            telling("Node.js", "ERR_OSSL_PEM_NO_START_LINE"),
                            telling("OpenSSL", "No supported data to decode. Input type:"),
                            telling("OpenSSL", "asn1 encoding routines:…:wrong tag"),
                            telling("keytool", "Unrecognized keystore format"),
                            telling("curl", "error reading PKCS12 file")),
                    new Check(
                            Text.of(
                                    "La première ligne est-elle « -----BEGIN » ? C'est du PEM ; sinon du DER (.cer) ou un p12. Un format juste au mot de passe faux donne F20.",
                                    "Is the first line '-----BEGIN'? It is PEM; else DER (.cer) or a p12. The right format with a wrong password gives F20."),
                            List.of("head -c 27 FILE", "openssl asn1parse -inform DER -in FILE | head -3")),
                    Text.of(
                            "Dire le vrai format (--cert-type, -inform, -storetype), ou convertir : openssl x509 -inform DER -in x.cer -out x.pem.",
                            "Say the real format (--cert-type, -inform, -storetype), or convert: openssl x509 -inform DER -in x.cer -out x.pem."),
                    List.of(Owner.EDITEUR_PROXY, Owner.EDITEUR_LPS),
                    List.of(),
                    Certainty.MEASURED),
            new CertificateError(
                    "F25",
                    Text.of("La clé privée n'est pas celle du certificat", "The private key is not the certificate's"),
                    Text.of(
                            "Le certificat renouvelé est posé à côté de l'ancienne clé, ou la clé d'une autre demande a été gardée.",
                            "The renewed certificate was put beside the old key, or the key of another request was kept."),
                    Text.of(
                            "Le programme refuse de démarrer ou de charger le couple.",
                            "The program refuses to start, or to load the pair."),
                    new Place(Side.BOTH, Layer.FILE),
                    List.of(
                            telling("curl", "unable to set private key file"),
                            telling("OpenSSL, nginx, Node.js", "key values mismatch"),
                            telling("Python", "KEY_VALUES_MISMATCH"),
                            telling("OpenSSL", "No cert in -in file…matches private key"),
                            telling("keytool", "Public keys in reply and keystore don't match"),
                            telling("keytool", "Certificate reply does not contain public key for")),
                    new Check(
                            Text.of(
                                    "Les deux empreintes de clé publique sont-elles égales ? Si oui et que curl refuse encore, la clé est chiffrée et son mot de passe manque (F20).",
                                    "Are the two digests of the public key equal? If so and curl still refuses, the key is encrypted and its password missing (F20)."),
                            List.of(
                                    "openssl x509 -in client.pem -noout -pubkey | openssl dgst -sha256",
                                    "openssl pkey -in client.key -pubout | openssl dgst -sha256")),
                    Text.of(
                            "Remettre ensemble la clé et le certificat d'une même demande ; clé perdue : commander de nouveau.",
                            "Put together the key and the certificate of one request; the key is lost: order again."),
                    List.of(Owner.OPERATEUR_PROXY, Owner.EDITEUR_PROXY),
                    List.of(),
                    Certainty.MEASURED),
            new CertificateError(
                    "F26",
                    Text.of(".NET sous Windows : une clé éphémère", ".NET on Windows: an ephemeral key"),
                    Text.of(
                            "Un certificat chargé d'un PEM, ou avec EphemeralKeySet, a une clé que SChannel ne peut employer.",
                            "A certificate loaded from PEM, or with EphemeralKeySet, has a key that SChannel cannot use."),
                    Text.of(
                            "Le même code marche sous Linux et échoue sous Windows.",
                            "The same code works on Linux and fails on Windows."),
                    new Place(Side.CLIENT, Layer.TLS),
                    List.of(
                            telling(".NET", "No credentials are available in the security package"),
                            telling(".NET", "0x8009030E")),
                    new Check(
                            Text.of(
                                    "HasPrivateKey est-il vrai et le système Windows ? C'est F26. S'il est faux, le fichier n'a pas la clé (F22).",
                                    "Is HasPrivateKey true, and the system Windows? Then F26. If it is false, the file lacks the key (F22)."),
                            List.of()),
                    Text.of(
                            "Passer par un PFX : new X509Certificate2(cert.Export(X509ContentType.Pfx)), sans EphemeralKeySet.",
                            "Go through a PFX: new X509Certificate2(cert.Export(X509ContentType.Pfx)), without EphemeralKeySet."),
                    List.of(Owner.EDITEUR_LPS, Owner.EDITEUR_PROXY),
                    rules("MTL-01"),
                    Certainty.PUBLIC),
            new CertificateError(
                    "F27",
                    Text.of(".NET n'envoie pas l'intermédiaire", ".NET does not send the intermediate"),
                    Text.of(
                            "Sous Linux et macOS, .NET n'envoie que la feuille s'il ne peut bâtir la chaîne d'après un magasin du système, même quand le PFX contient l'intermédiaire.",
                            "On Linux and macOS, .NET sends the leaf only unless it can build the chain from a system store, even when the PFX holds the intermediate."),
                    Text.of(
                            "Comme F14, alors que le fichier contient toute la chaîne.",
                            "As F14, although the file holds the whole chain."),
                    new Place(Side.SERVER, Layer.TLS),
                    List.of(
                            possible(
                                    "nginx",
                                    "client SSL certificate verify error: (21:unable to verify the first certificate)"),
                            possible("OpenSSL, curl", "unable to verify the first certificate")),
                    new Check(
                            Text.of(
                                    "Le client est-il un programme .NET, et le fichier contient-il l'intermédiaire ? C'est F27. Le fichier n'a que la feuille : F14.",
                                    "Is the client a .NET program, and does the file hold the intermediate? Then F27. The file holds the leaf only: F14."),
                            List.of("openssl pkcs12 -info -nokeys -in client.p12 | grep subject")),
                    Text.of(
                            "Ajouter l'intermédiaire au magasin du compte (CertificateAuthority), ou donner la chaîne par SslStreamCertificateContext.Create.",
                            "Add the intermediate to the account's store (CertificateAuthority), or give the chain by SslStreamCertificateContext.Create."),
                    List.of(Owner.EDITEUR_LPS, Owner.EDITEUR_PROXY),
                    rules("MTL-01"),
                    Certainty.PUBLIC));

    private FileErrors() {}
}
