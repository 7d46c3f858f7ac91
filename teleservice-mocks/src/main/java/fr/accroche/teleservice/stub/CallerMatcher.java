package fr.accroche.teleservice.stub;

import com.github.tomakehurst.wiremock.extension.Parameters;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.matching.MatchResult;
import com.github.tomakehurst.wiremock.matching.RequestMatcherExtension;
import fr.accroche.compliance.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A {@code customMatcher} on what the caller proves and asks for. A mapping of WireMock has one custom matcher at most, so {@value #ALL}
 * takes the parameters of the others, each under its name.
 */
final class CallerMatcher extends RequestMatcherExtension {

    static final String ALL = "caller";

    private static final Text INNER = Text.of(
            "{0}/{1} est un objet, avec les paramètres de {1}", "{0}/{1} is an object, with the parameters of {1}");

    private final String name;
    private final CurrentCaller current;

    private CallerMatcher(String name, CurrentCaller current) {
        this.name = name;
        this.current = current;
    }

    /** All of them. */
    static CallerMatcher[] all(CurrentCaller current) {
        return names().map(name -> new CallerMatcher(name, current)).toArray(CallerMatcher[]::new);
    }

    private static Stream<String> names() {
        return Stream.concat(Stream.of(Evidence.values()).map(Evidence::matcher), Stream.of(Payload.MATCHER, ALL));
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public MatchResult match(Request request, Parameters parameters) {
        Supplier<Optional<String>> payload = () -> current.payload(() -> payload(request));
        return MatchResult.of(current.get()
                .filter(caller -> expected(name, parameters).stream().allMatch(part -> part.metBy(caller, payload)))
                .isPresent());
    }

    private static Optional<String> payload(Request request) {
        String type = request.containsHeader("Content-Type") ? request.getHeader("Content-Type") : "";
        return Payload.of(type, request.getBody());
    }

    /**
     * Reads the parameters of the matcher of this name.
     *
     * @throws UnlawfulStubException if they are none
     */
    static List<Expected> expected(String matcher, Map<?, ?> parameters) {
        if (!matcher.equals(ALL)) {
            return List.of(Expected.of(matcher, parameters));
        }
        List<Expected> all = new ArrayList<>();
        parameters.forEach((key, value) -> {
            if (!(value instanceof Map<?, ?> inner)) {
                throw new UnlawfulStubException(INNER.with(ALL, key));
            }
            all.add(Expected.of(String.valueOf(key), inner));
        });
        if (all.isEmpty()) {
            throw new UnlawfulStubException(Expected.NOTHING.with(ALL));
        }
        return all;
    }
}
