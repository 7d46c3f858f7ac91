package fr.accroche.compliance.exchange;

import fr.accroche.compliance.text.Text;

/** Where in the chain a hop happens, in the order of a sound session. */
public enum Stage {
    HANDSHAKE_FAILED("échec de la poignée de main TLS", "failed TLS handshake"),
    REQUEST_REFUSED("requête refusée à l'entrée", "request refused at the door"),
    /** The server played a fault that was asked for instead of looking at the call: no rule judges it. */
    FAULT_ON_DEMAND("panne sur demande", "fault on demand"),
    /** Noted by accroche's LPS, where the proxy is the vendor's: nobody else saw it. */
    LPS_CONNECT("connexion demandée par le LPS", "connection asked for by the LPS"),
    PROXY_CONNECT("connexion au proxy", "connection to the proxy"),
    PSC_DISCOVERY("découverte PSC", "PSC discovery"),
    PSC_CIBA("demande CIBA à PSC", "CIBA request to PSC"),
    /** PSC calls the client (CIBA Core §10.2): the one hop whose caller is PSC. */
    PSC_PING("avis de PSC au client", "notification of the client by PSC"),
    PSC_AUTHORIZATION("demande de connexion à PSC", "authorization request to PSC"),
    PSC_LOGIN("page de connexion de PSC", "PSC login page"),
    PSC_TOKEN("jeton PSC", "PSC token"),
    PSC_JWKS("clés de PSC", "PSC keys"),
    PSC_INTROSPECTION("introspection PSC", "PSC introspection"),
    PSC_REVOCATION("révocation PSC", "PSC revocation"),
    PSC_USERINFO("userinfo PSC", "PSC userinfo"),
    EXCHANGE("échange de jeton", "token exchange"),
    CREDENTIAL("API Credential", "API Credential"),
    API_INTROSPECTION("introspection API", "API introspection"),
    API_DISCOVERY("découverte de l'API PSC", "API PSC discovery"),
    API_JWKS("clés de l'API PSC", "API PSC keys"),
    API_REVOCATION("révocation API", "API revocation"),
    RESOURCE("ressource de démonstration", "demonstration resource"),
    LPS_SEND("requête métier émise par le LPS", "business request sent by the LPS"),
    PROXY_SEND("requête métier au proxy", "business request to the proxy"),
    BUSINESS("requête métier au téléservice", "business request to the téléservice"),
    /** Noted by accroche's LPS, where the proxy is the vendor's. */
    LPS_DISCONNECT("déconnexion demandée par le LPS", "disconnection asked for by the LPS"),
    PROXY_DISCONNECT("déconnexion du proxy", "disconnection from the proxy"),
    /** Nobody called: the proxy ends a session that ran out by itself. */
    PROXY_SESSION_OVER("fin d'une session du proxy", "end of a session of the proxy"),
    PSC_LOGOUT("déconnexion PSC", "PSC logout"),
    API_LOGOUT("avis de déconnexion à l'API PSC", "logout notice to the API PSC");

    private final Text title;

    Stage(String fr, String en) {
        this.title = Text.of(fr, en);
    }

    public Text title() {
        return title;
    }
}
