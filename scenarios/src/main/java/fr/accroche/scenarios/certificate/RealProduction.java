package fr.accroche.scenarios.certificate;

import fr.accroche.certs.CertificateFacts;
import fr.accroche.certs.file.Entry;
import fr.accroche.certs.file.FileContent;
import fr.accroche.compliance.text.Text;
import java.util.Optional;

/**
 * Certificates of the real IGC-Santé for production, which no rehearsal needs and none takes (rule ENV-02): they open real
 * patients' records, and a file that is copied here is one more that can leak.
 */
public final class RealProduction {

    private static final Text REFUSED = Text.verbatim("{0}: {1}");

    private RealProduction() {}

    /** Why the file is refused; empty when it is not. */
    public static Optional<Text> refusal(FileContent content) {
        return content.entries().stream()
                .map(Entry::certificates)
                .flatMap(chain -> CertificateFacts.of(chain).stream())
                .map(CertificateFacts::origin)
                .flatMap(origin -> origin.refusal().stream())
                .findFirst()
                .map(refusal -> REFUSED.with(content.file(), Words.text(refusal)));
    }
}
