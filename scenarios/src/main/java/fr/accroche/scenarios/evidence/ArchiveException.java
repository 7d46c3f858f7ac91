package fr.accroche.scenarios.evidence;

import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;

/** A file that no archive of ours can be. */
public final class ArchiveException extends RuntimeException {

    private final transient Text sentence;

    ArchiveException(Text sentence) {
        super(sentence.in(Language.EN));
        this.sentence = sentence;
    }

    public Text sentence() {
        return sentence;
    }
}
