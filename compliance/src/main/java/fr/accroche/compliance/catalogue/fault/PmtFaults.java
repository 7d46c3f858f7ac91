package fr.accroche.compliance.catalogue.fault;

import static fr.accroche.compliance.catalogue.fault.DeclaredFaults.fails;
import static fr.accroche.compliance.catalogue.fault.DeclaredFaults.warns;
import static fr.accroche.compliance.declaration.ShippedDeclaration.PROXY_TIERS;

import fr.accroche.compliance.catalogue.fault.DeclaredFault.Edit;
import fr.accroche.compliance.text.Text;
import java.util.List;
import java.util.stream.Stream;

/** The way to the CNDA's test environments is not the right one, or the environments are mixed. */
final class PmtFaults {

    private static final List<DeclaredFault> OF_THE_WAY = List.of(
            fails(
                    "PMT-01",
                    Text.of("déclaré au CNDA sans PMT validé", "declared to the CNDA without a validated PMT"),
                    PROXY_TIERS,
                    new Edit("validatedOn: D-33, ", "")),
            fails(
                    "PMT-01",
                    Text.of(
                            "déclaré au CNDA avant la validation du PMT",
                            "declared to the CNDA before the PMT's validation"),
                    PROXY_TIERS,
                    new Edit("validatedOn: D-33", "validatedOn: D-30")),
            fails(
                    "PMT-02",
                    Text.of("les trois mois du PMT sont passés", "the PMT's three months are over"),
                    PROXY_TIERS,
                    new Edit("validatedOn: D-33", "validatedOn: D-100")),
            warns(
                    "PMT-02",
                    Text.of("les trois mois du PMT finissent bientôt", "the PMT's three months are soon over"),
                    PROXY_TIERS,
                    new Edit("validatedOn: D-33", "validatedOn: D-80")),
            warns(
                    "PMT-03",
                    Text.of(
                            "une première authentification sans environnement configuré",
                            "a first authentication without a configured environment"),
                    PROXY_TIERS,
                    new Edit("configuredOn: D-28, ", "")),
            warns(
                    "PMT-03",
                    Text.of("une première authentification dans le futur", "a first authentication in the future"),
                    PROXY_TIERS,
                    new Edit("firstAuthenticationOn: D-27", "firstAuthenticationOn: D+3")),
            warns(
                    "PMT-04",
                    Text.of("l'accrochage est passé par la MSSanté", "the accrochage went through MSSanté"),
                    PROXY_TIERS,
                    new Edit("firstApi: INSi", "firstApi: MSSanté")),
            warns(
                    "PMT-05",
                    Text.of(
                            "un numéro de test avant toute authentification",
                            "a test number before any authentication"),
                    PROXY_TIERS,
                    new Edit("firstAuthenticationOn: D-27, firstApi: INSi", "testNumber: SIMULE-TEST-0001")));

    private static final List<DeclaredFault> OF_ENVIRONMENTS = List.of(
            fails(
                    "ENV-01",
                    Text.of(
                            "un client_id de production dans un environnement de test",
                            "a client_id of production in a test environment"),
                    PROXY_TIERS,
                    new Edit("clientId: alpha-edc-bas", "clientId: alpha-production")),
            fails(
                    "ENV-02",
                    Text.of("des valeurs simulées en production", "simulated values in production"),
                    PROXY_TIERS,
                    new Edit("environment: test  ", "environment: production  "),
                    new Edit("clientId: alpha-edc-bas", "clientId: alpha-edc")));

    static final List<DeclaredFault> ALL =
            Stream.of(OF_THE_WAY, OF_ENVIRONMENTS).flatMap(List::stream).toList();

    private PmtFaults() {}
}
