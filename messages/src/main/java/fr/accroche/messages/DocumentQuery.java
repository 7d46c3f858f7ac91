package fr.accroche.messages;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What TD3.1 asks for: ITI-18's FindDocuments, by patient, status, codes and time of creation.
 *
 * @param patient whose documents
 * @param approved whether those that are neither deprecated nor deleted, which here is all that there are
 * @param onlyReferences whether their entryUUIDs are enough (returnType ObjectRef), or metadata are wanted (LeafClass)
 * @param codes those that a document must have one of, each as {@code code^^codeSystem}; nothing of a kind asked, anything fits
 * @param createdFrom included, {@code yyyyMMddHHmmss} or its beginning
 * @param createdTo excluded
 * @param notSimulated the parameters of FindDocuments that were given and that this does not read
 */
public record DocumentQuery(
        Ins patient,
        boolean approved,
        boolean onlyReferences,
        Map<Code, Set<String>> codes,
        Optional<String> createdFrom,
        Optional<String> createdTo,
        Set<String> notSimulated) {

    /** The codes that documents are found by. */
    public enum Code {
        CLASS("$XDSDocumentEntryClassCode", codes -> Stream.of(codes.classCode())),
        TYPE("$XDSDocumentEntryTypeCode", codes -> Stream.of(codes.type())),
        FORMAT("$XDSDocumentEntryFormatCode", codes -> Stream.of(codes.format())),
        CONFIDENTIALITY("$XDSDocumentEntryConfidentialityCode", codes -> codes.confidentiality().stream()),
        FACILITY("$XDSDocumentEntryHealthcareFacilityTypeCode", codes -> Stream.of(codes.facility())),
        PRACTICE("$XDSDocumentEntryPracticeSettingCode", codes -> Stream.of(codes.practice()));

        private final String parameter;
        private final Function<DocumentCodes, Stream<CodedValue>> of;

        Code(String parameter, Function<DocumentCodes, Stream<CodedValue>> of) {
            this.parameter = parameter;
            this.of = of;
        }

        String parameter() {
            return parameter;
        }
    }

    public DocumentQuery {
        Objects.requireNonNull(patient, "patient");
        codes = Map.copyOf(codes);
        Objects.requireNonNull(createdFrom, "createdFrom");
        Objects.requireNonNull(createdTo, "createdTo");
        notSimulated = Set.copyOf(notSimulated);
    }

    /** All documents of a patient. */
    public static DocumentQuery of(Ins patient) {
        return new DocumentQuery(patient, true, false, Map.of(), Optional.empty(), Optional.empty(), Set.of());
    }

    /** Those among them that have one of these codes. */
    public DocumentQuery with(Code code, CodedValue... values) {
        Map<Code, Set<String>> more = new LinkedHashMap<>(codes);
        more.put(code, Set.copyOf(Stream.of(values).map(DocumentQuery::text).toList()));
        return new DocumentQuery(patient, approved, onlyReferences, more, createdFrom, createdTo, notSimulated);
    }

    /** Those among them that were created then: from included, to excluded, {@code yyyyMMddHHmmss} or its beginning. */
    public DocumentQuery created(Optional<String> from, Optional<String> to) {
        return new DocumentQuery(patient, approved, onlyReferences, codes, from, to, notSimulated);
    }

    /**
     * Reads a request.
     *
     * @throws MessageException if it is no AdhocQueryRequest
     * @throws XdsException if it is another query, or lacks a parameter
     */
    public static DocumentQuery read(SoapMessage request) {
        return QueryReader.read(XopPackage.open(request));
    }

    /** Whether a document that the registry keeps is one of those. */
    public boolean finds(DocumentEntry entry) {
        return approved
                && entry.patient().equals(patient)
                && codes.entrySet().stream()
                        .allMatch(asked -> asked.getKey()
                                .of
                                .apply(entry.codes())
                                .map(DocumentQuery::text)
                                .anyMatch(asked.getValue()::contains))
                && createdFrom.stream().allMatch(from -> whole(entry.creationTime()) >= whole(from))
                && createdTo.stream().allMatch(to -> whole(entry.creationTime()) < whole(to));
    }

    /** A time of which only the beginning is known is that of its first second. */
    private static long whole(String time) {
        return Long.parseLong((time + "0101000000".substring(Math.max(0, time.length() - 4))).substring(0, 14));
    }

    /** ITI TF-2 §3.18.4.1.2.3.4: a code and its system. */
    private static String text(CodedValue code) {
        return code.code() + "^^" + code.codeSystem();
    }
}
