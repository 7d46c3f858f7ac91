package fr.accroche.messages;

import fr.accroche.messages.DocumentQuery.Code;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** Reads a TD3.1 (ITI TF-2 §3.18.4.1.2). A parameter that FindDocuments does not know is ignored, as the standard has it. */
final class QueryReader {

    private static final int MOST_VALUES = 100;

    /** A string between single quotes, in which two of them are one. */
    private static final Pattern STRING = Pattern.compile("'((?:[^']++|'')*+)'");

    private static final Set<String> NOT_SIMULATED = Set.of(
            "$XDSDocumentEntryPracticeSettingCodeScheme",
            "$XDSDocumentEntryServiceStartTimeFrom",
            "$XDSDocumentEntryServiceStartTimeTo",
            "$XDSDocumentEntryServiceStopTimeFrom",
            "$XDSDocumentEntryServiceStopTimeTo",
            "$XDSDocumentEntryEventCodeList",
            "$XDSDocumentEntryAuthorPerson",
            "$XDSDocumentEntryReferenceIdList",
            "$XDSDocumentEntryType");

    private final Element query;
    private final List<XdsError> errors = new ArrayList<>();

    private QueryReader(Element query) {
        this.query = query;
    }

    static DocumentQuery read(XopPackage opened) {
        Element request = SoapReader.of(opened.document()).payload();
        if (!Dom.name(request).equals(SearchRequest.BODY)) {
            throw new MessageException(
                    "the Body holds <" + request.getLocalName() + ">, expected " + SearchRequest.BODY.getLocalPart());
        }
        Element query = Dom.only(request, Namespaces.REGISTRY, "AdhocQuery")
                .filter(found -> RegistryObject.has(found, "id", SearchRequest.FIND_DOCUMENTS))
                .orElseThrow(() -> new XdsException(
                        XdsError.Code.UNKNOWN_STORED_QUERY,
                        "FindDocuments (" + SearchRequest.FIND_DOCUMENTS + ") is the only query simulated"));
        boolean references = Dom.only(request, Namespaces.REGISTRY_QUERY, "ResponseOption")
                .filter(option -> RegistryObject.has(option, "returnType", "ObjectRef"))
                .isPresent();
        return new QueryReader(query).read(references);
    }

    private DocumentQuery read(boolean onlyReferences) {
        Optional<Ins> patient = one("$XDSDocumentEntryPatientId").flatMap(Ins::ofCx);
        if (patient.isEmpty()) {
            missing("$XDSDocumentEntryPatientId", "'INS^^^&OID&ISO^NH'");
        }
        List<String> statuses = strings("$XDSDocumentEntryStatus");
        if (statuses.isEmpty()) {
            missing("$XDSDocumentEntryStatus", "('" + XdsSchemes.APPROVED + "')");
        }
        Map<Code, Set<String>> codes = new EnumMap<>(Code.class);
        for (Code code : Code.values()) {
            List<String> values = strings(code.parameter());
            if (!values.isEmpty()) {
                codes.put(code, new HashSet<>(values));
            }
        }
        Optional<String> from = time("$XDSDocumentEntryCreationTimeFrom");
        Optional<String> to = time("$XDSDocumentEntryCreationTimeTo");
        if (!errors.isEmpty()) {
            throw new XdsException(errors);
        }
        boolean approved = statuses.contains(XdsSchemes.APPROVED);
        return new DocumentQuery(patient.orElseThrow(), approved, onlyReferences, codes, from, to, notSimulated());
    }

    private Set<String> notSimulated() {
        Set<String> given = new LinkedHashSet<>();
        for (Element slot : Dom.children(query, Namespaces.REGISTRY, "Slot")) {
            Dom.attribute(slot, "name").filter(NOT_SIMULATED::contains).ifPresent(given::add);
        }
        return given;
    }

    private Optional<String> time(String parameter) {
        List<String> values = RegistryObject.slotValues(query, parameter);
        values.stream()
                .filter(value -> values.size() > 1 || !DocumentEntry.isTime(unquoted(value)))
                .findFirst()
                .ifPresent(wrong -> errors.add(
                        XdsError.of(XdsError.Code.STORED_QUERY_PARAM_NUMBER, parameter + " takes one yyyyMMddHHmmss")));
        return values.stream().findFirst().map(QueryReader::unquoted);
    }

    private Optional<String> one(String parameter) {
        List<String> values = strings(parameter);
        if (values.size() > 1) {
            errors.add(XdsError.of(XdsError.Code.STORED_QUERY_PARAM_NUMBER, parameter + " takes one value"));
        }
        return values.stream().findFirst();
    }

    private List<String> strings(String parameter) {
        List<String> strings = RegistryObject.slotValues(query, parameter).stream()
                .flatMap(QueryReader::stringsIn)
                .limit(MOST_VALUES + 1L)
                .toList();
        if (strings.size() > MOST_VALUES) {
            errors.add(XdsError.of(
                    XdsError.Code.STORED_QUERY_PARAM_NUMBER, parameter + " has more than " + MOST_VALUES + " values"));
        }
        return strings;
    }

    /** The strings in a Value: one, or a list in parentheses (ITI TF-2 §3.18.4.1.2.3). */
    static Stream<String> stringsIn(String value) {
        return STRING.matcher(value).results().map(string -> string.group(1).replace("''", "'"));
    }

    private static String unquoted(String value) {
        return value.length() > 1 && value.startsWith("'") && value.endsWith("'")
                ? value.substring(1, value.length() - 1)
                : value;
    }

    private void missing(String parameter, String form) {
        errors.add(XdsError.of(
                XdsError.Code.STORED_QUERY_MISSING_PARAM, parameter + " is missing or not of the form " + form));
    }
}
