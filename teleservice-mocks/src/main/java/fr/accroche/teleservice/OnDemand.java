package fr.accroche.teleservice;

import fr.accroche.wire.Problem;
import fr.accroche.wire.Response;
import fr.accroche.wire.evidence.FaultGate;
import java.util.function.Supplier;

/**
 * What a téléservice answers to a fault on demand: a status as its gateway would give it, or its own refusal.
 *
 * @param refused its own refusal
 */
record OnDemand(Supplier<Response> refused) implements FaultGate.Errors {

    @Override
    public Response status(int code) {
        return new Problem(code, "Fault on demand").response();
    }

    @Override
    public Response refusal() {
        return refused.get();
    }
}
