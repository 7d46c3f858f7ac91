package fr.accroche.wire;

import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Deque;

/** What a client that pipelines sent before its turn, in order. No more than two reads of its socket bring. */
final class EarlyParts {

    private final Deque<Object> parts = new ArrayDeque<>();
    private boolean headBegun;

    /** Some of a head is there that is not a part yet. */
    void headBegun() {
        headBegun = true;
    }

    /** A part of a request, or the refusal of one. */
    void add(Object part) {
        parts.add(part);
        headBegun &= !(part instanceof HttpRequest);
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    Object next() {
        return parts.remove();
    }

    /** Whether some of a head follows the last part; asked once for each. */
    boolean endInAHead() {
        boolean begun = headBegun;
        headBegun = false;
        return begun;
    }

    void release() {
        parts.forEach(ReferenceCountUtil::release);
        parts.clear();
    }
}
