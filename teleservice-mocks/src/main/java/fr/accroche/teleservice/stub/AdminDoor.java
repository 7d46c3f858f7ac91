package fr.accroche.teleservice.stub;

import com.github.tomakehurst.wiremock.common.ClientError;
import com.github.tomakehurst.wiremock.common.NotWritableException;
import com.github.tomakehurst.wiremock.core.WireMockApp;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.standalone.MappingFileException;
import fr.accroche.wire.Handler;
import fr.accroche.wire.Header;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Problem;
import fr.accroche.wire.Request;
import fr.accroche.wire.Response;
import fr.accroche.wire.Routes;
import fr.accroche.wire.admin.SameOrigin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * WireMock's admin API at {@code /__admin}, as far as it changes stubs, scenarios and their journal and nothing else. As the
 * doors under {@code /__accroche}, it is for programs and this server's own pages only, needs no client certificate and leaves
 * no hop. One change at a time.
 */
final class AdminDoor {

    static final String PREFIX = "/__admin";

    private static final String ONE = "/[0-9a-fA-F-]{36}";

    /** Method and path of what WireMock itself answers. */
    private static final Pattern WIREMOCK = Pattern.compile("(GET|POST|DELETE) /mappings"
            + "|(GET|PUT|DELETE) /mappings" + ONE
            + "|POST /mappings/(reset|save|import|find-by-metadata|remove-by-metadata)"
            + "|(GET|DELETE) /mappings/unmatched"
            + "|POST /reset"
            + "|GET /scenarios|POST /scenarios/reset|PUT /scenarios/[^/]{1,300}/state"
            + "|(GET|DELETE) /requests|(GET|DELETE) /requests" + ONE
            + "|GET /requests/unmatched|POST /requests/(reset|count|find|remove)"
            + "|POST /near-misses/request");

    private static final Problem CLOSED = new Problem(
            403,
            "this part of WireMock's admin API is closed here: open are mappings, scenarios, requests, reset, recordings and"
                    + " near-misses/request; what is in files, settings and proxies is changed in the folder, or not at all");

    static final int MOST_STUBS = 10_000;
    static final int MOST_BYTES = 1024 * 1024;

    /** Of all that was put in since the stubs were last forgotten. */
    static final long MOST_ALTOGETHER = 64L * MOST_BYTES;

    private static final Pattern ADDING = Pattern.compile("POST /mappings(/import)?");
    private static final Pattern CHANGING = Pattern.compile("POST /mappings(/import)?|PUT /mappings" + ONE);
    private static final Pattern FORGETTING = Pattern.compile("DELETE /mappings|POST (/mappings)?/reset");

    private final WireMockApp app;
    private final AdminRequestHandler wireMock;
    private final Recorder recorder;
    private long broughtIn;

    AdminDoor(WireMockApp app, Recorder recorder) {
        this.app = app;
        this.wireMock = app.buildAdminRequestHandler();
        this.recorder = recorder;
    }

    Routes beside(Routes routes) {
        Handler door = SameOrigin.only(this::answer);
        return routes.plus("*", PREFIX + "/**", door);
    }

    private synchronized Response answer(Request request) {
        String path = request.path().substring(PREFIX.length());
        String asked = request.method() + " " + path;
        Optional<Problem> tooMuch = tooMuch(asked, request.body().length);
        if (tooMuch.isPresent()) {
            return tooMuch.get().response();
        }
        try {
            if (path.startsWith("/recordings/")) {
                return recorder.answer(asked, request);
            }
            return WIREMOCK.matcher(asked).matches() ? ofWireMock(request) : CLOSED.response();
        } catch (MappingFileException unreadable) {
            return new Problem(422, StubFolderException.unreadable(unreadable).en()).response();
        } catch (NotWritableException ofSeveral) {
            return new Problem(
                            422, "this stub is in a file of several: edit that file, and POST /__admin/mappings/reset")
                    .response();
        } catch (ClientError refused) {
            return new Problem(422, oneLine(refused.getErrors().first().getDetail())).response();
        } catch (UncheckedIOException | IOException failed) {
            return new Problem(500, "the folder of stubs cannot be written to").response();
        } catch (RuntimeException | StackOverflowError stumbled) {
            // WireMock stumbles at what it does not expect, such as null or a limit that is no number.
            return new Problem(422, "WireMock cannot make sense of this; its documentation says what it expects")
                    .response();
        }
    }

    /** What would fill the memory. */
    private Optional<Problem> tooMuch(String asked, int bytes) {
        if (bytes > MOST_BYTES) {
            return Optional.of(new Problem(413, "a mapping is of 1 MiB at most; what is longer goes into the folder"));
        }
        if (FORGETTING.matcher(asked).matches()) {
            broughtIn = 0;
        }
        if (!CHANGING.matcher(asked).matches()) {
            return Optional.empty();
        }
        if (ADDING.matcher(asked).matches()
                && app.listAllStubMappings().getMappings().size() >= MOST_STUBS) {
            return Optional.of(new Problem(422, MOST_STUBS + " stubs are there, the most there can be: DELETE some"));
        }
        if (broughtIn + bytes > MOST_ALTOGETHER) {
            return Optional.of(new Problem(
                    422,
                    "64 MiB of stubs were put in, the most there can be: DELETE /__admin/mappings, or reset them"));
        }
        broughtIn += bytes;
        return Optional.empty();
    }

    private Response ofWireMock(Request request) {
        return StubRequest.of(request, List.of())
                .flatMap(shown -> OnWire.answer(wireMock, shown))
                .map(AdminDoor::withoutForeignOrigins)
                .orElseGet(() -> new Problem(404, "no such stub, scenario or request").response());
    }

    /** WireMock would let any web page read this. */
    private static Response withoutForeignOrigins(Response answer) {
        List<Header> fields = answer.headers().fields().stream()
                .filter(field -> !field.name().toLowerCase(Locale.ROOT).startsWith("access-control-"))
                .toList();
        return new Response(answer.status(), Headers.of(fields), answer.body()).with("Cache-Control", "no-store");
    }

    private static String oneLine(String text) {
        return text == null ? "this stub cannot be read" : text.replaceAll("\\s+", " ");
    }
}
