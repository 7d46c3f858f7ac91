package fr.accroche.teleservice;

import fr.accroche.compliance.fidelity.Basis;
import fr.accroche.compliance.fidelity.FidelityCard;
import fr.accroche.compliance.fidelity.PublicSource;
import fr.accroche.compliance.text.Text;

/** How near the API PSC in front of each téléservice is to a real one: what all of them have. */
public final class ApiPscFrontFidelity {

    public static final FidelityCard CARD = FidelityCard.of(
                    "Devant chaque téléservice : l'API PSC", "In front of each téléservice: the API PSC")
            .exact(
                    Text.of(
                            "ce qui est vérifié : le certificat, le jeton d'API actif et destiné à cette API, cnf contre ce même certificat",
                            "what is checked: the certificate, an API token that is active and for this API, cnf against that same certificate"),
                    Basis.of(PublicSource.CI_SIS))
            .standard(
                    Text.of(
                            "refus du jeton : 401 et WWW-Authenticate",
                            "refusal of the token: 401 and WWW-Authenticate"),
                    Basis.of("RFC 6750 §3"))
            .invented(Text.of(
                    "hôtes et ports ; un téléservice et son API PSC sont ici un seul serveur",
                    "hosts and ports; a téléservice and its API PSC are one server here"))
            .invented(Text.of(
                    "l'ordre des contrôles : certificat, jeton, assertion, logiciel, message",
                    "the order of the checks: certificate, token, assertion, software, message"));

    private ApiPscFrontFidelity() {}
}
