package fr.accroche.authserver.psc;

import fr.accroche.authserver.Client;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How PSC behaves. Public documents leave each of these open, or show more than one value.
 *
 * @param clients who may ask; those of the declaration by certificate
 * @param professionals whom it knows; {@link Professional#FICTIVE} unless said
 * @param eCps how they answer; {@link ECps.Answer#APPROVE} unless said, so that a run needs nobody
 * @param interval whole seconds between two polls, at least 1 (a client may refuse 0); 1 by default as in the ANS proxy's
 *     own tests, Keycloak has 5
 * @param requestLife of an authentication request; 120 s, as those tests and Keycloak have
 * @param tokenLife of an access token; 120 s in every public token since 2023
 * @param refreshLife of a refresh token; 30 minutes, "less than 30 minutes" in the CI-SIS guide
 * @param sessionLife of a session; at most 4 hours in the CI-SIS guide
 * @param acr the level that tokens bear; {@code eidas1}, what clients ask for, though tokens of 2023 bear {@code eidas3}
 * @param bindingMessage what a binding message must be; two digits, as the ANS proxy's contract says
 * @param unknownUser the error for an unknown login_hint; {@code unknown_user_id} (CIBA Core §13), where Keycloak answers
 *     {@code invalid_request}
 * @param realistic whether answers leave out the {@code X-Accroche-Diagnosis} header
 */
public record PscSettings(
        List<Client> clients,
        List<Professional> professionals,
        ECps eCps,
        Duration interval,
        Duration requestLife,
        Duration tokenLife,
        Duration refreshLife,
        Duration sessionLife,
        String acr,
        Pattern bindingMessage,
        String unknownUser,
        boolean realistic) {

    public PscSettings {
        clients = List.copyOf(clients);
        professionals = List.copyOf(professionals);
        Objects.requireNonNull(eCps, "eCps");
        if (interval.toSeconds() < 1) {
            throw new IllegalArgumentException("PSC's interval is at least 1 second, not " + interval);
        }
        Objects.requireNonNull(requestLife, "requestLife");
        Objects.requireNonNull(tokenLife, "tokenLife");
        Objects.requireNonNull(refreshLife, "refreshLife");
        Objects.requireNonNull(sessionLife, "sessionLife");
        Objects.requireNonNull(acr, "acr");
        Objects.requireNonNull(bindingMessage, "bindingMessage");
        Objects.requireNonNull(unknownUser, "unknownUser");
    }

    /**
     * The clients and settings of a declaration.
     *
     * @param others clients that no operation declares: the authorization servers that introspect
     */
    public static PscSettings from(Declaration declaration, Client... others) {
        Settings settings = declaration.settings();
        return new PscSettings(
                Stream.concat(Client.declared(declaration).stream(), Stream.of(others))
                        .toList(),
                Professional.FICTIVE,
                ECps.always(ECps.Answer.APPROVE),
                settings.cibaInterval(),
                Duration.ofSeconds(120),
                settings.pscTokenLife(),
                Duration.ofMinutes(30),
                Duration.ofHours(4),
                "eidas1",
                Pattern.compile("[0-9]{2}"),
                "unknown_user_id",
                settings.realistic());
    }

    public PscSettings withECps(ECps device) {
        return new PscSettings(
                clients,
                professionals,
                device,
                interval,
                requestLife,
                tokenLife,
                refreshLife,
                sessionLife,
                acr,
                bindingMessage,
                unknownUser,
                realistic);
    }

    public PscSettings withAcr(String level) {
        return new PscSettings(
                clients,
                professionals,
                eCps,
                interval,
                requestLife,
                tokenLife,
                refreshLife,
                sessionLife,
                level,
                bindingMessage,
                unknownUser,
                realistic);
    }
}
