package fr.accroche.scenarios.suite;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.ProxyEsante;
import fr.accroche.scenarios.SimulatedLps;
import fr.accroche.scenarios.chain.Chain;
import fr.accroche.scenarios.chain.ChainPlan;
import fr.accroche.scenarios.chain.Participant;
import fr.accroche.wire.admin.FaultBook;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the cases are played on.
 *
 * @param chain the simulators around the proxy, and where the proxy is
 * @param plan how the chain was built
 * @param around what it runs in
 * @param operations whose sessions are played, all through one proxy
 * @param patience how long a téléservice stalls at most
 * @param ours whether the proxy goes by the chain's clock
 */
record Stand(
        Chain chain,
        ChainPlan plan,
        Chain.Surround around,
        List<Operation> operations,
        Duration patience,
        boolean ours) {

    Declaration declaration() {
        return plan.declared();
    }

    ProxyEsante.Mode mode() {
        return declaration().proxy(operations.get(0)).mode();
    }

    /** The faults on demand of a simulator; empty where the vendor plays it. */
    Optional<FaultBook> faults(Participant participant) {
        try {
            return Optional.of(chain.faults(participant));
        } catch (IllegalArgumentException notSimulated) {
            return Optional.empty();
        }
    }

    Caller caller(Operation operation) {
        return new Caller(
                chain.uri(Participant.PROXY),
                SimulatedLps.profile(chain, plan, operation),
                chain.lps().connection(operation),
                around.random());
    }
}
