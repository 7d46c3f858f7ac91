package fr.accroche.proxy.metier;

import fr.accroche.wire.json.Json;
import java.util.List;

/** Judges what the proxy answers by its published schemas. */
public final class PublishedSchema {

    private PublishedSchema() {}

    /** What is wrong with a document. */
    public static List<JsonFault> faults(String name, byte[] json) {
        return Schemas.faults(Schemas.named(name), Json.parse(json));
    }
}
