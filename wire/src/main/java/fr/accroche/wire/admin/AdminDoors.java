package fr.accroche.wire.admin;

import fr.accroche.wire.Request;
import fr.accroche.wire.Response;
import fr.accroche.wire.Routes;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.state.State;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The doors that every simulator has for whoever tests; {@code docs/admin-api.yaml} describes them. What changes anything is for
 * programs and the server's own pages only, see {@link SameOrigin}.
 *
 * @param clock the chain's
 * @param faults this server's
 * @param held what it keeps, by the name that counts are given under; names and counts are public, contents are not
 * @param state where it keeps it: the server is ready while that can be reached
 */
public record AdminDoors(MovableClock clock, FaultBook faults, Map<String, Held> held, State state) {

    static final String PREFIX = "/__accroche";
    public static final String CLOCK = PREFIX + "/clock";
    public static final String FAULTS = PREFIX + "/faults";

    public AdminDoors {
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(faults, "faults");
        held = Map.copyOf(held);
        Objects.requireNonNull(state, "state");
    }

    /** These routes, and the doors. */
    public Routes beside(Routes routes) {
        ClockDesk clockDesk = new ClockDesk(clock);
        FaultDesk faultDesk = new FaultDesk(faults);
        return routes.plus("GET", CLOCK, clockDesk::show)
                .plus("POST", CLOCK, SameOrigin.only(clockDesk::change))
                .plus("GET", FAULTS, faultDesk::show)
                .plus("POST", FAULTS, SameOrigin.only(faultDesk::add))
                .plus("DELETE", FAULTS, SameOrigin.only(faultDesk::remove))
                .plus("GET", PREFIX + "/state", this::counts)
                .plus("POST", PREFIX + "/reset", SameOrigin.only(this::reset))
                .plus("GET", "/health/live", AdminDoors::up)
                .plus("GET", "/health/ready", this::ready);
    }

    /** The process answers; whether it can be of use says {@link #ready}. */
    private static Response up(Request request) {
        return Answers.json(200, JsonObject.EMPTY.with("status", "UP"));
    }

    /** 503 where its state cannot be reached, with the cause, as every call is answered then. */
    private Response ready(Request request) {
        state.require();
        return up(request);
    }

    private Response counts(Request request) {
        JsonObject counts = JsonObject.EMPTY;
        for (Map.Entry<String, Held> each : new TreeMap<>(held).entrySet()) {
            counts = counts.with(each.getKey(), each.getValue().size());
        }
        return Answers.json(200, counts.with("faults", faults.waiting()));
    }

    /** All that this server keeps, its faults, and the clock that it shares with the others; for every copy of it. */
    private Response reset(Request request) {
        held.values().forEach(Held::clear);
        faults.clear();
        clock.reset();
        return Response.of(204);
    }
}
