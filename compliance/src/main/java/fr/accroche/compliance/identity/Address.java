package fr.accroche.compliance.identity;

import java.util.Objects;

/**
 * Where a structure is, in the parts that PSC gives (docs/sources.md, PSC samples).
 *
 * @param number in the street
 * @param streetType code, for example {@code R} for rue
 * @param street its name
 * @param postalCode five digits
 * @param commune INSEE code
 * @param city its name
 */
public record Address(String number, String streetType, String street, String postalCode, String commune, String city) {

    public Address {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(streetType, "streetType");
        Objects.requireNonNull(street, "street");
        Objects.requireNonNull(postalCode, "postalCode");
        Objects.requireNonNull(commune, "commune");
        Objects.requireNonNull(city, "city");
    }
}
