package fr.accroche.scenarios.cli;

import fr.accroche.compliance.text.Text;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A value out of a few, as people write it: {@code auth-cli} for {@code AUTH_CLI}. */
final class Choice {

    private static final Text UNKNOWN =
            Text.of("{0} {1} : valeur inconnue ; au choix : {2}", "{0} {1}: unknown value; one of: {2}");

    private Choice() {}

    static <E extends Enum<E>> E of(String option, String value, Class<E> type) {
        String wanted = value.replace('_', '-');
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> word(each).equalsIgnoreCase(wanted))
                .findFirst()
                .orElseThrow(() -> UserException.usage(UNKNOWN.with(
                        option,
                        value,
                        Arrays.stream(type.getEnumConstants()).map(Choice::word).collect(Collectors.joining(", ")))));
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
