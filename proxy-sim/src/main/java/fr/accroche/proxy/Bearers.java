package fr.accroche.proxy;

import fr.accroche.compliance.exchange.Fact;

/** What authorises a business call: the session's API token for that téléservice, renewed where that is due. */
final class Bearers {

    private final TokenExchange tokens;
    private final ProxyDefects defects;

    Bearers(TokenExchange tokens, ProxyDefects defects) {
        this.tokens = tokens;
        this.defects = defects;
    }

    Outcome<Authorised.Bearer> of(Session session, Route route, TraceContext trace) {
        return defects.has(ProxyDefect.SENDS_PSC_TOKEN)
                ? Outcome.next(
                        new Authorised.Bearer(Fact.PSC_TOKEN, session.psc().access()))
                : tokens.current(session, route, trace)
                        .then(token -> Outcome.next(new Authorised.Bearer(Fact.API_TOKEN, token)));
    }
}
