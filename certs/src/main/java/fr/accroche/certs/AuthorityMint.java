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
    private AuthorityMint() {}

    static Authorities make(IgcNames names, Instant now, AuthoritySettings settings, SecureRandom random) {
        Instant notBefore = now.minus(Duration.ofDays(settings.daysPast()));
        Instant notAfter = now.plus(Duration.ofDays(settings.daysAhead()));
        KeyPair rootKey = RsaKeys.generate(settings.keyBits(), random);
        X500Name rootName = Minting.name(names.rootSubject());
        X509Certificate root = Minting.start(
                        rootName, names.rootSubject(), rootKey.getPublic(), notBefore, notAfter, random)
                .add(Extension.basicConstraints, true, new BasicConstraints(true))
                .add(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
                .addKeyIdentifiers(rootKey.getPublic())
                .addMark(names)
                .sign(rootKey.getPrivate());
        KeyPair key = RsaKeys.generate(settings.keyBits(), random);
        X509Certificate intermediate = Minting.start(
                        rootName,
                        names.intermediateSubject(),
                        key.getPublic(),
                        notBefore,
                        notAfter.minus(Duration.ofDays(1)),
                        random)
                .add(Extension.basicConstraints, true, new BasicConstraints(0))
                .add(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
                .addKeyIdentifiers(rootKey.getPublic())
                .addPolicy(Oids.ANY_POLICY, names.practiceStatement())
                .addRevocationLists(Extension.cRLDistributionPoints, names.rootRevocations())
                .addMark(names)
                .sign(rootKey.getPrivate());
        return new Authorities(
                names,
                new HeldCertificate(rootKey.getPrivate(), List.of(root)),
                new HeldCertificate(key.getPrivate(), List.of(intermediate, root)));
    }
}
