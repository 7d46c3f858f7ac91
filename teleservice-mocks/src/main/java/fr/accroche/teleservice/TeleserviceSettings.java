package fr.accroche.teleservice;

import fr.accroche.certs.CertificateJudge;
import fr.accroche.compliance.declaration.DmpChoices;
import fr.accroche.compliance.declaration.Environment;
import fr.accroche.compliance.declaration.Settings;
import java.time.Duration;
import java.util.Objects;

/**
 * What a DMP, INSi or ON is set up with.
 *
 * @param introspection how it asks about tokens
 * @param environment whose patients it knows
 * @param signers what a certificate must be that signs a VIHF: an ORG_SIGN of the environment's branch
 * @param assertionMaxAge how old an assertion may be
 * @param clockSkew how much its clock and ours may differ, either way
 * @param realistic whether answers leave out the diagnosis that the real services do not give
 * @param dmp which rights the DMP gives; of no concern to the others
 */
public record TeleserviceSettings(
        IntrospectionSettings introspection,
        Environment environment,
        CertificateJudge signers,
        Duration assertionMaxAge,
        Duration clockSkew,
        boolean realistic,
        DmpChoices dmp) {
    public TeleserviceSettings {
        Objects.requireNonNull(introspection, "introspection");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(signers, "signers");
        Objects.requireNonNull(assertionMaxAge, "assertionMaxAge");
        Objects.requireNonNull(clockSkew, "clockSkew");
        Objects.requireNonNull(dmp, "dmp");
    }

    /** As a declaration sets the simulators. */
    public static TeleserviceSettings from(
            Settings declared, IntrospectionSettings introspection, Environment environment, CertificateJudge signers) {
        return new TeleserviceSettings(
                introspection,
                environment,
                signers,
                declared.assertionMaxAge(),
                declared.clockSkew(),
                declared.realistic(),
                declared.dmp());
    }
}
