package fr.accroche.certs;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.IntStream;

/** The bits of keyUsage by name (RFC 5280 §4.2.1.3). */
final class KeyUsages {

    private KeyUsages() {}

    /** The names of the bits that are set, in their order; none when the extension is absent. */
    static List<String> of(X509Certificate certificate) {
        boolean[] bits = certificate.getKeyUsage();
        return bits == null
                ? List.of()
                : IntStream.range(0, Math.min(bits.length, Oids.KEY_USAGES.size()))
                        .filter(bit -> bits[bit])
                        .mapToObj(Oids.KEY_USAGES::get)
                        .toList();
    }
}
