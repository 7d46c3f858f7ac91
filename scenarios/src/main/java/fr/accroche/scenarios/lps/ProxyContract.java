package fr.accroche.scenarios.lps;

import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Response;
import java.util.Optional;
import java.util.function.IntPredicate;

/** How a proxy is spoken to by its LPS: the requests of a session, and where its answers say it. */
public sealed interface ProxyContract permits AnsContract, TemplateContract {

    /**
     * What a session is opened with.
     *
     * @param nationalId the professional's number
     * @param clientId whose LPS
     * @param bindingMessage two digits that the professional compares
     * @param channel {@code CARD} or {@code MOBILE}
     */
    record Login(String nationalId, String clientId, String bindingMessage, String channel) {}

    /**
     * A session that the proxy opened.
     *
     * @param id as it comes back to the proxy
     * @param sessionState PSC's session_state, where the proxy said it
     */
    record Session(String id, Optional<String> sessionState) {

        /** An id is as good as a token. */
        @Override
        public String toString() {
            return "Session[" + sessionState.orElse("") + "]";
        }
    }

    /**
     * A request for a téléservice.
     *
     * @param service which
     * @param path behind a proxy of the ANS contract, which names the téléservice and its door
     * @param query what the LPS adds to the address, with its question mark; empty for nothing
     * @param contentType of the body
     * @param body as the LPS wrote it
     */
    record Message(Teleservice service, String path, String query, String contentType, byte[] body) {}

    /**
     * A call of the proxy.
     *
     * @param name method and path as the contract writes it, for the journal: what is filled in may be a session
     * @param request what is sent
     * @param right whether a status is right
     * @param expected for the journal, in ASCII: the statuses that are
     */
    record Call(String name, ClientRequest request, IntPredicate right, String expected) {

        /** For the journal: what was expected instead of a status; empty where that is right. */
        Optional<String> complaint(int status) {
            return right.test(status) ? Optional.empty() : Optional.of("expected " + expected);
        }
    }

    Call connect(Login login);

    /** The session that an answer opens; empty where it says none, {@link #unsaid} tells what is missing. */
    Optional<Session> session(Response answer);

    /** For the journal, in ASCII: where the session was looked for. */
    String unsaid();

    /** The call that carries a message; empty where this proxy does not lead to its téléservice. */
    Optional<Call> send(Session session, Message message);

    /** Empty where nothing closes a session. */
    Optional<Call> disconnect(Session session);
}
