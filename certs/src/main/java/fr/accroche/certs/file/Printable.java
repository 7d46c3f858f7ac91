package fr.accroche.certs.file;

/** What a stranger wrote, fit to be shown: bounded, on one line, without control characters. */
final class Printable {
    private static final int LONGEST = 100;

    private Printable() {}

    static String of(String text) {
        String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
        return cut.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}]", "�");
    }
}
