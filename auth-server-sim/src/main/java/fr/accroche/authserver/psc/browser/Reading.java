package fr.accroche.authserver.psc.browser;

import fr.accroche.authserver.Reply;

/** What an authorization request turns out to be. */
public sealed interface Reading {

    record Sound(AuthorizationRequest request) implements Reading {}

    /** Refused, on a page or at the client's address. */
    record Refused(Reply reply) implements Reading {}
}
