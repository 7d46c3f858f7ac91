package fr.accroche.authserver.psc.browser;

import java.time.Instant;
import java.util.Objects;

/**
 * What a code stands for; the code itself is only the key to it.
 *
 * @param request what it answers: its client, its redirect_uri, its challenge
 * @param session of whoever logged in, as it was then
 * @param until when it expires
 * @param <S> the sessions
 */
public record AuthorizationCode<S>(AuthorizationRequest request, S session, Instant until) {

    public AuthorizationCode {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(session, "session");
        Objects.requireNonNull(until, "until");
    }
}
