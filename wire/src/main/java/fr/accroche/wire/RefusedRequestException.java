package fr.accroche.wire;

/** A request that no handler shall see. */
final class RefusedRequestException extends Exception {

    private final int status;

    /** @param detail for the person who reads the answer; no part of the request */
    RefusedRequestException(int status, String detail) {
        super(detail, null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }

    Response response() {
        return new Problem(status, getMessage()).response();
    }
}
