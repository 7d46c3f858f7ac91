package fr.accroche.scenarios.suite;

import java.util.Objects;

/**
 * One thing that a case looked at.
 *
 * @param where its locator, a technical path that needs no translation: {@code POST /connect → status}, {@code dmp/header/Cookie}
 * @param expected what the contract asks for
 * @param observed what came
 * @param held whether that is right
 */
public record Check(String where, String expected, String observed, boolean held) {
    public Check {
        Objects.requireNonNull(where, "where");
        Objects.requireNonNull(expected, "expected");
        Objects.requireNonNull(observed, "observed");
    }
}
