package fr.accroche.authserver.psc;

import fr.accroche.authserver.Call;
import fr.accroche.authserver.Reply;
import fr.accroche.authserver.psc.browser.AuthorizationReader;
import fr.accroche.authserver.psc.browser.AuthorizationRequest;
import fr.accroche.authserver.psc.browser.Interaction;
import fr.accroche.authserver.psc.browser.Interactions;
import fr.accroche.authserver.psc.browser.Reading;
import fr.accroche.authserver.psc.browser.ReturnAddress;
import java.util.Optional;

/** The authorization endpoint (OpenID Connect Core §3.1.2), by GET and POST; no client certificate is asked for: a browser comes. */
final class AuthorizationEndpoint {

    private final AuthorizationReader reader;
    private final BrowserLogin login;
    private final Interactions interactions;

    AuthorizationEndpoint(AuthorizationReader reader, BrowserLogin login, Interactions interactions) {
        this.reader = reader;
        this.login = login;
        this.interactions = interactions;
    }

    Reply answer(Call call) {
        Reading reading = reader.read(call);
        if (reading instanceof Reading.Refused refused) {
            return refused.reply();
        }
        AuthorizationRequest request = ((Reading.Sound) reading).request();
        return call.request().method().equals("POST") ? byGet(request) : login.begin(call, request);
    }

    /** A form on another site sends no Lax cookie, so that nobody would seem to be logged in; the GET that follows has them. */
    private Reply byGet(AuthorizationRequest request) {
        Interaction arrived = interactions.open(request, Optional.empty(), new Interaction.Arrived());
        return ReturnAddress.seeOther(Paths.REALM + Paths.LOGIN + "?id=" + arrived.id());
    }
}
