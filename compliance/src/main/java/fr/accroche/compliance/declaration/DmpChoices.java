package fr.accroche.compliance.declaration;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which transactions of the DMP each mode of a VIHF opens. The matrices are public in extracts only, none of them is of an API
 * PSC, and the DMP alone applies them; so the table can be changed, mode by mode (docs/settings.md).
 *
 * @param rights the transactions by mode; a mode without a line opens none
 */
public record DmpChoices(Map<Mode, Set<Transaction>> rights) {

    /** The extracts that are public, see docs/settings.md. */
    public static final DmpChoices DEFAULT = new DmpChoices(Map.of(
            Mode.DIRECTE,
            EnumSet.allOf(Transaction.class),
            Mode.INDIRECTE,
            EnumSet.of(Transaction.TD0_2, Transaction.TD2_1, Transaction.TD3_1),
            Mode.INDIRECTE_RENFORCEE,
            EnumSet.of(Transaction.TD0_2, Transaction.TD3_1, Transaction.TD3_2),
            Mode.DELEGUEE,
            EnumSet.allOf(Transaction.class)));

    /** Authentification_mode, under its name on the wire. */
    public enum Mode {
        DIRECTE,
        INDIRECTE,
        INDIRECTE_RENFORCEE,
        DELEGUEE;

        /** Empty for a mode that nobody knows. */
        public static Optional<Mode> named(String name) {
            return Stream.of(values()).filter(mode -> mode.name().equals(name)).findFirst();
        }
    }

    /** The transactions that are simulated. */
    public enum Transaction {
        /** Test of existence. */
        TD0_2,
        /** Deposit of documents. */
        TD2_1,
        /** Search of documents. */
        TD3_1,
        /** Reading of documents. */
        TD3_2;

        /** As the DMP's documents name it: {@code TD0.2}. */
        public String label() {
            return name().replace('_', '.');
        }
    }

    public DmpChoices {
        Map<Mode, Set<Transaction>> copy = new EnumMap<>(Mode.class);
        rights.forEach((mode, transactions) -> copy.put(mode, Set.copyOf(transactions)));
        rights = Collections.unmodifiableMap(copy);
    }

    /** The same with other rights for some modes. */
    public DmpChoices with(Map<Mode, Set<Transaction>> lines) {
        Map<Mode, Set<Transaction>> more = new EnumMap<>(Mode.class);
        more.putAll(rights);
        more.putAll(lines);
        return new DmpChoices(more);
    }

    /** Whether a mode opens a transaction. */
    public boolean opens(Optional<Mode> mode, Transaction transaction) {
        return mode.map(known -> rights.getOrDefault(known, Set.of()).contains(transaction))
                .orElse(false);
    }
}
