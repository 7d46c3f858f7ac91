package fr.accroche.authserver.psc;

import static fr.accroche.compliance.fidelity.PublicSource.ANS_PROXY;
import static fr.accroche.compliance.fidelity.PublicSource.CI_SIS;
import static fr.accroche.compliance.fidelity.PublicSource.KEYCLOAK;
import static fr.accroche.compliance.fidelity.PublicSource.PSC_SAMPLES;
import static fr.accroche.compliance.fidelity.PublicSource.WEBINAR;

import fr.accroche.compliance.fidelity.Basis;
import fr.accroche.compliance.fidelity.FidelityCard;
import fr.accroche.compliance.text.Text;

/** How near the simulated Pro Santé Connect is to the real one. */
public final class PscFidelity {

    public static final FidelityCard CARD =
            people(flows(metadata(FidelityCard.of("Pro Santé Connect", "Pro Santé Connect"))));

    private PscFidelity() {}

    private static FidelityCard metadata(FidelityCard card) {
        return card.exact(
                        Text.of(
                                "émetteur, chemins, les deux noms des métadonnées",
                                "issuer, paths, both names of the metadata"),
                        Basis.of(PSC_SAMPLES),
                        Paths.WALLET_CONFIGURATION,
                        Paths.CONFIGURATION,
                        Paths.CERTS)
                .simplified(
                        Text.of(
                                "flux par appareil, demandes poussées (PAR), enregistrement, iframe de session, flux implicite et par mot de passe, private_key_jwt : PSC les annonce, rien ici ne les sert ; acr_values_supported nomme eidas1, où celui de PSC nomme 0",
                                "device flow, pushed requests (PAR), registration, session iframe, implicit and password grants, private_key_jwt: PSC advertises them, nothing serves them here; acr_values_supported names eidas1, where PSC's names 0"),
                        Basis.of(PSC_SAMPLES),
                        Paths.WALLET_CONFIGURATION,
                        Paths.CONFIGURATION)
                .exact(
                        Text.of(
                                "claims du jeton d'accès, de l'introspection et de userinfo (SubjectRefPro…) sous scope_all",
                                "claims of the access token, introspection and userinfo (SubjectRefPro…) under scope_all"),
                        Basis.of(PSC_SAMPLES),
                        Paths.TOKEN,
                        Paths.INTROSPECTION,
                        Paths.USERINFO)
                .exact(
                        Text.of(
                                "jetons d'accès sans cnf, comme tous les publics, bien que les métadonnées de PSC en annoncent de liés (settings.psc.boundTokens)",
                                "access tokens without cnf, as every public one, although PSC's metadata announces bound ones (settings.psc.boundTokens)"),
                        Basis.of(PSC_SAMPLES),
                        Paths.TOKEN)
                .standard(
                        Text.of(
                                "ce que donnent les scopes plus étroits ; ceux de PSC ne donnent rien ici",
                                "what the smaller scopes give; PSC's own give nothing here"),
                        Basis.of("OpenID Connect Core §5.4"),
                        Paths.USERINFO)
                .exact(
                        Text.of(
                                "jeton d'accès 2 min, session 4 h ou 30 min d'inactivité, refresh_token 30 min",
                                "access token 2 min, session 4 h or 30 min idle, refresh token 30 min"),
                        Basis.of(PSC_SAMPLES, CI_SIS),
                        Paths.TOKEN)
                .simplified(
                        Text.of(
                                "forme des refresh_token et auth_req_id : textes courts et opaques, alors que les refresh_token de PSC sont des JWT",
                                "form of refresh tokens and auth_req_id: short opaque texts, where PSC's refresh tokens are JWTs"),
                        Basis.of(PSC_SAMPLES, KEYCLOAK),
                        Paths.TOKEN,
                        Paths.CIBA);
    }

    private static FidelityCard flows(FidelityCard card) {
        return card.exact(
                        Text.of(
                                "demande CIBA (channel, binding_message, login_hint), sa réponse, déconnexion par POST",
                                "CIBA request (channel, binding_message, login_hint), its answer, logout by POST"),
                        Basis.of(ANS_PROXY),
                        Paths.CIBA,
                        Paths.LOGOUT)
                .standard(
                        Text.of(
                                "erreurs CIBA, slow_down, ping, demandes signées ; l'attente est celle du démonstrateur de l'agence",
                                "CIBA errors, slow_down, ping, signed requests; pending is as the agency's demonstrator knows it"),
                        Basis.of("CIBA Core §7, §10, §11, §13", ANS_PROXY),
                        Paths.CIBA,
                        Paths.TOKEN)
                .standard(
                        Text.of(
                                "flux par code, prompt, max_age, claims, PKCE, déconnexion par navigateur ; ce que la norme laisse ouvert, comme Keycloak",
                                "code flow, prompt, max_age, claims, PKCE, logout by browser; what the standard leaves open, as Keycloak"),
                        Basis.of("OpenID Connect Core, RP-Initiated Logout", KEYCLOAK),
                        Paths.AUTHORIZATION,
                        Paths.LOGOUT)
                .standard(
                        Text.of(
                                "refresh_token à usage unique, dont le retour met fin à l'autorisation",
                                "refresh tokens that serve once, and end their grant when they come back"),
                        Basis.of("RFC 9700 §4.14.2"),
                        Paths.TOKEN)
                .standard(
                        Text.of(
                                "révocation, introspection par un client pour ses propres jetons",
                                "revocation, introspection by a client of its own tokens"),
                        Basis.of("RFC 7009, RFC 7662"),
                        Paths.REVOCATION,
                        Paths.INTROSPECTION)
                .exact(
                        Text.of("client et certificat : CN = client_id", "client and certificate: CN = client_id"),
                        Basis.of(WEBINAR))
                .standard(
                        Text.of("quel statut refuse un mauvais certificat", "which status refuses a wrong certificate"),
                        Basis.of("RFC 8705 §2, RFC 6749 §5.2"));
    }

    private static FidelityCard people(FidelityCard card) {
        return card.invented(
                        Text.of(
                                "pages de connexion, d'accord et d'erreur, et leurs id",
                                "login, consent and error pages, and their ids"),
                        Paths.LOGIN,
                        Paths.LOGIN_STATUS)
                .invented(Text.of(
                        "e-CPS : page, appels, trois codes faux ; le code de la carte",
                        "e-CPS: page, calls, three wrong codes; the card's PIN"))
                .invented(Text.of(
                        "ce qui advient d'une e-CPS ou d'une carte révoquée (docs/identities.md)",
                        "what comes of a revoked e-CPS or card (docs/identities.md)"));
    }
}
