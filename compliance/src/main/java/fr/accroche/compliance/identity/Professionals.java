package fr.accroche.compliance.identity;

import java.util.List;
import java.util.Optional;

/**
 * The professionals of the simulators, none of whom exists. The RPPS numbers have a right key (Luhn) but are of the series
 * 99900000, which test cards use and no register gives.
 */
public final class Professionals {

    private static final List<Professional> KNOWN = List.of(
            new Professional(
                    "899900000011",
                    "Camille",
                    "MEDECINFICTIF",
                    "MME",
                    "10",
                    "S",
                    "SM54",
                    "SA07",
                    "R900001",
                    "CABINET FICTIF UN"),
            new Professional(
                    "899900000029",
                    "Dominique",
                    "PHARMACIENFICTIF",
                    "M",
                    "21",
                    "",
                    "",
                    "SA33",
                    "R900002",
                    "PHARMACIE FICTIVE DEUX"),
            new Professional(
                    "899900000037",
                    "Claude",
                    "INFIRMIERFICTIF",
                    "M",
                    "60",
                    "",
                    "",
                    "SA07",
                    "R900003",
                    "CABINET FICTIF TROIS"),
            new Professional(
                    "899900000045",
                    "Andrea",
                    "SAGEFEMMEFICTIVE",
                    "MME",
                    "50",
                    "",
                    "",
                    "SA07",
                    "R900004",
                    "CABINET FICTIF QUATRE"),
            new Professional(
                    "300000000010001/CPAT00001",
                    "Sacha",
                    "SECRETAIREFICTIF",
                    "M",
                    "SEC",
                    "",
                    "",
                    "SA07",
                    "R900001",
                    "CABINET FICTIF UN"));

    private Professionals() {}

    /** All of them; the first is a physician. */
    public static List<Professional> known() {
        return KNOWN;
    }

    /** The one with this idNatPS. */
    public static Optional<Professional> find(String nationalId) {
        return KNOWN.stream()
                .filter(person -> person.nationalId().equals(nationalId))
                .findFirst();
    }
}
