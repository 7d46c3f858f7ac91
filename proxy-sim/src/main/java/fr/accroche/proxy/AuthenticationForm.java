package fr.accroche.proxy;

import fr.accroche.wire.Form;

/**
 * What the proxy asks PSC for a professional with (CIBA Core §7.1), with the values that PSC asks for (docs/sources.md, ANS
 * proxy); wrong in the way that its defects say.
 */
record AuthenticationForm(ProxyDefects defects) {

    Form of(Caller caller, Asked asked) {
        Form form = caller.form()
                .plus("channel", defects.has(ProxyDefect.ASKS_FOR_A_TEXT_MESSAGE) ? "SMS" : asked.channel())
                .plus("scope", defects.has(ProxyDefect.ASKS_FOR_OPENID_ALONE) ? "openid" : "openid scope_all");
        if (!defects.has(ProxyDefect.OMITS_ACR_VALUES)) {
            form = form.plus("acr_values", "eidas1");
        }
        if (defects.has(ProxyDefect.PROVES_ITSELF_BY_SECRET)) {
            form = form.plus("client_secret", "secret-d-un-site-web");
        }
        return form.plus("login_hint", asked.nationalId()).plus("binding_message", asked.bindingMessage());
    }
}
