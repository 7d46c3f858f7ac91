package fr.accroche.authserver.apipsc;

import fr.accroche.authserver.Client;
import fr.accroche.authserver.OAuthError;
import fr.accroche.compliance.declaration.Couloir;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.Settings;
import fr.accroche.compliance.declaration.Settings.Cnf;
import fr.accroche.compliance.declaration.Teleservice;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How the authorization servers of the APIs PSC behave. Public documents leave each of these open, or show more than one
 * value.
 *
 * @param clients who may exchange, by certificate: the guide of the CI-SIS rules out secrets
 * @param securityLevels the realms, and the level that each asks the API Credential for; "15" by default, the only one in
 *     public
 * @param couloir where the API Credential is not asked: médico-social
 * @param upstream whom they ask
 * @param introspectors the certificate CNs of the téléservices, which may introspect
 * @param acceptedAcr the levels of a PSC token that are good enough; eidas1 to eidas3, since clients ask for eidas1 and get
 *     that or more
 * @param cnf the encoding of the thumbprint in tokens; ANS by default, as in every public sample
 * @param tokenLife of an access token; 4 hours by default, as in the ANS proxy's fixture, where the guide says 1 to 4
 * @param onRefused the answer when the API Credential refuses; 403 access_denied by default, as Keycloak says of a client not
 *     allowed to exchange
 * @param realistic whether answers leave out the {@code X-Accroche-Diagnosis} header
 * @param defects what they do wrong on purpose
 */
public record ApiPscSettings(
        List<Client> clients,
        Map<Teleservice, String> securityLevels,
        Couloir couloir,
        Upstream upstream,
        Set<String> introspectors,
        Set<String> acceptedAcr,
        Cnf cnf,
        Duration tokenLife,
        OAuthError onRefused,
        boolean realistic,
        Set<ApiPscDefect> defects) {

    public ApiPscSettings {
        clients = List.copyOf(clients);
        if (clients.stream().anyMatch(client -> client.secret().isPresent())) {
            throw new IllegalArgumentException(
                    "the clients of an API-PSC authorization server have no secret: tokens are"
                            + " bound to a certificate");
        }
        securityLevels = Map.copyOf(securityLevels);
        Objects.requireNonNull(couloir, "couloir");
        Objects.requireNonNull(upstream, "upstream");
        introspectors = Set.copyOf(introspectors);
        acceptedAcr = Set.copyOf(acceptedAcr);
        Objects.requireNonNull(cnf, "cnf");
        Objects.requireNonNull(tokenLife, "tokenLife");
        Objects.requireNonNull(onRefused, "onRefused");
        defects = Set.copyOf(defects);
    }

    /**
     * The clients and settings of a declaration; a realm for every simulated téléservice.
     *
     * @param introspectors the certificate CNs of the téléservices
     */
    public static ApiPscSettings from(Declaration declaration, Upstream upstream, Set<String> introspectors) {
        Settings settings = declaration.settings();
        Map<Teleservice, String> levels = Arrays.stream(Teleservice.values())
                .filter(Teleservice::simulated)
                .collect(Collectors.toMap(Function.identity(), service -> settings.securityLevel()));
        return new ApiPscSettings(
                Client.declared(declaration).stream().map(Client::byCertificate).toList(),
                levels,
                declaration.couloir(),
                upstream,
                introspectors,
                Set.of("eidas1", "eidas2", "eidas3"),
                settings.cnf(),
                settings.apiTokenLife(),
                new OAuthError(403, "access_denied", "Client not allowed to exchange"),
                settings.realistic(),
                Set.of());
    }

    public ApiPscSettings withSecurityLevels(Map<Teleservice, String> levels) {
        return new ApiPscSettings(
                clients,
                levels,
                couloir,
                upstream,
                introspectors,
                acceptedAcr,
                cnf,
                tokenLife,
                onRefused,
                realistic,
                defects);
    }

    public ApiPscSettings withOnRefused(OAuthError answer) {
        return new ApiPscSettings(
                clients,
                securityLevels,
                couloir,
                upstream,
                introspectors,
                acceptedAcr,
                cnf,
                tokenLife,
                answer,
                realistic,
                defects);
    }

    public ApiPscSettings withDefects(Set<ApiPscDefect> others) {
        return new ApiPscSettings(
                clients,
                securityLevels,
                couloir,
                upstream,
                introspectors,
                acceptedAcr,
                cnf,
                tokenLife,
                onRefused,
                realistic,
                others);
    }

    /** Whether the API Credential has a say (CRD-05). */
    boolean asksCredential() {
        return couloir.asksCredential() || defects.contains(ApiPscDefect.ASKS_IN_MEDICO_SOCIAL);
    }
}
