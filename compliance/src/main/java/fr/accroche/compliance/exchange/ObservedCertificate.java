package fr.accroche.compliance.exchange;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/**
 * The client certificate of a call, as the server saw it.
 *
 * @param subject its subject (RFC 2253 text)
 * @param issuer its issuer (RFC 2253 text)
 * @param serial its serial number, hexadecimal
 * @param sha256 SHA-256 of its DER, hexadecimal
 * @param commonName the only CN of the subject
 * @param organisationalUnit the only OU of the subject
 * @param defects what its judge found
 * @param file the vendor's own file that it comes from, as declared; no server can tell, who runs the chain can
 */
public record ObservedCertificate(
        String subject,
        String issuer,
        String serial,
        String sha256,
        Optional<String> commonName,
        Optional<String> organisationalUnit,
        List<CertificateDefect> defects,
        Optional<String> file) {

    public ObservedCertificate {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(sha256, "sha256");
        defects = List.copyOf(defects);
        Objects.requireNonNull(file, "file");
    }

    /** One of which nobody says where it comes from. */
    public ObservedCertificate(
            String subject,
            String issuer,
            String serial,
            String sha256,
            Optional<String> commonName,
            Optional<String> organisationalUnit,
            List<CertificateDefect> defects) {
        this(subject, issuer, serial, sha256, commonName, organisationalUnit, defects, Optional.empty());
    }

    /** The same, from this file. */
    public ObservedCertificate from(String declared) {
        return new ObservedCertificate(
                subject, issuer, serial, sha256, commonName, organisationalUnit, defects, Optional.of(declared));
    }

    /** Reads a certificate. Its names are read by structure, never as text (RFC 4514). */
    public static ObservedCertificate of(X509Certificate certificate, List<CertificateDefect> defects) {
        return new ObservedCertificate(
                certificate.getSubjectX500Principal().getName(),
                certificate.getIssuerX500Principal().getName(),
                certificate.getSerialNumber().toString(16),
                sha256(certificate),
                only(certificate, "CN"),
                only(certificate, "OU"),
                defects);
    }

    private static Optional<String> only(X509Certificate certificate, String type) {
        try {
            List<String> values = new ArrayList<>();
            for (Rdn rdn : new LdapName(certificate.getSubjectX500Principal().getName()).getRdns()) {
                Attribute attribute = rdn.toAttributes().get(type);
                if (attribute != null) {
                    values.add(String.valueOf(attribute.get()));
                }
            }
            return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
        } catch (NamingException e) {
            return Optional.empty();
        }
    }

    private static String sha256(X509Certificate certificate) {
        try {
            return Sha256.hex(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("a certificate that was parsed can be encoded", e);
        }
    }

    /** The locator of the certificate as a whole; with its file where that is known. */
    public String where() {
        String shown = "TLS/certificate[" + serial + "]";
        return file.map(declared -> declared + " " + shown).orElse(shown);
    }

    /** The locator of a part of it, for example {@code TLS/certificate[3f2a]/CN}, or {@code certs/alpha.p12 TLS/certificate[3f2a]/CN}. */
    public String where(String part) {
        return where() + "/" + part;
    }

    /**
     * @param code the judge's word for it
     * @param expected what the profile, branch or clock asks for
     * @param observed what the certificate holds
     */
    public record CertificateDefect(String code, String expected, String observed) {}
}
