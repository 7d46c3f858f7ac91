package fr.accroche.scenarios.cli;

import fr.accroche.compliance.text.Text;
import fr.accroche.redis.RedisState;
import fr.accroche.redis.Refusals;
import fr.accroche.wire.admin.MovableClock;
import fr.accroche.wire.state.StateUnavailableException;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** {@code --state ADDRESS --room NAME}: whether several copies of a chain answer as one, and where they keep what they share. */
final class RoomOptions {

    private static final String VARIABLE = "ACCROCHE_STATE";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /** The address is not repeated: it may hold a password. */
    private static final Text NO_ADDRESS = Text.of(
            "--state (ou " + VARIABLE
                    + ") : attendu redis://[utilisateur:motdepasse@]hôte[:port][/base], ou rediss:// pour TLS ; dans un mot de"
                    + " passe, écrire / ? # % et @ ainsi : %2F %3F %23 %25 %40",
            "--state (or " + VARIABLE
                    + "): expected redis://[user:password@]host[:port][/database], or rediss:// for TLS; in a password, write"
                    + " / ? # % and @ so: %2F %3F %23 %25 %40");

    private static final Text NO_NAME = Text.of(
            "--room {0} : un nom de 1 à 64 lettres, chiffres, points, tirets ou soulignés est attendu",
            "--room {0}: a name of 1 to 64 letters, digits, dots, hyphens or underscores is expected");
    private static final Text NOT_STARTED =
            Text.of("--state : {0} ; rien n'est lancé", "--state: {0}; nothing is started");
    private static final Text ABSENT =
            Text.of("aucun Redis ou Valkey ne répond à {0} ({1})", "no Redis or Valkey answers at {0} ({1})");
    private static final Text TO_START =
            Text.of("{0}, le démarrer ou corriger l'adresse", "{0}, start it or put the address right");
    private static final Text REFUSED = Text.of("{0} répond {1}, {2}", "{0} answers {1}, {2}");
    private static final Text NO_WATCH = Text.of(
            "--state ne va pas avec --watch, --until et --timeout : chaque copie ne voit venir que ses propres appels",
            "--state does not go with --watch, --until and --timeout: each copy sees only its own calls come");

    @Option(
            names = "--state",
            paramLabel = "ADDRESS",
            descriptionKey = "state",
            defaultValue = "${env:" + VARIABLE + ":-}")
    private String address;

    @Option(names = "--room", paramLabel = "NAME", descriptionKey = "room", defaultValue = "accroche")
    private String name;

    /** Refuses what could not be used, before anything is made. */
    void check(WatchOptions watching) {
        if (!shared()) {
            return;
        }
        if (!RedisState.isAddress(address)) {
            throw UserException.usage(NO_ADDRESS);
        }
        if (!NAME.matcher(name).matches()) {
            throw UserException.usage(NO_NAME.with(name));
        }
        if (watching.watching()) {
            throw UserException.usage(NO_WATCH);
        }
    }

    /** A room of this process alone unless the options say otherwise; its owner closes it. */
    Room open(MovableClock clock) {
        if (!shared()) {
            return Room.own(clock);
        }
        return starting(() -> Room.shared(address, name, clock));
    }

    /**
     * One of the steps until the chain listens.
     *
     * @throws UserException if what its copies share cannot be had: nothing is started without
     */
    static <T> T starting(Supplier<T> step) {
        try {
            return step.get();
        } catch (StateUnavailableException away) {
            Text why = why(away);
            throw UserException.environment(NOT_STARTED.with(away.refusal().isPresent() ? why : TO_START.with(why)));
        }
    }

    static void starting(Runnable step) {
        starting(() -> {
            step.run();
            return null;
        });
    }

    /** Why that cannot be had. */
    static Text why(StateUnavailableException away) {
        return away.refusal()
                .map(refusal -> REFUSED.with(away.where(), refusal, Refusals.remedy(refusal)))
                .orElseGet(() -> ABSENT.with(away.where(), deepest(away)));
    }

    /** What the network said. */
    private static String deepest(Throwable failure) {
        return failure.getCause() == null ? String.valueOf(failure.getMessage()) : deepest(failure.getCause());
    }

    /** Whether there are, or may be, other copies. */
    boolean shared() {
        return !address.isBlank();
    }
}
