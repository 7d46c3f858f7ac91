package fr.accroche.teleservice.stub;

import com.github.tomakehurst.wiremock.common.Json;
import com.github.tomakehurst.wiremock.common.JsonException;
import com.github.tomakehurst.wiremock.matching.StringValuePattern;
import fr.accroche.compliance.text.Text;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** One part of what a custom matcher expects of a call. */
interface Expected {

    Text NOTHING = Text.of("{0} n'attend rien : lui donner des paramètres", "{0} expects nothing: give it parameters");

    Text UNKNOWN = Text.of(
            "un filtre (customMatcher) est client-certificate, token-claims, assertion-attributes, soap-payload ou caller, pas {0}",
            "a custom matcher is client-certificate, token-claims, assertion-attributes, soap-payload or caller, not {0}");

    Text NO_PATTERN =
            Text.of("{0} doit être un motif de WireMock, comme {1}", "{0} has to be a pattern of WireMock, as {1}");

    /** @param payload what the call asks for, if it is in XML */
    boolean metBy(Caller caller, Supplier<Optional<String>> payload);

    /**
     * Reads what a matcher of this name expects.
     *
     * @throws UnlawfulStubException if that cannot be
     */
    static Expected of(String matcher, Map<?, ?> parameters) {
        if (matcher.equals(Payload.MATCHER)) {
            StringValuePattern pattern = pattern(matcher, parameters);
            return (caller, payload) -> payload.get()
                    .filter(asked -> pattern.match(asked).isExactMatch())
                    .isPresent();
        }
        for (Evidence evidence : Evidence.values()) {
            if (evidence.matcher().equals(matcher)) {
                return Expectations.of(evidence, parameters);
            }
        }
        throw new UnlawfulStubException(UNKNOWN.with(matcher));
    }

    /** A pattern of WireMock. */
    static StringValuePattern pattern(String where, Object value) {
        try {
            return Json.read(Json.write(value), StringValuePattern.class);
        } catch (JsonException noPattern) {
            throw new UnlawfulStubException(NO_PATTERN.with(where, "{\"matches\": \"…\"}"));
        }
    }
}
