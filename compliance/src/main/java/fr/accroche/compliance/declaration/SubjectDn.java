package fr.accroche.compliance.declaration;

import fr.accroche.compliance.text.Text;
import javax.security.auth.x500.X500Principal;

/**
 * The subject that a certificate must have (RFC 8705 §2.1.2, {@code tls_client_auth_subject_dn}), as RFC 4514 writes it.
 *
 * @param value the text as declared
 */
public record SubjectDn(String value) {

    private static final int LONGEST = 1_024;

    /**
     * @throws InvalidValueException if the text is no distinguished name
     */
    public SubjectDn {
        boolean name = value.length() <= LONGEST;
        try {
            new X500Principal(value);
        } catch (IllegalArgumentException e) {
            name = false;
        }
        if (!name) {
            throw new InvalidValueException(Text.of(
                    "un nom distinctif s'écrit comme CN=alpha-edc-bas,OU=300000000020002,O=BETA,C=FR",
                    "a distinguished name is written like CN=alpha-edc-bas,OU=300000000020002,O=BETA,C=FR"));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
