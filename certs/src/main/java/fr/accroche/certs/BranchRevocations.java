package fr.accroche.certs;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one pair of authorities of a branch has revoked, and how they publish it. */
final class BranchRevocations {
    private static final Duration LIST_RENEWAL = Duration.ofDays(1);

    private final Branch branch;
    private final Authorities authorities;
    private final Clock clock;
    private final SecureRandom random;
    private final Supplier<KeyPair> newKey;
    private final Optional<RevocationFile> file;
    private final Map<IgcAuthority, RevocationListState> listStates = new EnumMap<>(IgcAuthority.class);
    private final Map<IgcAuthority, X509CRL> onLine = new EnumMap<>(IgcAuthority.class);
    private SortedMap<BigInteger, Instant> revoked;
    private Optional<RevocationFile.Stamp> seen;
    private OcspState ocsp = OcspState.ANSWERING;
    private BigInteger lastNumber = BigInteger.ZERO;
    private Optional<OcspResponder> responder = Optional.empty();

    BranchRevocations(
            Branch branch,
            Authorities authorities,
            Clock clock,
            SecureRandom random,
            Supplier<KeyPair> newKey,
            Optional<RevocationFile> file) {
        this.branch = branch;
        this.authorities = authorities;
        this.clock = clock;
        this.random = random;
        this.newKey = newKey;
        this.file = file;
        this.seen = file.flatMap(RevocationFile::stamp);
        this.revoked = file.map(RevocationFile::read).orElseGet(TreeMap::new);
        for (IgcAuthority each : IgcAuthority.values()) {
            listStates.put(each, RevocationListState.FRESH);
        }
    }

    /** The same as it is now, and from then on apart: what changes is kept nowhere. */
    synchronized BranchRevocations apart() {
        BranchRevocations other = new BranchRevocations(branch, authorities, clock, random, newKey, Optional.empty());
        other.revoked = revoked;
        other.listStates.putAll(listStates);
        other.ocsp = ocsp;
        return other;
    }

    /** What another process of the same folder has changed meanwhile; what it left unreadable is heeded once it can be read. */
    private void follow() {
        Optional<RevocationFile.Stamp> now = file.flatMap(RevocationFile::stamp);
        if (now.equals(seen)) {
            return;
        }
        try {
            revoked = file.map(RevocationFile::read).orElse(revoked);
            seen = now;
            onLine.clear();
        } catch (CertificateFileException unreadable) {
            // as it was
        }
    }

    synchronized Map<BigInteger, Instant> revoked() {
        follow();
        return Collections.unmodifiableMap(revoked);
    }

    synchronized OcspState ocsp() {
        return ocsp;
    }

    synchronized void ocsp(OcspState state) {
        ocsp = state;
    }

    synchronized RevocationListState listState(IgcAuthority authority) {
        return listStates.get(authority);
    }

    synchronized void listState(IgcAuthority authority, RevocationListState state) {
        listStates.put(authority, state);
        onLine.remove(authority);
    }

    synchronized void revoke(BigInteger serial) {
        change(all -> all.putIfAbsent(serial, now()));
    }

    synchronized void restore(BigInteger serial) {
        change(all -> all.remove(serial));
    }

    private void change(Consumer<Map<BigInteger, Instant>> change) {
        if (file.isPresent()) {
            revoked = file.get().change(change);
            seen = file.get().stamp();
        } else {
            SortedMap<BigInteger, Instant> changed = new TreeMap<>(revoked);
            change.accept(changed);
            revoked = changed;
        }
        onLine.clear();
    }

    /** The list that is on line: the same until something changes, and of the day. */
    synchronized Optional<X509CRL> list(IgcAuthority authority) {
        follow();
        RevocationListState state = listStates.get(authority);
        if (state == RevocationListState.MISSING) {
            return Optional.empty();
        }
        X509CRL kept = onLine.get(authority);
        boolean good = kept != null && (state == RevocationListState.EXPIRED || isOfTheDay(kept));
        if (!good) {
            kept = state == RevocationListState.EXPIRED ? expired(authority) : fresh(authority);
            onLine.put(authority, kept);
        }
        return Optional.of(kept);
    }

    /** And not of a later day: a clock that is moved in tests may go back. */
    private boolean isOfTheDay(X509CRL list) {
        Instant made = list.getThisUpdate().toInstant();
        return now().isBefore(made.plus(LIST_RENEWAL)) && !now().isBefore(made);
    }

    /** Whether one of the two is called as this issuer is; its key is for the judge to check. */
    boolean names(X509Certificate issuer) {
        return Stream.of(authorities.rootCertificate(), authorities.intermediateCertificate())
                .anyMatch(each -> each.getSubjectX500Principal().equals(issuer.getSubjectX500Principal()));
    }

    /** What is on line for the certificate of an end entity, or of the intermediate. */
    RevocationEvidence lists(X509Certificate certificate) {
        IgcAuthority authority = issuer(certificate.getSerialNumber());
        return new RevocationEvidence.Lists(list(authority).stream().toList(), authority.fileName(branch) + ".crl");
    }

    private X509CRL fresh(IgcAuthority authority) {
        Instant now = now();
        lastNumber = lastNumber.add(BigInteger.ONE).max(BigInteger.valueOf(now.toEpochMilli()));
        return made(authority, lastNumber, now);
    }

    /** As it was when it was made: what was revoked since is not on it. */
    private X509CRL expired(IgcAuthority authority) {
        Instant then = now().minus(RevocationListMint.life(authority)).minus(LIST_RENEWAL);
        return made(authority, BigInteger.valueOf(then.toEpochMilli()), then);
    }

    private X509CRL made(IgcAuthority authority, BigInteger number, Instant thisUpdate) {
        Map<BigInteger, Instant> listed = revoked.entrySet().stream()
                .filter(each ->
                        issuer(each.getKey()) == authority && !each.getValue().isAfter(thisUpdate))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new));
        return RevocationListMint.make(
                authority == IgcAuthority.ROOT ? authorities.root() : authorities.intermediate(),
                listed,
                number,
                thisUpdate,
                thisUpdate.plus(RevocationListMint.life(authority)),
                random);
    }

    /** The root has issued one certificate, and the intermediate all others. */
    private IgcAuthority issuer(BigInteger serial) {
        return authorities.intermediateCertificate().getSerialNumber().equals(serial)
                ? IgcAuthority.ROOT
                : IgcAuthority.INTERMEDIATE;
    }

    /** Whether a request names a certificate that this intermediate issued. */
    boolean concerns(OcspRequest request) {
        return request.certificateIds().stream()
                .anyMatch(id -> OcspMint.named(id, authorities.intermediateCertificate())
                        .isPresent());
    }

    /** The response to a request; empty for silence. */
    synchronized Optional<byte[]> respond(OcspRequest request) {
        follow();
        if (responder.isEmpty()) {
            responder = Optional.of(new OcspResponder(authorities.names(), authorities.intermediate(), newKey, random));
        }
        return responder.get().respond(request, ocsp, revoked, now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
