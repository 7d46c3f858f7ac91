package fr.accroche.compliance.declaration;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a client registered at Pro Santé Connect, beside its client_id and how it proves itself (OpenID Connect Dynamic Client
 * Registration §2 and CIBA Core §4 have these as metadata).
 *
 * @param grants what it may ask tokens for
 * @param redirectUris where a browser may be sent back to after a login; compared character by character
 * @param postLogoutRedirectUris where it may be sent after a logout
 * @param demands what PSC asks of its requests beyond the standards; none for a plain OpenID relying party
 * @param consent whether the professional is asked to agree
 * @param subjectDn the whole subject that its certificate must have (RFC 8705 §2.1.2), compared structurally; without it, the
 *     CN must be the client_id
 * @param idTokenAlgorithm the signature of its id_tokens
 * @param idTokenEncryption how they are encrypted with its key
 * @param userInfo how it gets the claims of userinfo
 * @param requestObject how it must sign its authentication requests (CIBA Core §7.1.1)
 * @param jwksFile its keys: a JWK set; path from the declaration's folder
 * @param delivery how it learns that a professional authenticated (CIBA Core §5)
 * @param notificationEndpoint where it is told (CIBA Core §10.2)
 */
public record PscRegistration(
        Set<Grant> grants,
        List<String> redirectUris,
        List<String> postLogoutRedirectUris,
        Set<Demand> demands,
        boolean consent,
        Optional<SubjectDn> subjectDn,
        IdTokenAlgorithm idTokenAlgorithm,
        IdTokenEncryption idTokenEncryption,
        UserInfoForm userInfo,
        RequestObject requestObject,
        Optional<String> jwksFile,
        Delivery delivery,
        Optional<String> notificationEndpoint) {

    /** A client of the espace de confiance, which comes by CIBA alone. */
    public static final PscRegistration DEFAULT = new PscRegistration(
            Set.of(Grant.CIBA),
            List.of(),
            List.of(),
            Set.of(Demand.values()),
            false,
            Optional.empty(),
            IdTokenAlgorithm.RS256,
            IdTokenEncryption.NONE,
            UserInfoForm.JSON,
            RequestObject.NONE,
            Optional.empty(),
            Delivery.POLL,
            Optional.empty());

    public PscRegistration {
        grants = Set.copyOf(grants);
        redirectUris = List.copyOf(redirectUris);
        postLogoutRedirectUris = List.copyOf(postLogoutRedirectUris);
        demands = Set.copyOf(demands);
    }

    /** The same with its keys in another file. */
    public PscRegistration withJwksFile(String other) {
        return new PscRegistration(
                grants,
                redirectUris,
                postLogoutRedirectUris,
                demands,
                consent,
                subjectDn,
                idTokenAlgorithm,
                idTokenEncryption,
                userInfo,
                requestObject,
                Optional.of(other),
                delivery,
                notificationEndpoint);
    }

    /** What tokens may be asked for; a refresh token comes with each. */
    public enum Grant {
        CIBA,
        AUTHORIZATION_CODE
    }

    /** What PSC asks of requests, beyond the standards. */
    public enum Demand {
        /** {@code acr_values=eidas1}. */
        ACR,
        /** A nonce in the code flow, which OpenID Connect Core §3.1.2.1 leaves optional. */
        NONCE,
        /** {@code scope_all} among the scopes. */
        SCOPE_ALL,
        /** A binding_message in CIBA, which CIBA Core §7.1 leaves optional. */
        BINDING_MESSAGE
    }

    /** Signatures of id_tokens. */
    public enum IdTokenAlgorithm {
        RS256,
        /** With the client's secret (OpenID Connect Core §10.1). */
        HS256,
        ES256
    }

    /** Key encryption of id_tokens, with A256GCM for the content. */
    public enum IdTokenEncryption {
        NONE("none"),
        RSA_OAEP("RSA-OAEP"),
        RSA_OAEP_256("RSA-OAEP-256");

        private final String written;

        IdTokenEncryption(String written) {
            this.written = written;
        }

        /** Its name in RFC 7518 §4.1. */
        public String written() {
            return written;
        }
    }

    /** Forms of userinfo (OpenID Connect Core §5.3.2). */
    public enum UserInfoForm {
        JSON,
        /** Signed as the id_token is. */
        JWT
    }

    /** Signatures of authentication requests. */
    public enum RequestObject {
        /** Plain parameters; a signed request is refused. */
        NONE("none"),
        PS256("PS256"),
        ES256("ES256");

        private final String written;

        RequestObject(String written) {
            this.written = written;
        }

        /** Its name in RFC 7518 §3.1. */
        public String written() {
            return written;
        }
    }

    /** How a client learns that a professional authenticated. */
    public enum Delivery {
        POLL,
        PING
    }
}
