package fr.accroche.proxy;

import fr.accroche.wire.json.JsonObject;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How this proxy misbehaves.
 *
 * @param present its defects; empty in a sound proxy
 * @param otherClient whose token or certificate is taken by mistake
 * @param credentialApi the address of the API Credential
 * @param ownNumber the number that the proxy takes for the LPS's
 */
public record ProxyDefects(
        Set<ProxyDefect> present,
        Optional<String> otherClient,
        Optional<URI> credentialApi,
        Optional<String> ownNumber) {

    /** A sound proxy. */
    public static final ProxyDefects NONE =
            new ProxyDefects(Set.of(), Optional.empty(), Optional.empty(), Optional.empty());

    public ProxyDefects {
        present = Set.copyOf(present);
        Objects.requireNonNull(otherClient, "otherClient");
        Objects.requireNonNull(credentialApi, "credentialApi");
        Objects.requireNonNull(ownNumber, "ownNumber");
        need(present, ProxyDefect.EXCHANGES_TOKEN_OF_ANOTHER_CLIENT, otherClient, "otherClient");
        need(present, ProxyDefect.PRESENTS_CERTIFICATE_OF_ANOTHER_CLIENT, otherClient, "otherClient");
        need(present, ProxyDefect.CALLS_CREDENTIAL_API, credentialApi, "credentialApi");
        need(present, ProxyDefect.WRITES_ITS_OWN_NUMBER, ownNumber, "ownNumber");
    }

    /**
     * What the ANS demonstrator of a Proxy e-Santé is known to do otherwise (docs/sources.md, ANS proxy); all else of it is the
     * contract that this proxy speaks too.
     */
    public static final Set<ProxyDefect> OF_THE_DEMONSTRATOR = Set.of(
            ProxyDefect.LEAVES_A_HALF_BUILT_SESSION,
            ProxyDefect.KEEPS_POLLING_AFTER_REFUSAL,
            ProxyDefect.IGNORES_SLOW_DOWN,
            ProxyDefect.NEVER_RENEWS_API_TOKENS,
            ProxyDefect.LEAKS_COOKIE_TO_SERVICES,
            ProxyDefect.NEVER_REVOKES_TOKENS,
            ProxyDefect.KEEPS_SESSION_WHEN_PSC_IS_DOWN);

    private static void need(Set<ProxyDefect> present, ProxyDefect defect, Optional<?> parameter, String name) {
        if (present.contains(defect) && parameter.isEmpty()) {
            throw new IllegalArgumentException(defect + " needs " + name);
        }
    }

    /** One that needs no parameter. */
    public static ProxyDefects only(ProxyDefect defect) {
        return new ProxyDefects(Set.of(defect), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** One that takes another client's token or certificate. */
    public static ProxyDefects withOtherClient(ProxyDefect defect, String otherClient) {
        return new ProxyDefects(Set.of(defect), Optional.of(otherClient), Optional.empty(), Optional.empty());
    }

    /** {@link ProxyDefect#CALLS_CREDENTIAL_API} at this address. */
    public static ProxyDefects callingCredentialApi(URI credentialApi) {
        return new ProxyDefects(
                Set.of(ProxyDefect.CALLS_CREDENTIAL_API),
                Optional.empty(),
                Optional.of(credentialApi),
                Optional.empty());
    }

    /** {@link ProxyDefect#WRITES_ITS_OWN_NUMBER} with this number. */
    public static ProxyDefects writingNumber(String ownNumber) {
        return new ProxyDefects(
                Set.of(ProxyDefect.WRITES_ITS_OWN_NUMBER), Optional.empty(), Optional.empty(), Optional.of(ownNumber));
    }

    /** Whether the proxy has this defect. */
    public boolean has(ProxyDefect defect) {
        return present.contains(defect);
    }

    /** What is told of a token to the LPS: nothing, null, by a sound proxy. */
    String told(Token token) {
        return has(ProxyDefect.TELLS_ITS_TOKENS) ? token.value() : null;
    }

    /**
     * A token response that is about to be read.
     *
     * @throws IllegalArgumentException naming what is missing
     */
    JsonObject read(JsonObject tokens) {
        if (has(ProxyDefect.EXPECTS_EVERY_MEMBER) && tokens.get("expires_in").isEmpty()) {
            throw new IllegalArgumentException("expires_in is missing");
        }
        return tokens;
    }

    /** A connection that nobody agreed to in time. */
    Refused expired(Refused refused) {
        return has(ProxyDefect.KEEPS_POLLING_AFTER_REFUSAL)
                ? Refused.byContract(WireError.empty(500, "proxy_internal_error"), refused.sentence())
                : refused;
    }

    /** A connection that failed; where an answer could not be read, with the cookie of a session that is none. */
    Refused failed(Refused refused) {
        boolean unread = refused.grounds() instanceof Grounds.UpstreamFailed
                && !refused.wire().type().equals(WireError.UNAVAILABLE);
        return has(ProxyDefect.LEAVES_A_HALF_BUILT_SESSION) && unread
                ? refused.with("Set-Cookie", SessionCookie.holding(new Token("half-built")))
                : refused;
    }

    /** A trace as it is given out. */
    JsonObject traced(JsonObject trace) {
        return has(ProxyDefect.MISNAMES_A_TRACE_FIELD)
                ? trace.without("IdRPPS").with("idRpps", trace.text("IdRPPS").orElse(null))
                : trace;
    }

    /** Keeps the number, a secret of the software, out of every log. */
    @Override
    public String toString() {
        return "ProxyDefects" + present;
    }
}
