package fr.accroche.teleservice.stub;

import com.github.tomakehurst.wiremock.common.Json;
import com.github.tomakehurst.wiremock.common.JsonException;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.matching.StringValuePattern;
import java.util.Map;

/** One part of what a custom matcher expects of a call. */
interface Expected {

    boolean metBy(Caller caller, Request request);

    /**
     * Reads what a matcher of this name expects.
     *
     * @throws IllegalArgumentException in one line for the user, if that cannot be
     */
    static Expected of(String matcher, Map<?, ?> parameters) {
        if (matcher.equals(Payload.MATCHER)) {
            StringValuePattern pattern = pattern(matcher, parameters);
            return (caller, request) -> Payload.of(
                            request.containsHeader("Content-Type") ? request.getHeader("Content-Type") : "",
                            request.getBody())
                    .filter(payload -> pattern.match(payload).isExactMatch())
                    .isPresent();
        }
        for (Evidence evidence : Evidence.values()) {
            if (evidence.matcher().equals(matcher)) {
                return Expectations.of(evidence, parameters);
            }
        }
        throw new IllegalArgumentException("a custom matcher is client-certificate, token-claims, assertion-attributes,"
                + " soap-payload or caller, not " + matcher);
    }

    /** A pattern of WireMock. */
    static StringValuePattern pattern(String where, Object value) {
        try {
            return Json.read(Json.write(value), StringValuePattern.class);
        } catch (JsonException noPattern) {
            throw new IllegalArgumentException(
                    where + " has to be a pattern of WireMock, as {\"matches\": \"…\"}", noPattern);
        }
    }
}
