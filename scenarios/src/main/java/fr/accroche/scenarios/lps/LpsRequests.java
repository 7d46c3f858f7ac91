package fr.accroche.scenarios.lps;

import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.messages.Activity;
import fr.accroche.messages.CodedValue;
import fr.accroche.messages.Ins;
import fr.accroche.messages.Person;
import fr.accroche.messages.Traits;
import fr.accroche.proxy.metier.BusinessOperation;
import fr.accroche.teleservice.FictivePatient;
import fr.accroche.wire.json.JsonArray;
import fr.accroche.wire.json.JsonObject;

/** Writes the JSON requests of a simulated LPS to a métier proxy, which builds the messages. */
final class LpsRequests {

    private static final FictivePatient PATIENT = FictivePatient.ALL.get(0);

    private final LpsProfile profile;
    private final LpsMessages facts;

    /** @param facts who asks about whom, wrong in the way that the profile says */
    LpsRequests(LpsProfile profile, LpsMessages facts) {
        this.profile = profile;
        this.facts = facts;
    }

    /** What is asked of a téléservice. */
    static BusinessOperation operation(Teleservice service) {
        return switch (service) {
            case DMP -> BusinessOperation.EXISTENCE_TEST;
            case INSI -> BusinessOperation.INS_SEARCH;
            case ON -> BusinessOperation.CONSULTATION;
            case MSSANTE -> throw new IllegalArgumentException("MSSanté is not simulated");
            case CONFORMITE -> throw new IllegalArgumentException("nothing is built for the conformity API");
        };
    }

    /** The request of an operation. */
    JsonObject request(BusinessOperation operation) {
        return switch (operation) {
            case EXISTENCE_TEST ->
                JsonObject.EMPTY.with("professional", forDmp()).with("patient", json(facts.patient()));
            case INS_SEARCH -> JsonObject.EMPTY.with("professional", forTlsi()).with("traits", json(PATIENT.traits()));
            case CONSULTATION ->
                JsonObject.EMPTY
                        .with("professional", forTlsi())
                        .with("patient", json(PATIENT.forInsi()))
                        .with("prescription", PATIENT.prescription().orElseThrow());
        };
    }

    private JsonObject forDmp() {
        Person person = facts.person();
        Activity activity = profile.person().practised();
        return JsonObject.EMPTY
                .with("nationalId", person.nameId())
                .with("displayName", person.displayName())
                .with("structure", activity.structure())
                .with("sector", activity.sector())
                .with("roles", person.roles().stream().map(LpsRequests::json).toList());
    }

    private JsonObject forTlsi() {
        Activity activity = profile.person().practised();
        return JsonObject.EMPTY
                .with("nationalId", facts.person().nameId())
                .with("billingId", activity.billing())
                .with("sector", activity.sector())
                .with("amoSpeciality", activity.amoSpeciality().orElse(null))
                .with("gipProfessionCode", activity.gipProfessionCode().orElse(null));
    }

    private static JsonObject json(CodedValue role) {
        return JsonObject.EMPTY
                .with("code", role.code())
                .with("codeSystem", role.codeSystem())
                .with("displayName", role.displayName());
    }

    private static JsonObject json(Ins patient) {
        return JsonObject.EMPTY.with("ins", patient.value()).with("oid", patient.oid());
    }

    private static JsonObject json(Traits traits) {
        return JsonObject.EMPTY
                .with("birthName", traits.birthName().orElse(null))
                .with("firstNames", JsonArray.ofTexts(traits.firstNames()))
                .with("sex", traits.sex().orElse(null))
                .with("birthDate", traits.birthDate().orElse(null))
                .with("birthPlace", traits.birthPlace().orElse(null));
    }
}
