package fr.accroche.scenarios.certificate;

import fr.accroche.certs.StructureIdentifier;
import fr.accroche.certs.SubjectName;
import fr.accroche.compliance.text.Text;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whom a certificate names, against whom it should name (ANS webinar of 4 June 2026, annexe: CN = client_id, OU = the
 * proxy operator's structure).
 *
 * @param where the file
 * @param leaf the certificate
 * @param use what it is meant for
 */
record NameCheck(String where, X509Certificate leaf, Use use) {

    /** What the direct call of the INSi wants, and no client_id is. */
    private static final Set<String> DIRECT_INSI = Set.of("INSI-AUTO", "INSI-MANU");

    private static final int SIREN = 9;
    private static final int DNS = 2;
    private static final int IP = 7;

    private static final Text NONE = Text.of("aucun, ou plusieurs", "none, or several");
    private static final Text NONE_AT_ALL = Text.of("aucun subjectAltName", "no subjectAltName");
    private static final Text DIFFERS =
            Text.of("{0} : le caractère {1} est {2}, et non {3}", "{0}: character {1} is {2}, not {3}");
    private static final Text NOTHING = Text.of("rien", "nothing");
    private static final Text CN = Text.verbatim("CN = {0}");
    private static final Text OU =
            Text.of("OU = {0}, l'idNatStruct de l'opérateur du proxy", "OU = {0}, the proxy operator's idNatStruct");

    static Optional<SubjectName> subject(X509Certificate certificate) {
        try {
            return Optional.of(SubjectName.of(certificate.getSubjectX500Principal()));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    List<CertificateFinding> findings() {
        List<CertificateFinding> findings = new ArrayList<>();
        Optional<SubjectName> subject = subject(leaf);
        use.clientId()
                .flatMap(client -> commonName(client, subject.flatMap(SubjectName::commonName)))
                .ifPresent(findings::add);
        use.proxyOperator()
                .flatMap(operator -> unit(operator, subject.flatMap(SubjectName::organisationalUnit)))
                .ifPresent(findings::add);
        use.host().flatMap(this::hostName).ifPresent(findings::add);
        return findings;
    }

    private Optional<CertificateFinding> commonName(String client, Optional<String> observed) {
        if (observed.equals(Optional.of(client))) {
            return Optional.empty();
        }
        String id = observed.filter(DIRECT_INSI::contains).isPresent() ? "F4" : "F1";
        return Optional.of(CertificateFinding.fail(
                id,
                where,
                CN.with(client),
                observed.map(name -> CN.with(difference(client, name))).orElse(NONE)));
    }

    /** Byte for byte, with neither trimming nor folding: what the eye does not see is named. */
    private static Text difference(String expected, String observed) {
        int[] wanted = expected.codePoints().toArray();
        int[] found = observed.codePoints().toArray();
        int at = 0;
        while (at < wanted.length && at < found.length && wanted[at] == found[at]) {
            at++;
        }
        return DIFFERS.with(shown(observed), at + 1, letter(found, at), letter(wanted, at));
    }

    private static Text letter(int[] codePoints, int at) {
        if (at >= codePoints.length) {
            return NOTHING;
        }
        int letter = codePoints[at];
        boolean plain = letter > ' ' && letter < 0x7f;
        return Text.verbatim(plain ? "'" + (char) letter + "'" : "U+%04X".formatted(letter));
    }

    static String shown(String name) {
        return name.replaceAll("[\\p{Cc}\\p{Cf}]", "\uFFFD");
    }

    private Optional<CertificateFinding> unit(String operator, Optional<String> observed) {
        if (observed.equals(Optional.of(operator))) {
            return Optional.empty();
        }
        String id = observed.filter(unit -> sameCompany(operator, unit)).isPresent() ? "F3" : "F2";
        return Optional.of(CertificateFinding.fail(
                id,
                where,
                OU.with(operator),
                observed.map(unit -> Text.verbatim("OU = " + shown(unit))).orElse(NONE)));
    }

    /** One company under two identifiers: same SIREN, or same number after another first digit. */
    private static boolean sameCompany(String one, String other) {
        Optional<StructureIdentifier> first = StructureIdentifier.read(one);
        Optional<StructureIdentifier> second = StructureIdentifier.read(other);
        if (first.isEmpty() || second.isEmpty()) {
            return false;
        }
        Optional<String> company = siren(first.get());
        return company.isPresent() && company.equals(siren(second.get()))
                || first.get().number().equals(second.get().number());
    }

    private static Optional<String> siren(StructureIdentifier identifier) {
        return switch (identifier.type()) {
            case SIREN, SIRET -> Optional.of(identifier.number().substring(0, SIREN));
            default -> Optional.empty();
        };
    }

    private Optional<CertificateFinding> hostName(String host) {
        List<String> names = hostNames();
        if (names.stream().anyMatch(name -> covers(name, host))) {
            return Optional.empty();
        }
        return Optional.of(CertificateFinding.fail(
                "F36",
                where,
                Text.verbatim("subjectAltName " + host),
                names.isEmpty() ? NONE_AT_ALL : Text.verbatim("subjectAltName " + shown(String.join(", ", names)))));
    }

    /** DNS names and IP addresses (RFC 5280 §4.2.1.6). */
    private List<String> hostNames() {
        try {
            Collection<List<?>> names = leaf.getSubjectAlternativeNames();
            return names == null
                    ? List.of()
                    : names.stream()
                            .filter(name ->
                                    name.get(0).equals(DNS) || name.get(0).equals(IP))
                            .map(name -> String.valueOf(name.get(1)))
                            .toList();
        } catch (CertificateParsingException unreadable) {
            return List.of();
        }
    }

    /** A star stands for one whole label, the first (RFC 6125 §6.4.3). */
    private static boolean covers(String name, String host) {
        if (!name.startsWith("*.")) {
            return name.equalsIgnoreCase(host);
        }
        int dot = host.indexOf('.');
        return dot > 0 && name.substring(1).equalsIgnoreCase(host.substring(dot));
    }

    static Optional<CertificateFinding> sameSubject(X509Certificate client, String file, X509Certificate seal) {
        Optional<SubjectName> first = subject(client);
        Optional<SubjectName> second = subject(seal);
        boolean same = first.isPresent() && second.isPresent() && first.get().sameAs(second.get());
        return same ? Optional.empty() : Optional.of(CertificateFinding.fail("F8", file, name(first), name(second)));
    }

    private static Text name(Optional<SubjectName> subject) {
        return subject.map(name -> Text.verbatim(shown(name.toString()))).orElse(NONE);
    }
}
