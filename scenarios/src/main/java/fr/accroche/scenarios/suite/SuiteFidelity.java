package fr.accroche.scenarios.suite;

import fr.accroche.compliance.fidelity.FidelityCard;
import fr.accroche.compliance.text.Text;

/** How near the suite of proxies is to what the agency tests. */
public final class SuiteFidelity {

    public static final FidelityCard CARD = FidelityCard.of("Suite de proxys", "Suite of proxies")
            .invented(Text.of(
                    "chaque cas a sa source ; que ce soient ces cas-là, et ce qui n'est qu'avertissement, est de nous",
                    "each case has its source; that these are the cases, and what only warns, is ours"));

    private SuiteFidelity() {}
}
