package fr.accroche.authserver.apipsc;

import static fr.accroche.compliance.fidelity.PublicSource.ANS_PROXY;
import static fr.accroche.compliance.fidelity.PublicSource.CI_SIS;
import static fr.accroche.compliance.fidelity.PublicSource.KEYCLOAK;
import static fr.accroche.compliance.fidelity.PublicSource.WEBINAR;

import fr.accroche.compliance.fidelity.Basis;
import fr.accroche.compliance.fidelity.FidelityCard;
import fr.accroche.compliance.text.Text;

/** How near the simulated authorization servers of the APIs PSC are to the real ones; paths are below the realm's. */
public final class ApiPscFidelity {

    private static final String METADATA = "/.well-known/openid-configuration";
    private static final String TOKEN = "/protocol/openid-connect/token";
    private static final String INTROSPECTION = TOKEN + "/introspect";
    private static final String REVOCATION = "/protocol/openid-connect/revoke";
    private static final String CERTS = "/protocol/openid-connect/certs";
    private static final String LOGOUT = "/protocol/openid-connect/logout/backchannel-logout";

    public static final FidelityCard CARD = errors(exchange(
            paths(FidelityCard.of("Serveurs d'autorisation des API PSC", "Authorization servers of the APIs PSC"))));

    private ApiPscFidelity() {}

    private static FidelityCard paths(FidelityCard card) {
        return card.exact(
                        Text.of(
                                "chemins sous le realm, sans /auth devant, et nom du realm de l'API de conformité, signsessiondata (serveur de test de l'EDC)",
                                "paths under the realm, without /auth before it, and name of the conformity API's realm, signsessiondata (the EDC's test server)"),
                        Basis.of(ANS_PROXY),
                        TOKEN,
                        CERTS)
                .invented(Text.of(
                        "noms des autres realms, et un seul serveur pour tous",
                        "names of the other realms, and that one server has them all"))
                .standard(
                        Text.of("métadonnées : ce qui est servi ici", "metadata: what is served here"),
                        Basis.of("RFC 8414 §2, §3.1"),
                        METADATA);
    }

    private static FidelityCard exchange(FidelityCard card) {
        return card.exact(
                        Text.of(
                                "demande d'échange : subject_token, subject_token_type, subject_issuer",
                                "exchange request: subject_token, subject_token_type, subject_issuer"),
                        Basis.of(ANS_PROXY, CI_SIS),
                        TOKEN)
                .simplified(
                        Text.of(
                                "réponse : comme capturée, sans id_token, et avec issued_token_type",
                                "answer: as captured, but for the id_token, and with issued_token_type"),
                        Basis.of("RFC 8693 §2.2.1", ANS_PROXY),
                        TOKEN)
                .simplified(
                        Text.of(
                                "jeton d'API : SubjectNameID, azp, cnf comme capturés ; sans les rôles et origines de Keycloak, et destiné au realm là où Keycloak nomme account",
                                "API token: SubjectNameID, azp, cnf as captured; without Keycloak's roles and origins, and for the realm where Keycloak names account"),
                        Basis.of(ANS_PROXY),
                        TOKEN,
                        INTROSPECTION)
                .exact(
                        Text.of("cnf : base64 de l'empreinte hexadécimale", "cnf: base64 of the hexadecimal digest"),
                        Basis.of(ANS_PROXY, CI_SIS),
                        TOKEN,
                        INTROSPECTION)
                .exact(
                        Text.of(
                                "le jeton PSC est introspecté, puis l'API Credential appelée ; leur ordre est inventé",
                                "the PSC token is introspected, then the API Credential called; their order is invented"),
                        Basis.of(CI_SIS, WEBINAR),
                        TOKEN);
    }

    private static FidelityCard errors(FidelityCard card) {
        return card.standard(Text.of("erreurs : rfc", "errors: rfc"), Basis.of("RFC 6749 §5.2, RFC 8693 §2.2.2"), TOKEN)
                .exact(
                        Text.of(
                                "erreurs : keycloak, autant que le disent ses sources ; la production est inconnue",
                                "errors: keycloak, as far as its sources tell; production is unknown"),
                        Basis.of(KEYCLOAK),
                        TOKEN)
                .standard(
                        Text.of(
                                "renouvellement, révocation, introspection par un client",
                                "refresh, revocation, introspection by a client"),
                        Basis.of("RFC 6749 §6, RFC 7009, RFC 7662"),
                        TOKEN,
                        REVOCATION,
                        INTROSPECTION)
                .standard(
                        Text.of(
                                "jetons qui suivent la session PSC ; inactif sauf réglage",
                                "tokens that follow PSC's session; off unless set"),
                        Basis.of("OpenID Connect Back-Channel Logout"),
                        LOGOUT);
    }
}
