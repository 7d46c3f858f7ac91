package fr.accroche.wire;

import io.netty.buffer.ByteBuf;
import java.io.ByteArrayOutputStream;

/** A body as it comes in, up to a limit; it grows with what arrived, never with what was announced. */
final class BodyBuffer {

    private static final byte[] NOTHING = {};

    private final int limit;
    private final ByteArrayOutputStream more = new ByteArrayOutputStream(0);
    private byte[] first = NOTHING;

    BodyBuffer(int limit) {
        this.limit = limit;
    }

    int limit() {
        return limit;
    }

    /** Adds these bytes; false, and nothing added, if they pass the limit. */
    boolean add(ByteBuf content) {
        int size = content.readableBytes();
        if (size > limit - first.length - more.size()) {
            return false;
        }
        byte[] bytes = new byte[size];
        content.readBytes(bytes);
        if (first.length == 0) {
            first = bytes;
        } else {
            more.writeBytes(bytes);
        }
        return true;
    }

    byte[] bytes() {
        if (more.size() == 0) {
            return first;
        }
        byte[] whole = new byte[first.length + more.size()];
        System.arraycopy(first, 0, whole, 0, first.length);
        System.arraycopy(more.toByteArray(), 0, whole, first.length, more.size());
        return whole;
    }
}
