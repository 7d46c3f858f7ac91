package fr.accroche.authserver.psc.browser;

import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonException;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The parameter {@code claims} (OpenID Connect Core §5.5): claims asked for one by one, and values that they must have. What is
 * not understood is ignored.
 *
 * @param idToken names asked for in the id_token
 * @param userInfo names asked for at userinfo
 * @param subjects each a sub that the person must have (§5.5.1); nobody has two
 * @param levels the acr values of which one is essential (§5.5.1.1); empty if none is
 */
public record ClaimsRequest(Set<String> idToken, Set<String> userInfo, Set<String> subjects, List<String> levels) {

    /** The most levels that are looked at; there are three. */
    private static final int MOST_LEVELS = 32;

    public static final ClaimsRequest NONE = new ClaimsRequest(Set.of(), Set.of(), Set.of(), List.of());

    public ClaimsRequest {
        idToken = Set.copyOf(idToken);
        userInfo = Set.copyOf(userInfo);
        subjects = Set.copyOf(subjects);
        levels = List.copyOf(levels);
    }

    /**
     * Reads the parameter; empty if it is no JSON object of objects.
     *
     * @param known the claims that there are; others are not kept, for they could be a thousand
     */
    public static Optional<ClaimsRequest> parse(String written, Set<String> known) {
        try {
            JsonObject all = Json.parseObject(written.getBytes(StandardCharsets.UTF_8));
            Optional<JsonObject> idToken = member(all, "id_token");
            Optional<JsonObject> userInfo = member(all, "userinfo");
            return Optional.of(new ClaimsRequest(
                    names(idToken, known),
                    names(userInfo, known),
                    Stream.of(idToken, userInfo)
                            .flatMap(Optional::stream)
                            .flatMap(claims -> claims.object("sub").stream())
                            .flatMap(sub -> sub.text("value").stream())
                            .collect(Collectors.toSet()),
                    idToken.flatMap(claims -> claims.object("acr"))
                            .filter(acr -> acr.bool("essential").orElse(false))
                            .map(ClaimsRequest::values)
                            .orElse(List.of())));
        } catch (JsonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<JsonObject> member(JsonObject all, String name) {
        if (all.get(name).filter(value -> !(value instanceof JsonObject)).isPresent()) {
            throw new IllegalArgumentException(name + " is an object");
        }
        return all.object(name);
    }

    private static Set<String> names(Optional<JsonObject> claims, Set<String> known) {
        return claims.stream()
                .flatMap(asked -> asked.members().keySet().stream())
                .filter(known::contains)
                .collect(Collectors.toSet());
    }

    private static List<String> values(JsonObject claim) {
        return Stream.concat(
                        claim.text("value").stream(),
                        claim.array("values").stream()
                                .flatMap(array -> array.items().stream())
                                .filter(JsonText.class::isInstance)
                                .map(value -> ((JsonText) value).value()))
                .limit(MOST_LEVELS)
                .toList();
    }
}
