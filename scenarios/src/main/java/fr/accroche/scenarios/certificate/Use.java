package fr.accroche.scenarios.certificate;

import fr.accroche.certs.Branch;
import fr.accroche.certs.Profile;
import java.util.Optional;

/**
 * What a certificate file is meant for.
 *
 * @param as its part
 * @param branch the tree that the servers of this environment trust
 * @param clientId what the CN must be; nothing is said of the CN without it
 * @param proxyOperator the idNatStruct that the OU must be; nothing is said of the OU without it
 * @param alias the entry that a program is told to use; without it, the one that fits best is taken
 * @param host the name by which a server is called; nothing is said of it without it
 */
public record Use(
        Part as,
        Branch branch,
        Optional<String> clientId,
        Optional<String> proxyOperator,
        Optional<String> alias,
        Optional<String> host) {

    /** What a file is loaded as. */
    public enum Part {
        AUTH_CLI(Profile.ORG_AUTH_CLI),
        SIGN(Profile.ORG_SIGN),
        SSL_SERV(Profile.SERV_SSL),
        /** The authorities that a program trusts. */
        TRUSTSTORE(null);

        private final Profile profile;

        Part(Profile profile) {
            this.profile = profile;
        }

        Optional<Profile> profile() {
            return Optional.ofNullable(profile);
        }
    }

    /** A client certificate, of which nothing more is known. */
    public static Use client(Branch branch) {
        return new Use(Part.AUTH_CLI, branch, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Use named(String client, String operator) {
        return new Use(as, branch, Optional.of(client), Optional.of(operator), alias, host);
    }
}
