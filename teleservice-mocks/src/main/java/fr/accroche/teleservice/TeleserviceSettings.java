package fr.accroche.teleservice;

import fr.accroche.certs.CertificateJudge;
import fr.accroche.compliance.declaration.AssertionChoices;
import fr.accroche.compliance.declaration.DmpChoices;
import fr.accroche.compliance.declaration.Environment;
import fr.accroche.compliance.declaration.InsiChoices;
import fr.accroche.compliance.declaration.Settings;
import fr.accroche.compliance.declaration.TlsiChoices;
import java.time.Duration;
import java.util.Objects;

/**
 * What a DMP, INSi or ON is set up with.
 *
 * @param introspection how it asks about tokens
 * @param environment whose patients it knows
 * @param signers what a certificate must be that signs a VIHF: an ORG_SIGN of the environment's branch
 * @param declared what was chosen where public documents are silent
 */
public record TeleserviceSettings(
        IntrospectionSettings introspection, Environment environment, CertificateJudge signers, Settings declared) {
    public TeleserviceSettings {
        Objects.requireNonNull(introspection, "introspection");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(signers, "signers");
        Objects.requireNonNull(declared, "declared");
    }

    /** How old an assertion may be. */
    Duration assertionMaxAge() {
        return declared.assertionMaxAge();
    }

    /** How much its clock and ours may differ, either way. */
    Duration clockSkew() {
        return declared.clockSkew();
    }

    AssertionChoices assertions() {
        return declared.teleservices().assertions();
    }

    DmpChoices dmp() {
        return declared.teleservices().dmp();
    }

    TlsiChoices tlsi() {
        return declared.teleservices().tlsi();
    }

    InsiChoices insi() {
        return declared.teleservices().insi();
    }
}
