package fr.accroche.proxy;

import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.text.Text;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonException;
import fr.accroche.wire.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * An answer of PSC or of an authorization server.
 *
 * @param server who answered, for people
 * @param response its answer
 */
record UpstreamAnswer(Text server, Response response) {

    private static final int LONGEST_TEXT = 500;
    private static final int MOST_RULES = 20;
    private static final String DIAGNOSIS = "X-Accroche-Diagnosis";

    private static final Text REFUSED = Text.of(
            "{0} a refusé : {1} ; son propre journal dit pourquoi", "{0} refused: {1}; its own journal says why");
    private static final Text UNAVAILABLE =
            Text.of("{0} a répondu {1} : réessayez plus tard", "{0} answered {1}: try again later");
    private static final Text UNUSABLE = Text.of(
            "la réponse de {0} est inutilisable : « {1} » ; corrigez {0}",
            "the answer of {0} is unusable: {1}; correct {0}");

    /** Whether it is the success that was hoped for. */
    boolean succeeded() {
        return response.status() == 200;
    }

    /** The OAuth error code (RFC 6749 §5.2); empty if it names none. */
    Optional<String> error() {
        return member("error");
    }

    /**
     * Reads what a success holds.
     *
     * @param reader throws {@link IllegalArgumentException} saying what is wrong
     */
    <T> Outcome<T> read(Function<JsonObject, T> reader) {
        try {
            return Outcome.next(reader.apply(Json.parseObject(response.body())));
        } catch (JsonException | IllegalArgumentException e) {
            return Outcome.refused(unusable(e.getMessage()));
        }
    }

    /** The refusal for an answer that no refusal of the client can explain: a gateway's error. */
    Refused failed() {
        int status = response.status();
        int gateway = status == 503 || status == 504 ? status : 502;
        return Refused.byUpstreamFailure(
                WireError.empty(gateway, WireError.UNAVAILABLE), UNAVAILABLE.with(server, status));
    }

    /**
     * The refusal that the caller gets for it: 502, 503 and 504 as they are, all else a 401 descriptor
     * (docs/sources.md, ANS proxy).
     */
    Refused refused(JsonObject metadata) {
        int status = response.status();
        if (status == 502 || status == 503 || status == 504) {
            return failed();
        }
        String message = status + " - " + error().orElse("null") + " : "
                + member("error_description").orElse("null");
        return refused(server, message, rules(), metadata);
    }

    /** The refusal for a professional who did not answer in time: what PSC itself would say next (CIBA Core §11). */
    static Refused expired(Text server, long seconds, JsonObject metadata) {
        String message = "400 - expired_token : the professional did not authenticate within " + seconds + " s";
        return refused(server, message, List.of(), metadata);
    }

    /**
     * The refusal of a server that was told in these words.
     *
     * @param rules the rules of the chain that it named
     */
    static Refused refused(Text server, String message, List<RuleId> rules, JsonObject metadata) {
        return new Refused(
                WireError.descriptor(401, message, metadata),
                REFUSED.with(server, message),
                new Grounds.UpstreamRefused(rules));
    }

    private Refused unusable(String reason) {
        return Refused.byUpstreamFailure(WireError.empty(502, "http_protocol_error"), UNUSABLE.with(server, reason));
    }

    private Optional<String> member(String name) {
        try {
            return Json.parseObject(response.body())
                    .text(name)
                    .map(text -> text.substring(0, Math.min(text.length(), LONGEST_TEXT)));
        } catch (JsonException e) {
            return Optional.empty();
        }
    }

    private List<RuleId> rules() {
        return rules(response);
    }

    /** The rules of the chain that a server behind the proxy names. */
    static List<RuleId> rules(Response response) {
        return response.headers()
                .first(DIAGNOSIS)
                .map(ids -> Stream.of(ids.split(","))
                        .map(String::trim)
                        .filter(id -> id.matches("[A-Z]{3}-\\d{2}"))
                        .limit(MOST_RULES)
                        .map(RuleId::of)
                        .toList())
                .orElse(List.of());
    }
}
