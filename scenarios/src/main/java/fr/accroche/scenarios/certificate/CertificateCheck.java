package fr.accroche.scenarios.certificate;

import fr.accroche.certs.RevocationCheck;
import fr.accroche.certs.SubjectName;
import fr.accroche.certs.TestIgc;
import fr.accroche.certs.file.Entry;
import fr.accroche.certs.file.FileContent;
import fr.accroche.scenarios.certificate.CertificateFinding.Observation;
import fr.accroche.scenarios.diagnosis.CertificateError;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything wrong with a certificate file for what it is meant for, at once: how it is packed, what it names, its chain,
 * its profile, its dates.
 */
public final class CertificateCheck {

    /** Says it all: a person's card names nobody that a client_id could be. */
    private static final String CARD = "F7";

    /** Says it all of the chain: there is nothing to send one with. */
    private static final String NO_KEY = "F22";

    private static final String NO_CHAIN = "F16";

    private final TestIgc igc;
    private final Clock clock;
    private final RevocationCheck revocations;

    /** Looks no revocation up. */
    public CertificateCheck(TestIgc igc, Clock clock) {
        this(igc, clock, RevocationCheck.NONE);
    }

    /**
     * @param igc whose authorities the servers trust
     * @param clock says what has expired
     * @param revocations what is known to be revoked
     */
    public CertificateCheck(TestIgc igc, Clock clock, RevocationCheck revocations) {
        this.igc = igc;
        this.clock = clock;
        this.revocations = revocations;
    }

    /**
     * Checks a file that could be read; one that could not is {@link UnreadFile}'s.
     *
     * @return in the order in which a program would meet them: the file, the names, the chain; a reason appears once
     */
    public List<CertificateFinding> check(FileContent content, Use use) {
        List<CertificateFinding> findings = new ArrayList<>(new StoreCheck(content, use).findings());
        if (use.as() == Use.Part.TRUSTSTORE) {
            findings.addAll(new TrustCheck(content, use.branch(), igc, clock).findings());
            return grouped(findings);
        }
        List<X509Certificate> chain = chain(content, use);
        if (!chain.isEmpty()) {
            String where = content.file();
            List<CertificateFinding> ofChain =
                    new ChainCheck(content, withStrays(chain, content), use, clock).findings(igc, revocations);
            if (!has(ofChain, CARD)) {
                findings.addAll(new NameCheck(where, chain.get(0), use).findings());
            }
            boolean noKey = has(findings, NO_KEY);
            ofChain.stream()
                    .filter(finding -> !noKey || !finding.error().id().equals(NO_CHAIN))
                    .forEach(findings::add);
        }
        return grouped(findings);
    }

    /**
     * Of two certificates that a DMP sees together: the one of TLS and the one that seals the VIHF.
     *
     * @param file the seal's
     */
    public static Optional<CertificateFinding> sameSubject(X509Certificate client, String file, X509Certificate seal) {
        return NameCheck.sameSubject(client, file, seal);
    }

    /** The structure that it names: its only OU; empty when there is none, or more than one. */
    public static Optional<String> unit(X509Certificate certificate) {
        return NameCheck.subject(certificate).flatMap(SubjectName::organisationalUnit);
    }

    /**
     * The chain that a program would use: the entry that is named, else that of the client_id, else the first with a key.
     * An entry that is named and is not there does not keep the others from being checked.
     */
    public static List<X509Certificate> chain(FileContent content, Use use) {
        List<Entry> entries = content.entries().stream()
                .filter(entry -> !entry.certificates().isEmpty())
                .toList();
        Optional<Entry> named = entries.stream()
                .filter(entry -> use.alias().equals(Optional.of(Aliases.of(content, entry))))
                .findFirst();
        return named.or(() -> entries.stream()
                        .filter(entry ->
                                use.clientId().isPresent() && commonName(entry).equals(use.clientId()))
                        .findFirst())
                .or(() -> entries.stream().filter(Entry.Held.class::isInstance).findFirst())
                .or(() -> entries.stream().findFirst())
                .map(Entry::certificates)
                .orElse(List.of());
    }

    /** Certificates that no entry claims travel with it all the same. */
    private static List<X509Certificate> withStrays(List<X509Certificate> chain, FileContent content) {
        List<X509Certificate> presented = new ArrayList<>(chain);
        content.entries().stream()
                .filter(entry -> entry instanceof Entry.Certificates strays && !strays.trusted())
                .flatMap(entry -> entry.certificates().stream())
                .filter(stray -> !presented.contains(stray))
                .forEach(presented::add);
        return presented;
    }

    private static boolean has(List<CertificateFinding> findings, String id) {
        return findings.stream().anyMatch(finding -> finding.error().id().equals(id));
    }

    private static Optional<String> commonName(Entry entry) {
        return NameCheck.subject(entry.certificates().get(0)).flatMap(name -> name.commonName());
    }

    /** A reason that several checks met is one finding, at the place of the first. */
    private static List<CertificateFinding> grouped(List<CertificateFinding> findings) {
        Map<CertificateError, CertificateFinding> byError = new LinkedHashMap<>();
        for (CertificateFinding finding : findings) {
            byError.merge(finding.error(), finding, CertificateCheck::both);
        }
        return List.copyOf(byError.values());
    }

    private static CertificateFinding both(CertificateFinding first, CertificateFinding second) {
        List<Observation> observations = new ArrayList<>(first.observations());
        observations.addAll(second.observations());
        CertificateFinding.Level level = first.level().compareTo(second.level()) <= 0 ? first.level() : second.level();
        return new CertificateFinding(first.error(), level, observations);
    }
}
