package fr.accroche.scenarios.configuration;

import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;

/** A configuration that cannot be written, with what to do about it. */
public final class ConfigurationException extends Exception {

    private final transient Text text;

    ConfigurationException(Text text) {
        super(text.in(Language.EN));
        this.text = text;
    }

    public Text text() {
        return text;
    }
}
