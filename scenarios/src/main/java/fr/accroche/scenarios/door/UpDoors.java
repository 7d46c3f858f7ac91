package fr.accroche.scenarios.door;

import fr.accroche.compliance.text.Language;
import fr.accroche.scenarios.RunningChain;
import fr.accroche.scenarios.report.JsonReport;
import fr.accroche.wire.Handler;
import fr.accroche.wire.Problem;
import fr.accroche.wire.Request;
import fr.accroche.wire.Response;
import fr.accroche.wire.Routes;
import fr.accroche.wire.admin.Answers;
import fr.accroche.wire.admin.SameOrigin;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The doors of a chain that stays up, for programs: the verdict so far, where everything is, certificates, sessions. A vendor's
 * test in another process, or outside the container, does by them what one in this JVM does by {@link RunningChain}. {@code
 * docs/admin-api.yaml} describes them.
 */
public final class UpDoors {

    private static final String PREFIX = "/__accroche/";

    /** GET judges what was seen so far; DELETE begins anew. */
    public static final String VERDICT = PREFIX + "verdict";

    /** GET tells where each link is, and what a proxy is configured with. */
    public static final String ADDRESSES = PREFIX + "addresses";

    /** POST orders a certificate that the chain trusts, with its key. */
    public static final String CERTIFICATES = PREFIX + "certificates";

    /** POST plays a whole session of the simulated LPS, and answers once it is over. */
    public static final String SESSIONS = PREFIX + "sessions";

    private static final Problem NOT_YET = new Problem(503, "the chain is still starting: ask again");

    private final Language language;
    private final SessionDoor sessions = new SessionDoor();
    private final AtomicReference<RunningChain> open = new AtomicReference<>();

    /** @param language of the verdict's texts */
    public UpDoors(Language language) {
        this.language = language;
    }

    /** Answers about one chain. */
    interface Desk {
        Response answer(RunningChain chain, Request request) throws Exception;
    }

    /** The doors; shut until the chain that they are about has started. */
    public Routes routes() {
        return Routes.none()
                .plus("GET", VERDICT, about((chain, request) -> verdict(chain)))
                .plus("DELETE", VERDICT, SameOrigin.only(about((chain, request) -> forget(chain))))
                .plus("GET", ADDRESSES, about((chain, request) -> AddressDoor.show(chain)))
                .plus("POST", CERTIFICATES, SameOrigin.only(about(CertificateDoor::deliver)))
                .plus("POST", SESSIONS, SameOrigin.only(about(sessions::run)));
    }

    /** From now on they are about this chain. */
    public void open(RunningChain chain) {
        open.set(chain);
    }

    private Handler about(Desk desk) {
        return request -> {
            RunningChain chain = open.get();
            return chain == null ? NOT_YET.response() : desk.answer(chain, request);
        };
    }

    private Response verdict(RunningChain chain) {
        return Answers.json(200, JsonReport.json(chain.judged(), language));
    }

    private static Response forget(RunningChain chain) {
        chain.forget();
        return Response.of(204);
    }
}
