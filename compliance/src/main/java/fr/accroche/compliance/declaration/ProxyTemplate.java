package fr.accroche.compliance.declaration;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The requests that a Proxy e-Santé of the vendor's expects of its LPS. Its texts have places, {@code ${nationalId}} for
 * one, which are filled for each request.
 *
 * @param connect opens a session
 * @param session where the answer says it
 * @param sends one for each téléservice that the proxy leads to
 * @param disconnect closes the session; empty where nothing does
 * @param lines where each part is written
 */
public record ProxyTemplate(
        Request connect,
        SessionPlace session,
        Map<Teleservice, Request> sends,
        Optional<Request> disconnect,
        SourceLines lines) {

    public ProxyTemplate {
        Objects.requireNonNull(connect, "connect");
        Objects.requireNonNull(session, "session");
        sends = Map.copyOf(sends);
        Objects.requireNonNull(disconnect, "disconnect");
        Objects.requireNonNull(lines, "lines");
    }

    /** What a place of a text stands for. */
    public enum Place {
        NATIONAL_ID("nationalId"),
        CLIENT_ID("clientId"),
        BINDING_MESSAGE("bindingMessage"),
        CHANNEL("channel"),
        /** What the answer to the connection said; not known before. */
        SESSION("session"),
        /** PSC's session_state, where the answer said it. */
        SESSION_STATE("sessionState"),
        TELESERVICE("teleservice"),
        /** The LPS's request, as the text that it is. */
        BODY("body"),
        /** The LPS's request, in base64 (RFC 4648 §4). */
        BODY64("body64");

        private final String word;

        Place(String word) {
            this.word = word;
        }

        /** As it is written between {@code ${} and the closing brace. */
        public String word() {
            return word;
        }

        static Optional<Place> named(String word) {
            for (Place place : values()) {
                if (place.word.equals(word)) {
                    return Optional.of(place);
                }
            }
            return Optional.empty();
        }
    }

    /**
     * A request.
     *
     * @param at its place in the template, for example {@code send.DMP}
     * @param method the HTTP method
     * @param path path and query, which begin with a slash
     * @param headers name to value
     * @param body empty where the LPS's request goes as it is, or there is none
     * @param contentType empty where the body says it
     * @param statuses those that are right; none: 200 to 299
     */
    public record Request(
            String at,
            String method,
            String path,
            Map<String, String> headers,
            Optional<Body> body,
            Optional<String> contentType,
            Set<Integer> statuses) {
        public Request {
            headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
            statuses = Set.copyOf(statuses);
        }

        /** Headers and body may hold a key of the proxy's: they stay out of every log. */
        @Override
        public String toString() {
            return "Request[" + at + " " + method + "]";
        }

        public boolean expects(int status) {
            return statuses.isEmpty() ? status >= 200 && status < 300 : statuses.contains(status);
        }

        /** For people: which statuses are right. */
        public String expected() {
            return statuses.isEmpty()
                    ? "2xx"
                    : String.join(
                            ", ",
                            statuses.stream().sorted().map(String::valueOf).toList());
        }
    }

    /** What a request holds; none prints it, since a key may be in it. */
    public sealed interface Body {

        /** The text of a JSON value, in whose strings the places are. */
        record Json(String text) implements Body {
            @Override
            public String toString() {
                return "Json[…]";
            }
        }

        /** Field to value. */
        record Form(Map<String, String> fields) implements Body {
            public Form {
                fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
            }

            @Override
            public String toString() {
                return "Form[…]";
            }
        }

        /** Any other text. */
        record Plain(String text) implements Body {
            @Override
            public String toString() {
                return "Plain[…]";
            }
        }
    }

    /**
     * Where the answer to a connection says the session.
     *
     * @param kind of place
     * @param name of the cookie or header, or the JSON pointer (RFC 6901)
     * @param sessionState JSON pointer to PSC's session_state
     */
    public record SessionPlace(Kind kind, String name, Optional<String> sessionState) {

        /** Kind of place. */
        public enum Kind {
            /** A cookie, which comes back with each request. */
            COOKIE,
            HEADER,
            POINTER
        }
    }
}
