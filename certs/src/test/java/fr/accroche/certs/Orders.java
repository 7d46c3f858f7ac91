package fr.accroche.certs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Orders as a vendor would place them; nothing here makes a key. */
final class Orders {
    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private Orders() {}

    static Order authCli() {
        return new Order(
                Profile.ORG_AUTH_CLI,
                Branch.TEST,
                "Paris (75)",
                "AGENCE DES SYSTEMES D'INFORMATION PARTAGES DE SANTE",
                "300000000020002",
                "alpha-edc-bas",
                List.of(),
                NOW.minus(Duration.ofDays(1)),
                NOW.plus(Duration.ofDays(3 * 365)));
    }
}
