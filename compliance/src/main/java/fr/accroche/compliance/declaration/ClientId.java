package fr.accroche.compliance.declaration;

import fr.accroche.compliance.text.Text;

/**
 * The client_id of one (LPS, operator) pair, at PSC and at the authorization servers; also the CN of its certificate.
 *
 * @param value 1 to 64 visible ASCII characters: X.520 caps a CN at 64
 */
public record ClientId(String value) {
    public ClientId {
        if (!value.matches("[\\x21-\\x7e]{1,64}")) {
            throw new InvalidValueException(Text.of(
                            "un client_id fait 1 à 64 caractères ASCII visibles, et non « {0} »",
                            "a client_id is 1 to 64 visible ASCII characters, not '{0}'")
                    .with(value));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
