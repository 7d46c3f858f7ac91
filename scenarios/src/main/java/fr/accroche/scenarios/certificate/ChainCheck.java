package fr.accroche.scenarios.certificate;

import fr.accroche.certs.CertificateFacts;
import fr.accroche.certs.Defect;
import fr.accroche.certs.LikelyProfile;
import fr.accroche.certs.Origin;
import fr.accroche.certs.RevocationCheck;
import fr.accroche.certs.TestIgc;
import fr.accroche.certs.file.FileContent;
import fr.accroche.certs.file.FileKind;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.certificate.Use.Part;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the judge of the servers says of a chain, in the words of the catalogue.
 *
 * @param content the file that it comes from
 * @param chain leaf first
 * @param use what it is meant for
 * @param clock what the days left are counted from
 */
record ChainCheck(FileContent content, List<X509Certificate> chain, Use use, Clock clock) {

    /** As the ordering platform warns its users (docs/sources.md, IGC-Santé samples). */
    private static final int DAYS_OF_WARNING = 60;

    private static final Text LONGER = Text.of("plus de {0} jours", "more than {0} days");
    private static final Text LEFT = Text.of("{0} jours : jusqu'au {1}", "{0} days: until {1}");
    private static final Text OURS = Text.of(
            "l'IGC simulée, la seule que les serveurs d'accroche connaissent",
            "the simulated IGC, the only one that accroche's servers know");
    private static final Text REAL = Text.of(
            "l'IGC-Santé de test ({0}), {1} : accroche ne vérifie pas plus haut, et ses serveurs la refusent",
            "the test IGC-Santé ({0}), {1}: accroche verifies no further up, and its servers refuse it");
    private static final Text PROVEN = Text.of("reconnue à son empreinte", "known by its digest");
    private static final Text NAMED = Text.of("par son seul nom", "by its name alone");

    List<CertificateFinding> findings(TestIgc igc, RevocationCheck revocations) {
        CertificateFacts facts = CertificateFacts.of(chain).get(0);
        List<CertificateFinding> findings = new ArrayList<>();
        for (Defect defect : igc.judge(use.as().profile().orElseThrow(), use.branch(), revocations)
                .judge(chain)
                .defects()) {
            findings.add(finding(defect, facts));
        }
        endsSoon(facts).ifPresent(findings::add);
        return findings;
    }

    private CertificateFinding finding(Defect defect, CertificateFacts facts) {
        Origin origin = facts.origin();
        String id = id(defect, facts.profile());
        if (id.equals("F41") && origin.tree() == Origin.Tree.IGC_SANTE_TEST) {
            return CertificateFinding.warning(
                    id, content.file(), OURS, REAL.with(origin.authority(), origin.proven() ? PROVEN : NAMED));
        }
        return CertificateFinding.fail(
                id, content.file(), Words.text(defect.expectation()), Words.text(defect.observation()));
    }

    private String id(Defect defect, LikelyProfile likely) {
        return switch (defect.code()) {
            case NOT_PRESENTED -> "F33";
            case INCOMPLETE_CHAIN -> isStore() ? "F16" : "F14";
            case UNTRUSTED_AUTHORITY, REAL_PRODUCTION -> "F41";
            case BAD_SIGNATURE -> "F42";
            case ISSUER_NOT_AUTHORITY -> "F38";
            case CRITICAL_EXTENSION, CHAIN_TOO_LONG, FORBIDDEN_NAME -> "F44";
            case WRONG_BRANCH -> "F10";
            case EXPIRED -> "F28";
            case NOT_YET_VALID -> "F29";
            case REVOKED, REVOCATION_UNKNOWN, REVOCATION_OUTDATED, REVOCATION_UNTRUSTED -> "F30";
            case WEAK_KEY, WEAK_DIGEST -> "F35";
            case KEY_USAGE,
                    EXTENDED_KEY_USAGE,
                    UNEXPECTED_SUBJECT_ALTERNATIVE_NAME,
                    SUBJECT_SHAPE,
                    IDNATSTRUCT_SYNTAX -> profile(likely);
        };
    }

    private boolean isStore() {
        return content.kind() == FileKind.PKCS12 || content.kind() == FileKind.JKS;
    }

    /** Another known profile explains all that does not fit the one that is asked for. */
    private String profile(LikelyProfile likely) {
        if (use.as() != Part.AUTH_CLI) {
            return "F43";
        }
        return switch (likely) {
            case SERV_SSL -> "F5";
            case ORG_SIGN -> "F6";
            case CPS_AUTH, CPS_SIGN, CPE_AUTH, OTHER_CARD -> "F7";
            default -> "F43";
        };
    }

    private Optional<CertificateFinding> endsSoon(CertificateFacts facts) {
        long left = facts.daysLeft(clock);
        return left < 0 || left >= DAYS_OF_WARNING
                ? Optional.empty()
                : Optional.of(CertificateFinding.warning(
                        "F28", content.file(), LONGER.with(DAYS_OF_WARNING), LEFT.with(left, facts.until())));
    }
}
