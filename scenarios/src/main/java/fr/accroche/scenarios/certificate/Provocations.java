package fr.accroche.scenarios.certificate;

import static fr.accroche.scenarios.certificate.Provocation.files;
import static fr.accroche.scenarios.certificate.Provocation.without;

import fr.accroche.certs.FaultyFiles;
import fr.accroche.certs.FileFault;
import fr.accroche.compliance.text.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How each error of the catalogue is provoked, in one explicit list. */
public final class Provocations {

    private static final String SUBJECT = "openssl x509 -in client.pem -noout -subject -nameopt multiline,utf8";
    private static final String VERIFY = "openssl verify -CAfile racine.pem -untrusted client.pem client.pem";
    private static final String TRUST = "openssl verify -CAfile truststore.pem -untrusted serveur.pem serveur.pem";
    private static final String KEYTOOL = "keytool -J-Duser.language=en -list -storepass accroche -keystore ";
    private static final String NAMED = client(FileFault.COMMON_NAME);

    private static final Text LOADING = Text.of(
            "la chaîne ne charge pas ce fichier : c'est votre programme qui s'y arrête, avant tout appel",
            "the chain does not load that file: your program stops at it, before any call");

    private static final Text HANDSHAKE = Text.of(
            "la chaîne ne joue pas ce programme-là : c'est votre client qui refuse le serveur, pendant la poignée de main",
            "the chain does not play that program: it is your client that refuses the server, during the handshake");

    /** In the order of the catalogue. */
    public static final List<Provocation> ALL = List.of(
            files("F1", FileFault.COMMON_NAME, "client.p12 " + NAMED, SUBJECT, "alpha-edc_bas")
                    .refused("certificate-cn-of-another-lps"),
            files("F2", FileFault.OTHER_STRUCTURE, "client.p12 " + NAMED, SUBJECT, "1990000002")
                    .refused("certificate-ou-of-lps-operator"),
            files(
                            "F3",
                            FileFault.OTHER_ESTABLISHMENT,
                            "client.p12 " + client(FileFault.OTHER_ESTABLISHMENT),
                            SUBJECT,
                            "300000001800028")
                    .refused("certificate-ou-of-lps-operator"),
            files("F4", FileFault.DIRECT_INSI, "client.p12 " + NAMED, SUBJECT, "INSI-AUTO")
                    .limited(
                            Text.of(
                                    "l'appel direct du TLSi n'est pas simulé : la chaîne refuse ce CN comme n'importe quel autre (F1)",
                                    "the direct call of the TLSi is not simulated: the chain refuses this CN as any other (F1)")),
            files(
                            "F5",
                            FileFault.SERVER_CERTIFICATE,
                            "client.p12 " + NAMED,
                            VERIFY.replace("verify", "verify -purpose sslclient"),
                            "client.pem: OK")
                    .refused("certificate-serv-ssl-as-client"),
            files(
                            "F6",
                            FileFault.SEAL,
                            "client.p12 " + NAMED,
                            VERIFY.replace("verify", "verify -purpose sslclient"),
                            "purpose")
                    .refused("certificate-org-sign-as-client"),
            files("F7", FileFault.CARD, "client.p12 " + NAMED, "openssl x509 -in client.pem -noout -text", "Smartcard")
                    .refused("certificate-of-a-card"),
            files(
                            "F8",
                            FileFault.SEAL_OF_ANOTHER_NAME,
                            "client.p12 --seal cachet.p12 " + NAMED,
                            "openssl x509 -in cachet.pem -noout -subject -nameopt multiline,utf8",
                            "cachet de alpha-edc-bas")
                    .limited(
                            Text.of(
                                    "en mode PSC, le proxy et le LPS peuvent être deux structures : la chaîne ne refuse pas cette différence",
                                    "in PSC mode the proxy and the LPS may be two structures: the chain does not refuse this difference")),
            without(
                    "F9",
                    Text.of(
                            "le certificat est bon et la comparaison est fausse : aucun fichier ne peut le montrer ; accroche compare les sujets comme des structures",
                            "the certificate is right and the comparison is wrong: no file can show it; accroche compares subjects as structures")),
            files(
                            "F10",
                            FileFault.OTHER_BRANCH,
                            "client.p12 " + NAMED,
                            VERIFY,
                            "self-signed certificate in certificate chain")
                    .refused("certificate-of-production-branch"),
            without(
                            "F11",
                            Text.of(
                                    "le certificat est bon, le registre non : aucun fichier ne peut le montrer",
                                    "the certificate is right, the register is not: no file can show it"))
                    .refused("client-not-registered", "link-not-validated", "pmt-expired"),
            without(
                            "F12",
                            Text.of(
                                    "deux certificats également bons : aucun des deux fichiers n'est faux",
                                    "two certificates equally right: neither file is wrong"))
                    .refused("token-bound-to-another-certificate"),
            files(
                            "F13",
                            FileFault.UNKNOWN_ROOT,
                            "truststore.jks --as truststore",
                            TRUST,
                            "unable to get local issuer certificate")
                    .limited(HANDSHAKE),
            files("F14", FileFault.LEAF_ALONE, "client.pem " + NAMED, VERIFY, "unable to get local issuer certificate")
                    .limited(Text.of(
                            "les serveurs de la chaîne connaissent l'intermédiaire et le disent manquant sans refuser",
                            "the chain's servers know the intermediate, and say that it is missing without refusing")),
            files(
                            "F15",
                            FileFault.INTERMEDIATE_AS_ANCHOR,
                            "truststore.pem --as truststore",
                            TRUST,
                            "unable to get issuer certificate")
                    .limited(HANDSHAKE),
            files(
                            "F16",
                            FileFault.STORE_WITHOUT_CHAIN,
                            "client.p12 " + NAMED,
                            KEYTOOL + "client.p12 -v",
                            "Certificate chain length: 1")
                    .refused("no-certificate"),
            files(
                            "F17",
                            FileFault.UNMARKED_TRUST,
                            "truststore.p12 --as truststore",
                            KEYTOOL + "truststore.p12",
                            "Your keystore contains 0 entries")
                    .limited(LOADING),
            files(
                            "F18",
                            FileFault.OBSOLETE_CIPHER,
                            "client.p12 " + NAMED,
                            "openssl pkcs12 -in client.p12 -nokeys -passin pass:accroche",
                            "unsupported")
                    .limited(LOADING),
            files(
                            "F19",
                            FileFault.RECENT_MAC,
                            "client.p12 " + NAMED,
                            KEYTOOL + "client.p12",
                            "HmacPBE1.2.840.113549.1.5.14 not available")
                    .limited(LOADING),
            files(
                            "F20",
                            FileFault.WRONG_PASSWORD,
                            "client.p12 " + NAMED,
                            "openssl pkcs12 -in client.p12 -nokeys -passin pass:accroche",
                            "invalid password?")
                    .limited(LOADING),
            files(
                            "F21",
                            FileFault.PASSWORD_OF_THE_KEY,
                            "client.jks " + NAMED,
                            "keytool -J-Duser.language=en -importkeystore -srckeystore client.jks -srcstorepass accroche"
                                    + " -srckeypass accroche -srcalias 1 -destkeystore copie.p12 -deststorepass accroche -noprompt",
                            "Cannot recover key")
                    .refused("no-certificate"),
            files("F22", FileFault.NO_KEY, "client.jks " + NAMED, KEYTOOL + "client.jks", "trustedCertEntry")
                    .refused("no-certificate"),
            files(
                            "F23",
                            FileFault.UNNAMED_ENTRY,
                            "client.p12 --alias client " + NAMED,
                            KEYTOOL + "client.p12 -alias client",
                            "does not exist")
                    .refused("no-certificate"),
            files(
                            "F24",
                            FileFault.PEM_NAMED_P12,
                            "client.p12 " + NAMED,
                            KEYTOOL + "client.p12",
                            "Unrecognized keystore format")
                    .limited(LOADING),
            files(
                            "F25",
                            FileFault.OTHER_KEY,
                            "client.pem --key client.key.pem " + NAMED,
                            "openssl pkcs12 -export -in client.pem -inkey client.key.pem -passout pass:accroche -out /dev/null",
                            "matches private key")
                    .limited(LOADING),
            without(
                    "F26",
                    Text.of(
                            ".NET sous Windows charge mal un fichier qui est bon ; rien ne le montre sur une autre machine",
                            ".NET on Windows loads badly a file that is right; nothing shows it on another machine")),
            without(
                    "F27",
                    Text.of(
                            "le fichier est bon et .NET n'en envoie qu'une partie ; ce que le serveur voit alors est F14",
                            "the file is right and .NET sends only a part of it; what the server then sees is F14")),
            files("F28", FileFault.EXPIRED, "client.p12 " + NAMED, VERIFY, "certificate has expired")
                    .refused("certificate-expired"),
            files("F29", FileFault.NOT_YET_VALID, "client.p12 " + NAMED, VERIFY, "certificate is not yet valid")
                    .refused("certificate-not-yet-valid"),
            files(
                            "F30",
                            FileFault.REVOKED,
                            "client.p12 --crl listes.pem " + NAMED,
                            VERIFY.replace("verify", "verify -crl_check_all -CRLfile listes.pem"),
                            "certificate revoked")
                    .refused("certificate-revoked"),
            without(
                    "F31",
                    Text.of(
                            "un défaut du serveur HTTPS du JDK, qu'aucun serveur d'accroche n'emploie",
                            "a defect of the JDK's HTTPS server, which no server of accroche uses")),
            without(
                    "F32",
                    Text.of(
                            "l'ordre des messages de TLS 1.3, et non un fichier ; « accroche up » avec settings.tls: strict le montre à tout client",
                            "the order of TLS 1.3's messages, and no file; 'accroche up' with settings.tls: strict shows it to any client")),
            without(
                            "F33",
                            Text.of(
                                    "aucun certificat : aucun fichier à montrer",
                                    "no certificate: there is no file to show"))
                    .refused("no-certificate"),
            without(
                            "F34",
                            Text.of(
                                    "la version et les suites de TLS ne sont pas dans un fichier",
                                    "TLS versions and suites are not in a file"))
                    .refused("tls-suite-refused"),
            files(
                            "F35",
                            FileFault.SHORT_KEY,
                            "client.p12 " + NAMED,
                            VERIFY.replace("verify", "verify -auth_level 2"),
                            "key too weak")
                    .refused("certificate-key-too-short"),
            files(
                            "F36",
                            FileFault.OTHER_HOST,
                            "serveur.pem --key serveur.key.pem --as ssl-serv --host localhost",
                            "openssl verify -verify_hostname localhost -CAfile racine.pem -untrusted serveur.pem serveur.pem",
                            "hostname mismatch")
                    .limited(HANDSHAKE),
            without(
                    "F37",
                    Text.of(
                            "un appel en clair et non un fichier ; tout port d'« accroche up » y répond",
                            "a call in clear and no file; any port of 'accroche up' answers it")),
            files("F38", FileFault.LEAF_AS_AUTHORITY, "client.p12 " + NAMED, VERIFY, "invalid CA certificate")
                    .refused("certificate-signed-by-a-leaf"),
            without(
                    "F39",
                    Text.of(
                            "une connexion que le client garde ouverte : aucun fichier n'est faux",
                            "a connection that the client keeps open: no file is wrong")),
            without(
                    "F40",
                    Text.of(
                            "un réglage du client, que rien ne trahit tant que le serveur est le bon ; le pointer sur un serveur d'une autre autorité, qu'il doit refuser (F41)",
                            "a setting of the client, which nothing betrays while the server is the right one; point it at a server of another authority, which it must refuse (F41)")),
            files(
                            "F41",
                            FileFault.UNKNOWN_AUTHORITY,
                            "client.p12 " + NAMED,
                            VERIFY,
                            "self-signed certificate in certificate chain")
                    .refused("certificate-of-unknown-authority"),
            files("F42", FileFault.WRONG_SIGNATURE, "client.p12 " + NAMED, VERIFY, "certificate signature failure")
                    .refused("certificate-signature-wrong"),
            files(
                            "F43",
                            FileFault.NO_IDENTIFIER,
                            "client.p12 --client-id " + FaultyFiles.expectedClient(),
                            SUBJECT,
                            "ALPHA")
                    .limited(
                            Text.of(
                                    "aucun défaut de la chaîne ne montre cela seul : un OU qui n'est pas un identifiant n'est pas non plus celui de l'opérateur (F2)",
                                    "no fault of the chain shows that alone: an OU that is no identifier is not the operator's either (F2)")),
            files("F44", FileFault.CRITICAL_EXTENSION, "client.p12 " + NAMED, VERIFY, "unhandled critical extension")
                    .refused("certificate-critical-extension"));

    private Provocations() {}

    public static Optional<Provocation> of(String error) {
        String wanted = error.toUpperCase(Locale.ROOT);
        return ALL.stream().filter(one -> one.error().equals(wanted)).findFirst();
    }

    private static String client(FileFault fault) {
        return "--client-id " + FaultyFiles.expectedClient() + " --proxy-operator " + FaultyFiles.expectedUnit(fault);
    }
}
