package fr.accroche.compliance.rule;

import fr.accroche.compliance.exchange.Exchange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Every session of a run, for the rules that look beyond the one at hand. What such a rule gathers from all of them is gathered
 * once, and not once more for each: ten thousand sessions would be gone through ten thousand times. For one thread.
 */
public final class Sessions {

    private final List<Exchange> all;
    private final Map<Class<?>, Object> gathered = new HashMap<>();

    public Sessions(List<Exchange> all) {
        this.all = List.copyOf(all);
    }

    /**
     * What a rule gathers.
     *
     * @param type the rule's own, which it is known again by
     * @param gather depends on nothing but the sessions and the declaration, which is one for the run
     */
    public <T> T gathered(Class<T> type, Function<List<Exchange>, T> gather) {
        Object known = gathered.get(type);
        if (known == null) {
            known = gather.apply(all);
            gathered.put(type, known);
        }
        return type.cast(known);
    }
}
