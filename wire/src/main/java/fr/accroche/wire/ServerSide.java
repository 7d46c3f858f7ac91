package fr.accroche.wire;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.EventExecutor;
import java.util.concurrent.RejectedExecutionException;

/**
 * The connection to the server of a relayed exchange, as seen from the caller's event loop: what happens on its own loop is
 * told there, in order, and at once where both loops are the same.
 */
final class ServerSide implements RelayTap.Flow {

    private final Channel channel;
    private final RelayTap tap;
    private final EventExecutor home;
    private final RelayTap.Flow flow;
    private final ChannelFutureListener watch;
    private ChannelFuture lastWrite;

    /** @param home the caller's loop, on which everything here is called and {@code flow} is told */
    ServerSide(ClientConnection connection, EventExecutor home, RelayTap.Flow flow, LostWrites lost) {
        this.channel = connection.channel();
        this.tap = connection.tap();
        this.home = home;
        this.flow = flow;
        this.watch = written -> {
            if (!written.isSuccess()) {
                atHome(() -> lost.writeFailed(this, written.cause()));
            }
        };
    }

    /** Told of what the server does not take. */
    interface LostWrites {
        void writeFailed(ServerSide side, Throwable failure);
    }

    /** From now on it reads when it is told to. */
    void open() {
        onItsLoop(() -> {
            channel.config().setAutoRead(false);
            tap.open(this);
        });
    }

    /** Gives the connection back as it was before. */
    void shut() {
        onItsLoop(() -> {
            tap.shut();
            channel.config().setAutoRead(true);
        });
    }

    void write(Object part) {
        lastWrite = channel.write(part);
        lastWrite.addListener(watch);
    }

    void flush() {
        channel.flush();
    }

    void read() {
        channel.read();
    }

    boolean hasRoom() {
        return channel.isWritable();
    }

    /** Whether all that was written has left. */
    boolean allWritten() {
        return lastWrite != null && lastWrite.isSuccess();
    }

    @Override
    public boolean part(Object part) {
        if (home.inEventLoop()) {
            take(part);
            return true;
        }
        try {
            home.execute(() -> take(part));
        } catch (RejectedExecutionException loopEnded) {
            ReferenceCountUtil.release(part);
        }
        return true;
    }

    /** What is none of this exchange is no answer to any other: whatever follows it cannot be told apart from one. */
    private void take(Object part) {
        if (!flow.part(part)) {
            ReferenceCountUtil.release(part);
            channel.close();
        }
    }

    @Override
    public void readOver() {
        atHome(flow::readOver);
    }

    @Override
    public void roomChanged() {
        atHome(flow::roomChanged);
    }

    @Override
    public void closeNotified() {
        atHome(flow::closeNotified);
    }

    @Override
    public void inputEnded() {
        atHome(flow::inputEnded);
    }

    @Override
    public boolean broken(Throwable failure) {
        atHome(() -> flow.broken(failure));
        return true;
    }

    @Override
    public void closed() {
        atHome(flow::closed);
    }

    private void atHome(Runnable task) {
        if (home.inEventLoop()) {
            task.run();
            return;
        }
        try {
            home.execute(task);
        } catch (RejectedExecutionException loopEnded) {
            channel.close();
        }
    }

    private void onItsLoop(Runnable task) {
        if (channel.eventLoop().inEventLoop()) {
            task.run();
            return;
        }
        try {
            channel.eventLoop().execute(task);
        } catch (RejectedExecutionException loopEnded) {
            channel.close();
        }
    }
}
