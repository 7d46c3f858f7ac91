package fr.accroche.certs;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How authorities are made. In a file of the work folder and not in an option: whichever command comes first makes them, and
 * an option of any later one could only be without effect.
 *
 * @param keyBits of the RSA keys
 * @param daysPast how long before they are made their validity starts
 * @param daysAhead how long after it a root's validity ends
 */
record AuthoritySettings(int keyBits, int daysPast, int daysAhead) {
    private static final String NAME = "authorities.properties";
    /** With less than 30 days left they are made anew at each opening; an intermediate ends a day before its root. */
    private static final int FEWEST_DAYS = 32;

    /** As the real ones (docs/sources.md, IGC-Santé samples). */
    static final AuthoritySettings SHIPPED = read(DataFile.shipped(NAME));

    /**
     * Those of the work folder's own file, if there is one.
     *
     * @param keyBits otherwise
     * @throws OrderException when the file is wrong: with file, line and key
     */
    static AuthoritySettings in(Path workFolder, int keyBits) {
        Path file = workFolder.resolve(NAME);
        return Files.exists(file) ? read(DataFile.in(file)) : SHIPPED.withKeyBits(keyBits);
    }

    AuthoritySettings withKeyBits(int bits) {
        return new AuthoritySettings(bits, daysPast, daysAhead);
    }

    static AuthoritySettings read(DataFile file) {
        AuthoritySettings settings = new AuthoritySettings(
                file.integer("keyBits", Strength.RSA_BITS, OrderSettings.LARGEST_KEY),
                file.integer("daysPast", 0, OrderSettings.MOST_DAYS),
                file.integer("daysAhead", FEWEST_DAYS, OrderSettings.MOST_DAYS));
        file.finish();
        return settings;
    }
}
