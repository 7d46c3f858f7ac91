package fr.accroche.authserver.apipsc;

import fr.accroche.authserver.Call;
import fr.accroche.authserver.Rules;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.HopNotes;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.text.Text;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What is known of the subject token: alive, PSC's own, an access token, at a good level (TOK-02). Whose it is, and for whom,
 * says {@link SubjectHolderGuard}.
 */
final class SubjectTokenGuard {

    private final String issuer;
    private final Set<String> acceptedAcr;
    private final Duration skew;
    private final Clock clock;
    private final Wording wording;

    /** @param acceptedAcr the levels that are good enough; empty: any, and none */
    SubjectTokenGuard(String issuer, Set<String> acceptedAcr, Duration skew, Clock clock, Wording wording) {
        this.issuer = issuer;
        this.acceptedAcr = acceptedAcr;
        this.skew = skew;
        this.clock = clock;
        this.wording = wording;
    }

    /**
     * The claims of a token that is alive; of another there is no more to say, unless calls are only explained: then those that
     * PSC still tells, or that the token itself has on nobody's word, if it is of PSC's shape.
     */
    Optional<JsonObject> check(Call call, PscSays said, Realm realm) {
        JsonObject claims = known(call, said);
        Optional<Observed> over = said.alive() ? outOfTime(claims).or(() -> ended(claims, realm)) : Optional.empty();
        boolean alive = said.alive() && over.isEmpty();
        note(call.notes(), claims, alive ? "active" : dead(call), said.where());
        if (!alive) {
            refuse(
                    call,
                    Text.of("Le jeton PSC n'est pas en vigueur.", "The PSC token is not in force."),
                    new Observed("active", said.where()),
                    over.orElse(new Observed("inactive", said.where() + "/active")));
            return call.explains() && ofPsc(claims) ? Optional.of(claims) : Optional.empty();
        }
        expect(call, claims, "typ", Set.of("Bearer"));
        expect(call, claims, "iss", Set.of(issuer));
        if (!acceptedAcr.isEmpty()) {
            expect(call, claims, "acr", acceptedAcr);
        }
        person(call, claims);
        written(call);
        return Optional.of(claims);
    }

    private JsonObject known(Call call, PscSays said) {
        if (said.alive() || !call.explains() || ofPsc(said.claims())) {
            return said.claims();
        }
        return call.parameter("subject_token")
                .flatMap(CompactJws::claims)
                .filter(this::ofPsc)
                .orElse(said.claims());
    }

    private boolean ofPsc(JsonObject claims) {
        return claims.text("iss").equals(Optional.of(issuer))
                && claims.text("typ").equals(Optional.of("Bearer"));
    }

    /** PSC's keys do not tell that its session ended; PSC itself may have. */
    private static Optional<Observed> ended(JsonObject claims, Realm realm) {
        return realm.hasEnded(claims) ? Optional.of(new Observed("session ended", "token/sid")) : Optional.empty();
    }

    /** PSC said so after the token was looked at: the API Credential was asked meanwhile. */
    void endedMeanwhile(Call call) {
        call.notes().note(Fact.SUBJECT_TOKEN_STATE, "inactive", "PSC/logout");
        refuse(
                call,
                Text.of(
                        "La session PSC s'est terminée pendant l'échange.",
                        "The PSC session ended during the exchange."),
                new Observed("active", "PSC/logout"),
                new Observed("session ended", "token/sid"));
    }

    /** The date that speaks against it (RFC 7519 §4.1.4 to §4.1.6); a token without dates has none, one with unreadable ones is late. */
    private Optional<Observed> outOfTime(JsonObject claims) {
        Instant now = clock.instant();
        return date(claims, "exp", end -> !now.isBefore(end.plus(skew)))
                .or(() -> date(claims, "nbf", start -> now.isBefore(start.minus(skew))))
                .or(() -> date(claims, "iat", start -> now.isBefore(start.minus(skew))));
    }

    private static Optional<Observed> date(JsonObject claims, String name, Predicate<Instant> wrong) {
        Optional<Json> written = claims.get(name);
        return written.filter(value ->
                        NumericDate.of(claims, name).filter(wrong.negate()).isEmpty())
                .map(value -> new Observed(value.compact(), "token/" + name));
    }

    private static void note(HopNotes notes, JsonObject claims, String state, String where) {
        notes.note(Fact.SUBJECT_TOKEN_STATE, state, where + "/active")
                .note(Fact.SUBJECT_TOKEN_ISSUER, claims.text("iss"), "token/iss")
                .note(Fact.SUBJECT_TOKEN_CLIENT, claims.text("azp"), "token/azp")
                .note(Fact.SUBJECT_TOKEN_ACR, claims.text("acr"), "token/acr")
                .note(Fact.TOKEN_PERSON, claims.text("SubjectNameID"), "token/SubjectNameID")
                .note(Fact.PSC_SESSION, claims.text("sid"), "token/sid");
    }

    /** PSC says no more of a token that is no access token than that it is not active; the token itself may. */
    private static String dead(Call call) {
        return call.parameter("subject_token")
                .flatMap(CompactJws::claims)
                .flatMap(claims -> claims.text("typ"))
                .filter("ID"::equals)
                .map(idToken -> "id_token")
                .orElse("inactive");
    }

    private void expect(Call call, JsonObject claims, String claim, Set<String> values) {
        Optional<String> value = claims.text(claim);
        if (value.filter(values::contains).isEmpty()) {
            String observed = value.orElse(Observed.NOTHING.value());
            String expected = String.join(", ", new TreeSet<>(values));
            refuse(
                    call,
                    Text.of("Le jeton PSC a {0} = {1}, attendu : {2}.", "The PSC token has {0} = {1}, expected: {2}.")
                            .with(claim, observed, expected),
                    new Observed(expected, "API-PSC"),
                    new Observed(observed, "token/" + claim));
        }
    }

    private void person(Call call, JsonObject claims) {
        if (claims.text("SubjectNameID").filter(name -> !name.isBlank()).isEmpty()) {
            refuse(
                    call,
                    Text.of("Le jeton PSC ne nomme personne.", "The PSC token names nobody."),
                    new Observed("SubjectNameID", "API-PSC"),
                    new Observed(Observed.NOTHING.value(), "token/SubjectNameID"));
        }
    }

    /** A token that is said to be a JWT is one (RFC 8693 §3). */
    private void written(Call call) {
        boolean jwt = call.parameter("subject_token_type")
                .filter(ExchangeGuard.JWT::equals)
                .isPresent();
        if (jwt && call.parameter("subject_token").flatMap(CompactJws::parse).isEmpty()) {
            refuse(
                    call,
                    Text.of("Le jeton annoncé JWT n'en est pas un.", "The token that is said to be a JWT is none."),
                    new Observed(ExchangeGuard.JWT, "RFC 8693 §3"),
                    new Observed("opaque", call.where("subject_token")));
        }
    }

    private void refuse(Call call, Text sentence, Observed expected, Observed observed) {
        wording.refuse(call, WireError.SUBJECT_TOKEN_INVALID, Rules.PSC_TOKEN_GENUINE, sentence, expected, observed);
    }
}
