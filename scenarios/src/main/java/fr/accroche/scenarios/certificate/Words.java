package fr.accroche.scenarios.certificate;

import fr.accroche.certs.Wording;
import fr.accroche.compliance.text.Text;

/** The words of {@code certs}, as the reports take them. */
public final class Words {

    private Words() {}

    public static Text text(Wording wording) {
        return Text.of(wording.fr(), wording.en());
    }
}
