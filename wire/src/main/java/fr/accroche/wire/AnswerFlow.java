package fr.accroche.wire;

import fr.accroche.wire.ConnectionFailedException.Reason;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.nio.channels.ClosedChannelException;

/** The answer to a relayed request on its way from the server to the caller; of one connection. */
final class AnswerFlow implements RelayTap.Flow {

    private final Relay relay;
    private final Channel caller;
    private final RelayedHead heads;
    private final RelayLimits limits;
    private final Deadline wait;
    private ServerSide server;
    private long bytes;
    private boolean heard;
    private boolean interim;
    private boolean begun;
    private boolean closeNotified;
    private boolean keepsAlive;
    private boolean endsByClose;
    private boolean shut;
    private ChannelFuture lastWritten;

    AnswerFlow(Relay relay, Channel caller, RelayedHead heads, RelayLimits limits, Deadline wait) {
        this.relay = relay;
        this.caller = caller;
        this.heads = heads;
        this.limits = limits;
        this.wait = wait;
    }

    void from(ServerSide side) {
        server = side;
        server.read();
    }

    /** Whether anything of it came. */
    boolean isHeard() {
        return heard;
    }

    /** Whether its head went back. */
    boolean hasBegun() {
        return begun;
    }

    /** Whether the server's connection can serve again, as far as the answer tells. */
    boolean keepsAlive() {
        return keepsAlive;
    }

    /** Hears no more. */
    void shut() {
        shut = true;
    }

    @Override
    public boolean part(Object part) {
        heard = true;
        if (shut || lastWritten != null) {
            keepsAlive = false; // more than was asked for
            return false;
        }
        try {
            receive((HttpObject) part);
        } catch (IllegalArgumentException unwritable) {
            relay.serverFailed(Reason.BROKEN, "the answer has a header field that cannot be sent on");
        } finally {
            ReferenceCountUtil.release(part);
        }
        return true;
    }

    private void receive(HttpObject part) {
        if (part.decoderResult().isFailure()) {
            relay.serverFailed(Reason.BROKEN, "the answer is no HTTP/1.1, or was cut off");
            return;
        }
        if (part instanceof HttpResponse head) {
            head(head);
        }
        if (!relay.isOver() && part instanceof HttpContent content) {
            content(content);
        }
    }

    private void head(HttpResponse head) {
        interim = head.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        if (interim) {
            interim(head);
            return;
        }
        RelayedHead.Framing framing = heads.framing(head);
        if (framing.refused().isPresent()) {
            relay.serverFailed(Reason.BROKEN, framing.refused().get());
        } else if (framing.isLongerThan(limits.bodyBytes())) {
            relay.serverFailed(Reason.TOO_LARGE, "the answer is larger than " + limits.bodyBytes() + " bytes");
        } else {
            HttpResponse frame = heads.toCaller(head, framing, relay.endsConnection(framing));
            begun = true;
            keepsAlive = framing.keepsAlive();
            endsByClose = framing.endsByClose();
            caller.write(frame);
        }
    }

    /** RFC 9110 §15.2. A 100 is none of the caller's: it has had ours. */
    private void interim(HttpResponse head) {
        if (head.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS)) {
            relay.serverFailed(Reason.BROKEN, "the answer switches to a protocol that nobody asked for");
        } else if (!head.status().equals(HttpResponseStatus.CONTINUE)) {
            heads.interim(head).ifPresent(caller::write);
        }
    }

    private void content(HttpContent part) {
        boolean last = part instanceof LastHttpContent;
        if (interim) {
            interim = !last;
            return;
        }
        bytes += part.content().readableBytes();
        if (bytes > limits.bodyBytes()) {
            relay.serverFailed(Reason.TOO_LARGE, "the answer is larger than " + limits.bodyBytes() + " bytes");
        } else if (!last) {
            caller.write(part.retain());
        } else if (endsByClose && !closeNotified) {
            relay.serverFailed(Reason.BROKEN, "the answer was cut off: no length and no close_notify (RFC 9112 §9.8)");
        } else {
            relay.answerIsWhole();
            lastWritten = caller.write(RequestFlow.withoutTrailers((LastHttpContent) part));
        }
    }

    @Override
    public void readOver() {
        if (shut) {
            return;
        }
        if (heard) {
            caller.flush();
        }
        if (lastWritten != null) {
            relay.answered(lastWritten);
        } else {
            goOn();
        }
    }

    /** Reads more where the caller has room for it. */
    void goOn() {
        if (shut || lastWritten != null || server == null) {
            return;
        }
        boolean room = caller.isWritable();
        if (begun && room) {
            wait.set(relay.patience().stall(), relay::serverStalls);
        } else if (begun) {
            wait.set(limits.idle(), relay::callerTakesNoMore);
        }
        if (room) { // interim answers could come without end
            server.read();
        }
    }

    @Override
    public void roomChanged() {
        if (!shut) {
            relay.serverRoomChanged();
        }
    }

    @Override
    public void closeNotified() {
        closeNotified = true;
    }

    @Override
    public void inputEnded() {
        // Its connections have no half: they close.
    }

    @Override
    public boolean broken(Throwable failure) {
        if (!shut) {
            lost(failure);
        }
        return true;
    }

    @Override
    public void closed() {
        if (!shut) {
            lost(new ClosedChannelException());
        }
    }

    private void lost(Throwable failure) {
        if (lastWritten != null) {
            readOver();
        } else {
            relay.serverLost(failure);
        }
    }
}
