package fr.accroche.compliance.identity;

/** The key of RPPS, FINESS, SIREN and SIRET numbers: their last digit makes a weighted sum a multiple of ten (ISO/IEC 7812-1, annex B). */
final class Luhn {

    private Luhn() {}

    /** Whether digits alone make up the number, and the last one is the right key. */
    static boolean holds(String number) {
        if (!number.matches("[0-9]+")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(number.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }

    /** The number itself, if it is empty or has its key. */
    static String checked(String number) {
        if (!number.isEmpty() && !holds(number)) {
            throw new IllegalArgumentException("wrong key: " + number);
        }
        return number;
    }
}
