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

    static final int LARGEST_KEY = 8192;
    static final int MOST_DAYS = 36_500;

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
