package fr.accroche.teleservice;

import fr.accroche.certs.CertificateJudge;
import java.time.Duration;
import java.util.Objects;

/**
 * What a DMP, INSi or ON is set up with.
 *
 * @param introspection how it asks about tokens
 * @param signers what a certificate must be that signs a VIHF: an ORG_SIGN of the environment's branch
 * @param assertionMaxAge how old an assertion may be
 * @param clockSkew how much its clock and ours may differ, either way
 * @param realistic whether answers leave out the diagnosis that the real services do not give
 */
public record TeleserviceSettings(
        IntrospectionSettings introspection,
        CertificateJudge signers,
        Duration assertionMaxAge,
        Duration clockSkew,
        boolean realistic) {
    public TeleserviceSettings {
        Objects.requireNonNull(introspection, "introspection");
        Objects.requireNonNull(signers, "signers");
        Objects.requireNonNull(assertionMaxAge, "assertionMaxAge");
        Objects.requireNonNull(clockSkew, "clockSkew");
    }
}
