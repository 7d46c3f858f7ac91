package fr.accroche.proxy.metier;

import fr.accroche.messages.DocumentEntry;
import fr.accroche.messages.SearchAnswer;
import fr.accroche.messages.XdsAnswer;
import fr.accroche.messages.XdsError;
import fr.accroche.messages.XdsPerson;
import fr.accroche.wire.json.JsonObject;

/** What the DMP says of documents, as JSON. A partial success is one: what came is there. */
final class DocumentAnswers {

    private DocumentAnswers() {}

    static BusinessAnswer deposit(XdsAnswer answer) {
        return answer.success() ? new BusinessAnswer.Served(JsonObject.EMPTY.with("deposited", true)) : refused(answer);
    }

    static BusinessAnswer search(SearchAnswer found) {
        return found.answer().success() || found.answer().partial()
                ? new BusinessAnswer.Served(JsonObject.EMPTY.with(
                        "documents",
                        found.entries().stream().map(DocumentAnswers::json).toList()))
                : refused(found.answer());
    }

    /** The first error: the others are of the same request. */
    private static BusinessAnswer refused(XdsAnswer answer) {
        XdsError error = answer.errors().get(0);
        return new BusinessAnswer.Refused(true, error.code(), error.context());
    }

    private static JsonObject json(DocumentEntry entry) {
        JsonObject document = JsonObject.EMPTY
                .with("uniqueId", entry.uniqueId())
                .with("repository", entry.repository().orElse(null))
                .with("title", entry.title())
                .with("mimeType", entry.mimeType())
                .with("creationTime", entry.creationTime())
                .with("author", name(entry.author().person()))
                .with("structure", entry.author().institution().name())
                .with("classCode", MetierJson.of(entry.codes().classCode()))
                .with("type", MetierJson.of(entry.codes().type()));
        return entry.size().map(bytes -> document.with("size", bytes)).orElse(document);
    }

    private static String name(XdsPerson person) {
        return person.familyName() + " " + person.givenName();
    }
}
