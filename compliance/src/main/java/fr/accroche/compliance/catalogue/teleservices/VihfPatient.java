package fr.accroche.compliance.catalogue.teleservices;

import fr.accroche.compliance.declaration.Environment;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.RuleCard;
import java.util.stream.Stream;

/** The patient of a VIHF: an INS of the environment, with the right key, and the one that the body is about. */
final class VihfPatient {

    private VihfPatient() {}

    static Stream<Finding> check(RuleCard card, Hop hop, Environment environment) {
        Stream<Finding> form = hop.fact(Fact.VIHF_PATIENT).stream()
                .filter(patient -> !patient.value().isEmpty())
                .map(patient -> ofEnvironment(card, hop, environment, patient));
        Stream<Finding> key = hop.fact(Fact.VIHF_PATIENT_KEY).stream()
                .map(seen -> card.compare(hop, new Observed("right", "INS: 97 − n mod 97"), seen));
        Stream<Finding> same = card.compare(hop, hop.fact(Fact.BODY_PATIENT), hop.fact(Fact.VIHF_PATIENT));
        return Stream.of(form, key, same).flatMap(findings -> findings);
    }

    /** A test DMP takes the test OID only; in production an INS is a NIR or a NIA. */
    private static Finding ofEnvironment(RuleCard card, Hop hop, Environment environment, Observed patient) {
        String last = environment == Environment.TEST ? "10" : "[89]";
        String expected = environment == Environment.TEST ? "10" : "8 | 9";
        return card.judge(
                hop,
                patient.value().matches("#[0-9a-f]{6}\\^\\^\\^&1\\.2\\.250\\.1\\.213\\.1\\.4\\." + last + "&ISO\\^NH"),
                new Observed("INS^^^&1.2.250.1.213.1.4." + expected + "&ISO^NH", "environment"),
                patient);
    }
}
