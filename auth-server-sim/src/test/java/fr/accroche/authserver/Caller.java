package fr.accroche.authserver;

import fr.accroche.certs.HeldCertificate;
import fr.accroche.compliance.declaration.PscRegistration;
import fr.accroche.compliance.declaration.PscRegistration.IdTokenAlgorithm;
import fr.accroche.compliance.declaration.PscRegistration.IdTokenEncryption;
import fr.accroche.compliance.declaration.PscRegistration.UserInfoForm;
import fr.accroche.wire.Form;
import java.util.Optional;

/**
 * A client and what proves it.
 *
 * @param clientId who
 * @param identity its certificate
 * @param secret its secret
 */
public record Caller(String clientId, Optional<HeldCertificate> identity, Optional<String> secret) {

    public static final Caller ALPHA = of(Identities.ALPHA_ID, Identities.ALPHA);
    public static final Caller GAMMA = of(Identities.GAMMA_ID, Identities.GAMMA);
    public static final Caller SERVER = of("as.accroche.invalid", Identities.AUTHORIZATION_SERVER);

    public static Caller of(String clientId, HeldCertificate identity) {
        return new Caller(clientId, Optional.of(identity), Optional.empty());
    }

    public static Caller of(Client client) {
        return new Caller(client.clientId(), Optional.empty(), client.secret());
    }

    /** The same over another certificate. */
    public Caller over(HeldCertificate other) {
        return new Caller(clientId, Optional.of(other), secret);
    }

    /** A form with what identifies it. */
    public Form form(String... namesAndValues) {
        Form form = Form.of(namesAndValues).plus("client_id", clientId);
        return secret.map(value -> form.plus("client_secret", value)).orElse(form);
    }

    /** What a client registers to get its claims. */
    public static PscRegistration registered(
            IdTokenAlgorithm algorithm, IdTokenEncryption encryption, UserInfoForm userInfo) {
        PscRegistration usual = PscRegistration.DEFAULT;
        return new PscRegistration(
                usual.grants(),
                usual.redirectUris(),
                usual.postLogoutRedirectUris(),
                usual.demands(),
                usual.consent(),
                usual.subjectDn(),
                algorithm,
                encryption,
                userInfo,
                usual.requestObject(),
                usual.jwksFile(),
                usual.delivery(),
                usual.notificationEndpoint());
    }
}
