package fr.accroche.certs.file;

import fr.accroche.certs.HeldCertificate;
import fr.accroche.certs.Wording;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What readers find, piece by piece, before keys and certificates are brought together. */
final class Contents {
    private static final int MOST = 1000;

    private final List<LooseKey> keys = new ArrayList<>();
    private final List<LooseCertificate> certificates = new ArrayList<>();
    private final List<Entry> others = new ArrayList<>();
    private final List<Wording> dialect = new ArrayList<>();
    private final Set<Protection> protections = EnumSet.noneOf(Protection.class);
    private final List<Wording> remarks = new ArrayList<>();

    /**
     * A key on its way to its certificate.
     *
     * @param alias what the file calls it
     * @param id a mark that its certificate bears as well (localKeyID), empty if none
     * @param opened empty when it could not be opened
     * @param own the chain that the file itself gives it, empty if the file gives none
     */
    record LooseKey(
            Optional<String> alias, byte[] id, Optional<OpenedKey> opened, Optional<List<X509Certificate>> own) {}

    /**
     * A certificate on its way to its place.
     *
     * @param alias what the file calls it
     * @param id a mark that its key bears as well (localKeyID), empty if none
     * @param trusted whether the file says that it is trusted
     */
    record LooseCertificate(Optional<String> alias, byte[] id, X509Certificate certificate, boolean trusted) {}

    void add(LooseKey key) {
        bounded();
        keys.add(key);
    }

    void add(LooseCertificate certificate) {
        bounded();
        certificates.add(certificate);
    }

    void certificate(X509Certificate certificate) {
        add(new LooseCertificate(Optional.empty(), new byte[0], certificate, false));
    }

    void key(OpenedKey opened) {
        add(new LooseKey(Optional.empty(), new byte[0], Optional.of(opened), Optional.empty()));
    }

    void add(Entry other) {
        bounded();
        others.add(other);
    }

    void revocations(X509CRL list) {
        add(new Entry.Revocations(list));
    }

    void dialect(Wording line) {
        if (!dialect.contains(line)) {
            dialect.add(line);
        }
    }

    /** How a part is encrypted. */
    void scheme(Wording part, Pbe pbe) {
        dialect(Wording.of("%s : %s", "%s: %s", part, pbe.name()));
        pbe.protection().ifPresent(protections::add);
        if (protections.contains(Protection.OBSOLETE)) {
            remark(Remarks.OBSOLETE);
        }
    }

    /** How the whole is sealed. */
    void seal(Pkcs12Mac mac) {
        dialect(Wording.of("MAC : %s", "MAC: %s", mac.name()));
        if (mac.pbmac1()) {
            protections.add(Protection.PBMAC1);
        }
    }

    void remark(Wording line) {
        if (!remarks.contains(line)) {
            remarks.add(line);
        }
    }

    private void bounded() {
        if (keys.size() + certificates.size() + others.size() >= MOST) {
            throw Fault.overLimit(
                    Wording.of("au plus %d entrées", "at most %d entries", MOST), Wording.of("davantage", "more"));
        }
    }

    FileContent brought(String file, FileKind kind) {
        List<Entry> entries = new ArrayList<>();
        List<LooseCertificate> left = new ArrayList<>(certificates);
        for (LooseKey key : keys) {
            Entry.Held held = held(key);
            entries.add(held);
            left.removeIf(one -> !one.trusted() && held.chain().contains(one.certificate()));
        }
        left.stream()
                .filter(LooseCertificate::trusted)
                .map(one -> new Entry.Certificates(one.alias(), List.of(one.certificate()), true))
                .forEach(entries::add);
        left.removeIf(LooseCertificate::trusted);
        entries.addAll(chains(left));
        entries.addAll(others);
        return new FileContent(file, kind, dialect, protections, entries, remarks);
    }

    /** What can be presented: keys that were opened, each with the chain of its certificate. */
    List<OpenedEntry> opened() {
        List<OpenedEntry> opened = new ArrayList<>();
        for (LooseKey key : keys) {
            Entry.Held entry = held(key);
            boolean presentable = !entry.chain().isEmpty() && entry.key().fit() != KeyFacts.Fit.DIFFERS;
            key.opened()
                    .filter(one -> presentable)
                    .flatMap(OpenedKey::key)
                    .ifPresent(
                            secret -> opened.add(new OpenedEntry(entry, new HeldCertificate(secret, entry.chain()))));
        }
        return opened;
    }

    private Entry.Held held(LooseKey key) {
        Optional<X509Certificate> leaf = key.own().isPresent()
                ? key.own().get().stream().findFirst()
                : marked(key).or(() -> matching(key));
        List<X509Certificate> chain = key.own()
                .orElseGet(() -> leaf.map(first -> Chains.from(first, all())).orElse(List.of()));
        KeyFacts.Fit fit = leaf.isEmpty()
                ? KeyFacts.Fit.ALONE
                : key.opened()
                        .flatMap(opened -> opened.fits(leaf.get().getPublicKey()))
                        .map(fits -> fits ? KeyFacts.Fit.MATCHES : KeyFacts.Fit.DIFFERS)
                        .orElse(KeyFacts.Fit.UNKNOWN);
        KeyFacts facts = new KeyFacts(
                key.opened().map(OpenedKey::algorithm).orElse(""),
                key.opened().map(OpenedKey::bits).orElse(0),
                fit);
        return new Entry.Held(key.alias(), facts, chain);
    }

    private Optional<X509Certificate> marked(LooseKey key) {
        return certificates.stream()
                .filter(one -> key.id().length > 0 && Arrays.equals(one.id(), key.id()))
                .map(LooseCertificate::certificate)
                .findFirst();
    }

    private Optional<X509Certificate> matching(LooseKey key) {
        return key.opened()
                .flatMap(opened -> all().stream()
                        .filter(one -> opened.fits(one.getPublicKey()).orElse(false))
                        .findFirst());
    }

    private List<X509Certificate> all() {
        return certificates.stream().map(LooseCertificate::certificate).toList();
    }

    /** What no key claims, as chains; the alias is the first one's. */
    private static List<Entry> chains(List<LooseCertificate> left) {
        List<X509Certificate> loose =
                left.stream().map(LooseCertificate::certificate).distinct().toList();
        return Chains.of(loose).stream()
                .<Entry>map(chain -> new Entry.Certificates(
                        left.stream()
                                .filter(one -> one.certificate().equals(chain.get(0)))
                                .findFirst()
                                .flatMap(LooseCertificate::alias),
                        chain,
                        false))
                .toList();
    }
}
