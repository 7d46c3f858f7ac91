package fr.accroche.scenarios.lps;

import fr.accroche.certs.CardHolder;
import fr.accroche.certs.Order;
import fr.accroche.certs.Profile;
import fr.accroche.compliance.identity.Practice;
import fr.accroche.compliance.identity.Professional;
import fr.accroche.compliance.identity.Structure;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * The card of a test identity, so that its certificate names whom PSC and the assertions name: a CPS for whoever has an RPPS
 * number, a CPE for the staff of a structure. A person in training has a CPF in life, which is not made here: theirs is a CPS.
 *
 * @param person whose
 */
public record PersonCard(Professional person) {

    /** Issuer, then the first digits of test cards (docs/sources.md, IGC-Santé samples); the last five are the person's. */
    private static final String NUMBERS = "8025000001/26003";

    private static final int OWN_DIGITS = 5;

    public PersonCard {
        Objects.requireNonNull(person, "person");
    }

    public Profile profile() {
        return person.id().isRpps() ? Profile.CPS_AUTH : Profile.CPE_AUTH;
    }

    /** Whom it names; without a structure, which an order says. */
    public CardHolder holder() {
        String title = person.id().isRpps()
                ? person.practice()
                        .map(practice -> practice.profession().title())
                        .orElse("")
                : "";
        return new CardHolder(
                title,
                person.givenName().toUpperCase(Locale.ROOT),
                person.familyName(),
                NUMBERS + person.nationalId().substring(person.nationalId().length() - OWN_DIGITS),
                profession());
    }

    private OptionalInt profession() {
        return person.practice().map(Practice::profession).stream()
                .filter(profession -> !profession.code().isEmpty())
                .mapToInt(profession -> Integer.parseInt(profession.code()))
                .findFirst();
    }

    /**
     * The order of its authentication certificate.
     *
     * @param like the branch and the validity
     */
    public Order order(Order like) {
        Order order =
                like.withProfile(profile()).withCommonName(person.nationalId()).withHolder(holder());
        return person.situation()
                .map(usual -> order.withIdNatStruct(structure(usual.structure())))
                .orElse(order);
    }

    private static String structure(Structure structure) {
        return structure.idNatStruct().value();
    }
}
