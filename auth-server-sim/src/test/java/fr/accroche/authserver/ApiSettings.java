package fr.accroche.authserver;

import fr.accroche.authserver.apipsc.ApiPscSettings;
import fr.accroche.authserver.apipsc.PscCredential;
import fr.accroche.authserver.apipsc.Upstream;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Settings with one part changed. */
public final class ApiSettings {

    private ApiSettings() {}

    public static ApiPscSettings pscIssuer(ApiPscSettings settings, URI issuer) {
        Upstream usual = settings.upstream();
        return upstream(
                settings, new Upstream(issuer, usual.pscCredential(), usual.credentialApi(), usual.pscConnection()));
    }

    public static ApiPscSettings pscCredential(ApiPscSettings settings, PscCredential credential) {
        Upstream usual = settings.upstream();
        return upstream(
                settings, new Upstream(usual.pscIssuer(), credential, usual.credentialApi(), usual.pscConnection()));
    }

    public static ApiPscSettings credentialApi(ApiPscSettings settings, URI credentialApi) {
        Upstream usual = settings.upstream();
        return upstream(
                settings, new Upstream(usual.pscIssuer(), usual.pscCredential(), credentialApi, usual.pscConnection()));
    }

    /** With a PSC that says itself where its endpoints are. */
    public static ApiPscSettings discovery(ApiPscSettings settings, URI document) {
        Upstream usual = settings.upstream();
        return upstream(
                settings,
                new Upstream(
                        usual.pscIssuer(),
                        Optional.of(document),
                        usual.pscCredential(),
                        usual.pscConnection(),
                        usual.credentialApi(),
                        usual.credentialConnection()));
    }

    public static ApiPscSettings clients(ApiPscSettings settings, List<Client> clients) {
        return of(settings, clients, settings.upstream(), settings.acceptedAcr());
    }

    public static ApiPscSettings acceptedAcr(ApiPscSettings settings, Set<String> acr) {
        return of(settings, settings.clients(), settings.upstream(), acr);
    }

    private static ApiPscSettings upstream(ApiPscSettings settings, Upstream upstream) {
        return of(settings, settings.clients(), upstream, settings.acceptedAcr());
    }

    private static ApiPscSettings of(
            ApiPscSettings settings, List<Client> clients, Upstream upstream, Set<String> acr) {
        return new ApiPscSettings(
                clients,
                settings.couloir(),
                upstream,
                settings.introspectors(),
                acr,
                settings.settings(),
                settings.defects());
    }
}
