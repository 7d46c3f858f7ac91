package fr.accroche.certs;

import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * A test IGC-Santé: per branch, a root and an intermediate, under names of our own (docs/sources.md, IGC-Santé
 * samples).
 */
public final class TestIgc {
    private static final KeySizes QUICK = new KeySizes(2048, 2048);

    private final Map<Branch, Authorities> branches;
    private final Clock clock;
    private final KeySizes sizes;
    private final SecureRandom random;

    private TestIgc(Map<Branch, Authorities> branches, Clock clock, KeySizes sizes, SecureRandom random) {
        this.branches = branches;
        this.clock = clock;
        this.sizes = sizes;
        this.random = random;
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
        return new TestIgc(
                bothBranches(branch -> AuthorityMint.make(branch, now, sizes.authority(), random)),
                clock,
                sizes,
                random);
    }

    /** Opens the one kept in a work folder, or makes it there. */
    public static TestIgc in(Path folder, Clock clock, KeySizes sizes) {
        return in(folder, clock, sizes, new SecureRandom());
    }

    /**
     * Opens the one kept in a work folder, or makes it there: {@code igc/test/racine.pem}, {@code racine.key.pem},
     * {@code intermediaire.pem}, {@code intermediaire.key.pem}, and the same under {@code igc/production}. Authorities
     * with less than 30 days left are made anew. Other processes that open the same folder meanwhile wait.
     *
     * @param sizes of the keys made from now on; kept keys stay as they are
     * @throws CertificateFileException when a kept file cannot be read or does not fit the others
     */
    public static TestIgc in(Path folder, Clock clock, KeySizes sizes, SecureRandom random) {
        Instant now = clock.instant();
        Path igc = folder.resolve("igc");
        Map<Branch, Authorities> branches = FolderLock.holding(
                igc,
                () -> bothBranches(branch -> new AuthorityFolder(
                                igc.resolve(IgcNames.of(branch).folder()))
                        .openOrMake(now, () -> AuthorityMint.make(branch, now, sizes.authority(), random))));
        return new TestIgc(branches, clock, sizes, random);
    }

    /** Signs a new certificate on a new key. */
    public HeldCertificate issue(Order order) {
        return issue(order, newKey(sizes.leaf()));
    }

    /** The roots that a relying party of this branch trusts. */
    public List<X509Certificate> roots(Branch branch) {
        return List.of(branches.get(branch).rootCertificate());
    }

    /** A judge that expects this profile in this branch. */
    public CertificateJudge judge(Profile expected, Branch branch) {
        Map<Branch, List<X509Certificate>> certificates = new EnumMap<>(Branch.class);
        branches.forEach((each, authorities) ->
                certificates.put(each, authorities.intermediate().chain()));
        return new ChainJudge(clock, expected, branch, new KnownAuthorities(certificates));
    }

    HeldCertificate issue(Order order, KeyPair key) {
        return new HeldCertificate(key.getPrivate(), sign(order, key.getPublic()));
    }

    /** A new certificate on a key of someone else's: leaf, intermediate, root. */
    List<X509Certificate> sign(Order order, PublicKey key) {
        HeldCertificate issuer = branches.get(order.branch()).intermediate();
        X509Certificate leaf = LeafMint.make(order, key, issuer, random);
        return List.of(leaf, issuer.certificate(), issuer.chain().get(1));
    }

    KeyPair newKey(int bits) {
        return RsaKeys.generate(bits, random);
    }

    Authorities authorities(Branch branch) {
        return branches.get(branch);
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
    private static Map<Branch, Authorities> bothBranches(Function<Branch, Authorities> opener) {
        CompletableFuture<Authorities> production = CompletableFuture.supplyAsync(
                () -> opener.apply(Branch.PRODUCTION), work -> new Thread(work, "igc-production").start());
        CompletableFuture<Authorities> test =
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
     * @param leaf of end entities; the real ones have 2048 ({@link OrderSettings#REAL})
     */
    public record KeySizes(int authority, int leaf) {
        public static final KeySizes REAL = new KeySizes(4096, OrderSettings.REAL.keyBits());
    }
}
