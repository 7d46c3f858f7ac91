package fr.accroche.authserver.psc;

import java.util.Arrays;
import java.util.List;

/** The words of a scope parameter, and of others that are lists as it is (RFC 6749 §3.3). */
final class Scopes {

    static final String OPENID = "openid";

    private Scopes() {}

    static List<String> words(String scope) {
        return Arrays.stream(scope.split(" "))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }
}
