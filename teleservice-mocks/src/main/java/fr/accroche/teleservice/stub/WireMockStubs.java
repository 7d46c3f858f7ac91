package fr.accroche.teleservice.stub;

import com.github.tomakehurst.wiremock.common.ClientError;
import com.github.tomakehurst.wiremock.common.FileSource;
import com.github.tomakehurst.wiremock.common.SingleRootFileSource;
import com.github.tomakehurst.wiremock.core.Admin;
import com.github.tomakehurst.wiremock.core.Container;
import com.github.tomakehurst.wiremock.core.WireMockApp;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import com.github.tomakehurst.wiremock.standalone.MappingFileException;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.notmatched.NotMatchedRenderer;
import fr.accroche.compliance.text.Text;
import fr.accroche.wire.Problem;
import fr.accroche.wire.Request;
import fr.accroche.wire.Response;
import fr.accroche.wire.Routes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A folder of WireMock stubs ({@code mappings/} and {@code __files/}), in process: WireMock opens no port and sees a call
 * only once wire has received it and the checks have passed. One instance serves every téléservice. It calls nobody: a
 * stub that asks for a proxy or a webhook is refused.
 *
 * <p>Where several processes share their state, this stays each one's own: the states of scenarios, WireMock's journal of requests,
 * what is being recorded, and stubs that were changed through the admin API. All have the same folder.
 *
 * <p>Start-up costs some 0.6 s (0.3 s with class-data sharing), which is why only a folder starts it.
 */
public final class WireMockStubs implements Stubs {

    /** Requests that the journal keeps; the oldest go first. */
    static final int MOST_REQUESTS = 1000;

    /** No name of a system property or environment variable matches it: templates read none. */
    private static final String NO_KEY = "(?!)";

    /** WireMock's own words quote the request. */
    private static final Problem UNFIT = new Problem(
            500, "the stub that matches cannot answer: look at its patterns, its template, and its file below __files");

    private static final Text NO_FOLDER = Text.of(
            "{0} : un dossier qui contient mappings/ (et __files/ au besoin) est attendu, comme ceux de WireMock",
            "{0}: expected a folder that holds mappings/ (and __files/ if need be), as WireMock's do");
    private static final Text NO_MAPPING = Text.of(
            "{0} : l'un des fichiers .json n'est pas un objet comme les bouchons de WireMock, avec request et response",
            "{0}: one of the .json files is no object as WireMock's stubs are, with request and response");
    private static final Text IN = Text.of("{0} : {1}", "{0}: {1}");

    private final WireMockApp app;
    private final StubRequestHandler stubs;
    private final CurrentCaller current;
    private final Recorder recorder;
    private final AdminDoor door;

    private WireMockStubs(WireMockApp app, CurrentCaller current, Recorder recorder) {
        this.app = app;
        this.stubs = app.buildStubRequestHandler();
        this.current = current;
        this.recorder = recorder;
        this.door = new AdminDoor(app, recorder);
    }

    /**
     * Loads the stubs of a folder.
     *
     * @throws StubFolderException if there is no {@code mappings} folder in it, a mapping cannot be read, or one asks for
     *     what no stub may do
     */
    public static WireMockStubs in(Path folder) {
        if (!Files.isDirectory(folder.resolve("mappings"))) {
            throw new StubFolderException(NO_FOLDER.with(folder), null);
        }
        try {
            CurrentCaller current = new CurrentCaller();
            WireMockApp app = new WireMockApp(quiet(folder, current), new NoPort());
            return new WireMockStubs(app, current, new Recorder(app, folder.resolve("__files")));
        } catch (MappingFileException e) {
            throw new StubFolderException(StubFolderException.unreadable(e), e);
        } catch (UnlawfulStubException e) {
            throw new StubFolderException(IN.with(folder.resolve("mappings"), e.sentence()), e);
        } catch (ClientError e) {
            Text why = Text.verbatim(e.getErrors().first().getDetail().replaceAll("\\s+", " "));
            throw new StubFolderException(IN.with(folder.resolve("mappings"), why), e);
        } catch (RuntimeException stumbled) {
            throw new StubFolderException(NO_MAPPING.with(folder.resolve("mappings")), stumbled);
        }
    }

    /** Everything off that the checks, the journal or wire already do, or that would reach out of the process. */
    private static WireMockConfiguration quiet(Path folder, CurrentCaller current) {
        FileSource files = new SingleRootFileSource(folder.toString());
        return WireMockConfiguration.wireMockConfig()
                .usingFilesUnderDirectory(folder.toString())
                .mappingSource(new FolderMappings(files.child("mappings")))
                .withStores(new SafeStores(files))
                .maxRequestJournalEntries(MOST_REQUESTS)
                .stubRequestLoggingDisabled(true)
                .extensionScanningEnabled(false)
                .disableOptimizeXmlFactoriesLoading(true)
                .withPermittedSystemKeys(NO_KEY)
                .notifier(new Silence())
                .notMatchedRendererFactory(extensions -> new NothingPrepared())
                .extensions(new NoOutgoingCalls(), new StubLaw(), new CallerHelpers(current))
                .extensions(CallerMatcher.all(current));
    }

    @Override
    public Optional<Response> answer(Request request, Caller caller) {
        try {
            return StubRequest.of(request, caller.fields())
                    .flatMap(shown -> current.during(caller, () -> OnWire.answer(stubs, shown)));
        } catch (RuntimeException | StackOverflowError unfit) {
            // A template that holds itself, a pattern that recurses on a long text: one stub's fault, not the server's.
            return Optional.of(UNFIT.response());
        }
    }

    @Override
    public void answered(Request request, Caller caller, Response response) {
        recorder.answered(request, caller, response);
    }

    @Override
    public Routes beside(Routes routes) {
        return door.beside(routes);
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
