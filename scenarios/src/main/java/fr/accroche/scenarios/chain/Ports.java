package fr.accroche.scenarios.chain;

import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Where the chain listens: always on this machine's loopback address.
 *
 * @param base first port of a contiguous block; 0 takes any free ports
 */
public record Ports(int base) {

    /** Where a block starts at the latest. */
    public static final int LAST_BASE = 65536 - Participant.values().length;

    /** Below the ephemeral range and away from the ports that other tools take by default. */
    public static final Ports BLOCK = new Ports(20440);

    /** Whatever is free. */
    public static final Ports FREE = new Ports(0);

    public Ports {
        if (base != 0 && (base < 1024 || base > LAST_BASE)) {
            throw new IllegalArgumentException(
                    "a port block starts between 1024 and " + LAST_BASE + ", not at " + base);
        }
    }

    /** Whether several chains can listen at once. */
    public boolean anyFree() {
        return base == 0;
    }

    /** The place of one of the servers; port 0 where any free one does. */
    public InetSocketAddress of(Participant participant) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), anyFree() ? 0 : base + participant.ordinal());
    }
}
