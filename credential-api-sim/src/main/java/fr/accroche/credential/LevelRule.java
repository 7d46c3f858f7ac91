package fr.accroche.credential;

import java.util.regex.Pattern;

/** How the level that a service asks for compares with the one that the register grants. */
public enum LevelRule {
    /** The very same text: no public document says more of the level than that "15" is one. */
    EQUALS {
        @Override
        boolean satisfied(String asked, String granted) {
            return asked.equals(granted);
        }
    },
    /** The level granted is a number not below the one asked for; a level that is no number never satisfies. */
    AT_LEAST {
        @Override
        boolean satisfied(String asked, String granted) {
            return NUMBER.matcher(asked).matches()
                    && NUMBER.matcher(granted).matches()
                    && Integer.parseInt(granted) >= Integer.parseInt(asked);
        }
    };

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    abstract boolean satisfied(String asked, String granted);
}
