package fr.accroche.certs;

import java.util.List;
import java.util.stream.Stream;

/** Chains of every kind, made at the clock's now. */
final class PathCorpus {
    static final List<PathCase> ALL = Stream.of(
                    DatePaths.cases(),
                    AuthorityPaths.cases(),
                    SignaturePaths.cases(),
                    TrustPaths.cases(),
                    ShownPaths.cases(),
                    ExtensionPaths.cases(),
                    KeyPaths.cases(),
                    PurposePaths.cases(),
                    NamePaths.cases(),
                    FormPaths.cases())
            .flatMap(List::stream)
            .toList();

    private PathCorpus() {}
}
