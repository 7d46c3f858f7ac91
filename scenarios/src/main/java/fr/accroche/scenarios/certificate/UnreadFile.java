package fr.accroche.scenarios.certificate;

import fr.accroche.certs.file.Reason;
import fr.accroche.certs.file.UnreadableFileException;
import fr.accroche.compliance.text.Text;

/** What keeps a file from being read at all, in the words of the catalogue. */
public final class UnreadFile {

    private static final Text READABLE =
            Text.of("un fichier de certificats que l'on peut lire", "a certificate file that can be read");

    private UnreadFile() {}

    /** The one finding that there is: nothing else is known of the file. */
    public static CertificateFinding finding(String file, UnreadableFileException refused) {
        return CertificateFinding.fail(id(refused.reason()), file, READABLE, Words.text(refused.wording()));
    }

    private static String id(Reason reason) {
        return switch (reason) {
            case PASSWORD_MISSING, PASSWORD_WRONG, PASSWORD_OR_DAMAGE -> "F20";
            case EMPTY, TOO_LARGE, NOT_RECOGNISED, DAMAGED, OVER_LIMIT, NOT_SUPPORTED -> "F24";
        };
    }
}
