package fr.accroche.wire;

import java.util.Objects;

/** What becomes of a request whose head alone is known. */
public sealed interface Decision {

    /**
     * It is answered here; its body goes nowhere.
     *
     * @param response the answer
     */
    record Answered(Response response) implements Decision {
        public Answered {
            Objects.requireNonNull(response, "response");
        }
    }

    /**
     * Its body goes to another server, and that one's answer comes back: piece by piece, none of them kept longer than the
     * slower of the two sides takes to make room for it.
     *
     * @param client over whose connections
     * @param head where to, and with which header fields; has no body of its own, since the caller's takes that place
     * @param observer is told, and chooses the header fields that go back
     */
    record Relayed(WireClient client, ClientRequest head, RelayObserver observer) implements Decision {
        public Relayed {
            Objects.requireNonNull(client, "client");
            Objects.requireNonNull(head, "head");
            Objects.requireNonNull(observer, "observer");
            if (head.body().length > 0) {
                throw new IllegalArgumentException("a relayed request has its caller's body, not one of its own");
            }
        }
    }
}
