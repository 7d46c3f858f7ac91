package fr.accroche.teleservice;

import fr.accroche.messages.Deposit;
import fr.accroche.messages.DocumentEntry;
import fr.accroche.messages.DocumentQuery;
import fr.accroche.messages.DocumentReference;
import fr.accroche.messages.Ins;
import fr.accroche.messages.XdsDocument;
import fr.accroche.messages.XdsError;
import fr.accroche.wire.admin.Held;
import fr.accroche.wire.state.Change;
import fr.accroche.wire.state.Shape;
import fr.accroche.wire.state.State;
import fr.accroche.wire.state.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The registry and the repository of the simulated DMP, until a reset. A lot is kept whole or not at all. Full, it says so: to drop
 * the oldest would make a document vanish that a test has just deposited.
 *
 * <p>The bytes come first, under names that nobody else has, and are found from the moment that the registry has their lot. Where a
 * process dies in between, they lie there unseen until a reset.
 */
final class DocumentStore implements Held {

    private static final String ONLY = "registry";

    private final Store<DocumentRegistry> registry;
    private final Contents contents;

    /**
     * @param name of the stores, the beginning of it
     * @param uuids new ones, {@code urn:uuid:…}
     */
    DocumentStore(State state, String name, Supplier<String> uuids) {
        this.registry = state.store(name, Shape.of(DocumentRegistry.class), 1);
        this.contents = new Contents(state, name + ".contents", uuids);
    }

    /** Keeps a lot; why not, else. */
    List<XdsError> keep(Deposit deposit) {
        List<XdsError> known = registered().against(deposit);
        if (!known.isEmpty()) {
            return known;
        }
        DocumentRegistry.Lot lot = written(deposit);
        List<XdsError> errors = registry.change(ONLY, there -> {
            DocumentRegistry before = there.orElse(DocumentRegistry.EMPTY);
            List<XdsError> found = before.against(deposit);
            return found.isEmpty() ? Change.to(before.plus(lot), State.FOR_EVER, found) : Change.none(found);
        });
        if (!errors.isEmpty()) {
            lot.documents().forEach(document -> contents.forget(document.id(), size(document)));
        }
        return errors;
    }

    private DocumentRegistry registered() {
        return registry.get(ONLY).orElse(DocumentRegistry.EMPTY);
    }

    private DocumentRegistry.Lot written(Deposit deposit) {
        List<DocumentEntry> entries = new ArrayList<>();
        for (XdsDocument document : deposit.documents()) {
            byte[] content = document.content();
            entries.add(document.entry()
                    .registered(
                            contents.write(content),
                            document.sha1(),
                            content.length,
                            DocumentReference.DMP_REPOSITORY));
        }
        return new DocumentRegistry.Lot(deposit.set().uniqueId(), entries);
    }

    /** In the order of their deposit. */
    List<DocumentEntry> find(DocumentQuery query) {
        return registered().documents().filter(query::finds).toList();
    }

    /** All of a patient; of another's, nothing tells that it is there. */
    List<DocumentEntry> of(Ins patient) {
        return registered()
                .documents()
                .filter(entry -> entry.patient().equals(patient))
                .toList();
    }

    /** The bytes of a document; empty if it was forgotten meanwhile. */
    Optional<byte[]> content(DocumentEntry entry) {
        return contents.read(entry.id(), size(entry));
    }

    private static int size(DocumentEntry registered) {
        return Math.toIntExact(registered.size().orElseThrow());
    }

    @Override
    public int size() {
        return registered().size();
    }

    @Override
    public void clear() {
        contents.clear();
        registry.clear();
    }
}
