package fr.accroche.teleservice;

import fr.accroche.messages.Deposit;
import fr.accroche.messages.DocumentEntry;
import fr.accroche.messages.DocumentQuery;
import fr.accroche.messages.DocumentReference;
import fr.accroche.messages.Ins;
import fr.accroche.messages.XdsDocument;
import fr.accroche.messages.XdsError;
import fr.accroche.wire.admin.Held;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The registry and the repository of the simulated DMP, in memory, until a reset. A lot is kept whole or not at all. Full, it says so:
 * to drop the oldest would make a document vanish that a test has just deposited. Thread-safe.
 */
final class DocumentStore implements Held {

    static final int MOST_DOCUMENTS = 200;
    static final long MOST_BYTES = 64L * 1024 * 1024;

    /** By uniqueId, in the order of their deposit. */
    private final Map<String, XdsDocument> documents = new LinkedHashMap<>();

    private final Set<String> lots = new HashSet<>();
    private final Supplier<String> uuids;
    private long bytes;

    /**
     * @param uuids new ones, {@code urn:uuid:…}
     */
    DocumentStore(Supplier<String> uuids) {
        this.uuids = uuids;
    }

    /** Keeps a lot; why not, else. */
    synchronized List<XdsError> keep(Deposit deposit) {
        List<XdsError> errors = duplicates(deposit);
        long more = deposit.documents().stream()
                .mapToLong(document -> document.content().length)
                .sum();
        if (documents.size() + deposit.documents().size() > MOST_DOCUMENTS || bytes + more > MOST_BYTES) {
            errors.add(XdsError.of(
                    XdsError.Code.REPOSITORY_OUT_OF_RESOURCES,
                    "the simulated DMP keeps " + MOST_DOCUMENTS + " documents and " + MOST_BYTES
                            + " bytes: POST /__accroche/reset empties it"));
        }
        if (errors.isEmpty()) {
            deposit.documents().forEach(this::register);
            lots.add(deposit.set().uniqueId());
            bytes += more;
        }
        return errors;
    }

    private List<XdsError> duplicates(Deposit deposit) {
        List<XdsError> errors = new ArrayList<>();
        if (lots.contains(deposit.set().uniqueId())) {
            errors.add(XdsError.of(
                    XdsError.Code.DUPLICATE_UNIQUE_ID_IN_REGISTRY, "SubmissionSet: its uniqueId is registered"));
        }
        for (XdsDocument document : deposit.documents()) {
            XdsDocument there = documents.get(document.entry().uniqueId());
            if (there != null) {
                boolean same = there.entry().hash().equals(Optional.of(document.sha1()));
                errors.add(XdsError.of(
                        same ? XdsError.Code.DUPLICATE_UNIQUE_ID_IN_REGISTRY : XdsError.Code.NON_IDENTICAL_HASH,
                        same
                                ? "DocumentEntry: its uniqueId is registered"
                                : "DocumentEntry: its uniqueId is registered, with another hash"));
            }
        }
        return errors;
    }

    private void register(XdsDocument document) {
        DocumentEntry entry = document.entry()
                .registered(uuids.get(), document.sha1(), document.content().length, DocumentReference.DMP_REPOSITORY);
        documents.put(entry.uniqueId(), new XdsDocument(entry, document.content()));
    }

    /** In the order of their deposit. */
    synchronized List<DocumentEntry> find(DocumentQuery query) {
        return documents.values().stream()
                .map(XdsDocument::entry)
                .filter(query::finds)
                .toList();
    }

    /** A patient's document; of another's, nothing tells that it is there. */
    synchronized Optional<XdsDocument> get(String uniqueId, Ins patient) {
        return Optional.ofNullable(documents.get(uniqueId))
                .filter(document -> document.entry().patient().equals(patient));
    }

    /** Whether this is the entryUUID of a document of the patient, which is no name to read it by. */
    synchronized boolean isEntryUuid(String id, Ins patient) {
        return documents.values().stream()
                .map(XdsDocument::entry)
                .anyMatch(entry -> entry.id().equals(id) && entry.patient().equals(patient));
    }

    @Override
    public synchronized int size() {
        return documents.size();
    }

    @Override
    public synchronized void clear() {
        documents.clear();
        lots.clear();
        bytes = 0;
    }
}
