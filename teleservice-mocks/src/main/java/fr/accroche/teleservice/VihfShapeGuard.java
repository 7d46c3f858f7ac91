package fr.accroche.teleservice;

import fr.accroche.messages.BusinessRequest;
import fr.accroche.messages.ParsedAssertion;

/**
 * The DMP's: a VIHF has its attributes, each in its form, and names the request's patient (LPS-08, docs/sources.md, DMP and
 * INSi samples). What those leave open is not looked at: the order, the authentication context, the codes themselves.
 *
 * @param patients the guard of the patient
 * @param faults the DMP's
 */
record VihfShapeGuard(VihfPatientGuard patients, Faults faults) implements ShapeGuard {

    @Override
    public void check(Call call, BusinessRequest request, ParsedAssertion vihf) {
        ShapeRefusals refusals = new ShapeRefusals(call, faults, request.messageId());
        VihfTextGuard.check(vihf, refusals);
        VihfCodeGuard.check(vihf, refusals);
        patients.check(request, vihf, refusals);
    }
}
