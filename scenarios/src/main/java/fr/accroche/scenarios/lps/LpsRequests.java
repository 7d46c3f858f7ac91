package fr.accroche.scenarios.lps;

import fr.accroche.compliance.identity.Professional;
import fr.accroche.messages.Activity;
import fr.accroche.messages.CodedValue;
import fr.accroche.messages.DocumentEntry;
import fr.accroche.messages.Person;
import fr.accroche.proxy.metier.BusinessOperation;
import fr.accroche.proxy.metier.MetierJson;
import fr.accroche.teleservice.FictivePatient;
import fr.accroche.wire.json.JsonObject;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Writes the JSON requests of a simulated LPS to a métier proxy, which builds the messages. */
final class LpsRequests {

    private static final FictivePatient PATIENT = FictivePatient.ALL.get(0);

    private static final byte[] CONTENT = "Document fictif.".getBytes(StandardCharsets.UTF_8);
    private static final CodedValue REPORT = new CodedValue("11488-4", "2.16.840.1.113883.6.1", "Compte rendu");
    private static final CodedValue TEXT =
            new CodedValue("urn:ihe:iti:xds-sd:text:2008", "1.3.6.1.4.1.19376.1.2.3", "Texte brut");
    private static final CodedValue OCCASION = new CodedValue("07", "1.2.250.1.213.2.2", "Consultation");

    private final LpsProfile profile;
    private final LpsMessages facts;
    private final Clock clock;
    private final Supplier<UUID> ids;

    /**
     * @param facts who asks about whom, wrong in the way that the profile says
     * @param clock dates documents
     * @param ids of documents
     */
    LpsRequests(LpsProfile profile, LpsMessages facts, Clock clock, Supplier<UUID> ids) {
        this.profile = profile;
        this.facts = facts;
        this.clock = clock;
        this.ids = ids;
    }

    /** The request of an operation. */
    JsonObject request(BusinessOperation operation) {
        return switch (operation) {
            case EXISTENCE_TEST ->
                JsonObject.EMPTY.with("professional", forDmp()).with("patient", MetierJson.of(facts.patient()));
            case DOCUMENT_DEPOSIT ->
                JsonObject.EMPTY
                        .with("professional", forDmp())
                        .with("patient", MetierJson.of(facts.patient()))
                        .with("author", author())
                        .with("occasion", MetierJson.of(OCCASION))
                        .with("document", document());
            case DOCUMENT_SEARCH ->
                JsonObject.EMPTY
                        .with("professional", forDmp())
                        .with("patient", MetierJson.of(facts.patient()))
                        .with("types", List.of(MetierJson.of(REPORT)));
            case INS_SEARCH ->
                JsonObject.EMPTY.with("professional", forTlsi()).with("traits", MetierJson.of(PATIENT.traits()));
            case CONSULTATION ->
                JsonObject.EMPTY
                        .with("professional", forTlsi())
                        .with("patient", MetierJson.of(PATIENT.forInsi()))
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
                .with("roles", person.roles().stream().map(MetierJson::of).toList());
    }

    private JsonObject author() {
        Professional professional = profile.person().professional();
        return JsonObject.EMPTY
                .with("familyName", professional.familyName())
                .with("givenName", professional.givenName())
                .with("structureName", professional.structureName());
    }

    private JsonObject document() {
        return JsonObject.EMPTY
                .with("uniqueId", "2.25." + new BigInteger(ids.get().toString().replace("-", ""), 16))
                .with("title", REPORT.displayName())
                .with("mimeType", "text/plain")
                .with("creationTime", DocumentEntry.time(clock.instant()))
                .with("languageCode", "fr-FR")
                .with("classCode", MetierJson.of(new CodedValue("10", "1.2.250.1.213.1.1.4.1", "Compte rendu")))
                .with("type", MetierJson.of(REPORT))
                .with("format", MetierJson.of(TEXT))
                .with(
                        "confidentiality",
                        List.of(MetierJson.of(new CodedValue("N", "2.16.840.1.113883.5.25", "Normal"))))
                .with("facility", MetierJson.of(new CodedValue("SA07", "1.2.250.1.71.4.2.4", "Cabinet individuel")))
                .with("practice", MetierJson.of(new CodedValue("AMBULATOIRE", "1.2.250.1.213.1.1.4.9", "Ambulatoire")))
                .with("content", Base64.getEncoder().encodeToString(CONTENT));
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
}
