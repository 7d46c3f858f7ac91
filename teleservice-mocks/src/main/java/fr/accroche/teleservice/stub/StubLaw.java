package fr.accroche.teleservice.stub;

import com.github.tomakehurst.wiremock.extension.StubLifecycleListener;
import com.github.tomakehurst.wiremock.http.ChunkedDribbleDelay;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.matching.CustomMatcherDefinition;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import fr.accroche.compliance.text.Text;
import fr.accroche.wire.Delivery;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What no stub may ask for, whether it comes from the folder or from the admin API: to be told then, not when it is met. */
final class StubLaw implements StubLifecycleListener {

    private static final Text NONE = Text.verbatim("");
    private static final Text ON = Text.of(" sur {0}", " on {0}");
    private static final Text STUB = Text.of("bouchon{0}{1} : {2}", "stub{0}{1}: {2}");
    private static final Text ACTION = Text.of(
            "ni webhook, ni action après la réponse : un téléservice n'appelle personne",
            "no webhook and no action after the answer: a téléservice calls nobody");
    private static final Text PROXY = Text.of(
            "pas de proxyBaseUrl : un téléservice n'appelle personne ; répondre depuis le bouchon même",
            "no proxyBaseUrl: a téléservice calls nobody; answer from the stub itself");
    private static final Text DELAY = Text.of("un délai est de {0} ms au plus", "a delay is of {0} ms at most");
    private static final Text NO_DELAY = Text.of(
            "chunkedDribbleDelay veut numberOfChunks (10 000 au plus) et totalDuration, delayDistribution un tirage possible",
            "chunkedDribbleDelay wants numberOfChunks (10,000 at most) and totalDuration, delayDistribution one that can be drawn");
    private static final Text STATUS =
            Text.of("un code de réponse va de 200 à 599, pas {0}", "a status is from 200 to 599, not {0}");
    private static final Text FILE =
            Text.of("bodyFileName est un chemin sous __files", "bodyFileName is a path below __files");

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

    private static void refuse(StubMapping stub, Text what) {
        Text name = stub.getName() == null ? NONE : Text.verbatim(" \"" + stub.getName() + "\"");
        Text url = stub.getRequest() == null
                ? NONE
                : ON.with(withoutQuery(String.valueOf(stub.getRequest().getUrlMatcher())));
        throw new UnlawfulStubException(STUB.with(name, url, what));
    }

    /** A query may be matched by a token in it. */
    private static String withoutQuery(String matcher) {
        int query = matcher.indexOf('?');
        return query < 0 ? matcher : matcher.substring(0, query) + "?…";
    }

    private static Optional<Text> breach(StubMapping stub) {
        if (holds(stub.getPostServeActions()) || holds(stub.getServeEventListeners())) {
            return Optional.of(ACTION);
        }
        ResponseDefinition response = stub.getResponse();
        return (response == null ? Optional.<Text>empty() : breach(response)).or(() -> matcherBreach(stub));
    }

    private static Optional<Text> breach(ResponseDefinition response) {
        if (response.getProxyBaseUrl() != null) {
            return Optional.of(PROXY);
        }
        if (isTooLong(response)) {
            return Optional.of(DELAY.with(Long.toString(Delivery.LONGEST.toMillis())));
        }
        if (!canBeWaited(response)) {
            return Optional.of(NO_DELAY);
        }
        if (response.getFault() == null && (response.getStatus() < 200 || response.getStatus() > 599)) {
            return Optional.of(STATUS.with(response.getStatus()));
        }
        if (response.getBodyFileName() != null && leaves(response.getBodyFileName())) {
            return Optional.of(FILE);
        }
        return Optional.empty();
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

    /** WireMock itself would only stumble when the stub is met. */
    private static boolean canBeWaited(ResponseDefinition response) {
        ChunkedDribbleDelay dribble = response.getChunkedDribbleDelay();
        if (dribble != null && (dribble.getTotalDuration() == null || !isCount(dribble.getNumberOfChunks()))) {
            return false;
        }
        try {
            return response.getDelayDistribution() == null
                    || response.getDelayDistribution().sampleMillis() < Long.MAX_VALUE;
        } catch (IllegalArgumentException noDistribution) {
            return false;
        }
    }

    private static boolean isCount(Integer pieces) {
        return pieces != null && pieces >= 1 && pieces <= Delivery.MOST_PARTS;
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

    private static Optional<Text> matcherBreach(StubMapping stub) {
        CustomMatcherDefinition matcher =
                stub.getRequest() == null ? null : stub.getRequest().getCustomMatcher();
        if (matcher == null) {
            return Optional.empty();
        }
        Map<?, ?> parameters = matcher.getParameters() == null ? Map.of() : matcher.getParameters();
        try {
            CallerMatcher.expected(String.valueOf(matcher.getName()), parameters);
            return Optional.empty();
        } catch (UnlawfulStubException unclear) {
            return Optional.of(unclear.sentence());
        }
    }
}
