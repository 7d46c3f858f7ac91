package fr.accroche.scenarios.cli;

import fr.accroche.certs.Branch;
import fr.accroche.compliance.catalogue.RuleBook;
import fr.accroche.compliance.declaration.ProxyChoices;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.InMemoryJournal;
import fr.accroche.compliance.exchange.KeptJournal;
import fr.accroche.compliance.exchange.ObservedCertificate;
import fr.accroche.compliance.text.Text;
import fr.accroche.redis.RedisJournal;
import fr.accroche.redis.RedisState;
import fr.accroche.scenarios.Version;
import fr.accroche.scenarios.chain.WorkFolder;
import fr.accroche.wire.admin.MovableClock;
import fr.accroche.wire.admin.SharedClock;
import fr.accroche.wire.state.MemoryState;
import fr.accroche.wire.state.State;
import fr.accroche.wire.state.StateUnavailableException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where a chain keeps what outlives a call: in its own memory, or where other copies of it find it too.
 *
 * @param state what its servers keep
 * @param journal what they saw
 * @param shared what is said of it; empty for a chain alone
 * @param closing what it opened
 */
record Room(State state, KeptJournal journal, Optional<Shared> shared, Runnable closing) implements AutoCloseable {

    private static final int HOPS_KEPT = 100_000;
    private static final Text OPENED = Text.of(
            "salle {0}, dans {1} : toute copie qui la partage répond à tout appel, et le verdict porte sur elles toutes",
            "room {0}, in {1}: any copy that shares it answers any call, and the verdict is about all of them");
    private static final Text JUDGED =
            Text.of("Salle {0} : ce qu'ont vu ses copies ({1})", "Room {0}: what its copies have seen ({1})");
    private static final Text OTHERS = Text.of(
            "--room {0} : les autres copies ont d'autres autorités que --work {1} ; partager ce dossier, ou choisir une autre salle",
            "--room {0}: the other copies have other authorities than --work {1}; share that folder, or choose another room");
    private static final Text OTHER_VERSION = Text.of(
            "--room {0} : attendu, d'après ce qu'y a laissé sa première copie ({1}) : {2} ; lancé ici : {3} ; choisir une autre"
                    + " salle, ou lancer la même version",
            "--room {0}: expected, by what its first copy left there ({1}): {2}; started here: {3}; choose another room, or start"
                    + " the same version");
    private static final Text UNJUDGED = Text.of(
            "pas de verdict : {0} ; ce qui y a été écrit y reste, et une autre copie peut le juger",
            "no verdict: {0}; what was written there stays, and another copy can judge it");
    private static final Text LOST = Text.of(
            "salle {0} : des appels que cette copie a vus n'y ont pas été écrits ({1}), et sont perdus avec elle : le verdict d'une"
                    + " autre copie ne portera pas sur eux",
            "room {0}: calls that this copy saw were not written there ({1}), and are lost with it: the verdict of another copy"
                    + " will not be about them");

    /** Of one process. */
    static Room own(Clock clock) {
        return new Room(new MemoryState(clock), new InMemoryJournal(HOPS_KEPT), Optional.empty(), () -> {});
    }

    /**
     * Of several. Nothing is read that another version might have written.
     *
     * @throws StateUnavailableException if nothing answers there, or it refuses
     * @throws UserException if the other copies are of another version
     */
    static Room shared(String address, String name, MovableClock clock) {
        RedisState state = RedisState.connect(address, name, clock);
        try {
            requireSameVersion(state, name);
            SharedClock shared = SharedClock.of(clock, state);
            RedisJournal journal = new RedisJournal(state, HOPS_KEPT);
            return new Room(state, journal, Optional.of(new Shared(name, state, journal)), () -> {
                try (state;
                        shared;
                        journal) {
                    // the last first, whatever becomes of the others
                }
            });
        } catch (RuntimeException failure) {
            state.close();
            throw failure;
        }
    }

    /** Refuses what could not read the others' hops, nor they its own: their verdict would be lost. */
    private static void requireSameVersion(RedisState state, String name) {
        String own = "accroche/" + Version.CURRENT + " rules/" + RuleBook.VERSION;
        String agreed = state.agreed("version", () -> own);
        if (!agreed.equals(own)) {
            throw UserException.environment(OTHER_VERSION.with(name, state.where(), agreed, own));
        }
    }

    /** A file has one writer: the copies of a room have their traces where they have all else. */
    WorkFolder traced(WorkFolder folder, ProxyChoices choices) {
        return shared.isEmpty() && choices.traces() == ProxyChoices.Traces.FILE ? folder.keepingTraces() : folder;
    }

    /** Refuses a folder whose certificates the other copies would not trust: it would be one chain in name only. */
    void requireSame(WorkFolder folder, Branch branch) {
        shared.ifPresent(room -> {
            String own = folder.igc().roots(branch).stream()
                    .map(root -> ObservedCertificate.of(root, List.of()).sha256())
                    .collect(Collectors.joining(" "));
            if (!state.agreed("authorities." + branch, () -> own).equals(own)) {
                throw UserException.environment(room.otherAuthorities(folder));
            }
        });
    }

    /**
     * What is judged at the end.
     *
     * @param hops of all copies, by the time they began
     * @param dropped how many are known to be lost
     * @param said whose they are, before a verdict; empty for a chain alone
     */
    record Seen(List<Hop> hops, long dropped, Optional<Text> said) {}

    /** @throws StateUnavailableException if what the copies share cannot be had */
    Seen seen() {
        return shared.map(Shared::read).orElseGet(() -> new Seen(journal.hops(), journal.dropped(), Optional.empty()));
    }

    @Override
    public void close() {
        closing.run();
    }

    /**
     * What is said of a room that has several copies.
     *
     * @param name of the room
     * @param redis where it is
     * @param journal of all
     */
    record Shared(String name, RedisState redis, RedisJournal journal) {

        Text opened() {
            return OPENED.with(name, redis.where());
        }

        /** Asks for the hops last: what else is asked then, when the server is away, would cost those that were read. */
        private Seen read() {
            long dropped = journal.dropped();
            RedisJournal.Seen seen = journal.seen();
            return new Seen(seen.hops(), dropped, Optional.of(JUDGED.with(name, seen.copies())));
        }

        Text unjudged(StateUnavailableException away) {
            return UNJUDGED.with(RoomOptions.why(away));
        }

        /** Tries a last time to write what waits; what ends with this copy all the same, after its verdict or for want of one. */
        Optional<Text> leave() {
            journal.close();
            return Optional.of(journal.waiting()).filter(calls -> calls > 0).map(calls -> LOST.with(name, calls));
        }

        Text otherAuthorities(WorkFolder folder) {
            return OTHERS.with(name, folder.path());
        }
    }
}
