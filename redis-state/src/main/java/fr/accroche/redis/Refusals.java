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

    /** Of what it writes nothing down. */
    private static final String UNSPECIFIC = "ERR";

    private static final Text CLUSTER = Text.of(
            "il fait partie d'une grappe, donner l'adresse d'un serveur qui est seul",
            "it belongs to a cluster, give the address of a server that stands alone");

    private static final Map<String, Text> REMEDIES = Map.ofEntries(
            entry(
                    UNSPECIFIC,
                    "il ne connaît pas une commande dont accroche se sert, ou accroche a un défaut, le signaler avec sa version",
                    "it does not know a command that accroche uses, or accroche has a defect, report it with its version"),
            entry(
                    "OOM",
                    "sa mémoire est pleine, relever son maxmemory ou y faire de la place",
                    "its memory is full, raise its maxmemory or make room there"),
            entry(
                    NO_PERMISSION,
                    "ce compte n'a pas tous les droits qu'il faut, les lui donner (docs/shared-state.md)",
                    "this account lacks some of the permissions that it takes, give it those (docs/shared-state.md)"),
            entry(
                    "READONLY",
                    "c'est une réplique, où rien ne s'écrit, donner l'adresse du serveur qu'elle suit",
                    "it is a replica, where nothing is written, give the address of the server that it follows"),
            entry(
                    "WRONGPASS",
                    "le nom ou le mot de passe n'est pas le bon, corriger l'adresse",
                    "the name or the password is not the right one, put the address right"),
            entry(
                    "NOAUTH",
                    "il veut un mot de passe, le mettre dans l'adresse",
                    "it wants a password, put it into the address"),
            entry(
                    "MISCONF",
                    "il ne peut plus écrire sur son disque, voir son journal",
                    "it cannot write to its disk any more, see its log"),
            entry("LOADING", "il relit ce qu'il avait écrit, attendre", "it reads what it had written down, wait"),
            Map.entry("MOVED", CLUSTER),
            Map.entry("CLUSTERDOWN", CLUSTER),
            Map.entry("CROSSSLOT", CLUSTER));

    private Refusals() {}

    private static Map.Entry<String, Text> entry(String error, String french, String english) {
        return Map.entry(error, Text.of(french, english));
    }

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
        return words.matches() ? words.group("word") : UNSPECIFIC;
    }
}
