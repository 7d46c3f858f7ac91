package fr.accroche.scenarios.load;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * One kind of request that the load is made of. A business request is a SOAP message out and one back, so that both ends of
 * the scale have a body of the size of the answer; the other two only ask.
 *
 * @param method GET without a body, or POST with one of as many bytes as the answer
 * @param bytes of the answer's body
 */
record Workload(String method, int bytes) {

    static final List<Workload> ALL = List.of(
            new Workload("GET", 1_024),
            new Workload("POST", 1_024),
            new Workload("GET", 65_536),
            new Workload("POST", 65_536));

    /** Those whose CPU time is looked into. */
    static final List<Workload> PROFILED = List.of(ALL.get(1), ALL.get(3));

    /** The file of the backend that is the answer. */
    static String file(int bytes) {
        return "answer-" + bytes;
    }

    boolean hasBody() {
        return method.equals("POST");
    }

    /** In a table: what goes out, then what comes back. */
    String label() {
        String size = String.format(Locale.ROOT, "%d KiB", bytes / 1_024);
        return method + " " + (hasBody() ? size + " → " : "→ ") + size;
    }

    /** The whole request as it is on the wire. */
    byte[] request(String authority, String cookie) {
        byte[] head = (method + " /send/dmp/" + file(bytes) + " HTTP/1.1\r\nHost: " + authority + "\r\nCookie: "
                        + cookie + "\r\nAccept: application/soap+xml\r\n" + (hasBody() ? bodyFields() : "") + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[head.length + (hasBody() ? bytes : 0)];
        System.arraycopy(head, 0, whole, 0, head.length);
        for (int i = head.length; i < whole.length; i++) {
            whole[i] = (byte) ('a' + i % 26);
        }
        return whole;
    }

    private String bodyFields() {
        return "Content-Type: application/soap+xml; charset=utf-8; action=\"urn:ihe:iti:2007:RegistryStoredQuery\"\r\n"
                + "Content-Length: " + bytes + "\r\n";
    }
}
