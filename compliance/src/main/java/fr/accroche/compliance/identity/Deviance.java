package fr.accroche.compliance.identity;

import fr.accroche.compliance.text.Text;

/** What is wrong with a test person, and where it shows. What real services answer to some of them is not public. */
public enum Deviance {
    ECPS_REVOKED(Text.of(
            "e-CPS révoquée, carte valable : PSC refuse par téléphone (access_denied), accepte par carte.",
            "e-CPS revoked, card valid: PSC refuses by phone (access_denied), accepts by card.")),
    ECPS_NEVER_ACTIVATED(Text.of(
            "e-CPS jamais activée, carte valable : par téléphone, personne ne répond (expired_token).",
            "e-CPS never activated, card valid: by phone, nobody answers (expired_token).")),
    CARD_REVOKED(Text.of(
            "Carte révoquée, e-CPS valable : PSC refuse par carte (access_denied), accepte par téléphone.",
            "Card revoked, e-CPS valid: PSC refuses by card (access_denied), accepts by phone.")),
    REFUSES(Text.of("Refuse toute demande (access_denied).", "Refuses every request (access_denied).")),
    SILENT(Text.of("Ne répond jamais (expired_token).", "Never answers (expired_token).")),
    WRONG_CODE(Text.of(
            "Confirme un autre nombre que celui de l'écran (access_denied).",
            "Confirms another number than the screen's (access_denied).")),
    STRUCK_OFF(Text.of(
            "Radié du tableau de l'ordre : PSC ne le connaît plus (comme un numéro inconnu).",
            "Struck off the order's register: PSC no longer knows them (as an unknown number).")),
    NO_PRACTICE(
            Text.of(
                    "Ni profession ni activité : PSC l'authentifie et ne dit que son nom ; le DMP refuse le VIHF, sans rôle,"
                            + " structure ni secteur (LPS-08), et INSi l'Assertion PS, sans identifiant de facturation (LPS-10).",
                    "Neither profession nor activity: PSC authenticates them and gives only a name; the DMP refuses the VIHF,"
                            + " without role, structure and sector (LPS-08), and INSi the Assertion PS, without billing identifier (LPS-10).")),
    NO_STRUCTURE(Text.of(
            "Une profession, aucune structure : PSC l'authentifie ; le DMP refuse le VIHF, sans structure ni secteur"
                    + " (LPS-08), et INSi l'Assertion PS, sans identifiant de facturation (LPS-10).",
            "A profession, no structure: PSC authenticates them; the DMP refuses the VIHF, without structure and sector"
                    + " (LPS-08), and INSi the Assertion PS, without billing identifier (LPS-10)."));

    private final Text text;

    Deviance(Text text) {
        this.text = text;
    }

    public Text text() {
        return text;
    }
}
