package fr.accroche.scenarios.replay;

import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;

/** A file is no recording that can be judged again. Its sentence holds the place of what is wrong, never the content. */
public final class RecordingException extends RuntimeException {

    private final transient Text sentence;

    RecordingException(Text sentence) {
        super(sentence.in(Language.EN));
        this.sentence = sentence;
    }

    /** What is wrong, and where in the file. */
    public Text sentence() {
        return sentence;
    }
}
