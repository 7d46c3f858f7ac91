package fr.accroche.compliance.obligation;

import static fr.accroche.compliance.obligation.IntrusionRow.P1;
import static fr.accroche.compliance.obligation.IntrusionRow.P2;
import static fr.accroche.compliance.obligation.IntrusionRow.P3;
import static fr.accroche.compliance.obligation.IntrusionRow.P4;
import static fr.accroche.compliance.obligation.IntrusionRow.P5;
import static fr.accroche.compliance.obligation.IntrusionRow.P6;
import static fr.accroche.compliance.obligation.IntrusionRow.P7;

import fr.accroche.compliance.declaration.Component;
import fr.accroche.compliance.declaration.ComposantPrincipal;
import fr.accroche.compliance.declaration.IntrusionTest;
import fr.accroche.compliance.obligation.Obligation.Kind;
import fr.accroche.compliance.obligation.Obligation.State;
import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The intrusion tests, by their table.
 *
 * @param dossier what is judged
 */
record IntrusionObligations(Dossier dossier) {

    private static final RuleId TABLE = RuleId.of("PEN-01");

    List<Obligation> all() {
        List<Obligation> all = new ArrayList<>();
        dossier.principals().forEach(lps -> {
            IntrusionRow row = row(lps);
            all.add(asked(lps, row.citing(row.byLpsEditor())));
        });
        dossier.autonomes().forEach(addOn -> all.add(asked(addOn, P6.citing(P6.byLpsEditor()))));
        dossier.proxies().forEach(proxy -> all.add(asked(proxy, P4.citing(P4.byProxyEditor()))));
        dossier.nonAutonomes()
                .forEach(addOn -> all.add(obligation(addOn, P2.citing(P2.byLpsEditor()), State.NOT_ASKED)));
        return all;
    }

    private IntrusionRow row(ComposantPrincipal lps) {
        if (dossier.autonomesOf(lps).findAny().isPresent()) {
            return P7;
        }
        if (!dossier.integratedIn(lps).isEmpty()) {
            return P3;
        }
        boolean inProxy = dossier.proxiesOf(lps).stream()
                .anyMatch(proxy -> !dossier.integratedIn(proxy).isEmpty());
        return inProxy ? P5 : P1;
    }

    private Obligation asked(Component component, Citation basis) {
        boolean held = component
                .edition()
                .intrusionTest()
                .filter(test ->
                        test.on().map(day -> !day.isAfter(dossier.day())).orElse(true))
                .isPresent();
        return obligation(component, basis, held ? State.HELD : State.MISSING);
    }

    private Obligation obligation(Component component, Citation basis, State state) {
        return new Obligation(
                Kind.INTRUSION_TEST,
                component.editor(),
                component.id(),
                Optional.empty(),
                TABLE,
                basis,
                state,
                component
                        .edition()
                        .intrusionTest()
                        .flatMap(IntrusionTest::on)
                        .map(day -> Text.of("du {0}", "of {0}").with(day))
                        .orElse(Found.NOTHING),
                component.path() + ".intrusionTest",
                Optional.empty());
    }
}
