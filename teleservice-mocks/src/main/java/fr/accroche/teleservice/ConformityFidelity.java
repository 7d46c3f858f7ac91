package fr.accroche.teleservice;

import fr.accroche.compliance.fidelity.Basis;
import fr.accroche.compliance.fidelity.FidelityCard;
import fr.accroche.compliance.fidelity.PublicSource;
import fr.accroche.compliance.text.Text;

/** How near the simulated ANS conformity API is to the real one. */
public final class ConformityFidelity {

    private static final String CALL = "POST /signsessiondata";

    public static final FidelityCard CARD = FidelityCard.of("API de conformité de l'ANS", "ANS conformity API")
            .exact(
                    Text.of(
                            "chemin, quatre champs exigés, réponse qui les rend avec signature",
                            "path, four fields asked for, answer that gives them back with a signature"),
                    Basis.of(PublicSource.ANS_PROXY),
                    CALL)
            .invented(
                    Text.of(
                            "forme de la signature : un JWS compact sur les quatre champs",
                            "form of the signature: a compact JWS over the four fields"),
                    CALL);

    private ConformityFidelity() {}
}
