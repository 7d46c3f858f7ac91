package fr.accroche.compliance.identity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The professionals of the simulators, none of whom exists. The RPPS numbers have a right key but are of the series
 * 99900000: numbers of the register begin with 1, those of test cards with 99 (docs/sources.md, IGC-Santé samples). Phone
 * numbers are of the ranges 01 99 00 and 06 39 98, kept for works of fiction (docs/sources.md, Numbering plan).
 */
public final class Professionals {

    /** Well formed, with a right key, and known to nobody. */
    public static final NationalId UNKNOWN = new NationalId("899900009996");

    private static final List<Professional> KNOWN = Stream.concat(
                    FictivePeople.all().stream(), FictiveDeviants.all().stream())
            .toList();

    private Professionals() {}

    /** All of them; the first is a physician with whom nothing is wrong. */
    public static List<Professional> known() {
        return KNOWN;
    }

    /** The one with this idNatPS; whether PSC lets them log in is another matter. */
    public static Optional<Professional> find(String nationalId) {
        return KNOWN.stream()
                .filter(person -> person.nationalId().equals(nationalId))
                .findFirst();
    }

    /** The one with this idNatPS or this alias. */
    public static Optional<Professional> named(String idOrAlias) {
        return find(idOrAlias)
                .or(() -> KNOWN.stream()
                        .filter(person -> person.alias().equals(idOrAlias))
                        .findFirst());
    }
}
