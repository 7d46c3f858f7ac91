package fr.accroche.redis;

import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import fr.accroche.wire.state.StateUnavailableException;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a server answers instead of doing what it is asked. By the first word of its error one tells whose fault it is. */
public final class Refusals {

    /** Redis 6 wraps the error of what a script asked into one of its own. */
    private static final Pattern WORD =
            Pattern.compile("(?:ERR Error running script .*?: -)?(?<word>[A-Z]{2,20})\\b.*", Pattern.DOTALL);

    /** What a script's account may not ask has no word of its own, in 6 and 7.0, or in 7.2 and Valkey. */
    private static final Pattern BARRED = Pattern.compile("The user executing the script can't|ACL failure in script");

    private static final String NO_PERMISSION = "NOPERM";
    private static final Text OTHER = Text.of("voir son journal", "see its log");

    private static final Map<String, Text> REMEDIES = Map.of(
            "OOM",
            Text.of(
                    "sa mémoire est pleine, relever son maxmemory ou y faire de la place",
                    "its memory is full, raise its maxmemory or make room there"),
            NO_PERMISSION,
            Text.of(
                    "ce compte n'a pas tous les droits qu'il faut, les lui donner (docs/shared-state.md)",
                    "this account lacks some of the permissions that it takes, give it those (docs/shared-state.md)"),
            "READONLY",
            Text.of(
                    "c'est une réplique, où rien ne s'écrit, donner l'adresse du serveur qu'elle suit",
                    "it is a replica, where nothing is written, give the address of the server that it follows"),
            "WRONGPASS",
            Text.of(
                    "le nom ou le mot de passe n'est pas le bon, corriger l'adresse",
                    "the name or the password is not the right one, put the address right"),
            "NOAUTH",
            Text.of(
                    "il veut un mot de passe, le mettre dans l'adresse",
                    "it wants a password, put it into the address"),
            "MISCONF",
            Text.of(
                    "il ne peut plus écrire sur son disque, voir son journal",
                    "it cannot write to its disk any more, see its log"),
            "LOADING",
            Text.of("il relit ce qu'il avait écrit, attendre", "it reads what it had written down, wait"),
            "MOVED",
            Text.of(
                    "il fait partie d'une grappe, donner l'adresse d'un serveur qui est seul",
                    "it belongs to a cluster, give the address of a server that stands alone"));

    private Refusals() {}

    /** What a failure of its driver comes to. */
    static StateUnavailableException unavailable(String where, RedisException failure) {
        return answer(failure)
                .map(error -> new StateUnavailableException(
                        where, error, remedy(error).in(Language.EN), failure))
                .orElseGet(() -> new StateUnavailableException(where, failure));
    }

    /**
     * What such an answer means, and what to do.
     *
     * @param error the word that it begins with, as {@link StateUnavailableException#refusal} has it
     */
    public static Text remedy(String error) {
        return REMEDIES.getOrDefault(error, OTHER);
    }

    /** The first word of its error, if there was an answer. */
    private static Optional<String> answer(Throwable failure) {
        return Stream.iterate(failure, each -> each != null, Throwable::getCause)
                .filter(RedisCommandExecutionException.class::isInstance)
                .findFirst()
                .map(error -> word(String.valueOf(error.getMessage())));
    }

    static String word(String error) {
        if (BARRED.matcher(error).find()) {
            return NO_PERMISSION;
        }
        Matcher words = WORD.matcher(error);
        return words.matches() ? words.group("word") : "ERR";
    }
}
