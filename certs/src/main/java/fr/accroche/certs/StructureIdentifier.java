package fr.accroche.certs;

import java.util.Arrays;
import java.util.Optional;

/**
 * A structure's national identifier taken apart, to be read and not to be judged (docs/sources.md, IGC-Santé samples):
 * test identifiers, Corsica and La Poste have keys of their own.
 *
 * @param type what its first digit says
 * @param number what follows the first digit
 * @param key whether the last digit of the number is the one that the others call for
 */
public record StructureIdentifier(Type type, String number, Key key) {
    private static final String LA_POSTE = "356000000";
    private static final int RPPS = 11;

    /** The nomenclature TRE_G07, by the first digit. */
    public enum Type {
        ADELI('0', "cabinet, par le numéro ADELI", "practice, by ADELI number"),
        FINESS('1', "FINESS (établissement ou entité juridique)", "FINESS (establishment or legal entity)"),
        SIREN('2', "SIREN (entreprise)", "SIREN (company)"),
        SIRET('3', "SIRET (établissement)", "SIRET (establishment)"),
        RPPS_RANG('4', "cabinet, par le RPPS et le rang", "practice, by RPPS and rank");

        private final char digit;
        private final Wording wording;

        Type(char digit, String fr, String en) {
            this.digit = digit;
            this.wording = Wording.of(fr, en);
        }

        public char digit() {
            return digit;
        }

        public Wording wording() {
            return wording;
        }
    }

    /** A check digit (Luhn). */
    public enum Key {
        RIGHT("clé juste", "right key digit"),
        WRONG("clé fausse", "wrong key digit"),
        /** ADELI, Monaco, and letters whose value in the key is not public. */
        NOT_COMPUTABLE("clé non calculable", "key digit cannot be computed");

        private final Wording wording;

        Key(String fr, String en) {
            this.wording = Wording.of(fr, en);
        }

        public Wording wording() {
            return wording;
        }
    }

    /** Reads an OU; empty when it has not the syntax of an identifier. */
    public static Optional<StructureIdentifier> read(String unit) {
        if (!IdNatStructSyntax.matches(unit)) {
            return Optional.empty();
        }
        String number = unit.substring(1);
        return Arrays.stream(Type.values())
                .filter(type -> type.digit == unit.charAt(0))
                .findFirst()
                .map(type -> new StructureIdentifier(type, number, key(type, number)));
    }

    private static Key key(Type type, String number) {
        return switch (type) {
            case SIREN -> key(luhn(number));
            case SIRET -> number.matches("[0-9]+") ? key(siret(number)) : Key.NOT_COMPUTABLE;
            case RPPS_RANG -> key(luhn(number.substring(0, RPPS)));
            case FINESS -> finess(number);
            case ADELI -> Key.NOT_COMPUTABLE;
        };
    }

    private static Key key(boolean right) {
        return right ? Key.RIGHT : Key.WRONG;
    }

    /** Test numbers hold a B, which counts as 2 in those that were seen; nothing public says so. */
    private static Key finess(String number) {
        boolean right = luhn(number.replace('A', '1').replace('B', '2'));
        return right || number.matches("[0-9]+") ? key(right) : Key.NOT_COMPUTABLE;
    }

    /** La Poste has more establishments than Luhn leaves it: the sum of the digits is a multiple of five. */
    private static boolean siret(String number) {
        boolean laPoste = number.startsWith(LA_POSTE)
                && number.chars().map(digit -> digit - '0').sum() % 5 == 0;
        return luhn(number) || laPoste;
    }

    private static boolean luhn(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(number.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : 2 * digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }
}
