package fr.accroche.proxy.metier;

import fr.accroche.messages.CodedValue;
import fr.accroche.messages.DocumentCodes;
import fr.accroche.messages.DocumentEntry;
import fr.accroche.messages.DocumentQuery;
import fr.accroche.messages.Ins;
import fr.accroche.messages.Person;
import fr.accroche.messages.XdsAuthor;
import fr.accroche.messages.XdsDocument;
import fr.accroche.messages.XdsInstitution;
import fr.accroche.messages.XdsPerson;
import fr.accroche.wire.json.JsonArray;
import fr.accroche.wire.json.JsonObject;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Reads what a JSON request says of documents.
 *
 * @param person whose request it is, and who wrote the document
 * @param patient whose document it is
 */
record DocumentReader(Person person, Ins patient) {

    /** The document to deposit, as the schema has it. */
    XdsDocument document(JsonObject body) {
        JsonObject document = part(body, "document");
        XdsAuthor author = author(body);
        DocumentEntry entry = new DocumentEntry(
                "Document01",
                text(document, "uniqueId"),
                patient,
                patient.hl7(),
                text(document, "mimeType"),
                text(document, "title"),
                author,
                Optional.of(author.person()),
                text(document, "creationTime"),
                text(document, "languageCode"),
                codes(document),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new XdsDocument(entry, Base64.getDecoder().decode(text(document, "content")));
    }

    private XdsAuthor author(JsonObject body) {
        JsonObject author = part(body, "author");
        return new XdsAuthor(
                new XdsPerson(person.nameId(), text(author, "familyName"), text(author, "givenName")),
                Optional.empty(),
                new XdsInstitution(text(author, "structureName"), text(part(body, "professional"), "structure")));
    }

    private static DocumentCodes codes(JsonObject document) {
        return new DocumentCodes(
                coded(document, "classCode"),
                coded(document, "type"),
                coded(document, "format"),
                coded(document.array("confidentiality")),
                coded(document, "facility"),
                coded(document, "practice"));
    }

    /** What a search asks for. */
    static DocumentQuery query(Ins patient, JsonObject body) {
        DocumentQuery query = DocumentQuery.of(patient);
        if (body.array("classCodes").isPresent()) {
            query = query.with(DocumentQuery.Code.CLASS, several(body, "classCodes"));
        }
        if (body.array("types").isPresent()) {
            query = query.with(DocumentQuery.Code.TYPE, several(body, "types"));
        }
        return query.created(body.text("createdFrom"), body.text("createdTo"));
    }

    private static CodedValue[] several(JsonObject body, String name) {
        return coded(body.array(name)).toArray(CodedValue[]::new);
    }

    static List<CodedValue> coded(Optional<JsonArray> array) {
        return array.map(JsonArray::objects).orElse(List.of()).stream()
                .map(DocumentReader::coded)
                .toList();
    }

    static CodedValue coded(JsonObject holder, String name) {
        return coded(part(holder, name));
    }

    private static CodedValue coded(JsonObject code) {
        return new CodedValue(text(code, "code"), text(code, "codeSystem"), text(code, "displayName"));
    }

    private static JsonObject part(JsonObject holder, String name) {
        return holder.object(name).orElse(JsonObject.EMPTY);
    }

    private static String text(JsonObject object, String name) {
        return object.text(name).orElse("");
    }
}
