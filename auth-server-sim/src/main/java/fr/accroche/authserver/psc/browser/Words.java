package fr.accroche.authserver.psc.browser;

import fr.accroche.authserver.Call;
import java.util.Arrays;
import java.util.List;

/** Parameters that are lists of words (RFC 6749 §3.3). */
final class Words {

    private Words() {}

    static List<String> in(Call call, String parameter) {
        return call.parameter(parameter)
                .map(value -> Arrays.stream(value.split(" "))
                        .filter(word -> !word.isEmpty())
                        .toList())
                .orElse(List.of());
    }

    /** A parameter's name, if it is a short word; names come from the request too. */
    static String known(String name) {
        return name.matches("[a-z_]{1,40}") ? name : "?";
    }
}
