package fr.accroche.teleservice.stub;

import com.github.tomakehurst.wiremock.common.Errors;
import com.github.tomakehurst.wiremock.common.InvalidInputException;
import com.github.tomakehurst.wiremock.extension.StubLifecycleListener;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.matching.CustomMatcherDefinition;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import fr.accroche.wire.Delivery;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What no stub may ask for, whether it comes from the folder or from the admin API: to be told then, not when it is met. */
final class StubLaw implements StubLifecycleListener {

    @Override
    public String getName() {
        return "accroche-law";
    }

    @Override
    public void beforeStubCreated(StubMapping stub) {
        breach(stub).ifPresent(what -> refuse(stub, what));
    }

    @Override
    public void beforeStubEdited(StubMapping before, StubMapping after) {
        breach(after).ifPresent(what -> refuse(after, what));
    }

    private static void refuse(StubMapping stub, String what) {
        String name = stub.getName() == null ? "" : " \"" + stub.getName() + "\"";
        String url = stub.getRequest() == null ? "" : " on " + stub.getRequest().getUrlMatcher();
        throw new InvalidInputException(
                Errors.singleWithDetail(10, "This stub cannot be served", "stub" + name + url + ": " + what));
    }

    private static Optional<String> breach(StubMapping stub) {
        ResponseDefinition response = stub.getResponse();
        if (holds(stub.getPostServeActions()) || holds(stub.getServeEventListeners())) {
            return Optional.of("no webhook and no action after the answer: a téléservice calls nobody");
        }
        if (response == null) {
            return matcherBreach(stub);
        }
        if (response.getProxyBaseUrl() != null) {
            return Optional.of("no proxyBaseUrl: a téléservice calls nobody; answer from the stub itself");
        }
        if (isTooLong(response)) {
            return Optional.of("a delay is of " + Delivery.LONGEST.toMillis() + " ms at most");
        }
        if (response.getBodyFileName() != null && leaves(response.getBodyFileName())) {
            return Optional.of("bodyFileName is a path below __files");
        }
        return matcherBreach(stub);
    }

    private static boolean holds(List<?> actions) {
        return actions != null && !actions.isEmpty();
    }

    private static boolean isTooLong(ResponseDefinition response) {
        Integer fixed = response.getFixedDelayMilliseconds();
        Integer dribble = response.getChunkedDribbleDelay() == null
                ? null
                : response.getChunkedDribbleDelay().getTotalDuration();
        return isTooLong(fixed) || isTooLong(dribble);
    }

    private static boolean isTooLong(Integer millis) {
        return millis != null && (millis < 0 || millis > Delivery.LONGEST.toMillis());
    }

    private static boolean leaves(String file) {
        try {
            Path path = Path.of(file).normalize();
            return path.isAbsolute() || path.startsWith("..");
        } catch (InvalidPathException noPath) {
            return true;
        }
    }

    private static Optional<String> matcherBreach(StubMapping stub) {
        CustomMatcherDefinition matcher =
                stub.getRequest() == null ? null : stub.getRequest().getCustomMatcher();
        if (matcher == null) {
            return Optional.empty();
        }
        try {
            List<Expected> read = CallerMatcher.expected(matcher.getName(), matcher.getParameters());
            return read.isEmpty() ? Optional.of(matcher.getName() + " expects nothing") : Optional.empty();
        } catch (IllegalArgumentException unclear) {
            return Optional.of(unclear.getMessage());
        }
    }
}
