package fr.accroche.certs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The three that are asked of each chain whether it leads to the trusted root, for a client of TLS. */
final class PathPeers {
    /** What an IGC-Santé certificate is called and which names it holds: no path validator asks. */
    private static final Set<DefectCode> OF_THE_PROFILE = EnumSet.of(
            DefectCode.SUBJECT_SHAPE, DefectCode.IDNATSTRUCT_SYNTAX, DefectCode.UNEXPECTED_SUBJECT_ALTERNATIVE_NAME);

    private static final X509Certificate OTHER_BRANCH =
            Fixtures.IGC.roots(Branch.PRODUCTION).get(0);

    private PathPeers() {}

    /** A chain of which the reader refuses a certificate never comes to the judge: it is refused as in a TLS handshake. */
    static boolean judge(PathCase chain) {
        try {
            return judgement(parse(chain.shown()), parse(chain.root())).defects().stream()
                    .map(Defect::code)
                    .allMatch(OF_THE_PROFILE::contains);
        } catch (CertificateException unreadable) {
            return false;
        }
    }

    static Judgement judgement(List<X509Certificate> shown, X509Certificate root) {
        KnownAuthorities known =
                new KnownAuthorities(Map.of(Branch.TEST, List.of(root), Branch.PRODUCTION, List.of(OTHER_BRANCH)));
        return new ChainJudge(Fixtures.CLOCK, Profile.ORG_AUTH_CLI, Branch.TEST, known, RevocationCheck.NONE)
                .judge(shown);
    }

    /** With the purpose as JSSE sets it, and no limit of its own to the length. */
    static boolean jdk(PathCase chain) {
        try {
            List<X509Certificate> shown = parse(chain.shown());
            X509CertSelector leaf = new X509CertSelector();
            leaf.setCertificate(shown.get(0));
            leaf.setKeyUsage(new boolean[] {true});
            leaf.setExtendedKeyUsage(Set.of("1.3.6.1.5.5.7.3.2"));
            PKIXBuilderParameters parameters =
                    new PKIXBuilderParameters(Set.of(new TrustAnchor(parse(chain.root()), null)), leaf);
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(shown)));
            parameters.setRevocationEnabled(false);
            parameters.setMaxPathLength(-1);
            parameters.setDate(Date.from(Fixtures.NOW));
            CertPathBuilder.getInstance("PKIX").build(parameters);
            return true;
        } catch (CertPathBuilderException | CertificateException refused) {
            return false;
        } catch (InvalidAlgorithmParameterException | NoSuchAlgorithmException | IOException impossible) {
            throw new AssertionError(chain.title(), impossible);
        }
    }

    /** At the security level that distributions set for TLS: 112 bits. */
    static boolean openssl(PathCase chain, Path folder, int number) {
        try {
            Path root = Files.write(folder.resolve(number + ".root.pem"), pem(List.of(chain.root())));
            Path leaf = Files.write(
                    folder.resolve(number + ".leaf.pem"), pem(chain.shown().subList(0, 1)));
            Path shown = Files.write(folder.resolve(number + ".shown.pem"), pem(chain.shown()));
            return Processes.run(List.of(
                                    "openssl",
                                    "verify",
                                    "-auth_level",
                                    "2",
                                    "-purpose",
                                    "sslclient",
                                    "-attime",
                                    Long.toString(Fixtures.NOW.getEpochSecond()),
                                    "-no-CApath",
                                    "-CAfile",
                                    root.toString(),
                                    "-untrusted",
                                    shown.toString(),
                                    leaf.toString()))
                            .code()
                    == 0;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    static List<X509Certificate> parse(List<byte[]> shown) throws CertificateException {
        List<X509Certificate> certificates = new ArrayList<>();
        for (byte[] each : shown) {
            certificates.add(parse(each));
        }
        return certificates;
    }

    private static X509Certificate parse(byte[] der) throws CertificateException {
        try {
            return OddCertificate.parse(der);
        } catch (GeneralSecurityException unreadable) {
            throw new CertificateException(unreadable);
        } catch (Exception other) {
            throw new AssertionError(other);
        }
    }

    private static byte[] pem(List<byte[]> certificates) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        Base64.Encoder lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
        for (byte[] each : certificates) {
            text.writeBytes(
                    ("-----BEGIN CERTIFICATE-----\n" + lines.encodeToString(each) + "\n-----END CERTIFICATE-----\n")
                            .getBytes(StandardCharsets.US_ASCII));
        }
        return text.toByteArray();
    }
}
