package fr.accroche.messages;

import fr.accroche.messages.DocumentQuery.Code;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.namespace.QName;

/**
 * TD3.1, the search of documents (ITI-18 RegistryStoredQuery, FindDocuments).
 *
 * @param messageId {@code urn:uuid:<uuid>}; the response relates to it
 * @param to address of the service; the samples leave it empty
 * @param vihf who searches; empty only to be refused
 * @param query what
 */
public record SearchRequest(String messageId, String to, Optional<SamlAssertion> vihf, DocumentQuery query) {

    public static final String ACTION = "urn:ihe:iti:2007:RegistryStoredQuery";
    public static final QName BODY = new QName(Namespaces.REGISTRY_QUERY, "AdhocQueryRequest");

    static final String FIND_DOCUMENTS = "urn:uuid:14d4debf-8f97-4251-9a74-a90016b0af0d";

    public SearchRequest {
        Objects.requireNonNull(messageId, "messageId");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(vihf, "vihf");
        Objects.requireNonNull(query, "query");
    }

    /** The message, XML alone: the registry speaks no MTOM. */
    public SoapMessage toMessage() {
        XmlText xml = Envelope.dmp(ACTION, messageId, to, vihf)
                .open("query:AdhocQueryRequest", "xmlns:query", Namespaces.REGISTRY_QUERY)
                .empty(
                        "query:ResponseOption",
                        "returnComposedObjects",
                        "true",
                        "returnType",
                        query.onlyReferences() ? "ObjectRef" : "LeafClass")
                .open("rim:AdhocQuery", "xmlns:rim", Namespaces.REGISTRY, "id", FIND_DOCUMENTS);
        RegistryWriter.slot(
                xml, "$XDSDocumentEntryPatientId", quoted(query.patient().hl7()));
        RegistryWriter.slot(xml, "$XDSDocumentEntryStatus", list(Set.of(XdsSchemes.APPROVED)));
        for (Code code : Code.values()) {
            Set<String> values = query.codes().getOrDefault(code, Set.of());
            if (!values.isEmpty()) {
                RegistryWriter.slot(xml, code.parameter(), list(values));
            }
        }
        query.createdFrom().ifPresent(from -> RegistryWriter.slot(xml, "$XDSDocumentEntryCreationTimeFrom", from));
        query.createdTo().ifPresent(to -> RegistryWriter.slot(xml, "$XDSDocumentEntryCreationTimeTo", to));
        return SoapMessage.xml(xml.endBytes());
    }

    private static String list(Set<String> values) {
        return values.stream().sorted().map(SearchRequest::quoted).collect(Collectors.joining(",", "(", ")"));
    }

    private static String quoted(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
