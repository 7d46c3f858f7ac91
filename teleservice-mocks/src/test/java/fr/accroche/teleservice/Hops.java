package fr.accroche.teleservice;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.exchange.Hop;
import java.util.List;

/** What tests ask of a hop. */
final class Hops {

    private Hops() {}

    /** The rules broken, in the order of the breaches. */
    static List<String> rules(Hop hop) {
        return hop.breaches().stream().map(breach -> breach.rule().value()).toList();
    }

    /** Checks that a call was refused with this wire error, and for these rules alone. */
    static void assertRefused(Hop hop, int status, String terse, String... rules) {
        assertThat(hop.status()).isEqualTo(status);
        assertThat(hop.answer()).contains(terse);
        assertThat(rules(hop)).containsExactly(rules);
    }

    static void assertServed(Hop hop) {
        assertThat(rules(hop)).isEmpty();
        assertThat(hop.answer()).isEmpty();
        assertThat(hop.status()).isEqualTo(200);
    }
}
