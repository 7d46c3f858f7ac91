package fr.accroche.certs;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * Whom a card names, always someone invented. An empty text leaves the attribute or extension out.
 *
 * @param title of the profession, for example {@code Infirmier}; a CPE has none
 * @param givenName in capitals, as cards have it
 * @param surname in capitals, as cards have it
 * @param cardNumber issuer and card, for example {@code 8025000001/2600301752}
 * @param profession its code (TRE_G15); a CPE has none
 */
public record CardHolder(String title, String givenName, String surname, String cardNumber, OptionalInt profession) {

    public CardHolder {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(givenName, "givenName");
        Objects.requireNonNull(surname, "surname");
        Objects.requireNonNull(cardNumber, "cardNumber");
        Objects.requireNonNull(profession, "profession");
    }
}
