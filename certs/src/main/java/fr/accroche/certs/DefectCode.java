package fr.accroche.certs;

/**
 * What can be wrong with a certificate (RFC 5280 §6.1, RFC 8705 §2.1, and the profiles of docs/sources.md, IGC-Santé
 * samples).
 */
public enum DefectCode {
    NOT_PRESENTED("aucun certificat présenté", "no certificate presented"),
    CHAIN_TOO_LONG("la chaîne est trop longue", "the chain is too long"),
    INCOMPLETE_CHAIN("un certificat intermédiaire manque dans la chaîne", "an intermediate certificate is missing"),
    UNTRUSTED_AUTHORITY("l'autorité émettrice est inconnue", "the issuing authority is unknown"),
    /** Besides being unknown here: whoever shows it should know what is risked. */
    REAL_PRODUCTION(
            "le certificat est de la vraie IGC-Santé de production, qu'un simulateur refuse",
            "the certificate is of the real IGC-Santé for production, which a simulator refuses"),
    /** RFC 5280 §6.1. */
    BAD_SIGNATURE("une signature de la chaîne est fausse", "a signature of the chain is wrong"),
    /** RFC 5280 §4.2.1.9. */
    ISSUER_NOT_AUTHORITY("un émetteur de la chaîne n'est pas une autorité", "an issuer of the chain is no authority"),
    /** RFC 5280 §4.2.1.10. */
    FORBIDDEN_NAME(
            "un nom est hors de ce qu'une autorité de la chaîne permet",
            "a name is outside what an authority of the chain permits"),
    /** RFC 5280 §6.1.4 (o) and §6.1.5 (f). */
    CRITICAL_EXTENSION("une extension critique est inconnue", "a critical extension is unknown"),
    WRONG_BRANCH("le certificat est de l'autre branche", "the certificate is of the other branch"),
    EXPIRED("le certificat a expiré", "the certificate has expired"),
    NOT_YET_VALID("le certificat n'est pas encore valide", "the certificate is not valid yet"),
    /** RFC 5280 §6.3, RFC 6960 §2.2. */
    REVOKED("le certificat est révoqué", "the certificate is revoked"),
    /** Nothing was published, or the responder does not know. */
    REVOCATION_UNKNOWN(
            "on ne sait pas si le certificat est révoqué", "whether the certificate is revoked cannot be told"),
    REVOCATION_OUTDATED(
            "ce que l'autorité publie de ses révocations n'est pas à jour",
            "what the authority publishes of its revocations is out of date"),
    /** Signed by another, or in a way that RFC 5280 and RFC 10007 forbid to rely on. */
    REVOCATION_UNTRUSTED(
            "ce qui est publié des révocations ne fait pas foi", "what is published of revocations proves nothing"),
    KEY_USAGE("l'usage de clé ne convient pas au profil", "the key usage does not fit the profile"),
    EXTENDED_KEY_USAGE("l'usage étendu ne convient pas au profil", "the extended key usage does not fit the profile"),
    UNEXPECTED_SUBJECT_ALTERNATIVE_NAME(
            "un nom DNS figure dans un certificat ORG", "an ORG certificate holds a DNS name"),
    SUBJECT_SHAPE("le sujet n'a pas la forme C, ST, O, OU, CN", "the subject is not of the form C, ST, O, OU, CN"),
    IDNATSTRUCT_SYNTAX("l'OU n'est pas un idNatStruct", "the OU is no idNatStruct"),
    WEAK_KEY("la clé est trop faible", "the key is too weak"),
    WEAK_DIGEST("l'empreinte de signature est trop faible", "the signature digest is too weak");

    private final String fr;
    private final String en;

    DefectCode(String fr, String en) {
        this.fr = fr;
        this.en = en;
    }

    /** The cause, in French. */
    public String fr() {
        return fr;
    }

    /** The cause, in English. */
    public String en() {
        return en;
    }
}
