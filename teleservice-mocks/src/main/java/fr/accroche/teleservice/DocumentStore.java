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

    /** So many that none that is registered is dropped for those that will be, or for what the dead left. */
    private static final int PLACE = 10 * DocumentRegistry.MOST_DOCUMENTS;

    private static final String ONLY = "registry";

    private final Store<DocumentRegistry> registry;
    private final Store<byte[]> contents;
    private final Supplier<String> uuids;

    /**
     * @param name of the stores, the beginning of it
     * @param uuids new ones, {@code urn:uuid:…}
     */
    DocumentStore(State state, String name, Supplier<String> uuids) {
        this.registry = state.store(name, Shape.of(DocumentRegistry.class), 1);
        this.contents = state.store(name + ".contents", Shape.of(byte[].class), PLACE);
        this.uuids = uuids;
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
            lot.documents().forEach(document -> contents.take(document.id()));
        }
        return errors;
    }

    private DocumentRegistry registered() {
        return registry.get(ONLY).orElse(DocumentRegistry.EMPTY);
    }

    private DocumentRegistry.Lot written(Deposit deposit) {
        List<DocumentEntry> entries = new ArrayList<>();
        for (XdsDocument document : deposit.documents()) {
            DocumentEntry entry = document.entry()
                    .registered(
                            uuids.get(), document.sha1(), document.content().length, DocumentReference.DMP_REPOSITORY);
            contents.put(entry.id(), document.content(), State.FOR_EVER);
            entries.add(entry);
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
        return contents.get(entry.id());
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
