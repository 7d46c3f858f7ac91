package fr.accroche.messages;

import java.util.List;
import java.util.Objects;

/**
 * How a document is classified, each by code and code system (ITI TF-3 §4.2.3.2).
 *
 * @param classCode class, for example 10 (compte rendu) of 1.2.250.1.213.1.1.4.1
 * @param type kind, a LOINC code
 * @param format what its bytes are, for example {@code urn:ihe:iti:xds-sd:text:2008}
 * @param confidentiality N, and whom it is hidden from; at least one
 * @param facility kind of the structure, for example SA07
 * @param practice kind of exercise, for example AMBULATOIRE
 */
public record DocumentCodes(
        CodedValue classCode,
        CodedValue type,
        CodedValue format,
        List<CodedValue> confidentiality,
        CodedValue facility,
        CodedValue practice) {
    public DocumentCodes {
        Objects.requireNonNull(classCode, "classCode");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(format, "format");
        confidentiality = List.copyOf(confidentiality);
        Objects.requireNonNull(facility, "facility");
        Objects.requireNonNull(practice, "practice");
    }
}
