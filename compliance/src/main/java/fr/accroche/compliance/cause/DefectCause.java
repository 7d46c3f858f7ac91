package fr.accroche.compliance.cause;

import fr.accroche.compliance.exchange.ObservedCertificate.CertificateDefect;
import fr.accroche.compliance.text.Text;
import java.util.List;
import java.util.function.Predicate;

/**
 * What lies behind one defect of a client certificate.
 *
 * @param code the judge's word for the defect
 * @param shows which of the defects of that code
 * @param field what of the certificate is wrong
 * @param likely the likely cause
 * @param repair what to do; {@code {0}} is the order for the right certificate
 */
record DefectCause(String code, Predicate<CertificateDefect> shows, Text field, Text likely, Text repair) {

    private static final Text ORDER = Text.verbatim("{0}");
    private static final String PROFILE = "extendedKeyUsage";

    private static final List<DefectCause> ALL = List.of(
            of(
                    "EXPIRED",
                    "notAfter",
                    Text.of(
                            "Le certificat a expiré et n'a pas été renouvelé, ou l'ancien est encore en place.",
                            "The certificate has expired and was not renewed, or the former one is still in place."),
                    Text.of(
                            "{0} L'installer partout où l'ancien servait, et noter sa fin.",
                            "{0} Install it wherever the former one served, and note its end.")),
            of(
                    "NOT_YET_VALID",
                    "notBefore",
                    Text.of(
                            "Le certificat est installé avant le début de sa validité, ou l'horloge de qui l'a émis avance.",
                            "The certificate is installed before its validity begins, or its issuer's clock is fast."),
                    Text.of(
                            "Remettre le certificat précédent jusqu'à ce jour ; sans précédent, attendre, et vérifier les horloges.",
                            "Put the former certificate back until that day; where there is none, wait, and check the clocks.")),
            usage(
                    "msSmartcardLogin",
                    Text.of(
                            "C'est le certificat d'une carte de professionnel (CPS, CPE), et non celui d'une structure.",
                            "It is the certificate of a professional's card (CPS, CPE), not a structure's.")),
            usage(
                    "serverAuth",
                    Text.of(
                            "C'est un certificat de serveur (SERV SSL), que TLS accepte d'un client et non le profil.",
                            "It is a server's certificate (SERV SSL), which TLS takes from a client and the profile does not.")),
            usage(
                    "emailProtection",
                    Text.of(
                            "C'est un cachet (ORG SIGN), fait pour signer le VIHF et non pour TLS.",
                            "It is a seal (ORG SIGN), made to sign the VIHF and not for TLS.")),
            usage(
                    "",
                    Text.of(
                            "C'est un certificat d'un autre profil qu'ORG AUTH_CLI.",
                            "It is a certificate of another profile than ORG AUTH_CLI.")),
            of(
                    "KEY_USAGE",
                    "keyUsage",
                    Text.of(
                            "C'est un certificat d'un autre profil qu'ORG AUTH_CLI.",
                            "It is a certificate of another profile than ORG AUTH_CLI."),
                    ORDER),
            of(
                    "UNTRUSTED_AUTHORITY",
                    "issuer",
                    Text.of(
                            "Le certificat vient d'une autorité qui n'est pas celle de cet environnement : même de son nom, elle a une autre clé.",
                            "The certificate comes from an authority that is not this environment's: even of its name, it has another key."),
                    ORDER),
            of(
                    "REAL_PRODUCTION",
                    "issuer",
                    Text.of(
                            "C'est un vrai certificat de production : sa clé n'a rien à faire dans un essai.",
                            "It is a real certificate for production: its key has no business in a rehearsal."),
                    Text.of("L'ôter du proxy d'essai. {0}", "Take it out of the proxy under test. {0}")),
            of(
                    "INCOMPLETE_CHAIN",
                    "chain",
                    Text.of(
                            "Le proxy envoie son certificat sans celui de l'autorité intermédiaire.",
                            "The proxy sends its certificate without that of the intermediate authority."),
                    Text.of(
                            "Joindre au certificat celui de l'autorité qui l'a émis, dans le fichier que lit le client TLS du proxy.",
                            "Add to the certificate that of the authority which issued it, in the file that the proxy's TLS client reads.")),
            of(
                    "BAD_SIGNATURE",
                    "signature",
                    Text.of(
                            "Le certificat n'est pas celui que l'autorité a signé : fichier altéré, ou émetteur d'un autre jeu de clés.",
                            "The certificate is not the one that the authority signed: an altered file, or an issuer of another set of keys."),
                    Text.of(
                            "Réinstaller le certificat tel que l'autorité l'a remis ; s'il est perdu, en faire faire un autre. {0}",
                            "Install again the certificate as the authority delivered it; if it is lost, have another made. {0}")),
            of(
                    "ISSUER_NOT_AUTHORITY",
                    "basicConstraints",
                    Text.of(
                            "Le certificat est signé par un autre certificat de client, et non par une autorité.",
                            "The certificate is signed by another client's certificate, not by an authority."),
                    ORDER),
            of(
                    "CRITICAL_EXTENSION",
                    "critical extensions",
                    Text.of(
                            "Le certificat porte une extension critique que son profil n'a pas : il vient d'ailleurs.",
                            "The certificate bears a critical extension that its profile does not have: it comes from elsewhere."),
                    ORDER),
            of(
                    "REVOKED",
                    "revocation",
                    Text.of(
                            "Le certificat a été révoqué : clé perdue, certificat remplacé, ou fin du contrat.",
                            "The certificate was revoked: a lost key, a certificate replaced, or the end of a contract."),
                    Text.of(
                            "Demander à l'autorité pourquoi il est révoqué, et ne plus s'en servir. {0}",
                            "Ask the authority why it is revoked, and use it no more. {0}")),
            of(
                    "WEAK_KEY",
                    "publicKey",
                    Text.of(
                            "La demande de certificat a été faite avec une clé trop courte.",
                            "The certificate was requested with a key that is too short."),
                    Text.of(
                            "Faire une nouvelle clé, RSA de 2048 bits au moins. {0}",
                            "Make a new key, RSA of 2048 bits at least. {0}")));

    private static DefectCause of(String code, String field, Text likely, Text repair) {
        return new DefectCause(code, any -> true, Text.verbatim(field), likely, repair);
    }

    private static DefectCause usage(String shown, Text likely) {
        return new DefectCause(
                "EXTENDED_KEY_USAGE",
                defect -> defect.observed().contains(shown),
                Text.verbatim(PROFILE),
                likely,
                ORDER);
    }

    /** That of a defect; of one that nothing more is known of, its own word. */
    static DefectCause of(CertificateDefect defect) {
        return ALL.stream()
                .filter(cause ->
                        cause.code().equals(defect.code()) && cause.shows().test(defect))
                .findFirst()
                .orElseGet(() -> of(
                        defect.code(),
                        defect.code(),
                        Text.of(
                                "Le certificat n'est pas tel que son profil le veut.",
                                "The certificate is not as its profile wants it."),
                        ORDER));
    }
}
