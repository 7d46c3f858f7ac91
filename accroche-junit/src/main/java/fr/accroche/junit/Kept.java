package fr.accroche.junit;

import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A chain for as long as JUnit keeps it. JUnit before 5.13 ends nothing but what is of its own interface, which later ones call
 * deprecated.
 *
 * @param ended is told when it has stopped
 */
@SuppressWarnings("deprecation")
record Kept(AccrocheChain chain, Runnable ended) implements AutoCloseable, ExtensionContext.Store.CloseableResource {

    @Override
    public void close() {
        ended.run();
        chain.close();
    }
}
