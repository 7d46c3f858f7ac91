package fr.accroche.wire;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds the addresses of a host. Waits for as long as the system's resolver does, which nothing interrupts. */
@FunctionalInterface
interface NameLookup {
    InetAddress[] addresses(String host) throws UnknownHostException;
}
