package fr.accroche.credential;

import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.text.Text;
import fr.accroche.wire.Form;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonException;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.json.JsonText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request as far as it can be read. Other fields than the four are let through: the public sample ends on a comma, so more
 * may follow.
 *
 * @param values the fields that are there and not empty
 * @param refusals one per field that is missing, empty or no text; or one for a body that is no JSON object
 */
record CredentialRequest(Map<Field, String> values, List<Refusal> refusals) {

    /** Longest value of a field; far above a CN's 64 (X.520) and an idNatStruct's 15. */
    private static final int LONGEST = 256;

    CredentialRequest {
        values = Map.copyOf(values);
        refusals = List.copyOf(refusals);
    }

    static CredentialRequest parse(byte[] body) {
        try {
            return read(Json.parseObject(body));
        } catch (JsonException e) {
            return new CredentialRequest(Map.of(), List.of(unreadable(e.getMessage())));
        }
    }

    /** The fields as parameters of a query; one that is repeated counts once. */
    static CredentialRequest query(String query) {
        try {
            Form form = Form.parse(query);
            JsonObject json = JsonObject.EMPTY;
            for (String name : form.names()) {
                json = json.with(name, form.first(name).orElse(""));
            }
            return read(json);
        } catch (IllegalArgumentException e) {
            return new CredentialRequest(Map.of(), List.of(unreadable(e.getMessage())));
        }
    }

    private static CredentialRequest read(JsonObject json) {
        Map<Field, String> values = new EnumMap<>(Field.class);
        List<Refusal> refusals = new ArrayList<>();
        for (Field field : Field.values()) {
            Optional<Json> value = json.get(field.wireName());
            if (value.isPresent() && value.get() instanceof JsonText text && acceptable(text.value())) {
                values.put(field, text.value());
            } else {
                refusals.add(wrong(field, value.map(CredentialRequest::describe).orElse("absent")));
            }
        }
        return new CredentialRequest(values, refusals);
    }

    private static boolean acceptable(String value) {
        return !value.isBlank() && value.length() <= LONGEST;
    }

    private static String describe(Json value) {
        if (value instanceof JsonText text) {
            return text.value().isBlank() ? "\"\"" : "text of " + text.value().length() + " characters";
        }
        return value.getClass().getSimpleName();
    }

    private static Refusal wrong(Field field, String observed) {
        return Refusal.of(
                400,
                field.wireName(),
                field.wireName() + " must be a text of 1 to " + LONGEST + " characters",
                Rules.FOUR_FIELDS,
                Text.of(
                                "Le champ {0} de l'appel à l'API Credential manque, est vide ou n'est pas un texte ({1}).",
                                "The field {0} of the API Credential call is missing, empty or no text ({1}).")
                        .with(field.wireName(), observed),
                new Observed("text of 1 to " + LONGEST + " characters", "API Credential"),
                new Observed(observed, field.where()));
    }

    private static Refusal unreadable(String cause) {
        return Refusal.of(
                400,
                null,
                "the body must be one JSON object: " + cause,
                Rules.FOUR_FIELDS,
                Text.of(
                                "Le corps de l'appel à l'API Credential n'est pas un objet JSON ({0}).",
                                "The body of the API Credential call is no JSON object ({0}).")
                        .with(cause),
                new Observed("JSON object", "API Credential"),
                new Observed(cause, "json"));
    }
}
