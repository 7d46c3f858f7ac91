package fr.accroche.wire;

/** How a connection goes on with a request that a worker has looked at. */
sealed interface Course {

    /** It is answered. */
    record Reply(Outgoing frame) implements Course {}

    /** It is relayed, over this connection. */
    record Pipe(Decision.Relayed order, LeasedConnection lease) implements Course {

        /** The caller left meanwhile. */
        void abandon() {
            lease.end(true);
            order.observer().ended(new RelayEnd.CallerFailed(0, "the caller left"));
        }
    }
}
