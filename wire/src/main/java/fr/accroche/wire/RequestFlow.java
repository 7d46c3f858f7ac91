package fr.accroche.wire;

import io.netty.channel.Channel;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;

/** The body of a relayed request on its way from the caller to the server. Trailers end here (RFC 9110 §6.5.1). */
final class RequestFlow implements RelayTap.Flow {

    private final Relay relay;
    private final Channel caller;
    private final RelayObserver observer;
    private final RelayLimits limits;
    private final Deadline wait;
    private ServerSide server;
    private long bytes;
    private boolean ended;
    private boolean dropping;

    RequestFlow(Relay relay, Channel caller, RelayObserver observer, RelayLimits limits, Deadline wait) {
        this.relay = relay;
        this.caller = caller;
        this.observer = observer;
        this.limits = limits;
        this.wait = wait;
    }

    /** Goes there from now on; once more where it went elsewhere before, which only one without a body can. */
    void to(ServerSide side) {
        server = side;
        if (ended) {
            server.write(LastHttpContent.EMPTY_LAST_CONTENT);
        }
    }

    /** Whether all of it has come. */
    boolean hasEnded() {
        return ended;
    }

    boolean hadNoBody() {
        return ended && bytes == 0;
    }

    /** The server takes no more of it; what it may have to say about that is still to come. */
    void drop() {
        dropping = true;
        wait.clear();
    }

    @Override
    public boolean part(Object part) {
        if (ended || server == null) {
            return false;
        }
        try {
            if (part instanceof RefusedRequestException refused) {
                throw refused;
            }
            pass((HttpContent) part);
        } catch (RefusedRequestException refused) {
            relay.callerFailed(refused);
        } finally {
            ReferenceCountUtil.release(part);
        }
        return true;
    }

    private void pass(HttpContent part) throws RefusedRequestException {
        RequestAssembly.refuseBroken(part.decoderResult());
        int size = part.content().readableBytes();
        bytes += size;
        if (bytes > limits.bodyBytes()) {
            throw RequestAssembly.tooLarge(limits.bodyBytes());
        }
        if (size > 0 && !dropping) {
            observer.sending(part.content().nioBuffer());
        }
        boolean last = part instanceof LastHttpContent;
        if (!dropping) {
            server.write(last ? withoutTrailers((LastHttpContent) part) : part.retain());
        }
        if (last) {
            ended = true;
            wait.clear();
            relay.requestEnded(!dropping);
        }
    }

    static LastHttpContent withoutTrailers(LastHttpContent part) {
        return part.trailingHeaders().isEmpty()
                ? part.retain()
                : new DefaultLastHttpContent(part.content().retain());
    }

    @Override
    public void readOver() {
        if (!relay.isOver() && server != null) {
            server.flush();
            goOn();
        }
    }

    @Override
    public void roomChanged() {
        relay.callerRoomChanged();
    }

    /** Reads more where the server has room for it. */
    void goOn() {
        if (ended || dropping) {
            return;
        }
        if (server.hasRoom()) {
            wait.set(limits.idle(), relay::callerTooSlow);
            caller.read();
        } else {
            wait.set(relay.patience().stall(), relay::serverTakesNoMore);
        }
    }

    @Override
    public void closeNotified() {
        // The end of the input says the same.
    }

    @Override
    public void inputEnded() {
        if (!ended) {
            relay.callerGone();
        }
    }

    @Override
    public boolean broken(Throwable failure) {
        if (failure instanceof DecoderException && failure.getCause() instanceof RefusedRequestException refused) {
            if (!ended) {
                relay.callerFailed(refused);
            }
            return !ended;
        }
        relay.callerGone();
        return true;
    }

    @Override
    public void closed() {
        relay.callerGone();
    }
}
