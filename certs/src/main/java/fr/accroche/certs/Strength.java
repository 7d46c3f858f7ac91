package fr.accroche.certs;

import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.security.spec.PSSParameterSpec;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Key sizes and signature digests (ETSI TS 119 312). */
final class Strength {
    static final int RSA_BITS = 2048;
    private static final int EC_BITS = 256;
    private static final Pattern WEAK_DIGEST = Pattern.compile("(MD2|MD4|MD5|SHA-?1)(WITH.*)?");

    private Strength() {}

    static Optional<Defect> weakKey(X509Certificate certificate) {
        PublicKey key = certificate.getPublicKey();
        if (key instanceof RSAKey rsa && rsa.getModulus().bitLength() < RSA_BITS) {
            return Optional.of(
                    weakKey("RSA >= " + RSA_BITS, "RSA " + rsa.getModulus().bitLength(), certificate));
        }
        if (key instanceof ECKey ec && ec.getParams().getOrder().bitLength() < EC_BITS) {
            return Optional.of(weakKey(
                    "EC >= " + EC_BITS, "EC " + ec.getParams().getOrder().bitLength(), certificate));
        }
        return Optional.empty();
    }

    static Optional<Defect> weakDigest(X509Certificate certificate) {
        String observed = digest(certificate);
        if (!WEAK_DIGEST.matcher(observed.toUpperCase(Locale.ROOT)).matches()) {
            return Optional.empty();
        }
        return Optional.of(new Defect(
                DefectCode.WEAK_DIGEST, "SHA-256", observed + ": " + CertificateText.certificate(certificate)));
    }

    private static Defect weakKey(String expected, String observed, X509Certificate certificate) {
        return new Defect(DefectCode.WEAK_KEY, expected, observed + ": " + CertificateText.certificate(certificate));
    }

    /** RSASSA-PSS names its digest in its parameters (RFC 4055 §3.1), any other algorithm in its own name. */
    private static String digest(X509Certificate certificate) {
        String algorithm = certificate.getSigAlgName();
        if (!algorithm.equals("RSASSA-PSS")) {
            return algorithm;
        }
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance(algorithm);
            parameters.init(certificate.getSigAlgParams());
            return parameters.getParameterSpec(PSSParameterSpec.class).getDigestAlgorithm();
        } catch (GeneralSecurityException | IOException | RuntimeException absentOrUnreadable) {
            return "SHA-1";
        }
    }
}
