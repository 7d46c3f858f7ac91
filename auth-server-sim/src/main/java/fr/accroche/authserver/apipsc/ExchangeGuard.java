package fr.accroche.authserver.apipsc;

import fr.accroche.authserver.Call;
import fr.accroche.compliance.declaration.ApiPscChoices;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Observed;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The parameters of a token exchange (TOK-01; RFC 8693 §2.1). */
final class ExchangeGuard {

    static final String TOKEN_EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
    static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";
    static final String JWT = "urn:ietf:params:oauth:token-type:jwt";
    static final String REFRESH_TOKEN = "urn:ietf:params:oauth:token-type:refresh_token";

    private static final List<String> SUBJECT_TYPES = List.of(ACCESS_TOKEN, JWT);

    /** Keycloak's default is the last: an access token, with a refresh token beside it. */
    private static final List<String> REQUESTED_TYPES = List.of(ACCESS_TOKEN, JWT, REFRESH_TOKEN);

    private final ApiPscChoices choices;
    private final Wording wording;

    ExchangeGuard(ApiPscChoices choices, Wording wording) {
        this.choices = choices;
        this.wording = wording;
    }

    void check(Call call) {
        call.note(Fact.SUBJECT_TOKEN_TYPE, "subject_token_type");
        call.note(Fact.REQUESTED_TOKEN_TYPE, "requested_token_type");
        call.note(Fact.SUBJECT_ISSUER, "subject_issuer");
        if (call.parameter("subject_token").isEmpty()) {
            refuse(call, "subject_token", "a PSC access token", WireError.SUBJECT_TOKEN_MISSING);
        }
        if (call.parameter("subject_token_type").filter(SUBJECT_TYPES::contains).isEmpty()) {
            refuse(call, "subject_token_type", ACCESS_TOKEN, WireError.SUBJECT_TOKEN_TYPE);
        }
        if (!call.parameter("requested_token_type")
                .map(REQUESTED_TYPES::contains)
                .orElse(true)) {
            refuse(call, "requested_token_type", String.join(" | ", REQUESTED_TYPES), WireError.REQUESTED_TOKEN_TYPE);
        }
        subjectIssuer(call);
        actor(call);
    }

    private void subjectIssuer(Call call) {
        boolean right = call.parameter("subject_issuer")
                .map(choices.subjectIssuer()::equals)
                .orElse(!choices.subjectIssuerRequired());
        if (!right) {
            refuse(call, "subject_issuer", choices.subjectIssuer(), WireError.SUBJECT_ISSUER);
        }
    }

    /** No public document says who signs an actor token, so none can be judged: better no than a delegation on trust. */
    private void actor(Call call) {
        String sent = Stream.of("actor_token", "actor_token_type")
                .filter(name -> call.parameter(name).isPresent())
                .collect(Collectors.joining(" "));
        call.notes().note(Fact.EXCHANGE_ACTOR, Optional.of(sent).filter(names -> !names.isEmpty()), "form");
        boolean token = call.parameter("actor_token").isPresent();
        if (token != call.parameter("actor_token_type").isPresent()) {
            refuse(call, "actor_token_type", "with actor_token, and only then", WireError.ACTOR_TOKEN_PAIR);
        } else if (token) {
            refuse(call, "actor_token", "no actor_token", WireError.ACTOR_TOKEN);
        }
    }

    private void refuse(Call call, String parameter, String expected, WireError error) {
        Observed observed = parameter.endsWith("_token")
                ? new Observed(
                        call.parameter(parameter).map(Fact.PSC_TOKEN::redact).orElse(Observed.NOTHING.value()),
                        call.where(parameter))
                : call.observed(parameter);
        wording.refuseParameter(call, error, parameter, new Observed(expected, "RFC 8693 §2.1"), observed);
    }
}
