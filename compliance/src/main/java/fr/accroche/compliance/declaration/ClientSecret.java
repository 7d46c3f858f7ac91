package fr.accroche.compliance.declaration;

import fr.accroche.compliance.text.Text;

/**
 * A client's shared secret: at PSC, only in the "espace communautaire", since the espace de confiance asks for mTLS; or at
 * its proxy.
 *
 * @param value 8 to 256 visible ASCII characters; never printed
 */
public record ClientSecret(String value) {
    public ClientSecret {
        if (!value.matches("[\\x21-\\x7e]{8,256}")) {
            throw new InvalidValueException(Text.of(
                    "un secret de client fait 8 à 256 caractères ASCII visibles",
                    "a client secret is 8 to 256 visible ASCII characters"));
        }
    }

    @Override
    public String toString() {
        return "ClientSecret[masked]";
    }
}
