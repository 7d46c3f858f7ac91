package fr.accroche.authserver;

import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;

/** The keys that a client registered cannot be used. */
public final class ClientKeysException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Text text;

    ClientKeysException(String file, Text problem) {
        this(Text.of("{0} : {1}", "{0}: {1}").with(file, problem));
    }

    private ClientKeysException(Text text) {
        super(text.in(Language.EN));
        this.text = text;
    }

    /** The same, of a client. */
    ClientKeysException of(String clientId) {
        return new ClientKeysException(
                Text.of("{0} : jwksFile {1}", "{0}: jwksFile {1}").with(clientId, text));
    }

    /** What is wrong, for people: the file, the key, the problem. */
    public Text text() {
        return text;
    }
}
