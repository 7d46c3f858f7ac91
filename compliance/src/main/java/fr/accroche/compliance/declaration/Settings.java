package fr.accroche.compliance.declaration;

import java.time.Duration;

/**
 * How the simulators behave where public documents are silent or disagree. Each has a default and its reason in
 * docs/settings.md.
 *
 * @param cnf the encoding of a token's certificate thumbprint that the authorization servers issue
 * @param securityLevel the level that the services ask for and the register grants; opaque, only "15" is evidenced
 * @param cibaInterval seconds between polls that PSC asks for
 * @param pscTokenLife of a PSC access token
 * @param apiTokenLife of an API access token
 * @param assertionMaxAge of a SAML assertion
 * @param clockSkew allowed between the assertion's clock and the service's
 * @param tls whether a wrong client certificate is refused in the TLS handshake, as the real servers do, or over HTTP with
 *     the reason
 * @param revocation how the servers look up whether a client certificate is revoked
 * @param revocationUnavailable what they do of one of which that cannot be told
 * @param enforcement whether a simulator that refuses a call stops it there, as in life, or only says so
 * @param realistic whether answers leave out the {@code X-Accroche-Diagnosis} header, as the real servers do
 * @param psc how Pro Santé Connect behaves
 * @param apiPsc how the authorization servers of the APIs PSC behave
 * @param proxy how the Proxy e-Santé keeps sessions
 * @param credential the API Credential's contract
 * @param teleservices what the téléservices ask for
 * @param telemetry what the chain tells programs that watch it
 */
public record Settings(
        Cnf cnf,
        String securityLevel,
        Duration cibaInterval,
        Duration pscTokenLife,
        Duration apiTokenLife,
        Duration assertionMaxAge,
        Duration clockSkew,
        Tls tls,
        Revocation revocation,
        Unavailable revocationUnavailable,
        Enforcement enforcement,
        boolean realistic,
        PscChoices psc,
        ApiPscChoices apiPsc,
        ProxyChoices proxy,
        CredentialChoices credential,
        TeleserviceChoices teleservices,
        TelemetryChoices telemetry) {

    public static final Settings DEFAULT = new Settings(
            Cnf.ANS,
            "15",
            Duration.ofSeconds(1),
            Duration.ofMinutes(2),
            Duration.ofHours(4),
            Duration.ofHours(1),
            Duration.ofMinutes(5),
            Tls.PEDAGOGIC,
            Revocation.CRL,
            Unavailable.REFUSE,
            Enforcement.STRICT,
            false,
            PscChoices.DEFAULT,
            ApiPscChoices.DEFAULT,
            ProxyChoices.DEFAULT,
            CredentialChoices.DEFAULT,
            TeleserviceChoices.DEFAULT,
            TelemetryChoices.DEFAULT);

    public Settings withSecurityLevel(String level) {
        return with(level, apiTokenLife, revocation, enforcement, realistic, psc, apiPsc, teleservices);
    }

    public Settings withApiTokenLife(Duration life) {
        return with(securityLevel, life, revocation, enforcement, realistic, psc, apiPsc, teleservices);
    }

    public Settings withRevocation(Revocation source) {
        return with(securityLevel, apiTokenLife, source, enforcement, realistic, psc, apiPsc, teleservices);
    }

    public Settings with(Enforcement asked) {
        return with(securityLevel, apiTokenLife, revocation, asked, realistic, psc, apiPsc, teleservices);
    }

    public Settings withRealistic(boolean asTheRealOnes) {
        return with(securityLevel, apiTokenLife, revocation, enforcement, asTheRealOnes, psc, apiPsc, teleservices);
    }

    public Settings withPsc(PscChoices choices) {
        return with(securityLevel, apiTokenLife, revocation, enforcement, realistic, choices, apiPsc, teleservices);
    }

    public Settings withApiPsc(ApiPscChoices choices) {
        return with(securityLevel, apiTokenLife, revocation, enforcement, realistic, psc, choices, teleservices);
    }

    public Settings with(TeleserviceChoices choices) {
        return with(securityLevel, apiTokenLife, revocation, enforcement, realistic, psc, apiPsc, choices);
    }

    private Settings with(
            String level,
            Duration apiLife,
            Revocation source,
            Enforcement asked,
            boolean asTheRealOnes,
            PscChoices ofPsc,
            ApiPscChoices ofApiPsc,
            TeleserviceChoices ofTeleservices) {
        return new Settings(
                cnf,
                level,
                cibaInterval,
                pscTokenLife,
                apiLife,
                assertionMaxAge,
                clockSkew,
                tls,
                source,
                revocationUnavailable,
                asked,
                asTheRealOnes,
                ofPsc,
                ofApiPsc,
                proxy,
                credential,
                ofTeleservices,
                telemetry);
    }

    public Settings with(TelemetryChoices choices) {
        return new Settings(
                cnf,
                securityLevel,
                cibaInterval,
                pscTokenLife,
                apiTokenLife,
                assertionMaxAge,
                clockSkew,
                tls,
                revocation,
                revocationUnavailable,
                enforcement,
                realistic,
                psc,
                apiPsc,
                proxy,
                credential,
                teleservices,
                choices);
    }

    /** What the servers do about a wrong client certificate. */
    public enum Tls {
        PEDAGOGIC,
        STRICT
    }

    /** How revocation is looked up. */
    public enum Revocation {
        NONE,
        /** By the lists of both authorities. */
        CRL,
        /** By the responder, for the end entity alone. */
        OCSP
    }

    /** What becomes of a call that breaks a rule. */
    public enum Enforcement {
        /** It is refused: whoever comes after never sees it. */
        STRICT,
        /** The breach is recorded and the call goes on as far as there is anything to go on with, so that one run shows them all. */
        EXPLAIN
    }

    /** What becomes of a certificate of which no list, or no answer, tells whether it is revoked. */
    public enum Unavailable {
        REFUSE,
        ACCEPT
    }

    /** The encodings of {@code cnf.x5t#S256} that circulate. */
    public enum Cnf {
        /** base64 of the hexadecimal digest, as every public ANS sample has. */
        ANS,
        /** RFC 8705 §3.1. */
        RFC8705
    }
}
