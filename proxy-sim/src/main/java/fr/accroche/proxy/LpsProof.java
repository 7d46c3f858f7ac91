package fr.accroche.proxy;

import fr.accroche.certs.SubjectName;
import java.util.Objects;

/** What an LPS proves to the proxy that it is the one of a client_id with. */
public sealed interface LpsProof {

    /**
     * HTTP Basic (RFC 7617), its client_id as user.
     *
     * @param secret the password; never printed
     */
    record Secret(String secret) implements LpsProof {
        public Secret {
            Objects.requireNonNull(secret, "secret");
        }

        @Override
        public String toString() {
            return "Secret[masked]";
        }
    }

    /**
     * A client certificate, of which the listener's judge finds nothing wrong.
     *
     * @param subject the whole subject that it must have, compared by structure
     */
    record Certificate(SubjectName subject) implements LpsProof {
        public Certificate {
            Objects.requireNonNull(subject, "subject");
        }
    }
}
