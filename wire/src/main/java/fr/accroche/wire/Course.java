package fr.accroche.wire;

import io.netty.handler.codec.http.HttpRequest;

/** How a connection goes on with a request that a worker has looked at. */
sealed interface Course {

    /** It is answered. */
    record Reply(Outgoing frame) implements Course {}

    /**
     * It is relayed.
     *
     * @param order what was decided
     * @param head the request as it goes out
     * @param lease over which connection
     */
    record Pipe(Decision.Relayed order, HttpRequest head, LeasedConnection lease) implements Course {

        /** The caller left meanwhile. */
        void abandon() {
            lease.end(true);
            order.observer().ended(new RelayEnd.CallerFailed(0, "the caller left"));
        }
    }
}
