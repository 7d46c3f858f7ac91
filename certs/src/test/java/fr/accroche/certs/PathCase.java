package fr.accroche.certs;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/**
 * A chain that a client shows, and what the judge should say of its path.
 *
 * @param family what is varied in it
 * @param name how, in words
 * @param sound whether the judge accepts it
 * @param shown DER, leaf first
 * @param root DER, the only one that is trusted
 */
record PathCase(String family, String name, boolean sound, List<byte[]> shown, byte[] root) {

    String title() {
        return family + ": " + name;
    }

    static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** The chains of one family, as they are written down. */
    static final class Family {
        private final String name;
        private final List<PathCase> cases = new ArrayList<>();

        Family(String name) {
            this.name = name;
        }

        Family accepts(String what, Ladder ladder) {
            return add(what, true, ladder.shown());
        }

        Family refuses(String what, Ladder ladder) {
            return add(what, false, ladder.shown());
        }

        /** Trusts the last one shown. */
        Family add(String what, boolean sound, List<byte[]> shown) {
            return add(what, sound, shown, shown.get(shown.size() - 1));
        }

        Family add(String what, boolean sound, List<byte[]> shown, byte[] root) {
            cases.add(new PathCase(name, what, sound, List.copyOf(shown), root));
            return this;
        }

        List<PathCase> cases() {
            return List.copyOf(cases);
        }
    }
}
