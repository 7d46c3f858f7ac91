package fr.accroche.messages;

import java.util.Objects;

/**
 * Where a document is.
 *
 * @param repository OID of the repository
 * @param uniqueId the document's identifier, which is not its entryUUID
 */
public record DocumentReference(String repository, String uniqueId) {

    /** The DMP's repository, in every public sample. */
    public static final String DMP_REPOSITORY = "1.2.250.1.213.4.1.1.1.2";

    public DocumentReference {
        Objects.requireNonNull(repository, "repository");
        Objects.requireNonNull(uniqueId, "uniqueId");
    }
}
