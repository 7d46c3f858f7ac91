package fr.accroche.scenarios.certificate;

import fr.accroche.certs.CertificateFacts;
import fr.accroche.certs.Origin;
import fr.accroche.certs.file.FileContent;
import fr.accroche.compliance.text.Text;
import java.util.Optional;

/**
 * Certificates of the real IGC-Santé for production, which no rehearsal needs and none takes (rule ENV-02): they open real
 * patients' records, and a file that is copied here is one more that can leak.
 */
public final class RealProduction {

    private static final Text REFUSED = Text.of(
            "{0} : un certificat de la vraie IGC-Santé de PRODUCTION ({1}, {2}) ; accroche le refuse : une répétition n'en a"
                    + " pas besoin, et il ouvre de vrais dossiers. Prendre un certificat de test (accroche certs order).",
            "{0}: a certificate of the real IGC-Santé for PRODUCTION ({1}, {2}); accroche refuses it: a rehearsal does not need"
                    + " it, and it opens real records. Take a test certificate (accroche certs order).");
    private static final Text PROVEN = Text.of("reconnue à son empreinte", "known by its digest");
    private static final Text NAMED = Text.of("d'après son nom", "by its name");

    private RealProduction() {}

    /** Why the file is refused; empty when it is not. */
    public static Optional<Text> refusal(FileContent content) {
        return content.entries().stream()
                .map(CertificateCheck::certificates)
                .flatMap(chain -> CertificateFacts.of(chain).stream())
                .map(CertificateFacts::origin)
                .filter(origin -> origin.tree() == Origin.Tree.IGC_SANTE_PRODUCTION)
                .findFirst()
                .map(origin -> REFUSED.with(content.file(), origin.authority(), origin.proven() ? PROVEN : NAMED));
    }
}
