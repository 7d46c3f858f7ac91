package fr.accroche.scenarios.chain;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the chain listens, and by which names it is called: on this machine's loopback address as {@code localhost}, unless it
 * is started for others.
 *
 * @param base first port of a contiguous block; 0 takes any free ports
 * @param address on which it listens
 * @param names that the servers' certificate bears; the first stands in every address that the chain gives, PSC's issuer
 *     among them, since a client compares both with what it called (RFC 9110 §4.3.4, OpenID Connect Discovery 1.0 §4.3)
 */
public record Ports(int base, InetAddress address, List<String> names) {

    /** Where a block starts at the latest. */
    public static final int LAST_BASE = 65536 - Participant.values().length;

    /** Those of this machine for itself. */
    static final List<String> LOCAL = List.of("localhost", "127.0.0.1");

    /** Below the ephemeral range and away from the ports that other tools take by default. */
    public static final Ports BLOCK = new Ports(20440);

    /** Whatever is free. */
    public static final Ports FREE = new Ports(0);

    public Ports {
        if (base != 0 && (base < 1024 || base > LAST_BASE)) {
            throw new IllegalArgumentException(
                    "a port block starts between 1024 and " + LAST_BASE + ", not at " + base);
        }
        names = List.copyOf(names);
        if (names.isEmpty()) {
            throw new IllegalArgumentException("a chain is called by a name");
        }
    }

    /** On the loopback address. */
    public Ports(int base) {
        this(base, InetAddress.getLoopbackAddress(), LOCAL);
    }

    /** The same ports of another of this machine's addresses. */
    public Ports on(InetAddress other) {
        return new Ports(base, other, names);
    }

    /** The same, called by these names; this machine's own stay good. */
    public Ports called(List<String> others) {
        return new Ports(
                base,
                address,
                Stream.concat(others.stream(), LOCAL.stream()).distinct().toList());
    }

    /** Whether several chains can listen at once. */
    public boolean anyFree() {
        return base == 0;
    }

    /** The place of one of the servers, under the first of the names; port 0 where any free one does. */
    public InetSocketAddress of(Participant participant) {
        return new InetSocketAddress(named(), anyFree() ? 0 : base + participant.ordinal());
    }

    private InetAddress named() {
        try {
            return InetAddress.getByAddress(names.get(0), address.getAddress());
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible); // the length of an address that is one
        }
    }
}
