package fr.accroche.wire;

import fr.accroche.certs.CertificateJudge;
import java.util.Objects;

/**
 * What a listener does about client certificates.
 *
 * <p>No mode names authorities in its request: told of some, a Java client sends nothing at all when its certificate is of
 * another one, and the fault that is then seen, no certificate, is not the fault that was made.
 */
public sealed interface ClientAuthentication {

    /** Asks for none. */
    record None() implements ClientAuthentication {}

    /**
     * Asks for one and refuses a wrong one in the handshake with a TLS alert, as the real servers do.
     *
     * @param judge what a right one is; called in the handshake, on a worker
     * @param required whether a client without any is refused too
     */
    record Strict(CertificateJudge judge, boolean required) implements ClientAuthentication {
        public Strict {
            Objects.requireNonNull(judge, "judge");
        }
    }

    /**
     * Asks for one and lets the handshake end whatever it is; the judgement reaches the handler in {@link Peer}, which
     * refuses over HTTP with the reason.
     *
     * <p>This disables no verification: it defers it. The chain is judged once for each connection, in full, before the
     * first request of the connection reaches the handler; what moves is who refuses, because a TLS alert can name one
     * cause in two words and many a client hides even those. That the client holds the key of its certificate is proved
     * in the handshake all the same, and the handshake fails if it does not.
     *
     * @param judge what a right one is
     */
    record Pedagogic(CertificateJudge judge) implements ClientAuthentication {
        public Pedagogic {
            Objects.requireNonNull(judge, "judge");
        }
    }
}
