package fr.accroche.teleservice;

import fr.accroche.messages.AuthorizationRequest.Change;
import fr.accroche.messages.AuthorizationRequest.Order;
import fr.accroche.messages.Ins;
import fr.accroche.wire.admin.Held;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who may read whose DMP, in memory, until a reset. Whoever was not spoken of is authorized: a test of TD0.2 need not begin
 * with TD0.3. What differs from that is kept of the 1,000 latest; thread-safe.
 */
final class Authorizations implements Held {

    static final int MOST = 1_000;

    private static final Authorization USUAL = new Authorization(true, false);

    private final Map<Key, Authorization> changed = new LinkedHashMap<>();

    private record Key(Ins patient, String holder) {}

    /**
     * What a DMP's patient allows someone.
     *
     * @param valid whether there is an authorization
     * @param treatingPhysician whether it is as médecin traitant
     */
    record Authorization(boolean valid, boolean treatingPhysician) {}

    /**
     * Does what TD0.3 asks. An addition leaves the role of médecin traitant where it is; the removal of that role leaves the
     * authorization.
     *
     * @param holder a person, or a structure
     */
    synchronized void change(Ins patient, String holder, Order order) {
        Key key = new Key(patient, holder);
        Authorization before = of(patient, holder);
        changed.remove(key);
        Authorization after = order.change() == Change.ADD
                ? new Authorization(true, before.treatingPhysician() || order.treatingPhysician())
                : new Authorization(before.valid() && order.treatingPhysician(), false);
        if (!after.equals(USUAL)) {
            changed.put(key, after);
        }
        if (changed.size() > MOST) {
            changed.remove(changed.keySet().iterator().next());
        }
    }

    synchronized Authorization of(Ins patient, String holder) {
        return changed.getOrDefault(new Key(patient, holder), USUAL);
    }

    @Override
    public synchronized int size() {
        return changed.size();
    }

    @Override
    public synchronized void clear() {
        changed.clear();
    }
}
