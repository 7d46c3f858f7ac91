package fr.accroche.credential;

import fr.accroche.compliance.fidelity.Basis;
import fr.accroche.compliance.fidelity.FidelityCard;
import fr.accroche.compliance.fidelity.PublicSource;
import fr.accroche.compliance.text.Text;

/** How near the simulated API Credential is to the real one, of which one JSON excerpt is public. */
public final class CredentialFidelity {

    /** The one call there is, as it is unless {@code settings.credential} says otherwise. */
    private static final String CALL = "POST /credentials";

    public static final FidelityCard CARD = FidelityCard.of("API Credential", "API Credential")
            .exact(
                    Text.of(
                            "les quatre champs, et qui l'appelle : le serveur d'autorisation de l'API PSC",
                            "the four fields, and who calls it: the API PSC's authorization server"),
                    Basis.of(PublicSource.WEBINAR),
                    CALL)
            .exact(
                    Text.of(
                            "ce qu'elle valide : le LPS, le proxy et leur lien ; les trois mois du PMT",
                            "what it validates: the LPS, the proxy and their link; the three months of the PMT"),
                    Basis.of(PublicSource.WEBINAR),
                    CALL)
            .invented(
                    Text.of(
                            "méthode, chemin, authentification de l'appelant, réponse, refus et leurs codes",
                            "method, path, authentication of the caller, answer, refusals and their codes"),
                    CALL)
            .invented(
                    Text.of(
                            "securityLevel : seule la valeur 15 est publique ; qu'un niveau plus haut suffise est supposé",
                            "securityLevel: only the value 15 is public; that a higher level is enough is a guess"),
                    CALL);

    private CredentialFidelity() {}
}
