package fr.accroche.authserver.psc;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import fr.accroche.authserver.Client;
import fr.accroche.authserver.ClientKeys;
import fr.accroche.authserver.Identities;
import fr.accroche.authserver.PscBench;
import fr.accroche.compliance.declaration.PscRegistration;
import fr.accroche.compliance.declaration.PscRegistration.Delivery;
import fr.accroche.compliance.declaration.PscRegistration.Demand;
import fr.accroche.compliance.declaration.PscRegistration.Grant;
import fr.accroche.compliance.declaration.PscRegistration.RequestObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What alpha may have registered at PSC. */
final class Registrations {

    private Registrations() {}

    /** Of which PSC demands these beyond the standard. */
    static PscRegistration demanding(Demand... demands) {
        return of(Set.of(Grant.CIBA), Set.of(demands), RequestObject.NONE, Delivery.POLL, Optional.empty());
    }

    static PscRegistration ofTheCodeFlowAlone() {
        return of(
                Set.of(Grant.AUTHORIZATION_CODE),
                Set.of(Demand.values()),
                RequestObject.NONE,
                Delivery.POLL,
                Optional.empty());
    }

    static PscRegistration signing(RequestObject algorithm) {
        return of(Set.of(Grant.CIBA), Set.of(Demand.values()), algorithm, Delivery.POLL, Optional.empty());
    }

    static PscRegistration pinged(URI endpoint) {
        return of(
                Set.of(Grant.CIBA),
                Set.of(Demand.values()),
                RequestObject.NONE,
                Delivery.PING,
                Optional.of(endpoint.toString()));
    }

    private static PscRegistration of(
            Set<Grant> grants,
            Set<Demand> demands,
            RequestObject requestObject,
            Delivery delivery,
            Optional<String> notificationEndpoint) {
        PscRegistration usual = PscRegistration.DEFAULT;
        return new PscRegistration(
                grants,
                usual.redirectUris(),
                usual.postLogoutRedirectUris(),
                demands,
                usual.consent(),
                usual.subjectDn(),
                usual.idTokenAlgorithm(),
                usual.idTokenEncryption(),
                usual.userInfo(),
                requestObject,
                usual.jwksFile(),
                delivery,
                notificationEndpoint);
    }

    /** Settings as a declaration writes them, where alpha is another client. */
    static PscSettings settings(String choices, UnaryOperator<Client> change) {
        PscSettings settings = PscBench.settings(choices);
        return settings.withClients(settings.clients().stream()
                .map(client -> client.clientId().equals(Identities.ALPHA_ID) ? change.apply(client) : client)
                .toList());
    }

    static PscSettings settings(String choices, PscRegistration alpha) {
        return settings(choices, client -> client.with(alpha));
    }

    static ClientKeys keys(JWK... keys) {
        String set = new JWKSet(List.of(keys)).toString(true);
        return ClientKeys.parse("test", set.getBytes(StandardCharsets.UTF_8));
    }
}
