package fr.accroche.scenarios.probe;

import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.doctor.Examined;
import fr.accroche.wire.Response;

/** What a téléservice answers to an empty request without a token: a SOAP fault, or a refusal of HTTP's. */
final class ServiceAnswer implements Probe.Expectation {

    private static final Text REFUSAL = Text.of(
            "une faute SOAP, ou une erreur HTTP 4xx, pour une requête vide et sans jeton",
            "a SOAP fault, or an HTTP error 4xx, for an empty request without a token");
    private static final Text STATUS = Text.verbatim("HTTP {0}");
    private static final Text CHECK = Text.of(
            "vérifier l'adresse, et que le service est prêt", "check the address, and that the service is ready");
    private static final Text NOBODY = Text.of(
            "HTTP 404 : peut-être rien à cette adresse, que le chemin des requêtes complète",
            "HTTP 404: perhaps nothing at this address, which the path of requests completes");
    private static final Text ADMITTED =
            Text.of("que le certificat présenté soit admis", "that the certificate presented be admitted");
    private static final Text ADMIT = Text.of(
            "y reconnaître l'autorité de ce certificat, ou déclarer sous operations[].files celui que ce serveur connaît",
            "have the authority of this certificate trusted there, or declare under operations[].files the one that it knows");
    private static final Text SOUND = Text.of("répond {0} à une requête vide", "answers {0} to an empty request");
    private static final Text FAULT = Text.of("répond par une faute SOAP ({0})", "answers with a SOAP fault ({0})");

    @Override
    public Examined judge(Text subject, Response answer) {
        int status = answer.status();
        if (isFault(answer.text())) {
            return Examined.ok(subject, FAULT.with(status));
        }
        if (status == 403) {
            return Difference.fail(subject, ADMITTED, STATUS.with(status), ADMIT);
        }
        if (status == 404) {
            return Difference.warning(subject, REFUSAL, NOBODY, CHECK);
        }
        return status >= 400 && status < 500
                ? Examined.ok(subject, SOUND.with(status))
                : Difference.fail(subject, REFUSAL, STATUS.with(status), CHECK);
    }

    /** Of SOAP 1.1 and 1.2, whatever the prefix; an answer that only speaks of it is one of the two all the same. */
    private static boolean isFault(String body) {
        return (body.contains("http://schemas.xmlsoap.org/soap/envelope/")
                        || body.contains("http://www.w3.org/2003/05/soap-envelope"))
                && body.contains("Fault");
    }
}
