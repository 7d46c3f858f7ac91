package fr.accroche.certs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.bc.BcX509ExtensionUtils;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Makes lists of revoked certificates as the real ones are (docs/sources.md, IGC-Santé samples): version 2, whole, numbered,
 * without reason codes.
 */
final class RevocationListMint {
    private static final int NO_REASON = 0;

    private RevocationListMint() {}

    /**
     * How long a list holds: the real root's 45 days, the real intermediate's 6.
     */
    static Duration life(IgcAuthority authority) {
        return switch (authority) {
            case ROOT -> Duration.ofDays(45);
            case INTERMEDIATE -> Duration.ofDays(6);
        };
    }

    /**
     * A signed list.
     *
     * @param revoked serial numbers, and since when
     * @param number greater than that of any list before
     */
    static X509CRL make(
            HeldCertificate issuer,
            Map<BigInteger, Instant> revoked,
            BigInteger number,
            Instant thisUpdate,
            Instant nextUpdate,
            SecureRandom random) {
        X500Name name = X500Name.getInstance(
                issuer.certificate().getSubjectX500Principal().getEncoded());
        X509v2CRLBuilder list = new X509v2CRLBuilder(name, Date.from(thisUpdate), Locale.ROOT);
        list.setNextUpdate(Date.from(nextUpdate), Locale.ROOT);
        revoked.forEach((serial, since) -> list.addCRLEntry(serial, Date.from(since), NO_REASON));
        SubjectPublicKeyInfo key = SubjectPublicKeyInfo.getInstance(
                issuer.certificate().getPublicKey().getEncoded());
        try {
            list.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new BcX509ExtensionUtils().createAuthorityKeyIdentifier(key));
            list.addExtension(Extension.cRLNumber, false, new CRLNumber(number));
            byte[] encoded = list.build(new JcaContentSignerBuilder("SHA256withRSA")
                            .setSecureRandom(random)
                            .build(issuer.key()))
                    .getEncoded();
            return (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(encoded));
        } catch (IOException | OperatorCreationException | CertificateException | CRLException refused) {
            throw new IllegalStateException("a list that cannot be signed", refused);
        }
    }
}
