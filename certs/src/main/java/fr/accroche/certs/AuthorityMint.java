package fr.accroche.certs;

import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;

/** Makes the root and the intermediate of a branch (docs/sources.md, IGC-Santé samples). */
final class AuthorityMint {
    /** So that a certificate that expired years ago was still issued in its authority's time. */
    private static final Duration PAST = Duration.ofDays(5 * 365);

    private static final Duration FUTURE = Duration.ofDays(15 * 365);

    private AuthorityMint() {}

    static Authorities make(Branch branch, Instant now, int bits, SecureRandom random) {
        IgcNames names = IgcNames.of(branch);
        Instant notBefore = now.minus(PAST);
        Instant notAfter = now.plus(FUTURE);
        KeyPair rootKey = RsaKeys.generate(bits, random);
        X500Name rootName = Minting.name(names.root());
        X509Certificate root = Minting.start(rootName, names.root(), rootKey.getPublic(), notBefore, notAfter, random)
                .add(Extension.basicConstraints, true, new BasicConstraints(true))
                .add(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
                .addKeyIdentifiers(rootKey.getPublic())
                .sign(rootKey.getPrivate());
        KeyPair key = RsaKeys.generate(bits, random);
        X509Certificate intermediate = Minting.start(
                        rootName,
                        names.intermediate(),
                        key.getPublic(),
                        notBefore,
                        notAfter.minus(Duration.ofDays(1)),
                        random)
                .add(Extension.basicConstraints, true, new BasicConstraints(0))
                .add(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
                .addKeyIdentifiers(rootKey.getPublic())
                .addPolicy(Oids.ANY_POLICY, names.practiceStatement())
                .addRevocationLists(Extension.cRLDistributionPoints, names.rootRevocations())
                .sign(rootKey.getPrivate());
        return new Authorities(
                new HeldCertificate(rootKey.getPrivate(), List.of(root)),
                new HeldCertificate(key.getPrivate(), List.of(intermediate, root)));
    }
}
