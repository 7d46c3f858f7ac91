package fr.accroche.certs;

import java.util.List;
import java.util.OptionalInt;

/** Orders of cards, for people whom nobody knows. */
final class Cards {
    static final CardHolder NURSE =
            new CardHolder("Infirmier", "GUY", "INFIRMCH7760", "8025000001/2600301752", OptionalInt.of(60));
    static final CardHolder EMPLOYEE =
            new CardHolder("", "ANNE", "EMPLOYECH0002", "8025000001/2600301753", OptionalInt.empty());

    private Cards() {}

    /** As a vendor would place one of this profile. */
    static Order order(Profile profile) {
        Order order = Fixtures.authCli().withProfile(profile);
        return switch (profile) {
            case ORG_AUTH_CLI, ORG_SIGN -> order;
            case SERV_SSL -> order.withCommonName("psc.accroche.invalid").withNames(List.of("psc.accroche.invalid"));
            case CPS_AUTH, CPS_SIGN -> order.withCommonName("899700041983").withHolder(NURSE);
            case CPE_AUTH ->
                order.withIdNatStruct("10B0057881")
                        .withCommonName("30B0057881/CPET0002")
                        .withHolder(EMPLOYEE);
        };
    }
}
