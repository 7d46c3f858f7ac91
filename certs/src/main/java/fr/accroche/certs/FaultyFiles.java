package fr.accroche.certs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes files that are wrong on purpose, made at the clock's now so that none of them rots: an expired certificate that
 * was committed is one day wrong for another reason. Their keys are test keys of the test IGC-Santé.
 */
public final class FaultyFiles {

    /** What opens them, and is no secret; the faults about passwords apart. */
    public static final String PASSWORD = String.valueOf(FaultBench.PASSWORD);

    private final TestIgc igc;

    public FaultyFiles(TestIgc igc) {
        this.igc = igc;
    }

    /**
     * Writes those of a fault, with {@code racine.pem}, the root that the servers of the test branch trust.
     *
     * @return what was written, the first being the one that is wrong
     * @throws OrderException when one of them is there already
     */
    public List<Path> write(FileFault fault, Path folder) {
        return write(fault.make(FaultBench.with(igc, expectedUnit(fault))), folder);
    }

    /** What a client presents that has this fault and no other; empty where only its files are wrong. */
    public Optional<HeldCertificate> presented(FileFault fault, Order sound) {
        return fault.present(new FaultBench(igc, sound));
    }

    /** The same as a sound client certificate, to compare with. */
    public List<Path> writeSound(FileFault than, Path folder) {
        FaultBench bench = FaultBench.with(igc, expectedUnit(than));
        return write(bench.held("client", bench.sound()), folder);
    }

    private List<Path> write(FaultBench.Files files, Path folder) {
        List<Path> paths = new ArrayList<>();
        files.secret().keySet().stream().map(folder::resolve).forEach(paths::add);
        files.open().keySet().stream().map(folder::resolve).forEach(paths::add);
        Path root = folder.resolve("racine.pem");
        paths.add(root);
        paths.stream().filter(Files::exists).findFirst().ifPresent(file -> {
            throw OrderException.exists(file);
        });
        PrivateFiles.makeFolder(folder);
        files.secret().forEach((name, content) -> PrivateFiles.create(folder.resolve(name), content, true));
        files.open().forEach((name, content) -> PrivateFiles.create(folder.resolve(name), content, false));
        PrivateFiles.create(root, Pem.encode(igc.roots(Branch.TEST)), false);
        return paths;
    }

    /** The CN that they should have. */
    public static String expectedClient() {
        return FaultBench.CLIENT;
    }

    /** The OU that those of a fault should have. */
    public static String expectedUnit(FileFault fault) {
        return fault == FileFault.OTHER_ESTABLISHMENT ? FaultBench.SITE : FaultBench.OPERATOR;
    }
}
