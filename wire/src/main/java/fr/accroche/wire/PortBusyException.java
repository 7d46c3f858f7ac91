package fr.accroche.wire;

import java.net.InetSocketAddress;

/** A server cannot open its port because another program has it. */
public final class PortBusyException extends RuntimeException {

    private final transient InetSocketAddress address;

    public PortBusyException(String server, InetSocketAddress address, Throwable cause) {
        super(
                server + ": cannot listen on " + address.getHostString() + ":" + address.getPort() + " ("
                        + cause.getMessage() + "): free that port or choose another one",
                cause);
        this.address = address;
    }

    public InetSocketAddress address() {
        return address;
    }
}
