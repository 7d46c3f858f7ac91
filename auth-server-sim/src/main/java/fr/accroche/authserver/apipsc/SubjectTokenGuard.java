package fr.accroche.authserver.apipsc;

import fr.accroche.authserver.Call;
import fr.accroche.authserver.OAuthError;
import fr.accroche.authserver.OAuthRefusal;
import fr.accroche.authserver.Rules;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.HopNotes;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.text.Text;
import fr.accroche.wire.json.JsonObject;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What PSC says of the subject token: alive, its own, at a good level (TOK-02), and given to the very client that exchanges it
 * (IDN-04). Each failure is 400 invalid_request (RFC 8693 §2.2.2).
 */
final class SubjectTokenGuard {

    private final String issuer;
    private final Set<String> acceptedAcr;

    SubjectTokenGuard(String issuer, Set<String> acceptedAcr) {
        this.issuer = issuer;
        this.acceptedAcr = acceptedAcr;
    }

    void check(Call call, JsonObject said, Optional<String> clientId) {
        boolean active = said.bool("active").orElse(false);
        note(call.notes(), said, active);
        if (!active) {
            refuse(
                    call,
                    Rules.PSC_TOKEN_GENUINE,
                    Text.of("PSC dit le jeton inactif.", "PSC says that the token is inactive."),
                    new Observed("active", "PSC/introspection"),
                    new Observed("inactive", "PSC/introspection/active"));
            return;
        }
        expect(call, said, "typ", Set.of("Bearer"));
        expect(call, said, "iss", Set.of(issuer));
        expect(call, said, "acr", acceptedAcr);
        person(call, said);
        clientId.ifPresent(id -> sameClient(call, said, id));
    }

    private static void note(HopNotes notes, JsonObject said, boolean active) {
        notes.note(Fact.SUBJECT_TOKEN_STATE, active ? "active" : "inactive", "PSC/introspection/active")
                .note(Fact.SUBJECT_TOKEN_ISSUER, said.text("iss"), "token/iss")
                .note(Fact.SUBJECT_TOKEN_CLIENT, said.text("azp"), "token/azp")
                .note(Fact.SUBJECT_TOKEN_ACR, said.text("acr"), "token/acr")
                .note(Fact.TOKEN_PERSON, said.text("SubjectNameID"), "token/SubjectNameID")
                .note(Fact.PSC_SESSION, said.text("sid"), "token/sid");
    }

    private static void expect(Call call, JsonObject said, String claim, Set<String> values) {
        Optional<String> value = said.text(claim);
        if (value.filter(values::contains).isEmpty()) {
            String observed = value.orElse(Observed.NOTHING.value());
            String expected = String.join(", ", new TreeSet<>(values));
            refuse(
                    call,
                    Rules.PSC_TOKEN_GENUINE,
                    Text.of("Le jeton PSC a {0} = {1}, attendu : {2}.", "The PSC token has {0} = {1}, expected: {2}.")
                            .with(claim, observed, expected),
                    new Observed(expected, "API-PSC"),
                    new Observed(observed, "token/" + claim));
        }
    }

    private static void person(Call call, JsonObject said) {
        if (said.text("SubjectNameID").isEmpty()) {
            refuse(
                    call,
                    Rules.PSC_TOKEN_GENUINE,
                    Text.of("Le jeton PSC ne nomme personne.", "The PSC token names nobody."),
                    new Observed("SubjectNameID", "API-PSC"),
                    new Observed(Observed.NOTHING.value(), "token/SubjectNameID"));
        }
    }

    private static void sameClient(Call call, JsonObject said, String clientId) {
        String owner = said.text("azp").orElse(Observed.NOTHING.value());
        if (!owner.equals(clientId)) {
            refuse(
                    call,
                    Rules.SAME_CLIENT,
                    Text.of(
                                    "Le jeton PSC a été remis à {0} ; c'est {1} qui l'échange.",
                                    "The PSC token was given to {0}; {1} exchanges it.")
                            .with(owner, clientId),
                    new Observed(clientId, call.where("client_id")),
                    new Observed(owner, "token/azp"));
        }
    }

    private static void refuse(Call call, RuleId rule, Text sentence, Observed expected, Observed observed) {
        call.refuse(OAuthRefusal.of(rule, sentence, expected, observed, OAuthError.invalidRequest("invalid token")));
    }
}
