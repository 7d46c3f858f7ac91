package fr.accroche.compliance.rule;

import fr.accroche.compliance.exchange.Stage;
import java.util.Set;

/** When in the life of a solution a rule is judged. */
public enum Phase {
    DECLARE,
    PKI,
    HANDSHAKE,
    CONNECT(Stage.PSC_CIBA, Stage.PSC_AUTHORIZATION, Stage.PSC_TOKEN),
    EXCHANGE(Stage.EXCHANGE),
    CREDENTIAL(Stage.CREDENTIAL),
    BUSINESS(Stage.BUSINESS),
    OPERATE;

    private final Set<Stage> seenAt;

    Phase(Stage... seenAt) {
        this.seenAt = Set.of(seenAt);
    }

    /** The steps at which a rule of this phase finds what it judges; empty where that may be any. */
    Set<Stage> seenAt() {
        return seenAt;
    }
}
