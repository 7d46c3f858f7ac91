package fr.accroche.compliance.declaration;

import fr.accroche.compliance.text.Text;

/** A text is not what its type asks for; says so in both languages. */
public final class InvalidValueException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient Text text;

    public InvalidValueException(Text text) {
        super(text.en());
        this.text = text;
    }

    public Text text() {
        return text;
    }
}
