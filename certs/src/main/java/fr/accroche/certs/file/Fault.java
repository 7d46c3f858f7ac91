package fr.accroche.certs.file;

import fr.accroche.certs.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What stops the reading of a file, with its place as far as the readers on the way know it. */
final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final Wording ANOTHER_COPY =
            Wording.of("reprendre une copie intacte du fichier", "take an intact copy of the file");
    private static final Wording SHORTER =
            Wording.of("vérifier d'où vient ce fichier", "check where this file comes from");

    private final Reason reason;
    private final transient List<Wording> places;
    private final transient Wording expected;
    private final transient Wording observed;
    private final transient Wording advice;

    private Fault(Reason reason, List<Wording> places, Wording expected, Wording observed, Wording advice) {
        super(observed.en(), null, false, false);
        this.reason = reason;
        this.places = List.copyOf(places);
        this.expected = expected;
        this.observed = observed;
        this.advice = advice;
    }

    static Fault of(Reason reason, Wording expected, Wording observed, Wording advice) {
        return new Fault(reason, List.of(), expected, observed, advice);
    }

    static Fault damaged(Wording expected, Wording observed) {
        return of(Reason.DAMAGED, expected, observed, ANOTHER_COPY);
    }

    static Fault overLimit(Wording expected, Wording observed) {
        return of(Reason.OVER_LIMIT, expected, observed, SHORTER);
    }

    /** The same, in this wider place. */
    Fault in(Wording place) {
        List<Wording> wider = new ArrayList<>(List.of(place));
        wider.addAll(places);
        return new Fault(reason, wider, expected, observed, advice);
    }

    /** At this offset of the file, or of what was decrypted or put together out of it. */
    Fault at(int offset) {
        return in(
                offset >= 0
                        ? Wording.of("octet %d", "offset %d", offset)
                        : Wording.of(
                                "octet %d du contenu extrait",
                                "offset %d of the extracted content", offset - Asn1Parser.EXTRACTED));
    }

    Reason reason() {
        return reason;
    }

    UnreadableFileException of(String file, Optional<FileKind> recognised) {
        Wording kind = recognised
                .map(known -> Wording.of("reconnu : %s", "recognised: %s", known.wording()))
                .orElse(Wording.of("format non reconnu", "format not recognised"));
        Wording where = new Wording(
                places.stream().map(Wording::fr).collect(Collectors.joining(", ")),
                places.stream().map(Wording::en).collect(Collectors.joining(", ")));
        return new UnreadableFileException(
                reason,
                Wording.of(
                        "%s : %s%s ; attendu : %s ; observé : %s ; %s",
                        "%s: %s%s; expected: %s; observed: %s; %s",
                        file,
                        kind,
                        places.isEmpty() ? "" : Wording.of(" ; %s", "; %s", where),
                        expected,
                        observed,
                        advice));
    }
}
