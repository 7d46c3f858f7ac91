package fr.accroche.teleservice;

import fr.accroche.compliance.fidelity.Basis;
import fr.accroche.compliance.fidelity.FidelityCard;
import fr.accroche.compliance.fidelity.PublicSource;
import fr.accroche.compliance.text.Text;

/** How near the simulated Ordonnance Numérique is to the real one, of which no message is public. */
public final class OnFidelity {

    public static final FidelityCard CARD = FidelityCard.of("Ordonnance Numérique", "Ordonnance Numérique")
            .invented(
                    Text.of(
                            "espace de noms, action, demande, réponse ; un dialecte fictif, que dit X-Accroche-Dialect",
                            "namespace, action, request, answer; a fictional dialect, as X-Accroche-Dialect says"),
                    "consultation")
            .simplified(
                    Text.of(
                            "POST /lps, ContexteLPS, ContexteBAM, Assertion PS et fautes : déduits de ceux d'INSi, avec les mêmes contrôles",
                            "POST /lps, ContexteLPS, ContexteBAM, Assertion PS and faults: inferred from INSi's, with the same checks"),
                    Basis.of(PublicSource.WEBINAR, PublicSource.DMP_AND_INSI_SAMPLES));

    private OnFidelity() {}
}
