package fr.accroche.scenarios.cli;

import fr.accroche.compliance.text.Text;
import fr.accroche.wire.admin.MovableClock;
import fr.accroche.wire.state.StateUnavailableException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** {@code --state ADDRESS --room NAME}: whether several copies of a chain answer as one, and where they keep what they share. */
final class RoomOptions {

    private static final String VARIABLE = "ACCROCHE_STATE";
    private static final Set<String> SCHEMES = Set.of("redis", "rediss");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /** The address is not repeated: it may hold a password. */
    private static final Text NO_ADDRESS = Text.of(
            "--state (ou " + VARIABLE
                    + ") : attendu redis://[utilisateur:motdepasse@]hôte[:port][/base], ou rediss:// pour TLS",
            "--state (or " + VARIABLE
                    + "): expected redis://[user:password@]host[:port][/database], or rediss:// for TLS");

    private static final Text NO_NAME = Text.of(
            "--room {0} : un nom de 1 à 64 lettres, chiffres, points, tirets ou soulignés est attendu",
            "--room {0}: a name of 1 to 64 letters, digits, dots, hyphens or underscores is expected");
    private static final Text ABSENT = Text.of(
            "--state {0} : aucun Redis ou Valkey n'y répond ({1}) ; le démarrer ou corriger l'adresse, rien n''est lancé",
            "--state {0}: no Redis or Valkey answers there ({1}); start it or put the address right, nothing is started");
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
        requireAddress();
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
        try {
            return Room.shared(address, name, clock);
        } catch (StateUnavailableException absent) {
            throw UserException.environment(ABSENT.with(absent.where(), deepest(absent)));
        } catch (IllegalArgumentException wrong) {
            throw UserException.usage(NO_ADDRESS);
        }
    }

    /** What the network, or the server, said. */
    private static String deepest(Throwable failure) {
        return failure.getCause() == null ? String.valueOf(failure.getMessage()) : deepest(failure.getCause());
    }

    /** Whether there are, or may be, other copies. */
    boolean shared() {
        return !address.isBlank();
    }

    private void requireAddress() {
        try {
            URI uri = new URI(address);
            if (SCHEMES.contains(uri.getScheme()) && uri.getHost() != null) {
                return;
            }
        } catch (URISyntaxException wrong) {
            // as one that is something else
        }
        throw UserException.usage(NO_ADDRESS);
    }
}
