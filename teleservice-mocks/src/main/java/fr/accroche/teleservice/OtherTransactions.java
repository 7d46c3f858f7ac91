package fr.accroche.teleservice;

import fr.accroche.messages.BusinessRequest;
import fr.accroche.messages.DmpRequest;
import java.util.Map;
import java.util.Optional;

/**
 * The transactions of the DMP that are not simulated, by the last part of their action, of which several spellings circulate for
 * some (docs/sources.md, DMP and INSi samples).
 */
final class OtherTransactions {

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("identityCertification", "TD0.0"),
            Map.entry("patientList", "TD0.4"),
            Map.entry("PRPA_IN201305UV02", "TD0.5"),
            Map.entry("PRPA_IN201311UV02", "TD1.1"),
            Map.entry("PRPA_IN201314UV02", "TD1.2, TD1.3b, TD1.4"),
            Map.entry("createPatientAccess", "TD1.5"),
            Map.entry("listAuthorizationByPatient", "TD1.6"),
            Map.entry("UpdateDocumentSet", "TD3.3"));

    /** The message of TD0.2, asked for another reason. */
    private static final String ADMINISTRATIVE_DATA = "TD1.3a";

    private OtherTransactions() {}

    /** Which one a request is; empty for what is none of the known ones. */
    static Optional<String> named(BusinessRequest request) {
        return request.action()
                .map(action -> action.substring(action.lastIndexOf(':') + 1))
                .map(NAMES::get);
    }

    /** Which one a request with the message of TD0.2 is; empty for TD0.2. */
    static Optional<String> byReason(XdsCall call) {
        return DmpRequest.reason(call.message())
                .filter(reason -> !reason.equals(DmpRequest.REASON))
                .map(other -> ADMINISTRATIVE_DATA);
    }
}
