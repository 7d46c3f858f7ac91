package fr.accroche.testcontainers;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.output.FrameConsumerResultCallback;
import org.testcontainers.containers.output.OutputFrame;
import org.testcontainers.containers.output.OutputFrame.OutputType;
import org.testcontainers.containers.wait.strategy.WaitStrategy;
import org.testcontainers.containers.wait.strategy.WaitStrategyTarget;

/**
 * Until the chain says that it is ready. Its ports tell nothing: an engine takes connections to them before anyone listens. A chain
 * that ends instead, as on a declaration that is wrong, is not waited for, and has said why.
 */
final class Readiness implements WaitStrategy {

    private Duration timeout = Duration.ofMinutes(2); // a machine that is busy, and makes keys

    @Override
    public void waitUntilReady(WaitStrategyTarget target) {
        Said said = new Said();
        try (FrameConsumerResultCallback following = new FrameConsumerResultCallback()) {
            following.addConsumer(OutputType.STDOUT, said);
            following.addConsumer(OutputType.STDERR, said);
            target.getDockerClient()
                    .logContainerCmd(target.getContainerId())
                    .withFollowStream(true)
                    .withSince(0)
                    .withStdOut(true)
                    .withStdErr(true)
                    .exec(following);
            if (!said.ready.get(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ContainerLaunchException("the chain ended instead of starting; it said:\n" + said.last());
            }
        } catch (TimeoutException late) {
            throw new ContainerLaunchException("not ready after " + timeout + "; it said:\n" + said.last(), late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ContainerLaunchException("interrupted while the chain started", interrupted);
        } catch (ExecutionException | IOException broken) {
            throw new ContainerLaunchException("the engine does not give the chain's output", broken);
        }
    }

    @Override
    public WaitStrategy withStartupTimeout(Duration longest) {
        timeout = longest;
        return this;
    }

    /** The last lines, and whether one of them was the awaited one; false if the output ended without. */
    private static final class Said implements Consumer<OutputFrame> {

        private static final Pattern READY = Pattern.compile("(ready; |prêt ; )Ctrl-C.*", Pattern.DOTALL);
        private static final int KEPT = 20;

        private final CompletableFuture<Boolean> ready = new CompletableFuture<>();
        private final Deque<String> lines = new ArrayDeque<>();

        @Override
        public synchronized void accept(OutputFrame frame) {
            if (frame.getType() == OutputType.END) {
                ready.complete(false);
                return;
            }
            lines.addLast(frame.getUtf8StringWithoutLineEnding());
            if (lines.size() > KEPT) {
                lines.removeFirst();
            }
            if (READY.matcher(lines.getLast()).matches()) {
                ready.complete(true);
            }
        }

        private synchronized String last() {
            return String.join("\n", lines);
        }
    }
}
