package fr.accroche.teleservice;

import fr.accroche.compliance.fidelity.Basis;
import fr.accroche.compliance.fidelity.FidelityCard;
import fr.accroche.compliance.fidelity.PublicSource;
import fr.accroche.compliance.text.Text;
import fr.accroche.messages.OnOperation;
import java.util.Arrays;

/** How near the simulated Ordonnance Numérique is to the real one, of which no message is public. */
public final class OnFidelity {

    public static final FidelityCard CARD = FidelityCard.of("Ordonnance Numérique", "Ordonnance Numérique")
            .invented(
                    Text.of(
                            "espace de noms, action, demande, réponse ; un dialecte fictif, que disent X-Accroche-Dialect et le message",
                            "namespace, action, request, answer; a fictional dialect, as X-Accroche-Dialect and the message say"),
                    operations())
            .invented(
                    Text.of(
                            "refus du service, codes SIM_…, dans la forme des fautes propres à INSi",
                            "refusals of the service, codes SIM_…, in the form of INSi's own faults"),
                    operations())
            .invented(
                    Text.of("la place : {0} ordonnances, en mémoire", "the quota: {0} prescriptions, in memory")
                            .with(PrescriptionStore.MOST),
                    named(OnOperation.REGISTER))
            .simplified(
                    Text.of(
                            "POST /lps, ContexteLPS, ContexteBAM, Assertion PS et fautes : déduits de ceux d'INSi, avec les mêmes contrôles",
                            "POST /lps, ContexteLPS, ContexteBAM, Assertion PS and faults: inferred from INSi's, with the same checks"),
                    Basis.of(PublicSource.WEBINAR, PublicSource.DMP_AND_INSI_SAMPLES));

    private OnFidelity() {}

    private static String[] operations() {
        return Arrays.stream(OnOperation.values()).map(OnFidelity::named).toArray(String[]::new);
    }

    private static String named(OnOperation operation) {
        return operation.body().getLocalPart();
    }
}
