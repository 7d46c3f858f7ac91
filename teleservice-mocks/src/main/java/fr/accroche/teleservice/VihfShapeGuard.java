package fr.accroche.teleservice;

import fr.accroche.compliance.declaration.DmpChoices;
import fr.accroche.messages.BusinessRequest;
import fr.accroche.messages.ParsedAssertion;

/**
 * The DMP's: a VIHF has its attributes, each in its form, and names the request's patient (LPS-08, docs/sources.md, DMP and
 * INSi samples). What those leave open is as the settings have it; that a code is one of its nomenclature is not looked at.
 *
 * @param patients the guard of the patient
 * @param choices what is taken where public documents are silent
 * @param faults the DMP's
 */
record VihfShapeGuard(VihfPatientGuard patients, DmpChoices choices, Faults faults) implements ShapeGuard {

    @Override
    public void check(Call call, BusinessRequest request, ParsedAssertion vihf) {
        ShapeRefusals refusals = new ShapeRefusals(call, faults, request.messageId());
        new VihfTextGuard(choices.versions()).check(vihf, refusals);
        new VihfCodeGuard(choices.purposes()).check(vihf, refusals);
        new VihfChoiceGuard(choices).check(vihf, refusals);
        patients.check(request, vihf, refusals);
    }
}
