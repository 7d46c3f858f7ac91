package fr.accroche.authserver.psc;

import fr.accroche.authserver.Client;
import fr.accroche.certs.Thumbprint;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.PscChoices;
import fr.accroche.compliance.declaration.Settings;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How PSC behaves. Public documents leave each of these open, or show more than one value.
 *
 * @param clients who may ask; those of the declaration by certificate
 * @param eCps how professionals answer; each one's own habit unless said, so that a run needs nobody
 * @param interval whole seconds between two polls, at least 1 (a client may refuse 0); 1 by default as in the ANS proxy's
 *     own tests, Keycloak has 5
 * @param tokenLife of an access token; 120 s in every public token since 2023
 * @param cnf how access tokens name the certificate that they are bound to, where they are
 * @param introspectors the clients that may ask about others' access tokens: the authorization servers
 * @param choices what the declaration sets, with the reasons in docs/settings.md
 * @param realistic whether answers leave out the {@code X-Accroche-Diagnosis} header
 * @param enforcement whether a call that breaks a rule is refused, or only explained
 * @param notificationRoots authorities that the certificate of a client's notification endpoint must come from; none: no
 *     client can be told
 */
public record PscSettings(
        List<Client> clients,
        ECps eCps,
        Duration interval,
        Duration tokenLife,
        Settings.Cnf cnf,
        Set<String> introspectors,
        PscChoices choices,
        boolean realistic,
        Settings.Enforcement enforcement,
        List<X509Certificate> notificationRoots) {

    public PscSettings {
        clients = List.copyOf(clients);
        Objects.requireNonNull(eCps, "eCps");
        if (interval.toSeconds() < 1) {
            throw new IllegalArgumentException("PSC's interval is at least 1 second, not " + interval);
        }
        Objects.requireNonNull(tokenLife, "tokenLife");
        Objects.requireNonNull(cnf, "cnf");
        introspectors = Set.copyOf(introspectors);
        Objects.requireNonNull(choices, "choices");
        Objects.requireNonNull(enforcement, "enforcement");
        notificationRoots = List.copyOf(notificationRoots);
    }

    /**
     * The clients and settings of a declaration.
     *
     * @param others clients that no operation declares: the authorization servers that introspect
     * @throws fr.accroche.authserver.ClientKeysException if the file of a client's keys cannot be used
     */
    public static PscSettings from(Declaration declaration, Client... others) {
        Settings settings = declaration.settings();
        return new PscSettings(
                Stream.concat(Client.declared(declaration).stream(), Stream.of(others))
                        .map(Client::withRegisteredKeys)
                        .toList(),
                ECps.habitual(),
                settings.cibaInterval(),
                settings.pscTokenLife(),
                settings.cnf(),
                Stream.of(others).map(Client::clientId).collect(Collectors.toSet()),
                settings.psc(),
                settings.realistic(),
                settings.enforcement(),
                List.of());
    }

    public PscSettings withClients(List<Client> others) {
        return new PscSettings(
                others,
                eCps,
                interval,
                tokenLife,
                cnf,
                introspectors,
                choices,
                realistic,
                enforcement,
                notificationRoots);
    }

    public PscSettings withECps(ECps device) {
        return new PscSettings(
                clients,
                device,
                interval,
                tokenLife,
                cnf,
                introspectors,
                choices,
                realistic,
                enforcement,
                notificationRoots);
    }

    public PscSettings withCnf(Settings.Cnf other) {
        return new PscSettings(
                clients,
                eCps,
                interval,
                tokenLife,
                other,
                introspectors,
                choices,
                realistic,
                enforcement,
                notificationRoots);
    }

    public PscSettings withChoices(PscChoices others) {
        return new PscSettings(
                clients,
                eCps,
                interval,
                tokenLife,
                cnf,
                introspectors,
                others,
                realistic,
                enforcement,
                notificationRoots);
    }

    public PscSettings with(Settings.Enforcement asked) {
        return new PscSettings(
                clients, eCps, interval, tokenLife, cnf, introspectors, choices, realistic, asked, notificationRoots);
    }

    /** The same that tells clients at endpoints whose certificates come from these authorities. */
    public PscSettings notifying(List<X509Certificate> roots) {
        return new PscSettings(
                clients, eCps, interval, tokenLife, cnf, introspectors, choices, realistic, enforcement, roots);
    }

    /** How access tokens are bound to the client's certificate; empty if they are not. */
    Optional<Thumbprint> binding() {
        return choices.boundTokens()
                ? Optional.of(cnf == Settings.Cnf.ANS ? Thumbprint.ANS_HEX_BASE64 : Thumbprint.RFC8705)
                : Optional.empty();
    }
}
