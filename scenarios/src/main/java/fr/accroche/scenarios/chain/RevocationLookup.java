package fr.accroche.scenarios.chain;

import fr.accroche.certs.Branch;
import fr.accroche.certs.RevocationCheck;
import fr.accroche.certs.RevocationRegister;
import fr.accroche.compliance.declaration.Settings;

/**
 * How the servers of a chain look revocations up: in the process, the same bytes as on the authorities' site, without
 * waiting for a network.
 *
 * @param settings which way, and what is done when nothing answers
 * @param revocations what the authorities publish
 * @param branch theirs
 */
public record RevocationLookup(Settings settings, RevocationRegister revocations, Branch branch) {

    public RevocationCheck check() {
        RevocationCheck check = switch (settings.revocation()) {
            case NONE -> RevocationCheck.NONE;
            case CRL -> RevocationCheck.of(revocations.lists(branch));
            case OCSP -> RevocationCheck.of(revocations.responder(branch));
        };
        return switch (settings.revocationUnavailable()) {
            case REFUSE -> check;
            case ACCEPT -> check.acceptingUnavailable();
        };
    }
}
