package fr.accroche.teleservice;

import fr.accroche.messages.Deposit;
import fr.accroche.messages.DocumentEntry;
import fr.accroche.messages.XdsDocument;
import fr.accroche.messages.XdsError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the simulated DMP knows of its documents, but for their bytes: one value, so that a lot is there whole or not at all.
 *
 * @param lots in the order of their deposit
 */
record DocumentRegistry(List<Lot> lots) {

    static final int MOST_DOCUMENTS = 200;
    static final long MOST_BYTES = 64L * 1024 * 1024;
    static final DocumentRegistry EMPTY = new DocumentRegistry(List.of());

    /**
     * What was deposited together.
     *
     * @param uniqueId of the submission set
     */
    record Lot(String uniqueId, List<DocumentEntry> documents) {
        Lot {
            documents = List.copyOf(documents);
        }
    }

    DocumentRegistry {
        lots = List.copyOf(lots);
    }

    Stream<DocumentEntry> documents() {
        return lots.stream().flatMap(lot -> lot.documents().stream());
    }

    int size() {
        return lots.stream().mapToInt(lot -> lot.documents().size()).sum();
    }

    DocumentRegistry plus(Lot lot) {
        return new DocumentRegistry(Stream.concat(lots.stream(), Stream.of(lot)).toList());
    }

    /** Why a lot cannot be registered; nothing if it can. */
    List<XdsError> against(Deposit deposit) {
        List<XdsError> errors = new ArrayList<>();
        if (lots.stream().anyMatch(lot -> lot.uniqueId().equals(deposit.set().uniqueId()))) {
            errors.add(XdsError.of(
                    XdsError.Code.DUPLICATE_UNIQUE_ID_IN_REGISTRY, "SubmissionSet: its uniqueId is registered"));
        }
        for (XdsDocument document : deposit.documents()) {
            documents()
                    .filter(there -> there.uniqueId().equals(document.entry().uniqueId()))
                    .findFirst()
                    .ifPresent(there -> errors.add(duplicate(there, document)));
        }
        if (!hasRoomFor(deposit)) {
            errors.add(XdsError.of(
                    XdsError.Code.REPOSITORY_OUT_OF_RESOURCES,
                    "the simulated DMP keeps " + MOST_DOCUMENTS + " documents and " + MOST_BYTES
                            + " bytes: POST /__accroche/reset empties it"));
        }
        return List.copyOf(errors);
    }

    private static XdsError duplicate(DocumentEntry there, XdsDocument document) {
        boolean same = there.hash().equals(Optional.of(document.sha1()));
        return XdsError.of(
                same ? XdsError.Code.DUPLICATE_UNIQUE_ID_IN_REGISTRY : XdsError.Code.NON_IDENTICAL_HASH,
                same
                        ? "DocumentEntry: its uniqueId is registered"
                        : "DocumentEntry: its uniqueId is registered, with another hash");
    }

    private boolean hasRoomFor(Deposit deposit) {
        long more = deposit.documents().stream()
                .mapToLong(document -> document.content().length)
                .sum();
        long bytes =
                documents().mapToLong(document -> document.size().orElse(0L)).sum();
        return size() + deposit.documents().size() <= MOST_DOCUMENTS && bytes + more <= MOST_BYTES;
    }
}
