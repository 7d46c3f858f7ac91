package fr.accroche.proxy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the proxy logs, from now on until it is closed. */
final class Logged extends Handler implements AutoCloseable {

    private final Logger logger = Logger.getLogger(ProxySim.class.getName());
    private final List<String> lines = new CopyOnWriteArrayList<>();

    Logged() {
        logger.addHandler(this);
    }

    List<String> lines() {
        return lines;
    }

    @Override
    public void publish(LogRecord line) {
        lines.add(line.getMessage());
    }

    @Override
    public void flush() {
        // nothing is held back
    }

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
