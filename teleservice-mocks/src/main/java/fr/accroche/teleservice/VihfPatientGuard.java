package fr.accroche.teleservice;

import fr.accroche.compliance.declaration.Environment;
import fr.accroche.compliance.declaration.FaultCause;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.text.Text;
import fr.accroche.messages.BusinessRequest;
import fr.accroche.messages.Ins;
import fr.accroche.messages.ParsedAssertion;
import fr.accroche.messages.SamlNames;
import java.util.List;
import java.util.Optional;

/**
 * Wants the VIHF to name the body's patient, by an INS of the environment with a right key. A request about nobody in
 * particular names nobody.
 *
 * @param environment whose INS
 */
record VihfPatientGuard(Environment environment) {

    private static final String WHERE = ShapeRefusals.where(SamlNames.RESOURCE_ID);

    void check(BusinessRequest request, ParsedAssertion vihf, ShapeRefusals refusals) {
        String seen = String.join(" | ", vihf.texts(SamlNames.RESOURCE_ID));
        refusals.call().notes().note(Fact.VIHF_PATIENT, seen, WHERE);
        Optional<Ins> named = vihf.patient();
        if (!seen.isEmpty()) {
            checkIns(seen, named, refusals);
        }
        request.patient()
                .filter(Ins.class::isInstance)
                .map(Ins.class::cast)
                .ifPresent(asked -> checkSame(seen, asked, refusals));
    }

    private void checkIns(String seen, Optional<Ins> named, ShapeRefusals refusals) {
        List<String> oids = oids(environment);
        if (named.map(Ins::oid).filter(oids::contains).isEmpty()) {
            Observed expected = new Observed("INS^^^&" + String.join(" | ", oids) + "&ISO^NH", "environment");
            refusals.attribute(SamlNames.RESOURCE_ID, expected, Fact.VIHF_PATIENT.redact(seen));
        }
        named.ifPresent(ins -> checkKey(ins, refusals));
    }

    private static void checkKey(Ins ins, ShapeRefusals refusals) {
        boolean right = ins.keyIsRight();
        refusals.call().note(Fact.VIHF_PATIENT_KEY, right ? "right" : "wrong", WHERE);
        if (!right) {
            refusals.refuse(
                    FaultCause.VIHF_SHAPE,
                    Text.of(
                            "la clé de l'INS du VIHF est fausse : 97 − n mod 97, sur deux chiffres, avec 2A = 19 et 2B = 18",
                            "the key of the VIHF's INS is wrong: 97 − n mod 97, on two digits, with 2A = 19 and 2B = 18"),
                    "La clé de l'INS du VIHF est fausse.",
                    new Observed("right", "INS: 97 − n mod 97"),
                    new Observed("wrong", WHERE));
        }
    }

    private static void checkSame(String seen, Ins asked, ShapeRefusals refusals) {
        String body = Fact.BODY_PATIENT.redact(asked.hl7());
        refusals.call().notes().note(Fact.BODY_PATIENT, asked.hl7(), "SOAP/Body");
        if (!seen.equals(asked.hl7())) {
            refusals.refuse(
                    FaultCause.PATIENT_DIFFERS,
                    Text.of(
                            "le VIHF ne nomme pas le patient de la requête. Mettez dans resource-id l'INS que la requête donne",
                            "the VIHF does not name the request's patient. Put in resource-id the INS that the request gives"),
                    "Le patient du VIHF n'est pas celui de la requête.",
                    new Observed(body, "SOAP/Body"),
                    new Observed(seen.isEmpty() ? "—" : Fact.VIHF_PATIENT.redact(seen), WHERE));
        }
    }

    /** Test environments of the DMP want the test OID everywhere; INSi gives another there (docs/sources.md, DMP and INSi samples). */
    private static List<String> oids(Environment environment) {
        return switch (environment) {
            case TEST -> List.of(Ins.NIR_TEST);
            case PRODUCTION -> List.of(Ins.NIR, Ins.NIA);
        };
    }
}
