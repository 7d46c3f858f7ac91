package fr.accroche.scenarios;

import java.util.Optional;

/** Which accroche this is. */
public final class Version {

    /** From the jar's manifest; {@code dev} when run from class files. */
    public static final String CURRENT = Optional.ofNullable(
                    Version.class.getPackage().getImplementationVersion())
            .orElse("dev");

    private Version() {}
}
