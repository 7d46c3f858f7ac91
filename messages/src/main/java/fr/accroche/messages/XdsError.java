package fr.accroche.messages;

import java.util.Objects;

/**
 * An error in an ebXML registry's answer (ITI TF-3 §4.2.4).
 *
 * @param code as on the wire; of the known ones see {@link Code}
 * @param context what was wrong with what; never a value that was received
 */
public record XdsError(String code, String context) {

    public XdsError {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(context, "context");
    }

    public static XdsError of(Code code, String context) {
        return new XdsError("XDS" + code.wire, context);
    }

    /** The codes of ITI TF-3 table 4.2.4.1-2 that are answered here. */
    public enum Code {
        /** Metadata without the document that they describe. */
        MISSING_DOCUMENT("MissingDocument"),
        /** A document without metadata. */
        MISSING_DOCUMENT_METADATA("MissingDocumentMetadata"),
        /** The repository cannot keep what it was given. */
        REPOSITORY_ERROR("RepositoryError"),
        /** Metadata that are incomplete, or do not fit the document. */
        REPOSITORY_METADATA_ERROR("RepositoryMetadataError"),
        REPOSITORY_DUPLICATE_UNIQUE_ID_IN_MESSAGE("RepositoryDuplicateUniqueIdInMessage"),
        REPOSITORY_OUT_OF_RESOURCES("RepositoryOutOfResources"),
        DUPLICATE_UNIQUE_ID_IN_REGISTRY("DuplicateUniqueIdInRegistry"),
        /** The identifier of a document that is there, with another content. */
        NON_IDENTICAL_HASH("NonIdenticalHash"),
        /** Metadata that the registry does not accept. */
        REGISTRY_METADATA_ERROR("RegistryMetadataError"),
        UNKNOWN_PATIENT_ID("UnknownPatientId"),
        /** The objects of one submission name several patients. */
        PATIENT_ID_DOES_NOT_MATCH("PatientIdDoesNotMatch"),
        UNKNOWN_STORED_QUERY("UnknownStoredQuery"),
        STORED_QUERY_MISSING_PARAM("StoredQueryMissingParam"),
        /** A parameter with more values than it may have. */
        STORED_QUERY_PARAM_NUMBER("StoredQueryParamNumber"),
        UNKNOWN_REPOSITORY_ID("UnknownRepositoryId"),
        /** No document has this identifier: often an entryUUID stands where the uniqueId should. */
        DOCUMENT_UNIQUE_ID_ERROR("DocumentUniqueIdError");

        private final String wire;

        Code(String wire) {
            this.wire = wire;
        }
    }
}
