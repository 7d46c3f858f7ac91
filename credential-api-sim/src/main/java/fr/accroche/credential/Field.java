package fr.accroche.credential;

import fr.accroche.compliance.exchange.Fact;
import java.util.Optional;

/** The four fields of a request, by their wire names (webinar annex). */
enum Field {
    CLIENT_ID("clientId", Fact.CREDENTIAL_CLIENT_ID),
    CERTIFICATE_CN("certificateCN", Fact.CREDENTIAL_CERTIFICATE_CN),
    CERTIFICATE_OU("certificateOU", Fact.CREDENTIAL_CERTIFICATE_OU),
    SECURITY_LEVEL("securityLevel", Fact.CREDENTIAL_SECURITY_LEVEL);

    private final String wireName;
    private final Fact fact;

    Field(String wireName, Fact fact) {
        this.wireName = wireName;
        this.fact = fact;
    }

    String wireName() {
        return wireName;
    }

    Fact fact() {
        return fact;
    }

    String where() {
        return "json/" + wireName;
    }

    Optional<String> in(CredentialRequest request) {
        return Optional.ofNullable(request.values().get(this));
    }
}
