package fr.accroche.authserver.apipsc;

import fr.accroche.authserver.Client;
import fr.accroche.compliance.declaration.ApiPscChoices;
import fr.accroche.compliance.declaration.Couloir;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.Settings;
import fr.accroche.compliance.declaration.Teleservice;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * How the authorization servers of the APIs PSC behave; there is a realm for every simulated téléservice.
 *
 * @param clients who may exchange, by certificate: the guide of the CI-SIS rules out secrets
 * @param couloir where the API Credential is not asked: médico-social
 * @param upstream whom they ask
 * @param introspectors the certificate CNs of the téléservices, which may introspect
 * @param acceptedAcr the levels of a PSC token that are good enough; eidas1 to eidas3, since clients ask for eidas1 and get
 *     that or more
 * @param settings what public documents leave open
 * @param defects what they do wrong on purpose
 */
public record ApiPscSettings(
        List<Client> clients,
        Couloir couloir,
        Upstream upstream,
        Set<String> introspectors,
        Set<String> acceptedAcr,
        Settings settings,
        Set<ApiPscDefect> defects) {

    public ApiPscSettings {
        clients = List.copyOf(clients);
        if (clients.stream().anyMatch(client -> client.secret().isPresent())) {
            throw new IllegalArgumentException(
                    "the clients of an API-PSC authorization server have no secret: tokens are"
                            + " bound to a certificate");
        }
        Objects.requireNonNull(couloir, "couloir");
        Objects.requireNonNull(upstream, "upstream");
        introspectors = Set.copyOf(introspectors);
        acceptedAcr = Set.copyOf(acceptedAcr);
        Objects.requireNonNull(settings, "settings");
        defects = Set.copyOf(defects);
    }

    /**
     * The clients and settings of a declaration.
     *
     * @param introspectors the certificate CNs of the téléservices
     */
    public static ApiPscSettings from(Declaration declaration, Upstream upstream, Set<String> introspectors) {
        return new ApiPscSettings(
                Client.declared(declaration).stream().map(Client::byCertificate).toList(),
                declaration.couloir(),
                upstream,
                introspectors,
                Set.of("eidas1", "eidas2", "eidas3"),
                declaration.settings(),
                Set.of());
    }

    public ApiPscSettings withDefects(Set<ApiPscDefect> others) {
        return new ApiPscSettings(clients, couloir, upstream, introspectors, acceptedAcr, settings, others);
    }

    /** What they do where public documents are silent. */
    public ApiPscChoices choices() {
        return settings.apiPsc();
    }

    /** How long an access token for a téléservice lives. */
    Duration tokenLife(Teleservice service) {
        return choices().tokenLife().getOrDefault(service, settings.apiTokenLife());
    }

    /** What may be asked for at a téléservice's realm; empty: anything. */
    List<String> scopes(Teleservice service) {
        return choices().scopes().getOrDefault(service, List.of());
    }

    /** Whether the API Credential has a say (CRD-05). */
    boolean asksCredential() {
        return couloir.asksCredential() || defects.contains(ApiPscDefect.ASKS_IN_MEDICO_SOCIAL);
    }
}
