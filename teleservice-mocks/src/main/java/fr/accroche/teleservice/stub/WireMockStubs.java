package fr.accroche.teleservice.stub;

import com.github.tomakehurst.wiremock.core.Admin;
import com.github.tomakehurst.wiremock.core.Container;
import com.github.tomakehurst.wiremock.core.WireMockApp;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.direct.DirectCallHttpServer;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.standalone.MappingFileException;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.notmatched.NotMatchedRenderer;
import fr.accroche.wire.Header;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Request;
import fr.accroche.wire.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A folder of WireMock stubs ({@code mappings/} and {@code __files/}), in process: WireMock opens no port and sees a call
 * only once wire has received it and the checks have passed. One instance serves every téléservice. It calls nobody: a
 * stub that asks for a proxy or a webhook gets an error.
 *
 * <p>Start-up costs some 0.6 s (0.3 s with class-data sharing), which is why only a folder starts it.
 */
public final class WireMockStubs implements Stubs {

    /** Wire writes these by itself. */
    private static final Set<String> OF_WIRE =
            Set.of("content-length", "connection", "transfer-encoding", "keep-alive");

    private final WireMockApp app;
    private final DirectCallHttpServer stubs;

    private WireMockStubs(WireMockApp app, DirectCallHttpServer stubs) {
        this.app = app;
        this.stubs = stubs;
    }

    /**
     * Loads the stubs of a folder.
     *
     * @throws StubFolderException if there is no {@code mappings} folder in it, or a mapping cannot be read
     */
    public static WireMockStubs in(Path folder) {
        if (!Files.isDirectory(folder.resolve("mappings"))) {
            throw new StubFolderException(
                    folder + ": expected a folder that holds mappings/ (and __files/ if need be), as WireMock's do",
                    null);
        }
        WireMockConfiguration options = quiet(folder);
        try {
            WireMockApp app = new WireMockApp(options, new NoPort());
            return new WireMockStubs(app, new DirectCallHttpServer(options, null, app.buildStubRequestHandler()));
        } catch (MappingFileException e) {
            throw new StubFolderException(e.getMessage().replaceAll("\\s+", " "), e);
        }
    }

    /** Everything off that the checks, the journal or wire already do, or that would reach out of the process. */
    private static WireMockConfiguration quiet(Path folder) {
        return WireMockConfiguration.wireMockConfig()
                .usingFilesUnderDirectory(folder.toString())
                .disableRequestJournal()
                .stubRequestLoggingDisabled(true)
                .extensionScanningEnabled(false)
                .disableOptimizeXmlFactoriesLoading(true)
                .notifier(new Silence())
                .notMatchedRendererFactory(extensions -> new NothingPrepared())
                .extensions(new NoOutgoingCalls());
    }

    @Override
    public Optional<Response> answer(Request request, List<Header> caller) {
        Optional<StubRequest> shown = StubRequest.of(request, caller);
        return shown.map(stubs::stubRequest)
                .filter(com.github.tomakehurst.wiremock.http.Response::wasConfigured)
                .map(WireMockStubs::onWire);
    }

    private static Response onWire(com.github.tomakehurst.wiremock.http.Response answer) {
        if (answer.getFault() != null) {
            return Response.of(
                    501,
                    "text/plain; charset=utf-8",
                    "The stub asks for the fault " + answer.getFault()
                            + ", which this listener cannot play. Use a status, a body or a fixed delay.");
        }
        List<Header> fields = new ArrayList<>();
        for (HttpHeader field : answer.getHeaders().all()) {
            if (!OF_WIRE.contains(field.key().toLowerCase(Locale.ROOT))) {
                field.values().forEach(value -> fields.add(new Header(field.key(), value)));
            }
        }
        byte[] body = answer.getBody();
        return new Response(answer.getStatus(), Headers.of(fields), body == null ? new byte[0] : body);
    }

    @Override
    public void close() {
        app.shutdownServer();
    }

    /** Leaves an unmatched call to the built-in answers, without looking for near misses. */
    private static final class NothingPrepared extends NotMatchedRenderer {
        @Override
        protected ResponseDefinition render(Admin admin, ServeEvent event) {
            return ResponseDefinition.notConfigured();
        }
    }

    private static final class NoPort implements Container {
        @Override
        public int port() {
            return -1;
        }

        @Override
        public void shutdown() {}
    }
}
