package fr.accroche.messages;

import java.util.LinkedHashMap;
import java.util.Map;

/** How each case of the catalogue is built, by its id. */
final class WrappingAttacks {
    private WrappingAttacks() {}

    /** Makes of a signed request one that is to be believed although nobody signed it. */
    @FunctionalInterface
    interface Attack {
        String on(SignedSample sample) throws Exception;
    }

    static Map<String, Attack> all() {
        Map<String, Attack> all = new LinkedHashMap<>();
        all.putAll(CopyAttacks.all());
        all.putAll(ReferenceAttacks.all());
        all.putAll(IdAttacks.all());
        all.putAll(TransformAttacks.all());
        all.putAll(AlgorithmAttacks.all());
        all.putAll(PartAttacks.all());
        all.putAll(KeyAttacks.all());
        all.putAll(TextAttacks.all());
        all.putAll(ParserAttacks.all());
        return all;
    }

    static String request(String id, SignedSample sample) throws Exception {
        Attack attack = all().get(id);
        if (attack == null) {
            throw new IllegalArgumentException("nothing builds the case " + id);
        }
        return attack.on(sample);
    }
}
