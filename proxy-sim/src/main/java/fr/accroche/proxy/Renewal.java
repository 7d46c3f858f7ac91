package fr.accroche.proxy;

import java.util.Optional;

/**
 * The renewal of one token, as the copies of the proxy see it.
 *
 * @param by which attempt it is
 * @param brought what it brought where its session was over meanwhile, for whoever ends that; empty while it is under way
 */
record Renewal(String by, Optional<ApiToken> brought) {

    /** How a token is renewed, and what a call is told whose token was not. */
    interface Way {

        /** Redeems the refresh token. */
        Outcome<ApiToken> redeem(ApiToken ending);

        /** For a server that has refused before. */
        Refused refused(HeldToken.Refusal before);

        /** For a copy that renews it and does not come to an end. */
        Refused underWay();
    }

    static Renewal begun(String by) {
        return new Renewal(by, Optional.empty());
    }

    boolean isUnderWay() {
        return brought.isEmpty();
    }

    Renewal bringing(ApiToken token) {
        return new Renewal(by, Optional.of(token));
    }
}
