package fr.accroche.compliance.declaration;

import java.time.Duration;
import java.util.Map;

/**
 * How Pro Santé Connect behaves where public documents are silent or disagree. Each has a default and its reason in
 * docs/settings.md.
 *
 * @param acr the level that tokens bear
 * @param channelRequired whether an authentication request without {@code channel} is refused
 * @param bindingMessage what a binding_message may be
 * @param loginHint what a login_hint may be
 * @param unknownUser what is answered of a login_hint that is nobody's
 * @param cibaExpiry how long an authentication request waits
 * @param firstPoll whether the first poll, too, waits for the interval
 * @param ping whether clients may be told instead of polling (CIBA Core §10.2)
 * @param boundTokens whether PSC's own access tokens are bound to the client's certificate (RFC 8705 §3)
 * @param pkce what a browser's login must prove (RFC 7636)
 * @param codeLife of an authorization code
 * @param refreshTokenLife of a refresh token
 * @param sessionLife the longest that a session lasts
 * @param sessionIdle how long a session lasts without being used
 * @param skew tolerated in the dates of what clients sign
 * @param eCps what professionals do with a request to authenticate
 * @param eCpsOf the same by national identifier, for those who do otherwise
 * @param eCpsDelay after how long they do it
 */
public record PscChoices(
        Acr acr,
        boolean channelRequired,
        BindingMessage bindingMessage,
        LoginHint loginHint,
        UnknownUser unknownUser,
        Duration cibaExpiry,
        FirstPoll firstPoll,
        boolean ping,
        boolean boundTokens,
        Pkce pkce,
        Duration codeLife,
        Duration refreshTokenLife,
        Duration sessionLife,
        Duration sessionIdle,
        Duration skew,
        ECpsAnswer eCps,
        Map<String, ECpsAnswer> eCpsOf,
        Duration eCpsDelay) {

    public static final PscChoices DEFAULT = new PscChoices(
            Acr.EIDAS1,
            false,
            BindingMessage.DIGITS,
            LoginHint.ANY,
            UnknownUser.UNKNOWN_USER_ID,
            Duration.ofMinutes(2),
            FirstPoll.STRICT,
            false,
            false,
            Pkce.S256,
            Duration.ofMinutes(1),
            Duration.ofMinutes(30),
            Duration.ofHours(4),
            Duration.ofMinutes(30),
            Duration.ZERO,
            ECpsAnswer.HABIT,
            Map.of(),
            Duration.ZERO);

    public PscChoices {
        eCpsOf = Map.copyOf(eCpsOf);
    }

    /** The same where an authentication request waits for so long. */
    public PscChoices withCibaExpiry(Duration expiry) {
        return new PscChoices(
                acr,
                channelRequired,
                bindingMessage,
                loginHint,
                unknownUser,
                expiry,
                firstPoll,
                ping,
                boundTokens,
                pkce,
                codeLife,
                refreshTokenLife,
                sessionLife,
                sessionIdle,
                skew,
                eCps,
                eCpsOf,
                eCpsDelay);
    }

    /** The same where every professional does this, whatever was declared of each. */
    public PscChoices withECps(ECpsAnswer answer) {
        return new PscChoices(
                acr,
                channelRequired,
                bindingMessage,
                loginHint,
                unknownUser,
                cibaExpiry,
                firstPoll,
                ping,
                boundTokens,
                pkce,
                codeLife,
                refreshTokenLife,
                sessionLife,
                sessionIdle,
                skew,
                answer,
                Map.of(),
                eCpsDelay);
    }

    /** The levels seen in public, and none at all. */
    public enum Acr {
        EIDAS1,
        EIDAS2,
        EIDAS3,
        NONE
    }

    /** What a binding_message may be. */
    public enum BindingMessage {
        /** Two digits, as the ANS proxy's contract says. */
        DIGITS,
        /** What Keycloak takes by itself: up to fifty letters, digits and {@code -._+/!?#}. */
        WORDS
    }

    /** What a login_hint may be. */
    public enum LoginHint {
        /** Any national identifier. */
        ANY,
        /** An identifier of the RPPS alone. */
        RPPS
    }

    /** What is answered of a login_hint that is nobody's. */
    public enum UnknownUser {
        /** CIBA Core §13. */
        UNKNOWN_USER_ID,
        /** Keycloak. */
        INVALID_REQUEST
    }

    /** When the first poll may come. */
    public enum FirstPoll {
        /** After the interval, as any other. */
        STRICT,
        /** At once. */
        LENIENT
    }

    /** What a professional does with a request to authenticate. */
    public enum ECpsAnswer {
        /** What this test person always does. */
        HABIT,
        ALLOW,
        DENY,
        /** Nothing, until somebody does at the simulated e-CPS. */
        SILENT
    }

    /** What a browser's login must prove. */
    public enum Pkce {
        /** A code_challenge may be left out, where the nonce does its work (RFC 9700 §2.1.1); one that is there is S256. */
        S256,
        /** Each request has an S256 code_challenge. */
        REQUIRED,
        /** As {@link #S256}, and {@code plain} is taken too, which whoever reads the request can redeem. */
        PLAIN
    }
}
