package fr.accroche.proxy.metier;

import fr.accroche.compliance.fidelity.Basis;
import fr.accroche.compliance.fidelity.FidelityCard;
import fr.accroche.compliance.fidelity.PublicSource;
import fr.accroche.compliance.text.Text;
import java.util.Arrays;
import java.util.function.Predicate;

/** How near the métier mode is to a real one: what a vendor's does is its own affair (docs/metier.md). */
public final class MetierFidelity {

    public static final FidelityCard CARD = FidelityCard.of("Proxy e-Santé, métier", "Proxy e-Santé, métier")
            .invented(Text.of("chemins, JSON, refus", "paths, JSON, refusals"), doors(each -> true))
            .simplified(
                    Text.of(
                            "quelques opérations par téléservice, un document de 6 Mio",
                            "a few operations of each téléservice, a document of 6 MiB"),
                    Basis.of(PublicSource.WEBINAR),
                    doors(each -> true))
            .exact(
                    Text.of(
                            "messages envoyés au DMP et à INSi : comme les exemples publics, pour autant qu'ils disent",
                            "messages sent to the DMP and INSi: as public samples have them, as far as they go"),
                    Basis.of(PublicSource.DMP_AND_INSI_SAMPLES),
                    doors(each -> !each.route().equals("on")))
            .invented(
                    Text.of("messages envoyés à l'Ordonnance Numérique", "messages sent to the Ordonnance Numérique"),
                    doors(each -> each.route().equals("on")));

    private MetierFidelity() {}

    private static String[] doors(Predicate<BusinessOperation> those) {
        return Arrays.stream(BusinessOperation.values())
                .filter(those)
                .map(operation -> "/send/" + operation.route() + operation.door())
                .toArray(String[]::new);
    }
}
