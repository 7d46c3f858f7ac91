package fr.accroche.certs;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Checks an end-entity certificate against its profile (docs/sources.md, IGC-Santé samples).
 *
 * @param profile the one it should have
 * @param leaf the certificate
 */
record LeafCheck(Profile profile, X509Certificate leaf) {
    private static final Set<String> OF_AUTHORITIES = Set.of("keyCertSign", "cRLSign");

    private static final Wording NONE = Wording.of("aucun", "none");
    private static final Wording UNREADABLE = Wording.of("illisible", "unreadable");
    private static final Wording UNREADABLE_NAME = Wording.of("nom illisible", "unreadable name");

    void addTo(List<Defect> defects) {
        ProfileShape shape = ProfileShape.of(profile);
        keyUsage(shape).ifPresent(defects::add);
        extendedKeyUsage(shape).ifPresent(defects::add);
        if (!shape.hostNames()) {
            hostNames().ifPresent(defects::add);
        }
        Optional<SubjectName> subject = SubjectName.read(leaf.getSubjectX500Principal());
        subjectShape(shape, subject).ifPresent(defects::add);
        subject.flatMap(SubjectName::organisationalUnit)
                .flatMap(LeafCheck::idNatStruct)
                .ifPresent(defects::add);
    }

    /** The profile's bits must be there and those of an authority must not; others are tolerated. */
    private Optional<Defect> keyUsage(ProfileShape shape) {
        List<String> observed = KeyUsages.of(leaf);
        if (observed.containsAll(shape.keyUsage()) && observed.stream().noneMatch(OF_AUTHORITIES::contains)) {
            return Optional.empty();
        }
        return Optional.of(new Defect(
                DefectCode.KEY_USAGE,
                Wording.verbatim(String.join(", ", shape.keyUsage())),
                observed.isEmpty() ? NONE : Wording.verbatim(String.join(", ", observed))));
    }

    private Optional<Defect> extendedKeyUsage(ProfileShape shape) {
        Wording observed;
        try {
            List<String> purposes = leaf.getExtendedKeyUsage();
            if (purposes != null && Set.copyOf(purposes).equals(Set.copyOf(shape.extendedKeyUsage()))) {
                return Optional.empty();
            }
            observed = purposes == null
                    ? NONE
                    : Wording.verbatim(CertificateText.clean(Oids.named(new TreeSet<>(purposes))));
        } catch (CertificateParsingException unreadable) {
            observed = UNREADABLE;
        }
        return Optional.of(new Defect(
                DefectCode.EXTENDED_KEY_USAGE,
                Wording.of("%s seulement", "%s only", Oids.named(shape.extendedKeyUsage())),
                observed));
    }

    private Optional<Defect> hostNames() {
        Wording observed;
        try {
            List<String> names = AlternativeNames.texts(leaf, AlternativeNames.DNS);
            if (names.isEmpty()) {
                return Optional.empty();
            }
            observed = Wording.verbatim(CertificateText.clean("DNS: " + String.join(", ", names)));
        } catch (CertificateParsingException unreadable) {
            observed = UNREADABLE;
        }
        return Optional.of(new Defect(
                DefectCode.UNEXPECTED_SUBJECT_ALTERNATIVE_NAME, Wording.of("aucun nom DNS", "no DNS name"), observed));
    }

    private static Optional<Defect> subjectShape(ProfileShape shape, Optional<SubjectName> subject) {
        boolean right = subject.isPresent()
                && subject.get().isShaped(shape.subject())
                && !subject.get().hasBlankValue();
        if (right) {
            return Optional.empty();
        }
        Wording observed = subject.map(name -> String.join(", ", name.shape()) + ": " + name)
                .map(name -> Wording.verbatim(CertificateText.clean(name)))
                .orElse(UNREADABLE_NAME);
        String expected = shape.subject().stream()
                .map(keywords -> String.join("+", new TreeSet<>(keywords)))
                .collect(Collectors.joining(", "));
        return Optional.of(new Defect(
                DefectCode.SUBJECT_SHAPE, Wording.of("%s, chacun une fois", "%s, each once", expected), observed));
    }

    private static Optional<Defect> idNatStruct(String unit) {
        if (IdNatStructSyntax.matches(unit)) {
            return Optional.empty();
        }
        return Optional.of(new Defect(
                DefectCode.IDNATSTRUCT_SYNTAX,
                IdNatStructSyntax.expected(unit),
                Wording.verbatim(CertificateText.clean(unit))));
    }
}
