package fr.accroche.scenarios.diagnosis;

import fr.accroche.scenarios.diagnosis.Symptom.Weight;
import java.util.List;
import java.util.stream.Stream;

/** What servers and clients say when no client certificate was sent: they cannot know why. */
final class NothingSent {

    private NothingSent() {}

    /** These texts, after those of one error. */
    static List<Symptom> after(Weight weight, Symptom... own) {
        Stream<Symptom> shared = Stream.of(
                new Symptom(weight, "nginx", "No required SSL certificate was sent"),
                new Symptom(weight, "nginx", "client sent no required SSL certificate"),
                new Symptom(weight, "OpenSSL, curl", "alert certificate required"),
                new Symptom(weight, "Java", "Received fatal alert: certificate_required"),
                new Symptom(weight, "OpenSSL", "peer did not return a certificate"),
                new Symptom(weight, "Java", "Empty client certificate chain"),
                new Symptom(weight, "Java", "No X.509 certificate for client authentication"));
        return Stream.concat(Stream.of(own), shared).toList();
    }
}
