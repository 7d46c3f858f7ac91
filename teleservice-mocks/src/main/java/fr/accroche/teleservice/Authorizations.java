package fr.accroche.teleservice;

import fr.accroche.messages.AuthorizationRequest;
import fr.accroche.messages.AuthorizationRequest.Order;
import fr.accroche.messages.Ins;
import fr.accroche.wire.admin.Held;
import fr.accroche.wire.state.Change;
import fr.accroche.wire.state.Shape;
import fr.accroche.wire.state.State;
import fr.accroche.wire.state.Store;

/**
 * Who may read whose DMP, until a reset. Whoever was not spoken of is authorized: a test of TD0.2 need not begin
 * with TD0.3. What differs from that is kept of the 1,000 latest.
 */
final class Authorizations implements Held {

    static final int MOST = 1_000;

    private static final Authorization USUAL = new Authorization(true, false);

    private final Store<Authorization> changed;

    /** @param name of the store */
    Authorizations(State state, String name) {
        this.changed = state.store(name, Shape.of(Authorization.class), MOST);
    }

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
    void change(Ins patient, String holder, Order order) {
        changed.<Authorization>change(key(patient, holder), there -> {
            Authorization after = after(there.orElse(USUAL), order);
            return after.equals(USUAL) ? Change.gone(after) : Change.to(after, State.FOR_EVER, after);
        });
    }

    private static Authorization after(Authorization before, Order order) {
        return order.change() == AuthorizationRequest.Change.ADD
                ? new Authorization(true, before.treatingPhysician() || order.treatingPhysician())
                : new Authorization(before.valid() && order.treatingPhysician(), false);
    }

    Authorization of(Ins patient, String holder) {
        return changed.get(key(patient, holder)).orElse(USUAL);
    }

    private static String key(Ins patient, String holder) {
        return patient.hl7() + " " + holder;
    }

    @Override
    public int size() {
        return changed.size();
    }

    @Override
    public void clear() {
        changed.clear();
    }
}
