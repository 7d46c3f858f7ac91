package fr.accroche.scenarios.diagnosis;

import fr.accroche.compliance.rule.RuleId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Every certificate error, in one explicit list. */
public final class CertificateErrors {

    /** By id. */
    public static final List<CertificateError> ALL = Stream.of(
                    NameErrors.ALL,
                    ProfileErrors.ALL,
                    ChainErrors.ALL,
                    FileErrors.ALL,
                    TimeErrors.ALL,
                    HandshakeErrors.ALL,
                    ConnectionErrors.ALL,
                    ShapeErrors.ALL)
            .flatMap(List::stream)
            .sorted(Comparator.comparing(error -> Integer.valueOf(error.id().substring(1))))
            .toList();

    private CertificateErrors() {}

    public static Optional<CertificateError> named(String id) {
        String wanted = id.toUpperCase(Locale.ROOT);
        return ALL.stream().filter(error -> error.id().equals(wanted)).findFirst();
    }

    static List<RuleId> rules(String... ids) {
        return Stream.of(ids).map(RuleId::of).toList();
    }
}
