package fr.accroche.messages;

import java.util.Objects;

/**
 * The lot in which documents are submitted.
 *
 * @param id of the object in its message
 * @param uniqueId the lot's identifier, an OID
 * @param sourceId OID of the software's installation
 * @param patient whose documents they are
 * @param submissionTime UTC, {@code yyyyMMddHHmmss}, see {@link DocumentEntry#time}
 * @param title for people
 * @param contentType on what occasion, for example 04 (hospitalisation de jour) of 1.2.250.1.213.2.2
 * @param author who submits
 */
public record SubmissionSet(
        String id,
        String uniqueId,
        String sourceId,
        Ins patient,
        String submissionTime,
        String title,
        CodedValue contentType,
        XdsAuthor author) {
    public SubmissionSet {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(uniqueId, "uniqueId");
        Objects.requireNonNull(sourceId, "sourceId");
        Objects.requireNonNull(patient, "patient");
        Objects.requireNonNull(submissionTime, "submissionTime");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(contentType, "contentType");
        Objects.requireNonNull(author, "author");
    }
}
