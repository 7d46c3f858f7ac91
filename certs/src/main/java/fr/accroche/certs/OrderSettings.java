package fr.accroche.certs;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What an order leaves to whoever places it.
 *
 * @param keyBits of the RSA key
 * @param days of validity
 */
public record OrderSettings(int keyBits, int days) {

    private static final int LARGEST_KEY = 8192;

    /** As the real certificates have them (docs/sources.md, IGC-Santé samples): 2048 bits, three years. */
    public static final OrderSettings REAL = new OrderSettings(2048, 3 * 365);

    /** Refuses what cannot be ordered. */
    public OrderSettings checked() {
        List<Wording> problems = problems();
        if (!problems.isEmpty()) {
            throw OrderException.wrong(problems);
        }
        return this;
    }

    List<Wording> problems() {
        List<Wording> problems = new ArrayList<>();
        if (days < 1) {
            problems.add(Wording.of("%s jours de validité ; un au moins", "%s days of validity; at least one", days));
        }
        if (keyBits < Strength.RSA_BITS || keyBits > LARGEST_KEY) {
            problems.add(Wording.of(
                    "clé RSA de %s bits ; de %s à %s",
                    "an RSA key of %s bits; from %s to %s", keyBits, Strength.RSA_BITS, LARGEST_KEY));
        }
        return problems;
    }

    /** The end of a validity that starts then. */
    public Instant until(Instant start) {
        return start.plus(Duration.ofDays(days));
    }
}
