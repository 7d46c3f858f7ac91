package fr.accroche.compliance.declaration;

import fr.accroche.compliance.declaration.AssertionChoices.Signature;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the DMP asks of a VIHF, and which transactions each mode opens: the matrices are public in extracts only, none of them
 * is of an API PSC, and the DMP alone applies them. Each has a default and its reason in docs/settings.md.
 *
 * @param base where its services are, with a slash at each end
 * @param rights the transactions by mode; a mode without a line opens none
 * @param mode the mode that the simulated LPS, and a métier proxy, write
 * @param signature of the VIHF
 * @param signedBy whose certificate signs it
 * @param signerUsage what is done of a signer that is no ORG SIGN; of AIR it is reported at most
 * @param versions of VIHF that are taken
 * @param authnContexts the values of AuthnContextClassRef that are taken; none for any
 * @param purposes the codes of purposeofuse that are taken
 * @param lpsId what is done of a VIHF without LPS_ID
 * @param structure what is done of an Identifiant_Structure that is not the client certificate's
 * @param faults the codes of faults, by cause, where another is wanted than the simulator's own
 */
public record DmpChoices(
        String base,
        Map<Mode, Set<Transaction>> rights,
        Mode mode,
        Signature signature,
        SignedBy signedBy,
        Leniency signerUsage,
        Set<String> versions,
        Set<String> authnContexts,
        Set<String> purposes,
        Leniency lpsId,
        Leniency structure,
        Map<FaultCause, String> faults) {

    private static final Map<Mode, Set<Transaction>> PUBLIC_RIGHTS = Map.of(
            Mode.DIRECTE,
            EnumSet.allOf(Transaction.class),
            Mode.INDIRECTE,
            EnumSet.of(Transaction.TD0_2, Transaction.TD2_1, Transaction.TD3_1),
            Mode.INDIRECTE_RENFORCEE,
            EnumSet.of(Transaction.TD0_2, Transaction.TD3_1, Transaction.TD3_2),
            Mode.DELEGUEE,
            EnumSet.allOf(Transaction.class));

    /** The rights are the extracts that are public, see docs/settings.md. */
    public static final DmpChoices DEFAULT = new DmpChoices(
            "/si-dmp-server/v2/services/",
            PUBLIC_RIGHTS,
            Mode.INDIRECTE,
            Signature.REQUIRED,
            SignedBy.ANY,
            Leniency.REFUSE,
            Set.of("3.0", "4.0"),
            Set.of(),
            Set.of("normal", "bris_de_glace", "centre15"),
            Leniency.ACCEPT,
            Leniency.ACCEPT,
            Map.of());

    /** Whose certificate signs a VIHF. */
    public enum SignedBy {
        /** Any ORG SIGN of the environment. */
        ANY,
        /** One of the structure that operates the LPS. */
        LPS_OPERATOR,
        /** One of the structure that operates the proxy. */
        PROXY_OPERATOR
    }

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
        /** An authorization is added or removed. */
        TD0_3,
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
        rights.forEach((opened, transactions) -> copy.put(opened, Set.copyOf(transactions)));
        rights = Collections.unmodifiableMap(copy);
        Objects.requireNonNull(base, "base");
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(signature, "signature");
        Objects.requireNonNull(signedBy, "signedBy");
        Objects.requireNonNull(signerUsage, "signerUsage");
        versions = Set.copyOf(versions);
        authnContexts = Set.copyOf(authnContexts);
        purposes = Set.copyOf(purposes);
        Objects.requireNonNull(lpsId, "lpsId");
        Objects.requireNonNull(structure, "structure");
        faults = Map.copyOf(faults);
    }

    /** The same with other rights for some modes. */
    public DmpChoices with(Map<Mode, Set<Transaction>> lines) {
        Map<Mode, Set<Transaction>> more = new EnumMap<>(Mode.class);
        more.putAll(rights);
        more.putAll(lines);
        return new DmpChoices(
                base,
                more,
                mode,
                signature,
                signedBy,
                signerUsage,
                versions,
                authnContexts,
                purposes,
                lpsId,
                structure,
                faults);
    }

    /** Whether a mode opens a transaction. */
    public boolean opens(Optional<Mode> shown, Transaction transaction) {
        return shown.map(known -> rights.getOrDefault(known, Set.of()).contains(transaction))
                .orElse(false);
    }
}
