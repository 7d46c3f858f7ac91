package fr.accroche.authserver.apipsc;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the API Credential is asked.
 *
 * @param clientId of the exchange
 * @param certificateCn of the connection's certificate; empty if it has not exactly one
 * @param certificateOu idem
 * @param securityLevel that the téléservice asks for; empty only by {@link ApiPscDefect#OMITS_SECURITY_LEVEL}
 */
record CredentialQuestion(
        String clientId,
        Optional<String> certificateCn,
        Optional<String> certificateOu,
        Optional<String> securityLevel) {

    /** The fields that there are, by their public names (webinar annex), in that order. */
    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("clientId", clientId);
        certificateCn.ifPresent(value -> fields.put("certificateCN", value));
        certificateOu.ifPresent(value -> fields.put("certificateOU", value));
        securityLevel.ifPresent(value -> fields.put("securityLevel", value));
        return fields;
    }
}
