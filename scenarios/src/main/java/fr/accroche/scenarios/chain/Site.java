package fr.accroche.scenarios.chain;

import fr.accroche.compliance.declaration.Operation;
import fr.accroche.wire.WireRuntime;
import fr.accroche.wire.admin.FaultBook;
import java.net.URI;

/**
 * Where the links of a chain are put together. Each link is either started here or somewhere else; it gives the others its
 * addresses, whoever plays it.
 *
 * @param plan what is declared, and what is broken on purpose
 * @param operation the one that the plan's certificate and defects are about
 * @param around what the chain is started in
 * @param certificates what its servers show
 * @param tls how they listen, and whom they believe
 * @param runtime their threads
 * @param started what is closed with the chain
 * @param listening where each link is
 */
record Site(
        ChainPlan plan,
        Operation operation,
        Chain.Surround around,
        Certificates certificates,
        ChainTls tls,
        WireRuntime runtime,
        StartedParts started,
        Listening listening) {

    <C extends AutoCloseable> C closing(C part) {
        return started.closing(part);
    }

    /** Opens a server's port, where this is the process that plays it. */
    void starting(Participant participant, Runnable start) {
        if (around.ports().here().contains(participant)) {
            start.run();
        }
    }

    /** Its faults are known here wherever it is played: who begins anew forgets those of all. */
    void listens(Participant participant, URI uri, FaultBook faults) {
        listening.add(participant, uri, faults);
    }
}
