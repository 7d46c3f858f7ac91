package fr.accroche.proxy.metier;

import fr.accroche.messages.CodedValue;
import fr.accroche.messages.Ins;
import fr.accroche.messages.Traits;
import fr.accroche.wire.json.JsonArray;
import fr.accroche.wire.json.JsonObject;

/** How the parts that requests and answers share are written. */
public final class MetierJson {

    private MetierJson() {}

    public static JsonObject of(Ins ins) {
        return JsonObject.EMPTY.with("ins", ins.value()).with("oid", ins.oid());
    }

    public static JsonObject of(Traits traits) {
        return JsonObject.EMPTY
                .with("birthName", traits.birthName().orElse(null))
                .with("firstNames", JsonArray.ofTexts(traits.firstNames()))
                .with("sex", traits.sex().orElse(null))
                .with("birthDate", traits.birthDate().orElse(null))
                .with("birthPlace", traits.birthPlace().orElse(null));
    }

    public static JsonObject of(CodedValue code) {
        return JsonObject.EMPTY
                .with("code", code.code())
                .with("codeSystem", code.codeSystem())
                .with("displayName", code.displayName());
    }
}
