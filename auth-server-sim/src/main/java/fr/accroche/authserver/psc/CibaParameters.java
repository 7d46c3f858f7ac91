package fr.accroche.authserver.psc;

import fr.accroche.authserver.Call;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonNumber;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.json.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parameters of an authentication request, wherever they were: in the form (CIBA Core §7.1), or in a signed request object
 * (§7.1.1). An empty one counts as omitted (RFC 6749 §3.2).
 *
 * @param values by name
 * @param place where they were, for locators: {@code form/}, or {@code request/}
 */
record CibaParameters(Map<String, String> values, String place) {

    /** CIBA Core §7.1, and PSC's own {@code channel}. */
    static final List<String> NAMES = List.of(
            "scope",
            "client_notification_token",
            "acr_values",
            "login_hint_token",
            "id_token_hint",
            "login_hint",
            "binding_message",
            "user_code",
            "requested_expiry",
            "channel");

    /** What a breach does not show. */
    private static final Set<String> SECRET =
            Set.of("client_notification_token", "login_hint_token", "id_token_hint", "user_code");

    static CibaParameters plain(Call call) {
        Map<String, String> values = new LinkedHashMap<>();
        NAMES.forEach(name -> call.parameter(name).ifPresent(value -> values.put(name, value)));
        return new CibaParameters(values, "form/");
    }

    /** Those of a request object; a claim that is no text counts as omitted, but for {@code requested_expiry} (§7.1.1). */
    static CibaParameters signed(JsonObject claims) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : NAMES) {
            claims.get(name)
                    .filter(value -> written(name, value))
                    .map(value -> value instanceof JsonText text ? text.value() : value.compact())
                    .filter(value -> !value.isEmpty())
                    .ifPresent(value -> values.put(name, value));
        }
        return new CibaParameters(values, "request/");
    }

    /** Whether a claim has the type that its parameter must have. */
    static boolean written(String name, Json value) {
        return value instanceof JsonText || name.equals("requested_expiry") && value instanceof JsonNumber;
    }

    Optional<String> first(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The words of a parameter that has several, separated by spaces. */
    List<String> words(String name) {
        return first(name).map(Scopes::words).orElse(List.of());
    }

    /** A parameter as a breach shows it. */
    Observed observed(String name) {
        String shown = first(name)
                .map(value -> SECRET.contains(name) ? "present" : Call.clipped(value))
                .orElse(Observed.NOTHING.value());
        return new Observed(shown, place + name);
    }

    void note(Call call, Fact fact, String name) {
        call.notes().note(fact, first(name).map(Call::clipped), place + name);
    }

    /** The names only: hints and tokens are nobody's business. */
    @Override
    public String toString() {
        return place + values.keySet();
    }
}
