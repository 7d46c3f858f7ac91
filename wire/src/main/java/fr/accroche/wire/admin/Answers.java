package fr.accroche.wire.admin;

import fr.accroche.wire.Response;
import fr.accroche.wire.json.JsonObject;

/** What the doors answer when all is well; one line, for a terminal. */
public final class Answers {

    private Answers() {}

    /** Never kept by caches. */
    public static Response json(int status, JsonObject body) {
        return Response.of(status, "application/json", body.compact() + "\n").with("Cache-Control", "no-store");
    }
}
