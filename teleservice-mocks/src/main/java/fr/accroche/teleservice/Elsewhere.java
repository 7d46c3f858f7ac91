package fr.accroche.teleservice;

import fr.accroche.wire.Problem;
import fr.accroche.wire.Response;

/** Calls that are to none of the server's endpoints; they make hops too. */
final class Elsewhere {

    private Elsewhere() {}

    static Response notFound(Call call) {
        return refuse(
                call, new WireError("not_found", new Problem(404, "no such path on this téléservice").response()));
    }

    static Response notAllowed(Call call) {
        Response response = new Problem(405, "this path takes POST").response().with("Allow", "POST");
        return refuse(call, new WireError("method_not_allowed", response));
    }

    private static Response refuse(Call call, WireError error) {
        CertificateGuard.check(call);
        call.refuse(Refusal.ours(Level.BUSINESS, error));
        return call.answer(error::response);
    }
}
