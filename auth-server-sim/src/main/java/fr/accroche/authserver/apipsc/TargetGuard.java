package fr.accroche.authserver.apipsc;

import fr.accroche.authserver.Call;
import fr.accroche.certs.Thumbprint;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonException;
import fr.accroche.wire.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a token is asked for: the target (RFC 8693 §2.1, RFC 8707 §2), the scope (RFC 6749 §3.3), and the certificate where a
 * client names it, as the CI-SIS guide lists {@code cnf} among the parameters.
 */
final class TargetGuard {

    private static final String SCOPE = "[\\x21\\x23-\\x5B\\x5D-\\x7E]+( [\\x21\\x23-\\x5B\\x5D-\\x7E]+)*";

    /** It is kept with every token. */
    private static final int LONGEST = 1_000;

    private final boolean scopeRequired;
    private final Wording wording;

    TargetGuard(boolean scopeRequired, Wording wording) {
        this.scopeRequired = scopeRequired;
        this.wording = wording;
    }

    /** The scope to grant: the one asked for, unless that is refused; empty for the usual one. */
    Optional<String> check(Call call, Realm realm) {
        target(call, "audience", Fact.EXCHANGE_AUDIENCE, List.of(realm.service().route(), realm.issuer()));
        target(call, "resource", Fact.EXCHANGE_RESOURCE, List.of(realm.issuer()));
        if (call.parameter("scope").isEmpty() && scopeRequired) {
            refuse(call, "scope", offered(realm.scopes()), "RFC 6749 §3.3", WireError.SCOPE_MISSING);
        }
        Optional<String> scope = scope(call, realm.scopes());
        certificate(call);
        return scope;
    }

    /** The scope asked for, if it is well written, and offered. */
    Optional<String> scope(Call call, List<String> offered) {
        Optional<String> scope = call.parameter("scope");
        Optional<String> right =
                scope.filter(asked -> asked.length() <= LONGEST && asked.matches(SCOPE) && within(asked, offered));
        if (scope.isPresent() && right.isEmpty()) {
            refuse(call, "scope", offered(offered), "RFC 6749 §3.3", WireError.SCOPE);
        }
        return right;
    }

    private static boolean within(String asked, List<String> offered) {
        return offered.isEmpty() || offered.containsAll(Arrays.asList(asked.split(" ")));
    }

    private static String offered(List<String> scopes) {
        return scopes.isEmpty() ? "words of RFC 6749 §3.3" : String.join(" ", scopes);
    }

    private void target(Call call, String parameter, Fact fact, List<String> own) {
        String all = String.join(" | ", call.form().all(parameter));
        call.notes()
                .note(fact, Optional.of(Call.clipped(all)).filter(named -> !named.isEmpty()), call.where(parameter));
        call.form().all(parameter).stream()
                .filter(named -> !own.contains(named))
                .findFirst()
                .ifPresent(
                        other -> refuse(call, parameter, String.join(" | ", own), "RFC 8693 §2.1", WireError.TARGET));
    }

    private void certificate(Call call) {
        Optional<String> named = call.parameter("cnf");
        Optional<X509Certificate> shown = call.request().peer().certificate();
        if (named.isEmpty() || shown.isEmpty()) {
            return;
        }
        boolean same = Thumbprint.matchesAny(thumbprint(named.get()), shown.get());
        call.notes().note(Fact.EXCHANGE_CNF, same ? "same" : "other", call.where("cnf"));
        if (!same) {
            refuse(call, "cnf", Thumbprint.RFC8705.of(shown.get()), "TLS", WireError.CNF_PARAMETER);
        }
    }

    /** The thumbprint itself, or the claim that holds it. */
    private static String thumbprint(String cnf) {
        try {
            JsonObject claim = Json.parseObject(cnf.getBytes(StandardCharsets.UTF_8));
            return claim.object("cnf").orElse(claim).text("x5t#S256").orElse("");
        } catch (JsonException e) {
            return cnf;
        }
    }

    private void refuse(Call call, String parameter, String expected, String source, WireError error) {
        wording.refuseParameter(call, error, parameter, new Observed(expected, source), call.observed(parameter));
    }
}
