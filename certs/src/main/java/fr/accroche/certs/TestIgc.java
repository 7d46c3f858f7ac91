package fr.accroche.certs;

import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * A test IGC-Santé: per branch, a root and an intermediate, under names of our own (docs/sources.md, IGC-Santé
 * samples).
 */
public final class TestIgc {
    private static final KeySizes QUICK = new KeySizes(2048, 2048);

    /** Per branch; where there are look-alikes they come last. */
    private final Map<Branch, List<Authorities>> branches;

    private final Issuers issuers;
    private final Profiles profiles;
    private final Clock clock;
    private final KeySizes sizes;
    private final SecureRandom random;
    private final RevocationRegister revocations;

    private TestIgc(
            Map<Branch, List<Authorities>> branches,
            Issuers issuers,
            Profiles profiles,
            Clock clock,
            KeySizes sizes,
            SecureRandom random,
            Function<String, Optional<RevocationFile>> revoked) {
        this.branches = branches;
        this.issuers = issuers;
        this.profiles = profiles;
        this.clock = clock;
        this.sizes = sizes;
        this.random = random;
        this.revocations = new RevocationRegister(branch -> signingFirst(branch).stream()
                .map(each -> new BranchRevocations(
                        branch,
                        each,
                        clock,
                        random,
                        () -> newKey(sizes.leaf()),
                        revoked.apply(each.names().folder())))
                .toList());
    }

    private TestIgc(TestIgc same, Profiles others) {
        this.branches = same.branches;
        this.issuers = same.issuers;
        this.profiles = others;
        this.clock = same.clock;
        this.sizes = same.sizes;
        this.random = same.random;
        this.revocations = same.revocations;
    }

    /** Makes a new one in memory, for tests; keys of 2048 bits. */
    public static TestIgc inMemory(Clock clock) {
        return inMemory(clock, QUICK, new SecureRandom());
    }

    /**
     * Makes a new one in memory. Its authorities bear the same names as any other's and other keys: to anyone else they
     * are authorities of unknown origin.
     */
    public static TestIgc inMemory(Clock clock, KeySizes sizes, SecureRandom random) {
        Instant now = clock.instant();
        AuthoritySettings settings = AuthoritySettings.SHIPPED.withKeyBits(sizes.authority());
        return new TestIgc(
                bothBranches(branch -> List.of(AuthorityMint.make(IgcNames.of(branch), now, settings, random))),
                Issuers.SIMULATED,
                Profiles.SHIPPED,
                clock,
                sizes,
                random,
                folder -> Optional.empty());
    }

    /** Opens the one kept in a work folder, or makes it there. */
    public static TestIgc in(Path folder, Clock clock, KeySizes sizes) {
        return in(folder, clock, sizes, Issuers.SIMULATED, new SecureRandom());
    }

    /** The same, whose certificates of the test branch are signed by these. */
    public static TestIgc in(Path folder, Clock clock, KeySizes sizes, Issuers issuers) {
        return in(folder, clock, sizes, issuers, new SecureRandom());
    }

    /**
     * Opens the one kept in a work folder, or makes it there: {@code igc/test/racine.pem}, {@code racine.key.pem},
     * {@code intermediaire.pem}, {@code intermediaire.key.pem}, and the same under {@code igc/production}; under
     * {@code igc/test-sosie} where look-alikes were asked for, which are trusted from then on. Authorities with less than
     * 30 days left are made anew. What they revoked is in {@code revoked.txt} beside them. Other processes that open the
     * same folder meanwhile wait.
     *
     * @param sizes of the keys made from now on, unless the folder's own {@code authorities.properties} says otherwise of
     *     authorities; kept keys stay as they are
     * @throws OrderException when that file is wrong
     * @throws CertificateFileException when a kept file cannot be read or does not fit the others
     */
    public static TestIgc in(Path folder, Clock clock, KeySizes sizes, Issuers issuers, SecureRandom random) {
        Instant now = clock.instant();
        Path igc = folder.resolve("igc");
        AuthoritySettings settings = AuthoritySettings.in(folder, sizes.authority());
        Function<IgcNames, Authorities> opener = names ->
                new AuthorityFolder(igc, names).openOrMake(now, () -> AuthorityMint.make(names, now, settings, random));
        Map<Branch, List<Authorities>> branches = FolderLock.holding(
                igc,
                () -> bothBranches(branch -> {
                    List<Authorities> opened = new ArrayList<>();
                    opened.add(opener.apply(IgcNames.of(branch)));
                    if (branch == Branch.TEST && issuers == Issuers.LOOK_ALIKE) {
                        opened.add(opener.apply(IgcNames.LOOK_ALIKE));
                    } else if (branch == Branch.TEST) {
                        new AuthorityFolder(igc, IgcNames.LOOK_ALIKE).kept(now).ifPresent(opened::add);
                    }
                    return List.copyOf(opened);
                }));
        return new TestIgc(
                branches,
                issuers,
                Profiles.SHIPPED,
                clock,
                sizes,
                random,
                name -> Optional.of(new RevocationFile(igc, igc.resolve(name).resolve("revoked.txt"))));
    }

    /** The same authorities, which make certificates like these. */
    public TestIgc with(Profiles others) {
        return new TestIgc(this, others);
    }

    /** Signs a new certificate on a new key. */
    public HeldCertificate issue(Order order) {
        return issue(order, newKey(sizes.leaf()));
    }

    /** The roots that a relying party of this branch trusts. */
    public List<X509Certificate> roots(Branch branch) {
        return List.copyOf(anchors(branch).values());
    }

    /** The same roots, by the name that a truststore gives them. */
    Map<String, X509Certificate> anchors(Branch branch) {
        Map<String, X509Certificate> anchors = new LinkedHashMap<>();
        branches.get(branch)
                .forEach(each -> anchors.put("racine-" + each.names().folder(), each.rootCertificate()));
        return anchors;
    }

    /**
     * Refuses the branch that its issuers do not sign.
     *
     * @throws OrderException for look-alikes of production: there are none
     */
    public void requireIssuing(Branch branch) {
        if (branch == Branch.PRODUCTION && issuers == Issuers.LOOK_ALIKE) {
            throw OrderException.wrong(Wording.of(
                    "--look-alike-issuer imite l'IGC-Santé de test seulement : pas de certificat de production avec",
                    "--look-alike-issuer imitates the test IGC-Santé only: no production certificate with it"));
        }
    }

    /** The intermediate of a branch, then its root. */
    public List<X509Certificate> authorityChain(Branch branch) {
        return authorities(branch).intermediate().chain();
    }

    /** What the authorities have revoked, and how that is published. */
    public RevocationRegister revocations() {
        return revocations;
    }

    /** A judge that expects this profile in this branch, and looks no revocation up. */
    public CertificateJudge judge(Profile expected, Branch branch) {
        return judge(expected, branch, RevocationCheck.NONE);
    }

    /** The same, with a look at what is published of revocations. */
    public CertificateJudge judge(Profile expected, Branch branch, RevocationCheck revocation) {
        Map<Branch, List<X509Certificate>> certificates = new EnumMap<>(Branch.class);
        branches.forEach((each, authorities) -> certificates.put(
                each,
                authorities.stream()
                        .flatMap(one -> one.intermediate().chain().stream())
                        .toList()));
        return new ChainJudge(clock, expected, branch, new KnownAuthorities(certificates), revocation);
    }

    HeldCertificate issue(Order order, KeyPair key) {
        return new HeldCertificate(key.getPrivate(), sign(order, key.getPublic()));
    }

    /** A new certificate on a key of someone else's: leaf, intermediate, root. */
    List<X509Certificate> sign(Order order, PublicKey key) {
        Authorities issuing = authorities(order.branch());
        X509Certificate leaf = LeafMint.make(order, profiles.of(order.profile()), key, issuing, random);
        return List.of(leaf, issuing.intermediateCertificate(), issuing.rootCertificate());
    }

    /** A new RSA key that no certificate is about, for what is signed without one. */
    public KeyPair newKey(int bits) {
        return RsaKeys.generate(bits, random);
    }

    /** Those that sign. */
    Authorities authorities(Branch branch) {
        return signingFirst(branch).get(0);
    }

    private List<Authorities> signingFirst(Branch branch) {
        List<Authorities> all = new ArrayList<>(branches.get(branch));
        if (issuers == Issuers.LOOK_ALIKE) {
            Collections.reverse(all);
        }
        return all;
    }

    Profiles profiles() {
        return profiles;
    }

    Clock clock() {
        return clock;
    }

    KeySizes sizes() {
        return sizes;
    }

    SecureRandom random() {
        return random;
    }

    /**
     * Key generation is what takes time: each branch has its own thread. Not one of the common pool: all of them may be
     * waiting for the lock that the caller holds.
     */
    private static Map<Branch, List<Authorities>> bothBranches(Function<Branch, List<Authorities>> opener) {
        CompletableFuture<List<Authorities>> production = CompletableFuture.supplyAsync(
                () -> opener.apply(Branch.PRODUCTION), work -> new Thread(work, "igc-production").start());
        CompletableFuture<List<Authorities>> test =
                CompletableFuture.supplyAsync(() -> opener.apply(Branch.TEST), Runnable::run);
        try {
            CompletableFuture.allOf(test, production).join();
            return Map.of(Branch.TEST, test.join(), Branch.PRODUCTION, production.join());
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    /**
     * RSA key sizes in bits.
     *
     * @param authority of roots and intermediates; the real ones have 4096
     * @param leaf of end entities; the real ones have 2048
     */
    public record KeySizes(int authority, int leaf) {
        public static final KeySizes REAL = new KeySizes(
                AuthoritySettings.SHIPPED.keyBits(),
                Profiles.SHIPPED.settings(Profile.ORG_AUTH_CLI).keyBits());
    }
}
