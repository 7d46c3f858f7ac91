package fr.accroche.wire;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Remembers what it is told of one exchange; changes no header field. */
final class RecordingRelay implements RelayObserver {

    private final MessageDigest digest;
    private final BlockingQueue<RelayEnd> ends = new LinkedBlockingQueue<>();
    private volatile String sent = "";
    private volatile int status;

    RecordingRelay() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void sending(ByteBuffer piece) {
        digest.update(piece);
    }

    @Override
    public void sent() {
        sent = HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public Headers answered(int answered, Headers headers) {
        status = answered;
        return headers;
    }

    /** 504 for what came too late, 503 for who is not there, 502 for the rest. */
    @Override
    public Response failed(RelayEnd.ServerFailed failure) {
        ends.add(failure);
        return Response.of(
                switch (failure.reason()) {
                    case TIMEOUT -> 504;
                    case UNREACHABLE, BUSY -> 503;
                    default -> 502;
                });
    }

    @Override
    public void ended(RelayEnd end) {
        ends.add(end);
    }

    /** The digest of the request's body; empty if it did not go on whole. */
    String sentSha256() {
        return sent;
    }

    int status() {
        return status;
    }

    /** How it ended, which it does once. */
    RelayEnd end() {
        try {
            RelayEnd end = ends.poll(10, TimeUnit.SECONDS);
            if (end == null) {
                throw new AssertionError("the exchange did not end within 10 s");
            }
            if (!ends.isEmpty()) {
                throw new AssertionError("the exchange ended twice: " + end + ", " + ends);
            }
            return end;
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
