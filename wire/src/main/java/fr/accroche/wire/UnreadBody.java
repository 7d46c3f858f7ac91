package fr.accroche.wire;

import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;

/**
 * The body of a request that was refused from its head: read and dropped where it is small, so that the connection can go on
 * (RFC 9112 §9.3). One that is large or of unknown length costs its sender the connection.
 */
final class UnreadBody implements RelayTap.Flow {

    private static final long LONGEST = 64L * 1024;

    private final RequestAssembly request;
    private Runnable whole = () -> {};
    private boolean ended;
    private boolean broken;

    /** @param ended whether it has been read already */
    UnreadBody(RequestAssembly request, boolean ended) {
        this.request = request;
        this.ended = ended;
    }

    /** Begins with what has come of it. */
    void take(EarlyParts early) {
        while (!ended && !early.isEmpty()) {
            part(early.next());
        }
    }

    /** A caller that waits for a 100 may never send it (RFC 9110 §10.1.1). */
    boolean costsTheConnection() {
        return !ended && (broken || request.awaitsContinue() || !isSmall());
    }

    private boolean isSmall() {
        return !HttpUtil.isTransferEncodingChunked(request.head())
                && HttpUtil.getContentLength(request.head(), 0L) <= LONGEST;
    }

    boolean hasEnded() {
        return ended;
    }

    /** Runs this at its end. */
    void then(Runnable next) {
        whole = next;
    }

    @Override
    public boolean part(Object part) {
        if (ended) {
            return false;
        }
        broken |= !(part instanceof HttpContent content)
                || content.decoderResult().isFailure();
        ended = part instanceof LastHttpContent && !broken;
        ReferenceCountUtil.release(part);
        return true;
    }

    @Override
    public void readOver() {
        if (ended) {
            whole.run();
        }
    }

    @Override
    public void roomChanged() {
        // Nothing of it is written anywhere.
    }

    @Override
    public void closeNotified() {
        // The end of the input says the same.
    }

    @Override
    public void inputEnded() {
        broken |= !ended;
    }

    @Override
    public boolean broken(Throwable failure) {
        broken |= !ended;
        return false;
    }

    @Override
    public void closed() {
        // The connection hears of it too.
    }
}
