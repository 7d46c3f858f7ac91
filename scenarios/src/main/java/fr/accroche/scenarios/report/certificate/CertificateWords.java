package fr.accroche.scenarios.report.certificate;

import fr.accroche.certs.CertificateFacts;
import fr.accroche.certs.Origin;
import fr.accroche.certs.StructureIdentifier;
import fr.accroche.certs.file.KeyFacts;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.certificate.Words;
import java.time.Clock;

/** The words of the report on a certificate file. */
public final class CertificateWords {

    static final Text PROTECTION = Text.verbatim("protection");
    static final Text CHAIN = Text.of("chaîne de {0} certificats", "chain of {0} certificates");
    static final Text ONE = Text.of("certificat", "certificate");
    static final Text TRUSTED = Text.of("certificat de confiance", "trusted certificate");
    static final Text PRIVATE_KEY = Text.of("clé privée", "private key");
    static final Text CLOSED_KEY = Text.of("clé privée non ouverte", "private key, not opened");
    static final Text ALIAS = Text.of("alias « {0} »", "alias '{0}'");
    static final Text NO_ALIAS = Text.of("sans alias", "without an alias");
    static final Text REQUEST = Text.of("demande de certificat (CSR)", "certificate request (CSR)");
    static final Text REVOCATIONS = Text.of("liste de révocation (CRL)", "revocation list (CRL)");
    static final Text OTHER = Text.of("présent et non lu", "present and not read");
    static final Text WARNING = Text.of("Attention", "Warning");

    static final Text SUBJECT = Text.of("sujet", "subject");
    static final Text IDENTIFIER = Text.verbatim("idNatStruct");
    static final Text ISSUER = Text.of("émetteur", "issuer");
    static final Text BRANCH = Text.of("branche", "branch");
    static final Text PROFILE = Text.of("profil", "profile");
    static final Text VALIDITY = Text.of("validité", "validity");
    static final Text KEY = Text.of("clé", "key");
    static final Text SERIAL = Text.of("nº de série", "serial");
    static final Text RFC_THUMBPRINT = Text.verbatim("x5t#S256");
    static final Text ANS_THUMBPRINT = Text.verbatim("cnf (ANS)");
    static final Text COLON = Text.of(" : ", ": ");
    static final Text NO_IDENTIFIER = Text.of("l'OU « {0} » n'en est pas un", "the OU '{0}' is none");
    static final Text CRITICAL = Text.of(" (critique)", " (critical)");
    static final Text SIGNATURE = Text.verbatim("signature");
    static final Text ASKS_FOR = Text.of("demande", "asks for");
    static final Text NUMBER = Text.of("révoqués", "revoked");
    static final Text RIGHT_SIGNATURE = Text.of("celle de sa propre clé", "that of its own key");
    static final Text WRONG_SIGNATURE = Text.of("FAUSSE : la demande a changé", "WRONG: the request has changed");
    static final Text UNKNOWN_SIGNATURE =
            Text.of("algorithme non vérifiable ici", "algorithm that is not checked here");

    private static final Text LEFT = Text.of("encore {0} jours", "{0} days left");
    private static final Text LAST_DAY = Text.of("moins d'un jour", "less than a day left");
    private static final Text EXPIRED = Text.of("EXPIRÉ depuis {0} jours", "EXPIRED {0} days ago");
    private static final Text NOT_YET = Text.of("PAS ENCORE VALIDE", "NOT YET VALID");
    private static final Text PROVEN = Text.of("par l'empreinte de {0}", "by the digest of {0}");
    private static final Text BY_NAME =
            Text.of("par le nom de l'émetteur, qui ne prouve rien", "by the issuer's name, which proves nothing");
    private static final Text BY_MARK = Text.of(
            "par la marque qu'accroche met dans ce qui imite la vraie",
            "by the mark that accroche puts in what imitates it");

    private CertificateWords() {}

    static Text fit(KeyFacts.Fit fit) {
        return switch (fit) {
            case MATCHES -> Text.of("celle du certificat", "that of the certificate");
            case DIFFERS -> Text.of("PAS celle du certificat", "NOT that of the certificate");
            case ALONE -> Text.of("aucun certificat ne va avec elle", "no certificate goes with it");
            case UNKNOWN ->
                Text.of(
                        "impossible de dire si elle va avec le certificat",
                        "cannot be told whether it goes with the certificate");
        };
    }

    /** For example {@code 3 = SIRET (establishment): 18751275100020, right key digit}. */
    public static Text identifier(StructureIdentifier known) {
        return Text.of("{0} = {1} : {2}, {3}", "{0} = {1}: {2}, {3}")
                .with(
                        known.type().digit(),
                        Words.text(known.type().wording()),
                        known.number(),
                        Words.text(known.key().wording()));
    }

    static Text origin(Origin origin) {
        if (origin.tree() == Origin.Tree.UNKNOWN) {
            return Words.text(origin.tree().wording());
        }
        Text unproven = origin.tree() == Origin.Tree.SIMULATED_LOOK_ALIKE ? BY_MARK : BY_NAME;
        Text proof = origin.proven() ? PROVEN.with(origin.authority()) : unproven;
        return Text.verbatim("{0} — {1}").with(Words.text(origin.tree().wording()), proof);
    }

    static Text days(CertificateFacts facts, Clock clock) {
        long days = facts.daysLeft(clock);
        if (clock.instant().isBefore(facts.from())) {
            return NOT_YET;
        }
        return days < 0 ? EXPIRED.with(-days) : days == 0 ? LAST_DAY : LEFT.with(days);
    }
}
