package fr.accroche.teleservice;

import fr.accroche.messages.DocumentEntry;
import fr.accroche.messages.DocumentReference;
import fr.accroche.messages.RetrieveAnswer;
import fr.accroche.messages.RetrieveAnswer.Retrieved;
import fr.accroche.messages.XdsAnswer;
import fr.accroche.messages.XdsError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The answer to one TD3.2, in the making: of each document that is asked for, its bytes or an error. */
final class Retrieval {

    /** Of several documents in one answer; with the XML it then is within the 16 MiB that this chain's clients take. */
    private static final long MOST_BYTES = 15L * 1024 * 1024;

    private static final XdsError TOO_MUCH = XdsError.of(
            XdsError.Code.REPOSITORY_OUT_OF_RESOURCES,
            "one answer has " + MOST_BYTES + " bytes of documents at most: ask for the others again");

    private final DocumentStore store;
    private final List<DocumentEntry> known;
    private final List<Retrieved> documents = new ArrayList<>();
    private final List<XdsError> errors = new ArrayList<>();
    private long bytes;

    /** @param known the patient's documents */
    Retrieval(DocumentStore store, List<DocumentEntry> known) {
        this.store = store;
        this.known = known;
    }

    void add(DocumentReference reference) {
        if (!reference.repository().equals(DocumentReference.DMP_REPOSITORY)) {
            errors.add(XdsError.of(
                    XdsError.Code.UNKNOWN_REPOSITORY_ID,
                    "RepositoryUniqueId is not " + DocumentReference.DMP_REPOSITORY));
            return;
        }
        known.stream()
                .filter(entry -> entry.uniqueId().equals(reference.uniqueId()))
                .findFirst()
                .ifPresentOrElse(entry -> add(reference, entry), () -> errors.add(missing(reference)));
    }

    private void add(DocumentReference reference, DocumentEntry entry) {
        long more = entry.size().orElse(0L);
        if (!documents.isEmpty() && bytes + more > MOST_BYTES) {
            errors.add(TOO_MUCH);
            return;
        }
        Optional<byte[]> content = store.content(entry);
        if (content.isEmpty()) {
            errors.add(missing(reference));
            return;
        }
        documents.add(new Retrieved(reference, entry.mimeType(), content.get()));
        bytes += more;
    }

    private XdsError missing(DocumentReference reference) {
        return XdsError.of(
                XdsError.Code.DOCUMENT_UNIQUE_ID_ERROR,
                known.stream().anyMatch(entry -> entry.id().equals(reference.uniqueId()))
                        ? "DocumentUniqueId is an entryUUID: XDSDocumentEntry.uniqueId is expected"
                        : "no document of this patient has this DocumentUniqueId");
    }

    /** What is found, and what is not; a success in part where there is some of both. */
    RetrieveAnswer answer() {
        return new RetrieveAnswer(new XdsAnswer(errors, !errors.isEmpty() && !documents.isEmpty()), documents);
    }
}
