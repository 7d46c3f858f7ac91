package fr.accroche.messages;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What XDS keeps of a document beside its bytes: what the public samples of the DMP have. Of the rest (times of the service, the
 * patient's traits, event codes, comments) nothing is read or written (simplified).
 *
 * @param id of the object in its message; once registered, its entryUUID, which is not the document's identifier
 * @param uniqueId the document's identifier, an OID
 * @param patient whose it is
 * @param sourcePatientId what the software calls this patient, a CX
 * @param mimeType without parameters
 * @param title for people
 * @param author who wrote it
 * @param legalAuthenticator who answers for it
 * @param creationTime UTC, {@code yyyyMMddHHmmss} or its beginning, see {@link #time}
 * @param languageCode for example {@code fr-FR}
 * @param codes how it is classified
 * @param hash SHA-1 of the bytes, hexadecimal, as ITI TF-3 §4.2.3.2.10 has it; who submits may leave it out
 * @param size number of bytes; who submits may leave it out
 * @param repository OID of where it is kept; empty in a submission
 */
public record DocumentEntry(
        String id,
        String uniqueId,
        Ins patient,
        String sourcePatientId,
        String mimeType,
        String title,
        XdsAuthor author,
        Optional<XdsPerson> legalAuthenticator,
        String creationTime,
        String languageCode,
        DocumentCodes codes,
        Optional<String> hash,
        Optional<Long> size,
        Optional<String> repository) {

    private static final Pattern MIME_TYPE = Pattern.compile("[a-z]{1,20}/[A-Za-z0-9.+_-]{1,80}");
    private static final Pattern TIME = Pattern.compile("[0-9]{4}([0-9]{2}){0,5}");

    /**
     * @throws IllegalArgumentException if mimeType or creationTime is not of its form
     */
    public DocumentEntry {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(uniqueId, "uniqueId");
        Objects.requireNonNull(patient, "patient");
        Objects.requireNonNull(sourcePatientId, "sourcePatientId");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(legalAuthenticator, "legalAuthenticator");
        Objects.requireNonNull(languageCode, "languageCode");
        Objects.requireNonNull(codes, "codes");
        Objects.requireNonNull(hash, "hash");
        Objects.requireNonNull(size, "size");
        Objects.requireNonNull(repository, "repository");
        if (!isMimeType(mimeType)) {
            throw new IllegalArgumentException("mimeType is no media type: write it as text/xml, without parameters");
        }
        if (!isTime(creationTime)) {
            throw new IllegalArgumentException("creationTime is no yyyyMMddHHmmss, nor the beginning of one");
        }
    }

    static boolean isMimeType(String text) {
        return MIME_TYPE.matcher(text).matches();
    }

    static boolean isTime(String text) {
        return TIME.matcher(text).matches();
    }

    /** An instant as metadata have it: UTC, to the second. */
    public static String time(Instant instant) {
        return Times.hl7(instant);
    }

    /** The same as a registry knows it. */
    public DocumentEntry registered(String entryUuid, String sha1, long bytes, String repositoryUniqueId) {
        return new DocumentEntry(
                entryUuid,
                uniqueId,
                patient,
                sourcePatientId,
                mimeType,
                title,
                author,
                legalAuthenticator,
                creationTime,
                languageCode,
                codes,
                Optional.of(sha1),
                Optional.of(bytes),
                Optional.of(repositoryUniqueId));
    }

    /** Keeps metadata out of logs: they are health data. */
    @Override
    public String toString() {
        return "DocumentEntry[…]";
    }
}
