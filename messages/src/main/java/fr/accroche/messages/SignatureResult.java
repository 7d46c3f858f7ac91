package fr.accroche.messages;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;

/** What the signature of an assertion is worth, by cryptography alone. */
public sealed interface SignatureResult {

    /** The assertion bears none of its own. */
    record Absent() implements SignatureResult {}

    /**
     * The assertion that was read is, all of it, what the key of {@link #signer()} signed. Whether that certificate
     * may be trusted, and for this, is for others to judge.
     *
     * @param chain certificates of KeyInfo, the signer's first
     * @param algorithm URI of the SignatureMethod
     * @param sha1 whether SHA-1 is anywhere in it
     */
    record Valid(List<X509Certificate> chain, String algorithm, boolean sha1) implements SignatureResult {
        public Valid {
            chain = List.copyOf(chain);
            Objects.requireNonNull(algorithm, "algorithm");
        }

        public X509Certificate signer() {
            return chain.get(0);
        }
    }

    /**
     * There is one and it proves nothing.
     *
     * @param flaw what kind of fault
     * @param reason one line: what was expected and what is there
     */
    record Invalid(Flaw flaw, Reason reason) implements SignatureResult {
        public Invalid {
            Objects.requireNonNull(flaw, "flaw");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** Kinds of fault. */
    enum Flaw {
        /** More, or other, parts than the signature of an assertion has (SAML core §5.4). */
        SHAPE,
        /** An algorithm that is not accepted. */
        ALGORITHM,
        /** It is about something else than the assertion that is read. */
        REFERENCE,
        /** No usable certificate in KeyInfo. */
        CERTIFICATE,
        /** The content was changed after it was signed. */
        DIGEST,
        /** The certificate's key did not make it. */
        VALUE
    }
}
