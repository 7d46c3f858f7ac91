package fr.accroche.certs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A chain on which not all three say the same, as {@code path-differences.psv} lists it.
 *
 * @param title of the chain
 * @param judge what the judge says
 * @param jdk what the JDK says
 * @param openssl what OpenSSL says
 * @param argument why that stays
 */
record PathDifference(String title, Answer judge, Answer jdk, Answer openssl, PathArgument argument) {

    /** What one of the three says of a chain. */
    enum Answer {
        YES,
        NO,
        /** As the machine is set up. */
        EITHER;

        static Answer of(boolean accepts) {
            return accepts ? YES : NO;
        }

        boolean allows(boolean accepts) {
            return this == EITHER || this == of(accepts);
        }
    }

    static List<PathDifference> all() {
        try (InputStream table = PathDifference.class.getResourceAsStream("path-differences.psv")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> of(line.split("\\|")))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static PathDifference of(String[] fields) {
        return new PathDifference(
                fields[0],
                Answer.valueOf(fields[1]),
                Answer.valueOf(fields[2]),
                Answer.valueOf(fields[3]),
                PathArgument.valueOf(fields[4]));
    }
}
