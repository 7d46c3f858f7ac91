package fr.accroche.junit;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Starts a chain before the first test of a class, lets each test begin with an empty journal, no fault to come and the clock where
 * it was, and stops it after the last one:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final AccrocheExtension accroche = AccrocheExtension.architecture("proxy-integre").ownProxy();
 * }</pre>
 *
 * The field is static: one chain for the class, which its tests take by {@link #chain()} or as a parameter. With
 * {@link #forSuite()} all the classes of a run that ask for the same chain share one, and it is stopped at the end of the run. Each
 * chain listens on free ports and has its own journal and clock, so that classes may run at once. Tests that may run at once on one
 * chain share its journal: none is begun anew under another.
 */
public final class AccrocheExtension implements BeforeAllCallback, BeforeEachCallback, ParameterResolver {

    private static final String PARALLEL = "junit.jupiter.execution.parallel.enabled";

    private final ChainSource source;
    private final boolean ownProxy;
    private final boolean forSuite;
    private volatile Optional<AccrocheChain> running = Optional.empty();

    private AccrocheExtension(ChainSource source, boolean ownProxy, boolean forSuite) {
        this.source = source;
        this.ownProxy = ownProxy;
        this.forSuite = forSuite;
    }

    /**
     * Of a declaration that comes with accroche, by its name: see {@code accroche init --list}.
     *
     * @throws IllegalArgumentException if there is none of that name, with all that there are
     */
    public static AccrocheExtension architecture(String name) {
        return new AccrocheExtension(ChainSource.architecture(name), false, false);
    }

    /** Of the vendor's own declaration. */
    public static AccrocheExtension declaration(Path file) {
        return new AccrocheExtension(ChainSource.file(file), false, false);
    }

    static AccrocheExtension of(Accroche asked) {
        return new AccrocheExtension(ChainSource.of(asked), asked.ownProxy(), false);
    }

    /** The same with no simulated proxy: the one under test takes its place, see {@link AccrocheChain#rehearse}. */
    public AccrocheExtension ownProxy() {
        return new AccrocheExtension(source, true, forSuite);
    }

    /** The same, shared by every class of the run that asks for one like it. */
    public AccrocheExtension forSuite() {
        return new AccrocheExtension(source, ownProxy, true);
    }

    /**
     * The chain.
     *
     * @throws IllegalStateException before it is started or once it is stopped
     */
    public AccrocheChain chain() {
        return running.orElseThrow(
                () -> new IllegalStateException("no chain runs: expected @RegisterExtension on a static"
                        + " field, and no use before the first test of its class or after the last one"));
    }

    /**
     * Starts the chain, unless one like it runs for the suite.
     *
     * @throws IllegalArgumentException with every problem of the declaration: file, line, key, and what would have worked
     */
    @Override
    public void beforeAll(ExtensionContext context) {
        ExtensionContext keeper = forSuite ? context.getRoot() : context;
        Object key = forSuite ? new ChainKey(source, ownProxy) : this;
        running = Optional.of(kept(keeper, key).chain());
    }

    /** By the older method of the two, which JUnit 5 has too. */
    @SuppressWarnings("deprecation")
    private Kept kept(ExtensionContext keeper, Object key) {
        return keeper.getStore(ExtensionContext.Namespace.create(AccrocheExtension.class))
                .getOrComputeIfAbsent(key, none -> started(), Kept.class);
    }

    private record ChainKey(ChainSource source, boolean ownProxy) {}

    private synchronized Kept started() {
        if (running.isPresent() && !forSuite) {
            throw new IllegalStateException(
                    "a chain of this extension runs for another class: expected forSuite(), or an"
                            + " extension for each class");
        }
        AccrocheChain chain = AccrocheChain.start(source, ownProxy);
        running = Optional.of(chain);
        return new Kept(chain, () -> running = Optional.empty());
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        AccrocheChain chain = chain();
        if (isAlone(context)) {
            chain.forget();
        }
    }

    private boolean isAlone(ExtensionContext test) {
        return forSuite
                ? !test.getConfigurationParameter(PARALLEL)
                        .map(Boolean::parseBoolean)
                        .orElse(false)
                : test.getExecutionMode() == ExecutionMode.SAME_THREAD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == AccrocheChain.class;
    }

    /** The constructor of a class with one instance for all its tests is called before anything else of it. */
    @Override
    public AccrocheChain resolveParameter(ParameterContext parameter, ExtensionContext context) {
        if (running.isEmpty() && context.getTestMethod().isEmpty()) {
            beforeAll(context);
        }
        return chain();
    }
}
