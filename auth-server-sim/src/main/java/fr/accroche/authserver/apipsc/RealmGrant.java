package fr.accroche.authserver.apipsc;

import fr.accroche.authserver.Call;
import fr.accroche.authserver.Reply;
import fr.accroche.wire.TraceParent;
import java.util.Optional;

/** One {@code grant_type} of a realm's token endpoint. */
interface RealmGrant {

    /** Its name on the wire. */
    String type();

    /**
     * Answers a call, and says all that is wrong with it.
     *
     * @param clientId the client that is claimed; it proved itself if the call is sound so far
     * @throws UpstreamFailure if a server that must be asked is of no help
     */
    Reply answer(Call call, Optional<String> clientId, TraceParent trace) throws UpstreamFailure;
}
