package fr.accroche.scenarios.cli;

import fr.accroche.certs.Branch;
import fr.accroche.compliance.exchange.InMemoryJournal;
import fr.accroche.compliance.exchange.KeptJournal;
import fr.accroche.compliance.exchange.ObservedCertificate;
import fr.accroche.compliance.text.Text;
import fr.accroche.redis.RedisJournal;
import fr.accroche.redis.RedisState;
import fr.accroche.scenarios.chain.WorkFolder;
import fr.accroche.wire.admin.MovableClock;
import fr.accroche.wire.admin.SharedClock;
import fr.accroche.wire.state.MemoryState;
import fr.accroche.wire.state.State;
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

    /** Of one process. */
    static Room own(Clock clock) {
        return new Room(new MemoryState(clock), new InMemoryJournal(HOPS_KEPT), Optional.empty(), () -> {});
    }

    /**
     * Of several.
     *
     * @throws fr.accroche.wire.state.StateUnavailableException if nothing answers there
     * @throws IllegalArgumentException if the address is none
     */
    static Room shared(String address, String name, MovableClock clock) {
        RedisState state = RedisState.connect(address, name, clock);
        SharedClock shared = SharedClock.of(clock, state);
        RedisJournal journal = new RedisJournal(state, HOPS_KEPT);
        return new Room(state, journal, Optional.of(new Shared(name, state, journal)), () -> {
            journal.close();
            shared.close();
            state.close();
        });
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

    @Override
    public void close() {
        closing.run();
    }

    /**
     * What is said of a room that has several copies.
     *
     * @param name of the room
     * @param redis where it is
     * @param seen the journal of all
     */
    record Shared(String name, RedisState redis, RedisJournal seen) {

        Text opened() {
            return OPENED.with(name, redis.where());
        }

        /** Before a verdict. */
        Text judged() {
            return JUDGED.with(name, seen.copies());
        }

        Text otherAuthorities(WorkFolder folder) {
            return OTHERS.with(name, folder.path());
        }
    }
}
