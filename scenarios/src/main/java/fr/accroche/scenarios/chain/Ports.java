package fr.accroche.scenarios.chain;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where the chain listens, and by which names it is called: on this machine's loopback address as {@code localhost}, unless it
 * is started for others.
 *
 * @param base first port of a contiguous block; 0 takes any free ports
 * @param published first port of the block by which others reach these, where a balancer stands before several copies; the same
 *     as the base where nothing does
 * @param address on which it listens
 * @param names that the servers' certificate bears; the first stands in every address that the chain gives, PSC's issuer
 *     among them, since a client compares both with what it called (RFC 9110 §4.3.4, OpenID Connect Discovery 1.0 §4.3)
 * @param here those that listen in this process; the others do at their ports in another, which shares its state
 */
public record Ports(int base, int published, InetAddress address, List<String> names, Set<Participant> here) {

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
        if (published != base && (published < 1 || published > LAST_BASE)) {
            throw new IllegalArgumentException(
                    "a block of published ports starts between 1 and " + LAST_BASE + ", not at " + published);
        }
        names = List.copyOf(names);
        here = Set.copyOf(here);
        if (names.isEmpty()) {
            throw new IllegalArgumentException("a chain is called by a name");
        }
    }

    /** On the loopback address. */
    public Ports(int base) {
        this(base, base, InetAddress.getLoopbackAddress(), LOCAL, EnumSet.allOf(Participant.class));
    }

    /** The same ports of another of this machine's addresses. */
    public Ports on(InetAddress other) {
        return new Ports(base, published, other, names, here);
    }

    /** The same, called by these names; this machine's own stay good. */
    public Ports called(List<String> others) {
        return new Ports(
                base,
                published,
                address,
                Stream.concat(others.stream(), LOCAL.stream()).distinct().toList(),
                here);
    }

    /** The same, reached by others through this block, which something else listens on and passes on. */
    public Ports publishedFrom(int other) {
        return new Ports(base, other, address, names, here);
    }

    /** The same of which only these listen in this process. */
    public Ports only(Set<Participant> some) {
        return new Ports(base, published, address, names, some);
    }

    /** By which port others reach one of the servers, where that is not the one it listens on. */
    public OptionalInt published(Participant participant) {
        return published == base ? OptionalInt.empty() : OptionalInt.of(published + participant.ordinal());
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
